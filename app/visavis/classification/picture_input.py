"""The input of networks that classify whole pictures, shared by the app and training."""

from typing import Literal

import cv2
import numpy as np

from visavis.errors import ModelError
from visavis.imaging.crop import resize_square
from visavis.imaging.image import Image
from visavis.models.card import InputSpec, ModelCard

#: How a picture becomes a square: "pad" adds black bars, so that nothing is distorted; "scale" fills the square.
Squaring = Literal["pad", "scale"]
SQUARINGS: tuple[Squaring, ...] = ("pad", "scale")
#: Version of the input. Increase it with every change in this module: stored models are then refused, because their
#: weights were trained with other inputs.
PICTURE_INPUT_VERSION = 1

#: What the input of a network is called on its card, before the squaring.
_NAME = "picture"


def square_picture(image: Image, squaring: Squaring, side: int) -> Image:
    """Convert a picture to the square that a network sees. `cnn64_input.normalize` converts that to its input.

    Shrinking averages areas, which avoids aliasing. Enlarging interpolates linearly.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        BGR.
    squaring : {"pad", "scale"}
        See `Squaring`.
    side : int
        Of the square, in pixels.

    Returns
    -------
    ndarray of uint8, shape (side, side, 3)
        BGR.
    """
    if squaring == "pad":
        return resize_square(image, side)
    is_shrinking = image.shape[0] * image.shape[1] > side * side
    interpolation = cv2.INTER_AREA if is_shrinking else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (side, side), interpolation=interpolation), np.uint8)


def picture_input(squaring: Squaring, side: int) -> InputSpec:
    """Return the input of a network as its card has it."""
    return InputSpec(f"{_NAME}-{squaring}", PICTURE_INPUT_VERSION, side)


def squaring_of(card: ModelCard) -> Squaring:
    """Return how the network of a model wants its pictures.

    Raises
    ------
    ModelError
        If it was made for an input that this program does not prepare.
    """
    for squaring in SQUARINGS:
        if card.input == picture_input(squaring, card.input.size):
            return squaring
    raise ModelError("Model {model} was made for another input format than that of this program.", model=card.id)
