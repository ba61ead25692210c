"""Verification of detections: O-Net rejects false alarms and finds the landmarks of the faces."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import CandidateSearch, FullSearch, LocalSearch, non_maximum_suppression
from visavis.faces import alignment
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.networks.engine import Engine

#: Least probability of a face that is detected again; lower than for a new one, because blinks and motion lower it.
#: Measured: a head tracked through 2,100 webcam frames never fell below 0.99.
_MIN_REDETECTED_PROBABILITY = 0.8
#: Least intersection over union of a face that is detected again with its expected box: heads do not jump.
_MIN_REDETECTED_IOU = 0.35
#: Least probability of a face of which the search itself was sure. Three more of 312 dark, tilted and truncated faces
#: are found.
_MIN_SURE_PROBABILITY = 0.5
#: Probability from which a search is sure of a candidate. The highest in 150 photos without faces was 0.37, and 0.74 in
#: the same photos turned by quarter turns.
_SURE_CANDIDATE = 0.75
#: Crops with a smaller range of values, of 255, are stretched to the whole range.
_MIN_CONTRAST = 128
#: Quantile of the values of a crop at which its range begins.
_LOW_QUANTILE = 0.02
#: Quantile of the values of a crop at which its range ends.
_HIGH_QUANTILE = 0.98


@dataclass(frozen=True, slots=True)
class VerifiedDetector:
    """Sensitive searches, and a network that rejects their false alarms.

    The landmarks determine the box of a face, so that it does not depend on the search that found the face.
    """

    rounds: Sequence[Sequence[CandidateSearch]]
    """The searches of each round. A round runs only if no round before it found a face."""
    onet: Engine  #: float32 (n, 48, 48, 3) RGB 0..255 to (n, 15)
    min_probability: float = 0.95
    """Least probability of a face, 0..1. How it was chosen: docs/detection.md."""
    quick: CandidateSearch | None = None
    """The search of these that takes by far the least time. None: there is no such search."""

    def __call__(self, image: Image) -> list[Face]:
        """Return the faces in a BGR picture, each with landmarks and probability, largest first."""
        return self.search(image, FullSearch())

    def search(self, image: Image, search: FullSearch) -> list[Face]:
        """See `Detector.search`; an area is searched by the quick search only, or else by the first round."""
        rounds = self.rounds
        if search.area is not None:
            rounds = [[self.quick]] if self.quick else self.rounds[:1]
        return self._run(image, rounds, lambda candidates: candidates.search(image, search))

    def search_locally(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `Detector.search_locally`; the other searches run only if the quick one finds no face."""
        rounds = self.rounds
        if self.quick:
            others = [[search for search in searches if search is not self.quick] for searches in rounds]
            rounds = [[self.quick], *others]
        return self._run(image, rounds, lambda candidates: candidates.search_locally(image, search))

    def search_candidates(self, image: Image, search: LocalSearch) -> list[Face]:
        """See `Detector.search_candidates`; by the quick search."""
        return self.quick.search_locally(image, search) if self.quick else []

    def redetect(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """See `Detector.redetect`; by O-Net alone, whose landmarks say where the face is now."""
        return [_confirm_face(box, face) for box, face in zip(boxes, self._inspect(image, boxes), strict=True)]

    def _run(
        self,
        image: Image,
        rounds: Sequence[Sequence[CandidateSearch]],
        find: Callable[[CandidateSearch], Sequence[Face]],
    ) -> list[Face]:
        """Return the verified faces of the first round that has any."""
        for searches in rounds:
            faces = self._verify(image, [face for search in searches for face in find(search)])
            if faces:
                return faces
        return []

    def is_upright(self, image: Image, face: Face) -> bool:
        """Whether a face that was found is surely upright.

        It is if it is probable enough whatever search found it, and more so than turned by 90, 180 or 270 degrees.
        """
        if (face.probability or 0) < self.min_probability:
            return False
        [crop] = _stretch_contrast(alignment.crops(image, alignment.squares([face.box])))
        turned = np.stack([np.rot90(crop, turns) for turns in range(4)])
        return int(self.onet(alignment.to_rgb(turned))[:, 14].argmax()) == 0

    def _verify(self, image: Image, candidates: Sequence[Face]) -> list[Face]:
        """Return the faces among candidates, the most probable of overlapping ones."""
        inspected = self._inspect(image, [candidate.box for candidate in candidates])
        faces = [
            _fit_box(face)
            for face, candidate in zip(inspected, candidates, strict=True)
            if (face.probability or 0) >= self._least_probability(candidate)
        ]
        return non_maximum_suppression(faces, lambda face: face.probability or 0)

    def _least_probability(self, candidate: Face) -> float:
        """Return how probable a candidate must be: less if the search was sure of it."""
        is_sure = (candidate.probability or 0) >= _SURE_CANDIDATE
        return min(self.min_probability, _MIN_SURE_PROBABILITY) if is_sure else self.min_probability

    def _inspect(self, image: Image, boxes: Sequence[Box]) -> list[Face]:
        """Return each box with the landmarks and the probability that O-Net gives it, whether it is a face or not."""
        if not boxes:
            return []
        squares = alignment.squares(boxes)
        crops = _stretch_contrast(alignment.crops(image, squares))
        points, probabilities = alignment.landmarks(self.onet(alignment.to_rgb(crops)), squares)
        return [
            Face(box, five, float(probability))
            for box, five, probability in zip(boxes, points.astype(np.float32), probabilities, strict=True)
        ]


def _confirm_face(expected: Box, inspected: Face) -> Face | None:
    """Return the face if it is still at its expected box, or None."""
    if (inspected.probability or 0) < _MIN_REDETECTED_PROBABILITY:
        return None
    face = _fit_box(inspected)
    return face if face.box.iou(expected) >= _MIN_REDETECTED_IOU else None


def _fit_box(face: Face) -> Face:
    """Return the face with the box that fits its landmarks."""
    assert face.landmarks is not None
    return Face(alignment.box_around(face.landmarks), face.landmarks, face.probability)


def _stretch_contrast(crops: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Stretch crops of low contrast to the whole range: O-Net does not recognize faces that are dark or pale.

    Parameters
    ----------
    crops : ndarray of uint8, shape (n, side, side, 3)

    Returns
    -------
    ndarray of uint8, shape (n, side, side, 3)
        Crops whose values cover half of the range or more are unchanged.
    """
    result = crops
    for index, crop in enumerate(crops):
        low, high = _value_range(crop)
        if high - low < _MIN_CONTRAST:
            result = result if result is not crops else crops.copy()
            result[index] = np.clip((crop - low) * (255 / max(high - low, 1)), 0, 255)
    return result


def _value_range(crop: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the percentiles 2 and 98 of the values of a crop. Counting is 15 times as fast as ``np.percentile``."""
    counts = np.bincount(crop.ravel(), minlength=256).cumsum()
    positions = [quantile * (crop.size - 1) for quantile in (_LOW_QUANTILE, _HIGH_QUANTILE)]
    ranks = [rank for position in positions for rank in (math.floor(position), math.ceil(position))]
    low, above_low, high, above_high = np.searchsorted(counts, ranks, "right").tolist()
    first, second = (position % 1 for position in positions)
    return low + first * (above_low - low), high + second * (above_high - high)
