"""Where a face is: boxes and faces, in pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.imaging.image import Image


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of a frame; it may reach over the border.

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
        """The first column that is not inside."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row that is not inside."""
        return self.top + self.height

    @property
    def area(self) -> int:
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """(x, y)."""
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, x: int, y: int | None = None) -> "Box":
        """The box with `x` pixels more on the left and the right, and `y` (default: `x`) above and below."""
        y = x if y is None else y
        return Box(self.left - x, self.top - y, self.width + 2 * x, self.height + 2 * y)

    def moved(self, x: int, y: int) -> "Box":
        return Box(self.left + x, self.top + y, self.width, self.height)

    def clipped(self, width: int, height: int) -> "Box | None":
        """The part inside a picture of that size, or None if none is."""
        left, top = max(self.left, 0), max(self.top, 0)
        right, bottom = min(self.right, width), min(self.bottom, height)
        return Box(left, top, right - left, bottom - top) if left < right and top < bottom else None

    def shared(self, other: "Box") -> int:
        """How many pixels lie in both."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0) * max(down, 0)

    def overlap(self, other: "Box") -> float:
        """Intersection over union, 0..1."""
        shared = self.shared(other)
        return shared / (self.area + other.area - shared)

    def covers(self, other: "Box") -> float:
        """How much of the smaller one lies on the larger, 0..1."""
        return self.shared(other) / min(self.area, other.area)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A face found in a picture."""

    box: Box
    landmarks: NDArray[np.float32] | None = None
    """Five points (x, y) in pixels of the picture, shape (5, 2): the eye on the picture's left, the eye on its right,
    the nose, the mouth's left and right corners; None where the detector finds boxes only."""
    probability: float | None = None
    """How surely this is a face, 0..1; None where the detector does not say."""

    def moved(self, x: int, y: int) -> "Face":
        """The same face in a picture whose origin lies elsewhere."""
        landmarks = None if self.landmarks is None else self.landmarks + np.array((x, y), np.float32)
        return Face(self.box.moved(x, y), landmarks, self.probability)


def meant(faces: Sequence[Face], width: int, height: int) -> Face | None:
    """The face that a labeled picture of that size is about; None if there are no faces.

    Of those at least half as wide as the widest, the one whose center is nearest the picture's.
    """
    if not faces:
        return None
    least = max(face.box.width for face in faces) / 2

    def distance(face: Face) -> float:
        x, y = face.box.center
        return (x - width / 2) ** 2 + (y - height / 2) ** 2

    return min((face for face in faces if face.box.width >= least), key=distance)


FaceFinder = Callable[[Image], Sequence[Face]]
"""A BGR picture to its faces, in pixels of the picture."""
