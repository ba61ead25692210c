"""Occlusion maps: which parts of a chip an answer depends on, found by covering each part in turn.

References
----------
.. [1] Zeiler, M. D. and Fergus, R. (2014). Visualizing and understanding convolutional networks. ECCV, section 4.2.
   doi:10.1007/978-3-319-10590-1_53
"""

from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.image import Image

Chip = NDArray[np.float32]
Heat = NDArray[np.float64]
"""How much covering each part lowers an answer, in log-odds, shape (rows, columns); negative if it raises it."""

#: Number of positions across and down. The 50 embeddings take 0.3 s on one thread.
GRID = 7
#: Side of the patch, as a share of the chip's: the size of an eye with its brow, the nose, the mouth. Neighbors overlap
#: by half.
PATCH = 0.25
#: Minimum loss that is displayed, in log-odds: for example, from 50 % to 38 %.
MIN_LOSS = 0.5
#: Share of the largest loss from which a part is outlined.
_OUTLINE = 0.6


def cover(chip: Chip, grid: int = GRID, patch: float = PATCH) -> Chip:
    """Copies of a chip, each with another part covered by the chip's mean color.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
    grid : int
        Number of positions across and down. The first and the last touch the border.
    patch : float
        Side of the covered part, as a share of the chip's.

    Returns
    -------
    ndarray of float32, shape (grid * grid, side, side, 3)
        Row by row.
    """
    side = chip.shape[0]
    width = max(round(patch * side), 1)
    starts = np.linspace(0, side - width, grid).round().astype(int)
    copies = np.repeat(chip[np.newaxis], grid * grid, axis=0)
    mean = chip.mean(axis=(0, 1))
    for index, (top, left) in enumerate((top, left) for top in starts for left in starts):
        copies[index, top : top + width, left : left + width] = mean
    return copies


def heat(chip: Chip, odds: Callable[[Chip], NDArray[np.floating[Any]]], grid: int = GRID, patch: float = PATCH) -> Heat:
    """The contribution of each part of a chip to an answer [1]_.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
    odds : callable
        The log-odds of the answer for a batch of chips: shape (n, side, side, 3) to (n,). Called once.

    Returns
    -------
    ndarray of float64, shape (grid, grid)
        The loss when the part is covered, in log-odds.
    """
    values = np.asarray(odds(np.concatenate([chip[np.newaxis], cover(chip, grid, patch)])), np.float64)
    return np.asarray((values[0] - values[1:]).reshape(grid, grid))


def render(chip: Image, losses: Heat, side: int) -> Image:
    """Draw a chip with its losses: dark and gray where they are small, bright and colored where they are large.

    The most important parts have a white outline, so that color is not the only cue.

    Parameters
    ----------
    chip : ndarray of uint8, shape (side, side, 3)
        BGR.
    losses : ndarray of float, shape (rows, columns)
        As from `heat`. If the largest is less than `MIN_LOSS`, the chip stays dark.
    side : int
        Side of the result, in pixels.

    Returns
    -------
    ndarray of uint8, shape (side, side, 3)
        BGR.
    """
    chip = np.asarray(cv2.resize(chip, (side, side), interpolation=cv2.INTER_LINEAR), np.uint8)
    shares = np.clip(losses / max(float(losses.max()), MIN_LOSS), 0, 1).astype(np.float32)
    if losses.max() < MIN_LOSS:
        shares[:] = 0
    inner = _patch_coordinates(side, losses.shape[1]), _patch_coordinates(side, losses.shape[0])
    light = cv2.remap(shares, *np.meshgrid(*inner), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    blurred = cv2.GaussianBlur(light, (0, 0), side * PATCH / 6)[..., np.newaxis]
    light = np.asarray(blurred / max(float(blurred.max()), 1e-6))
    gray = np.repeat(cv2.cvtColor(chip, cv2.COLOR_BGR2GRAY)[..., np.newaxis], 3, axis=2)
    result = np.asarray(np.clip(0.25 * gray * (1 - light) + chip * light, 0, 255), np.uint8)
    outlined = np.asarray(light[..., 0] > _OUTLINE, np.uint8)
    edges, _ = cv2.findContours(outlined, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    return np.asarray(cv2.drawContours(result, edges, -1, (255, 255, 255), max(side // 150, 1), cv2.LINE_AA), np.uint8)


def peak(losses: Heat) -> tuple[float, float] | None:
    """The position of the largest loss, as shares (x, y) of the chip's side; None if it is below `MIN_LOSS`."""
    if losses.max() < MIN_LOSS:
        return None
    row, column = np.unravel_index(int(losses.argmax()), losses.shape)
    rows, columns = losses.shape
    return _center(int(column), columns), _center(int(row), rows)


def nearest(place: tuple[float, float], points: Sequence[tuple[float, float]]) -> int:
    """The index of the nearest of several points on a chip."""
    return int(np.argmin([np.hypot(place[0] - x, place[1] - y) for x, y in points]))


def _center(index: int, count: int) -> float:
    """The center of a patch, as a share of the chip's side."""
    return PATCH / 2 + (1 - PATCH) * (index / (count - 1) if count > 1 else 0.5)


def _patch_coordinates(side: int, count: int) -> NDArray[np.float32]:
    """The position of each pixel of a chip, in indexes of patches."""
    at = (np.arange(side) + 0.5) / side
    return np.asarray(np.clip((at - PATCH / 2) / (1 - PATCH), 0, 1) * (count - 1), np.float32)
