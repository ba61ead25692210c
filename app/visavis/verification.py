"""Second opinion on a cascade's boxes: O-Net keeps the faces and says where eyes, nose and mouth are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from visavis import alignment
from visavis.detection import distinct_faces
from visavis.geometry import Box, Face
from visavis.images import Image
from visavis.inference import Engine

#: Crops whose values span less than this, of 255, are stretched.
_FLAT = 128


class Search(Protocol):
    """Whatever finds places that may be faces; the more the better."""

    def rounds(self) -> Sequence[Callable[[Image], Sequence[Face]]]:
        """The searches of a picture; a later one runs only where those before found no face."""
        ...

    def candidates(self, image: Image, place: Box, least: float, largest: float) -> Sequence[Face]:
        """What may be a face in a part of it; see `visavis.detection.Detector.within`."""
        ...


@dataclass(frozen=True, slots=True)
class VerifiedDetector:
    """A search that may be over-eager, and a network that takes back its false alarms."""

    search: Search
    network: Engine  #: O-Net: float32 (n, 48, 48, 3) RGB 0..255 to (n, 15)
    least_probability: float = 0.95
    """Of a face, 0..1: what is less likely is taken back. How it was chosen: docs/detection.md."""

    rough: bool = False  #: the search's boxes are not those of cascades: faces get such as fit their landmarks

    def __call__(self, image: Image) -> list[Face]:
        """The faces in a BGR picture, each with landmarks and probability, largest first; one for each place."""
        return next((faces for search in self.search.rounds() if (faces := self._verified(image, search(image)))), [])

    def within(self, image: Image, place: Box, least: float, largest: float) -> list[Face]:
        """See `visavis.detection.Detector.within`."""
        return self._verified(image, self.search.candidates(image, place, least, largest))

    def _verified(self, image: Image, found: Sequence[Face]) -> list[Face]:
        if not found:
            return []
        places = alignment.squares([face.box for face in found])
        outputs = self.network(alignment.prepare(_lit(alignment.crops(image, places))))
        points, probabilities = alignment.landmarks(outputs, places)
        faces = [
            Face(alignment.box_around(five) if self.rough else face.box, five, float(probability))
            for face, five, probability in zip(found, points.astype(np.float32), probabilities, strict=True)
            if probability >= self.least_probability
        ]
        return distinct_faces(faces)


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
    low, high = np.percentile(crops, (2, 98), axis=(1, 2, 3), keepdims=True)
    span = np.maximum(high - low, 1)
    stretched = np.clip((crops - low) * (255 / span), 0, 255)
    return np.where(span < _FLAT, stretched, crops).astype(np.uint8)
