"""The ring around a face that is captured: where it lies and which of its ticks are lit, decided without Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from visavis.enrollment.coverage import Cell
from visavis.imaging.geometry import Box

#: How many ticks the ring has; a quarter belongs to each direction.
TICKS = 60
#: Radius of the ring, in widths of the face's box: it leaves hair and chin inside.
_RADIUS = 0.86
#: Seconds in which the ring comes most of the way (1 - 1/e) to where the face is: calm, and not behind.
_FOLLOWS_S = 0.12
#: Where the middle of a direction lies on the ring, degrees clockwise from the picture's right. Who turns to their left
#: turns to the right of a picture of them; a mirror shows it on the left, where they see their left.
_ANGLES = {Cell.LEFT: 0.0, Cell.DOWN: 90.0, Cell.RIGHT: 180.0, Cell.UP: 270.0}
#: Where the ring is without a face: shares of the picture's shorter side.
_WAITING = 0.3


@dataclass(frozen=True, slots=True)
class RingCircle:
    """In pixels of the frame."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class CaptureRing:
    """What is painted over the picture while someone is captured."""

    circle: RingCircle
    filled: Mapping[Cell, float]  #: how much of each way of being seen is covered, 0..1
    asked: Cell | None  #: what is asked for now
    text: str  #: what the person is to do
    count: str  #: such as "7 of 20"
    several: bool = False  #: it is not clear whose face is meant

    def wanted(self, tick: int) -> bool:
        """Whether a tick belongs to the direction that is asked for."""
        return _place(tick)[0] is self.asked


def lit(filled: Mapping[Cell, float], tick: int) -> bool:
    """Whether a tick is covered: each quarter fills from its middle to both sides."""
    cell, away = _place(tick)
    return away < round(filled[cell] * TICKS / 4) / 2


def angle(tick: int) -> float:
    """Where a tick lies, degrees clockwise from the picture's right."""
    return 360.0 * (tick + 0.5) / TICKS - 45.0


def pointing(cell: Cell | None) -> float | None:
    """Where the arrow toward a direction lies, degrees clockwise from the picture's right; None where there is none."""
    return None if cell is None else _ANGLES.get(cell)


def _place(tick: int) -> tuple[Cell, float]:
    """The direction that a tick belongs to, and how many ticks it is away from the middle of it."""
    quarter, within = divmod(tick % TICKS, TICKS // 4)
    cell = (Cell.LEFT, Cell.DOWN, Cell.RIGHT, Cell.UP)[quarter]
    return cell, abs(within - (TICKS // 4 - 1) / 2)


class RingFollower:
    """A circle that follows a face smoothly. Moments are seconds on one clock that does not go back."""

    def __init__(self) -> None:
        self._circle: RingCircle | None = None
        self._moment = 0.0

    def to(self, box: Box | None, size: tuple[int, int], now: float) -> RingCircle:
        """Where the circle is now.

        Parameters
        ----------
        box : Box or None
            The face; without one the circle stays where it was, in the middle at first.
        size : tuple of int
            (width, height) of the frame.
        """
        if box is not None:
            x, y = box.center
            goal = RingCircle(x, y, _RADIUS * box.width)
        else:
            goal = self._circle or RingCircle(size[0] / 2, size[1] / 2, _WAITING * min(size))
        before = self._circle or goal
        share = 1 - math.exp(-max(now - self._moment, 0.0) / _FOLLOWS_S)
        self._moment = now
        self._circle = RingCircle(
            before.x + (goal.x - before.x) * share,
            before.y + (goal.y - before.y) * share,
            before.radius + (goal.radius - before.radius) * share,
        )
        return self._circle
