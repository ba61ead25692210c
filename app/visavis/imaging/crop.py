"""What the network sees: one definition, imported by the app and by training alike."""

import cv2
import numpy as np

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image


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
