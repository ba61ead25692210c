"""Faces in pictures that lie on a side or upside down, such as scans and photos without a note on their orientation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import CandidateSearch, Detector, FullSearch, LocalSearch
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image

#: Quarter turns, counterclockwise, after which a picture is searched.
_QUARTER_TURNS = (1, 2, 3)
#: Least probability, for the network, of a face in a turned picture. Of 517 upright faces of LFW, 99 % had more than
#: 0.89. The highest in 150 photos without faces, turned to the three sides, was 0.74.
_MIN_PROBABILITY = 0.8


@dataclass(frozen=True, slots=True)
class OrientingDetector:
    """A detector that searches a still without an upright face again, turned by 90, 180 or 270 degrees.

    Only `__call__` turns the picture: a video is upright, and each of its frames without a face would cost more.
    """

    detector: Detector
    """Finds upright faces."""
    is_upright: Callable[[Image, Face], bool]
    """Whether a face that was found is surely upright. Two fifths of upside-down faces are found as if they were
    upright, with the landmarks at wrong places (docs/detection.md)."""
    network: CandidateSearch
    """Finds upright faces quickly, and its probabilities tell which way up they are."""

    def __call__(self, image: Image) -> list[Face]:
        """Return the faces in a BGR picture, in its own pixels, largest first.

        All of them are the same way up. Their landmarks say which, so that aligned chips are upright.
        """
        faces = self.detector(image)
        if self.has_upright(image, faces):
            return faces
        as_it_is = self._probability(image) if faces else 0.0
        probabilities = {turns: self._probability(_turn(image, turns)) for turns in _QUARTER_TURNS}
        turns = max(probabilities, key=lambda turns: probabilities[turns])
        if probabilities[turns] < _MIN_PROBABILITY or probabilities[turns] <= as_it_is:
            return faces
        return self._search_turned(image, turns) or faces

    def has_upright(self, image: Image, faces: Sequence[Face]) -> bool:
        """Whether any of these faces is surely upright."""
        return any(self.is_upright(image, face) for face in faces)

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """See `Detector.search`."""
        return self.detector.search(image, search)

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `Detector.search_locally`."""
        return self.detector.search_locally(image, search)

    def search_candidates(self, image: Image, search: LocalSearch) -> Sequence[Face]:
        """See `Detector.search_candidates`."""
        return self.detector.search_candidates(image, search)

    def redetect(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """See `Detector.redetect`."""
        return self.detector.redetect(image, boxes)

    def _probability(self, image: Image) -> float:
        """Return the probability of the most probable upright face."""
        faces = self.network.search(image, FullSearch())
        return max((face.probability or 0.0 for face in faces), default=0.0)

    def _search_turned(self, image: Image, turns: int) -> list[Face]:
        turned = _turn(image, turns)
        return [_turn_back(face, turned.shape[:2], turns) for face in self.detector(turned)]


def _turn(image: Image, turns: int) -> Image:
    return np.ascontiguousarray(np.rot90(image, turns))


def _turn_back(face: Face, size: tuple[int, ...], turns: int) -> Face:
    """Return a face of a turned picture in pixels of the picture before it was turned.

    Parameters
    ----------
    face : Face
        In pixels of the turned picture.
    size : tuple of int
        Height and width of the turned picture.
    turns : int
        Quarter turns, counterclockwise, that made the turned picture.
    """
    box, points = face.box, face.landmarks
    for _ in range(turns):
        box, points, size = _turn_clockwise(box, points, size)
    return Face(box, points, face.probability)


def _turn_clockwise(
    box: Box, points: NDArray[np.float32] | None, size: tuple[int, ...]
) -> tuple[Box, NDArray[np.float32] | None, tuple[int, ...]]:
    """Turn a box, landmarks and the size (height, width) of a picture by 90 degrees clockwise."""
    height, width = size
    turned = Box(height - box.bottom, box.left, box.height, box.width)
    # the center of a pixel is at 0, so the last row is at height - 1
    moved = None if points is None else np.column_stack([height - 1 - points[:, 1], points[:, 0]])
    return turned, moved, (width, height)
