"""Second opinion on a cascade's boxes: O-Net keeps the faces and says where eyes, nose and mouth are."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.detection.detector import CandidateSearch, SearchArea, brief, distinct_faces, known
from visavis.faces import alignment
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.networks.engine import Engine

#: Least probability of a face that was one a frame ago: blinks and motion cost some. Measured: a head followed through
#: 2,100 webcam frames never fell below 0.99.
_STILL_A_FACE = 0.8
#: Least intersection over union of a followed face with where it should be: heads do not jump.
_LEAST_OVERLAP = 0.35
#: Crops whose values span less than this, of 255, are stretched.
_FLAT = 128


@dataclass(frozen=True, slots=True)
class VerifiedDetector:
    """Searches that may be over-eager, and a network that takes back their false alarms.

    The boxes are laid by the landmarks that it finds: the same for a face, whichever search found it.
    """

    rounds: Sequence[Sequence[CandidateSearch]]
    """Searches that run together; those of a later round run only where those before found no face."""
    network: Engine  #: O-Net: float32 (n, 48, 48, 3) RGB 0..255 to (n, 15)
    least_probability: float = 0.95
    """Of a face, 0..1: what is less likely is taken back. How it was chosen: docs/detection.md."""

    def __call__(self, image: Image) -> list[Face]:
        """The faces in a BGR picture, each with landmarks and probability, largest first; one for each place."""
        return self._searched(image, SearchArea())

    def within(self, image: Image, place: Box, least: float, largest: float) -> list[Face]:
        """See `visavis.detection.detector.Detector.within`."""
        return self._searched(image, known(place, least, largest))

    def glance(self, image: Image, finest: int, place: Box | None = None) -> list[Face]:
        """See `visavis.detection.detector.Detector.glance`; in a place, by the first round only."""
        part = brief(place, finest)
        return self._searched(image, part) if place is None else self._found(image, part, self.rounds[0])

    def follow(self, image: Image, boxes: Sequence[Box]) -> list[Face | None]:
        """See `Detector.follow`; by the network alone, whose landmarks say where the face is now."""
        return [self._followed(box, face) for box, face in zip(boxes, self._seen(image, boxes), strict=True)]

    def _followed(self, before: Box, seen: Face) -> Face | None:
        if (seen.probability or 0) < _STILL_A_FACE:
            return None
        face = _fitted(seen)
        return face if face.box.overlap(before) >= _LEAST_OVERLAP else None

    def _searched(self, image: Image, part: SearchArea) -> list[Face]:
        """What the first round finds that finds anybody."""
        for searches in self.rounds:
            faces = self._found(image, part, searches)
            if faces:
                return faces
        return []

    def _found(self, image: Image, part: SearchArea, searches: Sequence[CandidateSearch]) -> list[Face]:
        """What these searches find that is a face."""
        seen = self._seen(image, [face.box for search in searches for face in search(image, part)])
        return distinct_faces([_fitted(face) for face in seen if (face.probability or 0) >= self.least_probability])

    def _seen(self, image: Image, boxes: Sequence[Box]) -> list[Face]:
        """What the network sees in each box, face or not."""
        if not boxes:
            return []
        places = alignment.squares(boxes)
        outputs = self.network(alignment.prepare(_lit(alignment.crops(image, places))))
        points, probabilities = alignment.landmarks(outputs, places)
        return [
            Face(box, five, float(probability))
            for box, five, probability in zip(boxes, points.astype(np.float32), probabilities, strict=True)
        ]


def _fitted(face: Face) -> Face:
    """The face with the box that fits its landmarks."""
    assert face.landmarks is not None
    return Face(alignment.box_around(face.landmarks), face.landmarks, face.probability)


def _lit(crops: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The crops, those that are dark or pale stretched to the whole range: O-Net does not recognize such faces.

    Parameters
    ----------
    crops : ndarray of uint8, shape (n, side, side, 3)

    Returns
    -------
    ndarray of uint8, shape (n, side, side, 3)
        Crops whose values span half of the range or more stay as they are.
    """
    result = crops
    for index, crop in enumerate(crops):
        low, high = _span(crop)
        if high - low < _FLAT:
            result = result if result is not crops else crops.copy()
            result[index] = np.clip((crop - low) * (255 / max(high - low, 1)), 0, 255)
    return result


def _span(crop: NDArray[np.uint8]) -> tuple[float, float]:
    """Percentiles 2 and 98 of a crop's values. By counting: fifteen times as fast as ``np.percentile``."""
    counts = np.bincount(crop.ravel(), minlength=256).cumsum()
    places = (0.02 * (crop.size - 1), 0.98 * (crop.size - 1))
    ranks = [rank for place in places for rank in (math.floor(place), math.ceil(place))]
    low, above_low, high, above_high = np.searchsorted(counts, ranks, "right").tolist()
    first, second = (place % 1 for place in places)
    return low + first * (above_low - low), high + second * (above_high - high)
