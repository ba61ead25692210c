"""How well a person's samples cover poses, distances and lighting, and which view to request next.

Coverage guides the capture and never blocks it: a person who cannot turn their head is enrolled from the front.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Self

from visavis.faces.pose import Pose

#: Yaw from which a head is turned to a side, in distances between the eyes (`Pose.yaw`). Measured: half of 239 LFW
#: faces are within 0.09, and two webcam clips of a man who moves his head reach 0.2.
MIN_TURN = 0.12
#: Pitch from which a head is turned up or down, in shares of the distance from the eyes to the mouth (`Pose.pitch`),
#: relative to the first view. It is relative because heads differ by more than this: 0.36 for the man of the clips,
#: 0.56 as the median of LFW. Measured: half of the LFW faces are within 0.07 of the median.
MIN_NOD = 0.07
#: Maximum yaw of a first view that is taken for straight ahead; a larger one is clipped to it.
_MAX_FIRST_YAW = 0.1
#: Pitches of a first view that are taken for straight ahead; others are clipped to this range.
_FIRST_PITCH_RANGE = (0.3, 0.7)
#: Width of the face, relative to the first view, from which a view is near.
_NEAR = 1.25
#: Width of the face, relative to the first view, up to which a view is far.
_FAR = 0.8
#: Share of the picture's shorter side from which a face is near, whatever the first view.
_ALWAYS_NEAR = 0.5
#: Width of a face, in pixels, up to which it is far, whatever the first view. Much smaller faces are refused.
_ALWAYS_FAR = 90
#: Ratio of brightness to the first view, up or down, from which the lighting differs.
_BRIGHTNESS_RATIO = 1.35
#: Difference of `FaceView.balance` to the first view from which the lighting differs.
_BALANCE_DIFFERENCE = 0.15


class Cell(Enum):
    """A kind of view to be covered. Left and right are the person's own."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEAR = "near"
    FAR = "far"
    LIGHT = "light"


#: Cells that are directions of the head; a view is in at most one of them.
DIRECTIONS = (Cell.FRONT, Cell.LEFT, Cell.RIGHT, Cell.UP, Cell.DOWN)
#: Samples wanted in each cell, of twenty. Together they are twenty, so that each cell has its slots even if no sample
#: counts for several cells.
_QUOTA_OF_20 = dict.fromkeys(DIRECTIONS, 3) | {Cell.NEAR: 2, Cell.FAR: 2, Cell.LIGHT: 1}


@dataclass(frozen=True, slots=True)
class FaceView:
    """The measurements of one picture of a face that coverage needs."""

    pose: Pose | None  #: None if the detector finds no landmarks
    width: int  #: of the bounding box, in pixels
    frame_side: int  #: the picture's shorter side, in pixels
    brightness: float  #: mean gray, 0..255
    balance: float  #: of light from the sides, -1..1: (left - right) / (left + right), means of the picture's halves


@dataclass(frozen=True)
class Coverage:
    """The views so far, out of `wanted`. Straight ahead, near and bright are relative to the first view.

    What it says about cells is asked several times a frame, so the views are counted once.
    """

    wanted: int = 20
    views: tuple[FaceView, ...] = ()

    def plus(self, view: FaceView) -> Self:
        return replace(self, views=(*self.views, view))

    def without(self, indexes: Iterable[int]) -> Self:
        """The coverage without the views at these indexes."""
        removed = set(indexes)
        if not removed:
            return self
        return replace(self, views=tuple(view for index, view in enumerate(self.views) if index not in removed))

    def cells(self, view: FaceView) -> frozenset[Cell]:
        """The cells of a view, which need not be one of `views`."""
        first = self.views[0] if self.views else view
        direction = _direction(view.pose, first.pose)
        cells = {direction} if direction else set()
        if view.width >= min(_NEAR * first.width, _ALWAYS_NEAR * view.frame_side):
            cells.add(Cell.NEAR)
        if view.width <= max(_FAR * first.width, _ALWAYS_FAR):
            cells.add(Cell.FAR)
        # the shadows of a head turn with it, so only views from the front tell about the light
        if direction in {Cell.FRONT, None} and _has_other_light(view, first):
            cells.add(Cell.LIGHT)
        return frozenset(cells)

    def count(self, cell: Cell) -> int:
        """The number of views in a cell."""
        return self._counts[cell]

    def quota(self, cell: Cell) -> int:
        """The number of views wanted in a cell."""
        return max(1, _QUOTA_OF_20[cell] * self.wanted // 20)

    def completeness(self, cell: Cell) -> float:
        """The share of a cell's quota that is covered, 0..1."""
        return min(self.count(cell) / self.quota(cell), 1.0)

    @cached_property
    def _counts(self) -> Counter[Cell]:
        return Counter(cell for view in self.views for cell in self.cells(view))

    @property
    def askable_cells(self) -> tuple[Cell, ...]:
        """The cells that can be requested: without landmarks of the first view, directions are not known."""
        no_directions = bool(self.views) and self.views[0].pose is None
        return tuple(cell for cell in Cell if not (no_directions and cell in DIRECTIONS))

    @property
    def progress(self) -> float:
        """The mean completeness of the cells that can be requested, 0..1; 1 if none is missing."""
        cells = self.askable_cells
        return sum(map(self.completeness, cells)) / len(cells)

    @property
    def reserved(self) -> int:
        """The number of samples that the missing cells need if no sample counts for several of them."""
        return sum(self.quota(cell) - self.count(cell) for cell in self.missing_cells())

    def missing_cells(self) -> tuple[Cell, ...]:
        """The incomplete cells, in the order in which they should be requested."""
        return tuple(cell for cell in self.askable_cells if self.completeness(cell) < 1)

    def is_needed(self, view: FaceView) -> bool:
        """Whether a view is in an incomplete cell."""
        return bool(self.cells(view) & set(self.missing_cells())) or not self.views


def _direction(head: Pose | None, first: Pose | None) -> Cell | None:
    """The direction of a head relative to the first view; None without landmarks."""
    if head is None:
        return None
    ahead = first or head
    low, high = _FIRST_PITCH_RANGE
    aside = (head.yaw - min(max(ahead.yaw, -_MAX_FIRST_YAW), _MAX_FIRST_YAW)) / MIN_TURN
    down = (head.pitch - min(max(ahead.pitch, low), high)) / MIN_NOD
    if max(abs(aside), abs(down)) < 1:
        return Cell.FRONT
    if abs(aside) >= abs(down):
        return Cell.LEFT if aside > 0 else Cell.RIGHT  # a turn to the person's left is one to the right in the picture
    return Cell.DOWN if down > 0 else Cell.UP


def _has_other_light(view: FaceView, first: FaceView) -> bool:
    current, reference = max(view.brightness, 1.0), max(first.brightness, 1.0)
    ratio = max(current / reference, reference / current)
    return ratio >= _BRIGHTNESS_RATIO or abs(view.balance - first.balance) >= _BALANCE_DIFFERENCE
