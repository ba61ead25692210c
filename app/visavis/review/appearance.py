"""Appearances: by what the review finds the same face again, so that it asks about a person once."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.faces import quality
from visavis.imaging.image import Image
from visavis.pipeline import Answer

#: Maximum distance of the fingerprints (64 bits) of near-duplicates.
_DUPLICATE_DISTANCE = 8


@dataclass(frozen=True, slots=True, eq=False)
class Appearance:
    """How a person appeared in one frame."""

    track: int | None
    fingerprint: int  #: of the view (`quality.fingerprint`)
    vector: NDArray[np.float32] | None = None
    """Mean embedding of the track, of unit length, shape (n,). None while there is no good observation."""

    @classmethod
    def of(cls, image: Image, answer: Answer) -> "Appearance":
        """The appearance of a face in a picture, which must overlap the picture."""
        return cls(answer.track, quality.fingerprint(image, answer.face.box), _mean_direction(answer))

    def without_vector(self) -> "Appearance":
        """A copy without the vector, which another network does not understand."""
        return replace(self, vector=None)

    def is_same_person(self, other: "Appearance", threshold: float | None) -> bool:
        """Whether both show one person: the same track, nearly the same view, or similar embeddings.

        Parameters
        ----------
        threshold : float or None
            Cosine from which two embeddings show one person (`Recognizer.outlier_threshold`). None: the embeddings of
            this network do not tell.
        """
        if self.track is not None and self.track == other.track:
            return True
        if quality.hamming_distance(self.fingerprint, other.fingerprint) <= _DUPLICATE_DISTANCE:
            return True
        if threshold is None or self.vector is None or other.vector is None:
            return False
        return self.vector.shape == other.vector.shape and float(self.vector @ other.vector) >= threshold


def _mean_direction(answer: Answer) -> NDArray[np.float32] | None:
    """The mean of the vectors of a track, scaled to unit length."""
    if not answer.vectors:
        return None
    mean = np.mean(answer.vectors, axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length, np.float32) if length > 0 else None
