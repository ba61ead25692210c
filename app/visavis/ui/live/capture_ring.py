"""Geometry of the capture ring around a face: position and covered ticks, computed without Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from visavis.enrollment.coverage import Cell
from visavis.imaging.geometry import Box

#: Number of ticks of the ring; a quarter belongs to each direction.
TICKS = 60
#: Radius of the ring, in box widths: hair and chin stay inside.
_RADIUS = 0.86
#: Time constant of the ring's motion toward the face, in seconds (it covers 1 - 1/e of the way): smooth, without lag.
_TIME_CONSTANT_S = 0.12
#: Center of each direction on the ring, in degrees clockwise from the right edge of the picture. A person who turns to
#: their left turns to the right of the picture; a mirrored view shows it on the left.
_ANGLES = {Cell.LEFT: 0.0, Cell.DOWN: 90.0, Cell.RIGHT: 180.0, Cell.UP: 270.0}
#: Radius of the ring while there is no face, as a share of the picture's shorter side.
_IDLE_RADIUS = 0.3


@dataclass(frozen=True, slots=True)
class RingCircle:
    """A circle in pixels of the frame."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class CaptureRing:
    """Everything that is painted over the picture in capture mode."""

    circle: RingCircle
    filled: Mapping[Cell, float]  #: coverage of each cell, 0..1
    asked: Cell | None  #: the requested cell
    text: str  #: the instruction
    count: str  #: such as "3 of 8 views · 7 pictures"
    progress: float = 0.0  #: of all views, 0..1
    several: bool = False  #: several faces: it is ambiguous whom to capture

    def is_requested(self, tick: int) -> bool:
        """Whether a tick belongs to the requested direction."""
        return _place(tick)[0] is self.asked


def is_covered(filled: Mapping[Cell, float], tick: int) -> bool:
    """Whether a tick is covered: each quarter fills from its center to both sides."""
    cell, away = _place(tick)
    return away < round(filled[cell] * TICKS / 4) / 2


def tick_angle(tick: int) -> float:
    """The angle of a tick, in degrees clockwise from the right edge of the picture."""
    return 360.0 * (tick + 0.5) / TICKS - 45.0


def arrow_angle(cell: Cell | None) -> float | None:
    """The angle of the arrow for a cell, in degrees clockwise from the right; None where the cell has no direction."""
    return None if cell is None else _ANGLES.get(cell)


def _place(tick: int) -> tuple[Cell, float]:
    """The direction of a tick, and its distance from the center of that direction, in ticks."""
    quarter, within = divmod(tick % TICKS, TICKS // 4)
    cell = (Cell.LEFT, Cell.DOWN, Cell.RIGHT, Cell.UP)[quarter]
    return cell, abs(within - (TICKS // 4 - 1) / 2)


class RingFollower:
    """A circle that follows a face smoothly. Times are seconds on one monotonic clock."""

    def __init__(self) -> None:
        self._circle: RingCircle | None = None
        self._moment = 0.0

    def to(self, box: Box | None, size: tuple[int, int], now: float) -> RingCircle:
        """Move the circle toward the face and return it.

        Parameters
        ----------
        box : Box or None
            The face; without one the circle stays in place, initially in the center.
        size : tuple of int
            (width, height) of the frame.
        """
        if box is not None:
            x, y = box.center
            goal = RingCircle(x, y, _RADIUS * box.width)
        else:
            goal = self._circle or RingCircle(size[0] / 2, size[1] / 2, _IDLE_RADIUS * min(size))
        before = self._circle or goal
        share = 1 - math.exp(-max(now - self._moment, 0.0) / _TIME_CONSTANT_S)
        self._moment = now
        self._circle = RingCircle(
            before.x + (goal.x - before.x) * share,
            before.y + (goal.y - before.y) * share,
            before.radius + (goal.radius - before.radius) * share,
        )
        return self._circle
