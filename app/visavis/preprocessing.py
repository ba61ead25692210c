"""What the network sees: one definition, imported by the app and by training alike."""

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.geometry import Box
from visavis.images import Image

#: Pixels by which `cnn64`'s box is grown on each side, as at the source.
MARGIN = 10
#: Side of `cnn64`'s chip, in pixels.
SIZE = 64
#: Raise with every change here: stored models are then refused, because their weights expect other inputs.
INPUT_VERSION = 1


def as_bgr(array: NDArray[np.uint8] | NDArray[np.uint16]) -> Image:
    """Any picture as BGR bytes.

    Parameters
    ----------
    array : ndarray, shape (height, width), (height, width, 1), (height, width, 3) or (height, width, 4)
        uint8, or uint16 of the whole range (16-bit PNG). Three channels are BGR, four are BGRA; alpha is dropped.

    Returns
    -------
    ndarray of uint8, shape (height, width, 3)

    Raises
    ------
    ValueError
        If it has no pixels, or another shape or type.
    """
    if array.size == 0 or array.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"no picture: shape {array.shape}, {array.dtype}")
    picture = np.asarray(array >> 8 if array.dtype == np.uint16 else array, np.uint8)
    match picture.shape:
        case (_, _) | (_, _, 1):
            return np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
        case (_, _, 3):
            return picture
        case (_, _, 4):
            return np.ascontiguousarray(picture[:, :, :3])
    raise ValueError(f"no picture: shape {array.shape}")


def cut(image: Image, box: Box) -> Image:
    """The pixels of `image` inside `box`; what lies outside the picture is black.

    Returns
    -------
    ndarray of uint8, shape (box.height, box.width, 3)
    """
    result = np.zeros((box.height, box.width, *image.shape[2:]), image.dtype)
    inside = box.clipped(image.shape[1], image.shape[0])
    if inside is not None:  # never slice with the box itself: a negative index counts from the other end
        part = image[inside.top : inside.bottom, inside.left : inside.right]
        to = inside.moved(-box.left, -box.top)
        result[to.top : to.bottom, to.left : to.right] = part
    return result


def viewed(image: Image, box: Box) -> Image:
    """The same for whoever only reads: where the box lies inside the picture, its own pixels, not a copy."""
    if box.left >= 0 and box.top >= 0 and box.right <= image.shape[1] and box.bottom <= image.shape[0]:
        return image[box.top : box.bottom, box.left : box.right]
    return cut(image, box)


def square(image: Image) -> Image:
    """Pad with black to a square, the picture in the middle: 200x300 becomes 300x300 with bars of 50."""
    height, width = image.shape[:2]
    if height == width:
        return image
    side = max(height, width)
    return cut(image, Box(-((side - width) // 2), -((side - height) // 2), side, side))


def resized(image: Image, side: int) -> Image:
    """A square picture of `side` pixels, padded first so that nothing is distorted.

    Averages areas when shrinking (no aliasing) and interpolates linearly when growing.
    """
    whole = square(image)
    shrinking = whole.shape[0] > side
    scaled = cv2.resize(whole, (side, side), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)
    return np.asarray(scaled, np.uint8)


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
