"""Change detection: a new face changes the image, so regions that did not change need no search."""

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Cells along the shorter side. The smallest face that is searched for is a tenth of it, which is three cells.
_CELLS = 30
#: Pixels averaged in a cell, in each direction.
_SAMPLES = 4
#: Difference of gray values, 0..255, from which a cell has changed: eight times the noise of the mean of sixteen pixels
#: with a standard deviation of four.
_MIN_CHANGE = 8
#: Share of its size by which a tracked face's box is grown on each side to cover the head. Changes there are ignored.
_HEAD_MARGIN = 0.35
#: Share of its size by which the box is grown on each side to cover the face from hair to chin. Measured at 640x480
#: with a face 192 pixels wide: searching the whole image took 31 ms of processor time, without the box 21, without the
#: head 13.
_FACE_MARGIN = 0.2
#: Cells by which the region to search is grown on each side: of a face before a wall as bright as its skin, only eyes,
#: mouth and hair change.
_REGION_MARGIN = 2
#: Share of its size by which the region is grown in addition.
_REGION_MARGIN_SHARE = 0.1
#: Gray value painted over hidden boxes.
_HIDDEN = 128

_Cells = NDArray[np.int16]  # (rows, columns): mean gray values


class ChangeMask:
    """Remembers how each part of the image looked when it was last searched."""

    def __init__(self) -> None:
        self._searched: _Cells | None = None

    def mark_searched(self, image: Image) -> None:
        """The whole image was searched."""
        self._searched = _cell_means(image)

    def take_changed_region(self, image: Image, tracked: Iterable[Box]) -> Box | None:
        """The region that changed since it was last searched, apart from tracked faces. It then counts as searched.

        Returns
        -------
        Box or None
            In pixels, inside the image. None where nothing changed.
        """
        height, width = image.shape[:2]
        cells, searched = _cell_means(image), self._searched
        if searched is None or searched.shape != cells.shape:
            self._searched = cells
            return Box(0, 0, width, height)
        changed = np.abs(cells - searched) > _MIN_CHANGE
        cell_width, cell_height = width / cells.shape[1], height / cells.shape[0]
        for box in tracked:
            head = box.expand(round(_HEAD_MARGIN * box.width), round(_HEAD_MARGIN * box.height)).clip(width, height)
            if head is not None:
                rows = slice(int(head.top / cell_height), int(np.ceil(head.bottom / cell_height)))
                columns = slice(int(head.left / cell_width), int(np.ceil(head.right / cell_width)))
                changed[rows, columns] = False
                searched[rows, columns] = cells[rows, columns]
        # cells that changed less keep their old values, so that a face that appears gradually is detected, too
        searched[changed] = cells[changed]
        if not changed.any():
            return None
        first_column, last_column = _extent(changed.any(axis=0))
        first_row, last_row = _extent(changed.any(axis=1))
        left, right = first_column * cell_width, (last_column + 1) * cell_width
        top, bottom = first_row * cell_height, (last_row + 1) * cell_height
        region = Box(round(left), round(top), max(round(right - left), 1), max(round(bottom - top), 1))
        across = round(_REGION_MARGIN * cell_width + _REGION_MARGIN_SHARE * region.width)
        down = round(_REGION_MARGIN * cell_width + _REGION_MARGIN_SHARE * region.height)
        return region.expand(across, down).clip(width, height)


def hide_boxes(image: Image, boxes: Iterable[Box]) -> Image:
    """A copy of the image with the faces in these boxes painted over. Searching it takes half the time."""
    result = image.copy()
    for box in boxes:
        face = box.expand(round(_FACE_MARGIN * box.width), round(_FACE_MARGIN * box.height))
        inside = face.clip(image.shape[1], image.shape[0])
        if inside is not None:
            result[inside.top : inside.bottom, inside.left : inside.right] = _HIDDEN
    return result


def _cell_means(image: Image) -> _Cells:
    """The image reduced to cells, in gray: the green channel, which makes up most of the luminance."""
    height, width = image.shape[:2]
    side = max(min(height, width) / _CELLS, 1.0)
    size = max(round(width / side), 1), max(round(height / side), 1)
    step = max(int(side / _SAMPLES), 1)
    return np.asarray(cv2.resize(image[::step, ::step, 1], size, interpolation=cv2.INTER_AREA), np.int16)


def _extent(flags: NDArray[np.bool_]) -> tuple[int, int]:
    """Index of the first and of the last true flag."""
    indexes = np.flatnonzero(flags)
    return int(indexes[0]), int(indexes[-1])
