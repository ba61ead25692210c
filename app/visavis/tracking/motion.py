"""Where a face goes between two looks at it: on, as fast as it went."""

import math
from dataclasses import dataclass
from typing import Self

from visavis.imaging.geometry import Box

#: Seconds over which a speed is averaged: less follows the noise of boxes, more overshoots where a head stops.
_MEMORY_S = 0.1
#: Seconds for which a face is believed to go on. A head that nobody has seen for longer has stopped or turned.
_LONGEST_S = 0.25


@dataclass(frozen=True, slots=True)
class Motion:
    """A box on its way. Constant velocity: measured, a Kalman filter gained nothing at 25 frames a second."""

    time: float  #: when it was seen, in seconds
    x: float  #: its center, in pixels
    y: float
    width: float
    height: float
    dx: float = 0.0  #: how fast its center moves, in pixels a second
    dy: float = 0.0

    @classmethod
    def of(cls, box: Box, time: float) -> Self:
        """A box that was seen for the first time: it stands still."""
        return cls(time, *box.center, box.width, box.height)

    def seen(self, box: Box, time: float) -> "Motion":
        """What is known once the face was seen again."""
        passed = time - self.time
        if passed <= 0:
            return Motion(time, *box.center, box.width, box.height, self.dx, self.dy)
        (x, y), new = box.center, 1 - math.exp(-passed / _MEMORY_S)
        dx = self.dx + new * ((x - self.x) / passed - self.dx)
        dy = self.dy + new * ((y - self.y) / passed - self.dy)
        return Motion(time, x, y, box.width, box.height, dx, dy)

    def at(self, time: float) -> Box:
        """Where the face should be at that time."""
        x, y = shift((self.dx, self.dy), time - self.time)
        return Box(
            round(self.x + x - self.width / 2),
            round(self.y + y - self.height / 2),
            round(self.width),
            round(self.height),
        )


def shift(velocity: tuple[float, float], passed: float) -> tuple[float, float]:
    """How far a face has gone, in pixels, `passed` seconds after it was seen with that velocity in pixels a second."""
    believed = min(max(passed, 0.0), _LONGEST_S)
    return velocity[0] * believed, velocity[1] * believed
