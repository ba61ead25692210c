"""The input of the network `cnn64`, shared by the app and training."""

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.crop import cut_view, resize_square
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: By how many pixels the box of a face is enlarged on each side, as in the original program.
CNN64_MARGIN = 10
#: Side of the chip, in pixels.
CNN64_SIDE = 64
#: Version of the input. Increase it with every change in this module: stored models are then refused, because their
#: weights were trained with other inputs.
CNN64_INPUT_VERSION = 1


def chip(image: Image, box: Box) -> Image:
    """Cut a face out of a frame: the box enlarged by 10 pixels, padded to a square with black, resized to 64x64.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        A frame, BGR.
    box : Box
        The face, in pixels of `image`. What is outside is black.

    Returns
    -------
    ndarray of uint8, shape (CNN64_SIDE, CNN64_SIDE, 3)
        BGR. `normalize` converts it to the input of the network.
    """
    return resize_square(cut_view(image, box.expand(CNN64_MARGIN)), CNN64_SIDE)


def whole_chip(image: Image) -> Image:
    """Return the chip of a picture that is itself a tight cut-out of a face: padded to a square, 64x64, BGR uint8."""
    return resize_square(image, CNN64_SIDE)


def normalize(chips: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Convert chips to the input of the network.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, CNN64_SIDE, CNN64_SIDE, 3)
        BGR.

    Returns
    -------
    ndarray of float32, shape (n, CNN64_SIDE, CNN64_SIDE, 3)
        RGB in [0, 1]: value / 255.
    """
    return np.divide(chips[..., ::-1], 255.0, dtype=np.float32)
