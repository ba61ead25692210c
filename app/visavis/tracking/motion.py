"""Motion prediction: where a tracked face moves between two frames."""

import math
from dataclasses import dataclass
from typing import Self

from visavis.imaging.geometry import Box

#: Time constant of the velocity average, in seconds. A smaller one follows the noise of the boxes, a larger one
#: overshoots when a head stops.
_TIME_CONSTANT_S = 0.1
#: Seconds for which a motion is extrapolated. A head not seen for longer has stopped or turned.
_MAX_EXTRAPOLATION_S = 0.25


@dataclass(frozen=True, slots=True)
class Motion:
    """A moving box with constant velocity. Measured: a Kalman filter gained nothing at 25 frames a second."""

    time: float  #: when the box was seen, in seconds
    x: float  #: its center, in pixels
    y: float
    width: float
    height: float
    dx: float = 0.0  #: velocity of the center, in pixels per second
    dy: float = 0.0

    @classmethod
    def at_rest(cls, box: Box, time: float) -> Self:
        """A box seen for the first time."""
        return cls(time, *box.center, box.width, box.height)

    def with_box(self, box: Box, time: float) -> "Motion":
        """Updated with the box seen at `time`."""
        elapsed = time - self.time
        if elapsed <= 0:
            return Motion(time, *box.center, box.width, box.height, self.dx, self.dy)
        (x, y), weight = box.center, 1 - math.exp(-elapsed / _TIME_CONSTANT_S)
        dx = self.dx + weight * ((x - self.x) / elapsed - self.dx)
        dy = self.dy + weight * ((y - self.y) / elapsed - self.dy)
        return Motion(time, x, y, box.width, box.height, dx, dy)

    def box_at(self, time: float) -> Box:
        """The predicted box at `time`."""
        x, y = displacement((self.dx, self.dy), time - self.time)
        return Box(
            round(self.x + x - self.width / 2),
            round(self.y + y - self.height / 2),
            round(self.width),
            round(self.height),
        )


def displacement(velocity: tuple[float, float], elapsed: float) -> tuple[float, float]:
    """How far a face has moved, in pixels, `elapsed` seconds after it had this velocity in pixels per second."""
    seconds = min(max(elapsed, 0.0), _MAX_EXTRAPOLATION_S)
    return velocity[0] * seconds, velocity[1] * seconds
