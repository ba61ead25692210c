"""What all detectors of faces share: their interface, the kinds of searches, and non-maximum suppression."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from visavis.imaging.crop import cut_view
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image

#: Largest overlap of two faces, as a share of the smaller box. Measured: of 43 faces in groups none was lost to a
#: neighbor, and none has two boxes (docs/detection.md).
_MAX_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class FullSearch:
    """A search for faces of all sizes that the preset allows."""

    face_px: int | None = None
    """The picture is shrunk until the smallest face wanted has this width, in pixels, which makes the search quick
    however large the picture is. Cascades were trained at 20 pixels. None: the resolution of the preset."""
    area: Box | None = None
    """Only this part of the picture is searched, and only by the fastest search; cascades take larger steps from size
    to size. Measured with the preset `live` on whole pictures of 640x480: 7 ms of processor time instead of 40, and 243
    of 243 faces either way (docs/detection.md). None: all of it."""


@dataclass(frozen=True, slots=True)
class LocalSearch:
    """A fast search for a face of known size in a part of a picture."""

    area: Box  #: in pixels of the picture; what is outside of the picture is black; contains all of the face
    min_width: float  #: of a face, in pixels of the picture
    max_width: float  #: of a face, in pixels of the picture


class CandidateSearch(Protocol):
    """Finds everything that may be a face, false alarms included, in any order."""

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """Return the candidates in a BGR picture, in its pixels."""
        ...

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """Return the candidates of known size in a part of a BGR picture, in pixels of the whole picture."""
        ...


class Detector(Protocol):
    """Finds faces. All boxes are in pixels of the whole picture, and results are sorted by size, largest first."""

    def __call__(self, image: Image) -> list[Face]:
        """Return the faces in a picture: the most thorough search.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3)
            BGR.
        """
        ...

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """Return the faces of all sizes in a BGR picture, or in a part of it."""
        ...

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """Return the faces of known size in a part of a BGR picture."""
        ...

    def search_candidates(self, image: Image, search: LocalSearch) -> Sequence[Face]:
        """Return what may be a face of known size in a part of a BGR picture, false alarms included, in any order.

        Nothing verifies it. A detector without a quick search finds nothing.
        """
        ...

    def redetect(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """Find faces again that were at these boxes a moment ago; None for each face that is no longer there."""
        ...


def whole_picture(image: Image) -> Face:
    """Return all of a picture as a face: for tight cut-outs in which no face was found."""
    return Face(Box(0, 0, image.shape[1], image.shape[0]))


def search_area(box: Box) -> Box:
    """Return where to search for a face that was at `box`: it may have moved by half of its width and height."""
    return box.expand(box.width // 2, box.height // 2)


def cut_area(image: Image, area: Box | None) -> tuple[Image, int, int]:
    """Cut the part to be searched out of a picture; also return the pixel at its upper left corner, (left, top)."""
    return (image, 0, 0) if area is None else (cut_view(image, area), area.left, area.top)


def non_maximum_suppression(faces: Sequence[Face], score: Callable[[Face], float]) -> list[Face]:
    """Remove each face that overlaps one with a higher score; return the others, largest first.

    The overlap is a share of the smaller box, because a detection on a part of a face, such as one around the nose and
    the mouth, is inside the box of that face and is to be removed. ``cv2.dnn.NMSBoxes`` compares the intersection with
    the union, which is low for two boxes of so different sizes.
    """
    kept: list[Face] = []
    for face in sorted(faces, key=lambda face: -score(face)):
        if all(face.box.containment(other.box) <= _MAX_OVERLAP for other in kept):
            kept.append(face)
    return sorted(kept, key=lambda face: -face.box.area)
