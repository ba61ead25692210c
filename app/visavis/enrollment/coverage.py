"""How well someone's samples cover the ways in which they may be seen: what is there, and what to ask for next.

It guides and never blocks: whoever cannot turn their head is enrolled from the front.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from visavis.faces.pose import Pose

#: From here on a head is turned to a side: distances between the eyes (`Pose.yaw`). Measured: half of 239 LFW faces lie
#: within 0.09, and two webcam clips of a man who moves his head reach 0.2.
TURN = 0.12
#: ... or up or down: shares of the way from the eyes to the mouth (`Pose.pitch`), from where that person's nose lies
#: when they look straight ahead. Heads differ more than that (0.36 for the man of the clips, 0.56 in the middle of
#: LFW), so the first view says where it lies. Measured: half of the LFW faces lie within 0.07 of the middle.
NOD = 0.07
#: How far the first view may be from the middle of all people, and is still taken for straight ahead.
_STRAIGHT_YAW = 0.1
_STRAIGHT_PITCH = (0.3, 0.7)
#: Nearer and farther than the first view: widths of the face, relative to it.
_NEARER, _FARTHER = 1.25, 0.8
#: Nobody need come nearer than this share of the picture's shorter side,
_NEAREST = 0.5
#: ... or go farther than this width in pixels, below which pictures are refused as too small.
_FARTHEST = 90
#: Another light: by so much brighter or darker, or so much more light from one side (`FaceView.balance`).
_BRIGHTER, _BALANCE = 1.35, 0.15


class Cell(Enum):
    """One way of being seen. Left and right are the person's own."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEAR = "near"
    FAR = "far"
    LIGHT = "light"


#: Cells that are directions of the head; a view lies in at most one of them.
DIRECTIONS = (Cell.FRONT, Cell.LEFT, Cell.RIGHT, Cell.UP, Cell.DOWN)
#: Of twenty samples, how many each cell is to have; a sample can count for several, so there is room for others.
_OF_TWENTY = dict.fromkeys(DIRECTIONS, 3) | {Cell.FRONT: 4, Cell.NEAR: 2, Cell.FAR: 2, Cell.LIGHT: 1}


@dataclass(frozen=True, slots=True)
class FaceView:
    """One picture of a face, as far as it matters here."""

    pose: Pose | None  #: None where the detector finds no landmarks
    width: int  #: of the face's box, in pixels
    room: int  #: the picture's shorter side, in pixels
    brightness: float  #: mean gray, 0..255
    balance: float  #: light from the sides, -1..1: (left - right) / (left + right), means of the picture's halves


@dataclass(frozen=True, slots=True)
class Coverage:
    """The views taken so far, out of `wanted`. The first one says what straight ahead, near and bright mean."""

    wanted: int = 20
    views: tuple[FaceView, ...] = ()

    def added(self, view: FaceView) -> Self:
        return replace(self, views=(*self.views, view))

    def without(self, removed: Iterable[int]) -> Self:
        """The coverage without the views of those numbers."""
        gone = set(removed)
        return replace(self, views=tuple(view for number, view in enumerate(self.views) if number not in gone))

    def cells(self, view: FaceView) -> frozenset[Cell]:
        """Where a view lies, seen beside those that are there; it need not be one of them."""
        first = self.views[0] if self.views else view
        direction = _direction(view.pose, first.pose)
        found = {direction} if direction else set()
        if view.width >= min(_NEARER * first.width, _NEAREST * view.room):
            found.add(Cell.NEAR)
        if view.width <= max(_FARTHER * first.width, _FARTHEST):
            found.add(Cell.FAR)
        straight = direction in {Cell.FRONT, None}  # the shadows of a head turn with it
        if straight and _lit_otherwise(view, first):
            found.add(Cell.LIGHT)
        return frozenset(found)

    def count(self, cell: Cell) -> int:
        """How many views lie in a cell."""
        return sum(cell in self.cells(view) for view in self.views)

    def quota(self, cell: Cell) -> int:
        """How many are enough."""
        return max(1, round(_OF_TWENTY[cell] * self.wanted / 20))

    def filled(self, cell: Cell) -> float:
        """How much of a cell is covered, 0..1."""
        return min(self.count(cell) / self.quota(cell), 1.0)

    def missing(self) -> tuple[Cell, ...]:
        """The cells of which there is not enough, in the order in which they are best asked for.

        Directions that cannot be told, for want of landmarks, are not asked for.
        """
        blind = bool(self.views) and self.views[0].pose is None
        asked = [cell for cell in Cell if not (blind and cell in DIRECTIONS)]
        return tuple(cell for cell in asked if self.filled(cell) < 1)

    def adds(self, view: FaceView) -> bool:
        """Whether a view lies in a cell of which there is not enough."""
        return bool(self.cells(view) & set(self.missing())) or not self.views


def _direction(head: Pose | None, first: Pose | None) -> Cell | None:
    """Which way a head is turned, seen beside the first view of it."""
    if head is None:
        return None
    ahead = first or head
    low, high = _STRAIGHT_PITCH
    aside = (head.yaw - min(max(ahead.yaw, -_STRAIGHT_YAW), _STRAIGHT_YAW)) / TURN
    down = (head.pitch - min(max(ahead.pitch, low), high)) / NOD
    if max(abs(aside), abs(down)) < 1:
        return Cell.FRONT
    if abs(aside) >= abs(down):
        return Cell.LEFT if aside > 0 else Cell.RIGHT  # who turns left turns to the right of a picture of them
    return Cell.DOWN if down > 0 else Cell.UP


def _lit_otherwise(view: FaceView, first: FaceView) -> bool:
    light, before = max(view.brightness, 1.0), max(first.brightness, 1.0)
    return max(light / before, before / light) >= _BRIGHTER or abs(view.balance - first.balance) >= _BALANCE
