"""Pictures of a look into a network: grids, and heat maps over a chip."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.image import Image

#: Share of the colors of a heat map over a chip; the rest is the chip.
_HEAT_SHARE = 0.5


def tile(pictures: NDArray[np.uint8], columns: int, side: int, gap: int = 4) -> NDArray[np.uint8]:
    """Arrange small pictures in rows, each enlarged to `side` pixels without smoothing.

    Parameters
    ----------
    pictures : ndarray of uint8, shape (n, height, width) or (n, height, width, 3)
    columns : int
        Pictures in a row.
    side : int
        Side of an enlarged picture, in pixels.
    gap : int
        Distance between two pictures, in pixels.

    Returns
    -------
    ndarray of uint8, shape (height, width, 4)
        BGRA; the gaps are transparent.
    """
    rows = math.ceil(len(pictures) / columns)
    step = side + gap
    result = np.zeros((max(rows * step - gap, 1), columns * step - gap, 4), np.uint8)
    height, width = pictures.shape[1:3]
    down = np.arange(side) * height // side
    across = np.arange(side) * width // side
    for index, picture in enumerate(pictures):
        top, left = index // columns * step, index % columns * step
        enlarged = picture[down][:, across]
        result[top : top + side, left : left + side, :3] = enlarged if enlarged.ndim == 3 else enlarged[..., np.newaxis]
        result[top : top + side, left : left + side, 3] = 255
    return result


def heat_overlay(chip: Image, heat: NDArray[np.float32], side: int) -> Image:
    """Lay a heat map over a chip: blue parts do not speak for the class, red ones do most.

    Parameters
    ----------
    heat : ndarray of float32, shape (height, width)
        0..1. It is enlarged to the chip, smoothly.
    side : int
        Of the result, in pixels.
    """
    large = cv2.resize(chip, (side, side), interpolation=cv2.INTER_LINEAR)
    smooth = np.clip(cv2.resize(heat, (side, side), interpolation=cv2.INTER_LINEAR), 0, 1)
    colors = cv2.applyColorMap(np.asarray((255 * smooth).round(), np.uint8), cv2.COLORMAP_JET)
    return np.asarray(cv2.addWeighted(large, 1 - _HEAT_SHARE, colors, _HEAT_SHARE, 0), np.uint8)
