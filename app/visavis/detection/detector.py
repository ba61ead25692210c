"""What every detector of faces is, and what detectors share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image

#: How wide the smallest face may be in what is searched for faces of known size, in pixels: larger ones are searched
#: shrunk. Cascades were learned at 20 pixels; O-Net looks at 48.
_WIDE_ENOUGH = 64


#: Where more than this of the smaller of two boxes lies on the larger, they are one face. Measured: of 43 faces in
#: groups none was lost to a neighbor, and none has two boxes (docs/detection.md).
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class SearchArea:
    """What is looked for and where: by default all of a picture, for faces of the preset's sizes."""

    place: Box | None = None  #: pixels of the picture; what lies outside is black; a face must lie in it wholly
    least: float | None = None  #: width of the smallest face, in pixels of the picture
    largest: float | None = None  #: width of the largest
    wide: int | None = None  #: the picture may be shrunk until the smallest face is as wide; None: it is not
    brief: bool = False  #: in larger steps from size to size


class Detector(Protocol):
    """Whatever finds faces."""

    def __call__(self, image: Image) -> list[Face]:
        """The faces in a BGR picture, largest first."""
        ...

    def within(self, image: Image, place: Box, least: float, largest: float) -> list[Face]:
        """The faces in a part of a picture, where it is known how large they are: quick.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR, all of it.
        place : Box
            What part to search, in pixels of `image`; what lies outside is black. A face must lie in it wholly.
        least, largest : float
            How wide a face is, in pixels of `image`.

        Returns
        -------
        list of Face
            Largest first, in pixels of `image`.
        """
        ...

    def glance(self, image: Image, finest: int, place: Box | None = None) -> list[Face]:
        """The faces in a BGR picture, searched at a low resolution, for video: quick, however large the picture.

        Parameters
        ----------
        finest : int
            How wide the smallest face wanted is in what is searched, in pixels. Cascades were learned at 20.
        place : Box, optional
            What part to search, in pixels of `image`, and briefly: by the quickest searches only, in steps twice as
            large. Measured at 640x480: 16 ms of processor instead of 27, and 206 of 214 faces instead of 211.
        """
        ...

    def follow(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """The face that is where each box says, or hardly beside; None where there is none."""
        ...


#: All that may be a face in a BGR picture, in any order; the more the better.
CandidateSearch = Callable[[Image, SearchArea], list[Face]]


def whole(image: Image) -> Face:
    """The face where a tight cut-out is one, though no detector finds it: all of it."""
    return Face(Box(0, 0, image.shape[1], image.shape[0]))


def around(box: Box) -> Box:
    """Where to search for a face that was in `box`: twice as wide and high, so that it may have moved by half of it."""
    return box.grown(box.width // 2, box.height // 2)


def brief(place: Box | None, finest: int) -> SearchArea:
    """The part of a picture that a glance is at (`Detector.glance`)."""
    return SearchArea(place, wide=finest, brief=place is not None)


def known(place: Box, least: float, largest: float) -> SearchArea:
    """The part of a picture where faces of known size are looked for: quick."""
    return SearchArea(place, least, largest, _WIDE_ENOUGH)


def distinct(boxes: Sequence[Box]) -> list[Box]:
    """The boxes without those that lie on a larger one, largest first."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box.area):
        if all(box.covers(other) <= _SAME for other in kept):
            kept.append(box)
    return kept


def distinct_faces(faces: Sequence[Face]) -> list[Face]:
    """The faces without those that lie on a surer one, or around it, largest first."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda face: -(face.probability or 0)):
        if all(face.box.covers(other.box) <= _SAME for other in kept):
            kept.append(face)
    return sorted(kept, key=lambda face: -face.box.area)
