"""Areas of regions: parts of a picture as shares of its sides, stored or upright."""

import math
from dataclasses import dataclass

from visavis.imaging.geometry import Box

#: Least share of the smaller of two areas that lies in the other one, for both to be one face. Programs draw the box of
#: a face differently: around eyes and mouth, or around the whole head.
_MIN_CONTAINMENT = 0.5
#: Largest share that is taken for one: a box that reaches three pictures over the border is none.
_MAX_SHARE = 3.0
#: Least intersection over union of the same. A box with three times the side has 0.11.
_MIN_IOU = 0.1


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, as shares of the picture's width and height from its left and upper border."""

    left: float
    top: float
    width: float
    height: float

    def to_upright(self, orientation: int) -> "Area":
        """Where the area of a stored picture is in the upright one.

        Parameters
        ----------
        orientation : int
            1 to 8, of the stored picture (EXIF 2.32, tag 274).
        """
        x, y, right, bottom = self.left, self.top, self.left + self.width, self.top + self.height
        left, top = {
            1: (x, y),
            2: (1 - right, y),
            3: (1 - right, 1 - bottom),
            4: (x, 1 - bottom),
            5: (y, x),
            6: (1 - bottom, x),
            7: (1 - bottom, 1 - right),
            8: (y, 1 - right),
        }[orientation]
        width, height = (self.height, self.width) if swaps_sides(orientation) else (self.width, self.height)
        return Area(left, top, width, height)

    def to_stored(self, orientation: int) -> "Area":
        """Where the area of an upright picture is in the stored one."""
        return self.to_upright({6: 8, 8: 6}.get(orientation, orientation))

    def box_in(self, width: int, height: int, orientation: int) -> Box | None:
        """The box in an upright picture of that size, in pixels; None if it is not in the picture, or has no size."""
        numbers = (self.left, self.top, self.width, self.height)
        if not all(math.isfinite(number) and abs(number) < _MAX_SHARE for number in numbers):
            return None
        if self.width <= 0 or self.height <= 0:
            return None
        area = self.to_upright(orientation)
        left, top = round(area.left * width), round(area.top * height)
        box = Box(left, top, max(round(area.width * width), 1), max(round(area.height * height), 1))
        return None if box.clip(width, height) is None else box

    @classmethod
    def of(cls, box: Box, width: int, height: int) -> "Area":
        return cls(box.left / width, box.top / height, box.width / width, box.height / height)


def swaps_sides(orientation: int) -> bool:
    """Whether the upright picture is as wide as the stored one is high."""
    return orientation >= 5


def is_same_face(one: Box, two: Box) -> bool:
    """Whether two boxes, drawn by different programs, can be those of one face."""
    return one.containment(two) >= _MIN_CONTAINMENT and one.iou(two) >= _MIN_IOU
