"""Which parts of a face an answer hangs on: each is covered in turn, and the answer asked for again.

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
"""How much covering a part takes from an answer, in log-odds, shape (rows, columns); negative where it helps."""

#: Places across and down. 50 embeddings, not mirrored, take 0.2-0.35 s on one thread.
GRID = 7
#: Side of the patch, as a share of the chip's: an eye with its brow, the nose, the mouth; neighbors share half.
PATCH = 0.25
#: Least loss, in log-odds, that is worth being shown as one: as from 50 % to 38 %.
LEAST = 0.5
#: The part that takes this share of the most, or more, has a line around it.
_STRONG = 0.6


def covered(chip: Chip, grid: int = GRID, patch: float = PATCH) -> Chip:
    """Copies of a chip, in each another part covered with the chip's mean color.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
    grid : int
        Places across and down; the first and the last touch the border.
    patch : float
        Side of what is covered, as a share of the chip's.

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
    """What each part of a chip does for an answer [1]_.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
    odds : callable
        How sure the answer is for each of several chips, in log-odds: shape (n, side, side, 3) to (n,). Called once.

    Returns
    -------
    ndarray of float64, shape (grid, grid)
        What is lost where the part is covered.
    """
    values = np.asarray(odds(np.concatenate([chip[np.newaxis], covered(chip, grid, patch)])), np.float64)
    return np.asarray((values[0] - values[1:]).reshape(grid, grid))


def lit(chip: Image, losses: Heat, side: int) -> Image:
    """The chip, dark and gray where nothing hangs on it, and in its colors, the brighter the more does.

    A white line is around what matters most: color alone says nothing.

    Parameters
    ----------
    chip : ndarray of uint8, shape (side, side, 3)
        BGR.
    losses : ndarray of float, shape (rows, columns)
        As `heat` gives them. Where the largest is less than `LEAST`, the chip stays dark.
    side : int
        Of the result, in pixels.

    Returns
    -------
    ndarray of uint8, shape (side, side, 3)
        BGR.
    """
    chip = np.asarray(cv2.resize(chip, (side, side), interpolation=cv2.INTER_LINEAR), np.uint8)
    shares = np.clip(losses / max(float(losses.max()), LEAST), 0, 1).astype(np.float32)
    if losses.max() < LEAST:
        shares[:] = 0
    inner = _places(side, losses.shape[1]), _places(side, losses.shape[0])
    light = cv2.remap(shares, *np.meshgrid(*inner), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    blurred = cv2.GaussianBlur(light, (0, 0), side * PATCH / 6)[..., np.newaxis]
    light = np.asarray(blurred / max(float(blurred.max()), 1e-6))
    gray = np.repeat(cv2.cvtColor(chip, cv2.COLOR_BGR2GRAY)[..., np.newaxis], 3, axis=2)
    result = np.asarray(np.clip(0.25 * gray * (1 - light) + chip * light, 0, 255), np.uint8)
    strong = np.asarray(light[..., 0] > _STRONG, np.uint8)
    edges, _ = cv2.findContours(strong, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    return np.asarray(cv2.drawContours(result, edges, -1, (255, 255, 255), max(side // 150, 1), cv2.LINE_AA), np.uint8)


def peak(losses: Heat) -> tuple[float, float] | None:
    """Where most hangs on, as shares (x, y) of the chip's side; None where no part takes `LEAST`."""
    if losses.max() < LEAST:
        return None
    row, column = np.unravel_index(int(losses.argmax()), losses.shape)
    rows, columns = losses.shape
    return _center(int(column), columns), _center(int(row), rows)


def nearest(place: tuple[float, float], points: Sequence[tuple[float, float]]) -> int:
    """Which of several places on a chip is nearest."""
    return int(np.argmin([np.hypot(place[0] - x, place[1] - y) for x, y in points]))


def _center(index: int, count: int) -> float:
    """Of a patch, as a share of the chip's side."""
    return PATCH / 2 + (1 - PATCH) * (index / (count - 1) if count > 1 else 0.5)


def _places(side: int, count: int) -> NDArray[np.float32]:
    """Where each pixel of a chip lies among the patches' centers."""
    at = (np.arange(side) + 0.5) / side
    return np.asarray(np.clip((at - PATCH / 2) / (1 - PATCH), 0, 1) * (count - 1), np.float32)
