"""Bounding boxes and faces, in pixels of a picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.image import Image


@dataclass(frozen=True, slots=True)
class Box:
    """A bounding box in pixels of a picture. It may reach over the border.

    Raises
    ------
    ValueError
        If it is empty.
    """

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a box needs a size, not {self.width}x{self.height}")

    @property
    def right(self) -> int:
        """The first column to the right of the box."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row below the box."""
        return self.top + self.height

    @property
    def area(self) -> int:
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """(x, y)."""
        return self.left + self.width / 2, self.top + self.height / 2

    def expand(self, x: int, y: int | None = None) -> "Box":
        """The box with `x` more pixels on the left and right, and `y` (default: `x`) above and below."""
        y = x if y is None else y
        return Box(self.left - x, self.top - y, self.width + 2 * x, self.height + 2 * y)

    def shift(self, x: int, y: int) -> "Box":
        return Box(self.left + x, self.top + y, self.width, self.height)

    def clip(self, width: int, height: int) -> "Box | None":
        """The part inside a picture of that size, or None if there is none."""
        left, top = max(self.left, 0), max(self.top, 0)
        right, bottom = min(self.right, width), min(self.bottom, height)
        return Box(left, top, right - left, bottom - top) if left < right and top < bottom else None

    def intersection(self, other: "Box") -> int:
        """The number of pixels in both boxes."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def iou(self, other: "Box") -> float:
        """Intersection over union, 0..1."""
        intersection = self.intersection(other)
        return intersection / (self.area + other.area - intersection)

    def containment(self, other: "Box") -> float:
        """The share of the smaller box that lies in the other one, 0..1."""
        return self.intersection(other) / min(self.area, other.area)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A detected face."""

    box: Box
    landmarks: NDArray[np.float32] | None = None
    """Five points (x, y) in pixels of the picture, shape (5, 2): the eye on the picture's left, the eye on its right,
    the nose, the mouth's left and right corners; None if the detector finds boxes only."""
    probability: float | None = None
    """The detector's confidence, 0..1; None if it has none."""

    def shift(self, x: int, y: int) -> "Face":
        """The same face, with the origin of the picture moved by (-x, -y)."""
        landmarks = None if self.landmarks is None else self.landmarks + np.array((x, y), np.float32)
        return Face(self.box.shift(x, y), landmarks, self.probability)


def labeled_face(faces: Sequence[Face], width: int, height: int) -> Face | None:
    """The face of the person with whose name a picture of that size is labeled; None if there are no faces.

    Of the faces at least half as wide as the widest, the one nearest the center of the picture.
    """
    if not faces:
        return None
    min_width = max(face.box.width for face in faces) / 2

    def distance(face: Face) -> float:
        x, y = face.box.center
        return (x - width / 2) ** 2 + (y - height / 2) ** 2

    return min((face for face in faces if face.box.width >= min_width), key=distance)


FaceFinder = Callable[[Image], Sequence[Face]]
"""Detects faces: a BGR picture to its faces, in pixels of the picture."""
