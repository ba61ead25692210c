"""What `cnn64` sees of a face: one definition, imported by the app and by training alike."""

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.crop import resized, viewed
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Pixels by which `cnn64`'s box is grown on each side, as at the source.
MARGIN = 10


#: Side of `cnn64`'s chip, in pixels.
SIZE = 64


#: Raise with every change here: stored models are then refused, because their weights expect other inputs.
INPUT_VERSION = 1


def chip(image: Image, box: Box) -> Image:
    """Cut one face out of a frame for `cnn64`: the box grown by 10 pixels, square-padded with black, 64x64.

    Parameters
    ----------
    image : ndarray of uint8, shape (height, width, 3)
        A frame, BGR.
    box : Box
        The face, in pixels of `image`. What lies outside is black.

    Returns
    -------
    ndarray of uint8, shape (SIZE, SIZE, 3)
        BGR; `prepare` turns it into what the network takes.
    """
    return resized(viewed(image, box.grown(MARGIN)), SIZE)


def whole_chip(image: Image) -> Image:
    """The chip of a picture that is itself a tight cut-out of a face: all of it, square-padded, 64x64, BGR uint8."""
    return resized(image, SIZE)


def prepare(chips: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Chips as `cnn64` takes them.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, SIZE, SIZE, 3)
        BGR.

    Returns
    -------
    ndarray of float32, shape (n, SIZE, SIZE, 3)
        RGB in [0, 1]: value / 255.
    """
    return np.divide(chips[..., ::-1], 255.0, dtype=np.float32)
