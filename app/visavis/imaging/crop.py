"""Cutting, padding and resizing of pictures, for the app and the training alike."""

import cv2
import numpy as np

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image


def cut(image: Image, box: Box) -> Image:
    """Copy the pixels of `image` inside `box`. What lies outside the picture is black.

    Returns
    -------
    ndarray of uint8, shape (box.height, box.width, 3)
    """
    result = np.zeros((box.height, box.width, *image.shape[2:]), image.dtype)
    inside = box.clip(image.shape[1], image.shape[0])
    if inside is not None:  # never slice with the box itself: a negative index counts from the other end
        part = image[inside.top : inside.bottom, inside.left : inside.right]
        to = inside.shift(-box.left, -box.top)
        result[to.top : to.bottom, to.left : to.right] = part
    return result


def cut_view(image: Image, box: Box) -> Image:
    """Like `cut`, for reading only: a view instead of a copy if the box lies inside the picture."""
    if box.left >= 0 and box.top >= 0 and box.right <= image.shape[1] and box.bottom <= image.shape[0]:
        return image[box.top : box.bottom, box.left : box.right]
    return cut(image, box)


def pad_to_square(image: Image) -> Image:
    """Pad with black to a square, with the picture in the middle: 200x300 becomes 300x300 with bars of 50."""
    height, width = image.shape[:2]
    if height == width:
        return image
    side = max(height, width)
    return cut(image, Box(-((side - width) // 2), -((side - height) // 2), side, side))


def resize_square(image: Image, side: int) -> Image:
    """Resize to a square of `side` pixels, padded first so that nothing is distorted.

    Shrinking averages areas, which avoids aliasing. Enlarging interpolates linearly.
    """
    padded = pad_to_square(image)
    shrinking = padded.shape[0] > side
    scaled = cv2.resize(padded, (side, side), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR)
    return np.asarray(scaled, np.uint8)
