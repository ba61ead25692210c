"""The mean embedding of the observations of one face."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.faces.observation import QualityIssue

#: How many of the newest vectors are kept individually, for explanations: 10 kB per track.
_NEWEST_COUNT = 20
#: Maximum total weight. Older observations fade, so that a track of several hours still adapts.
_MAX_WEIGHT = 20.0

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class RunningMean:
    """The weighted mean of the embeddings of a face, and the newest of them."""

    attempts: int = 0  #: observations in all
    observations: int = 0  #: of these, the ones good enough to be counted in the mean
    max_width: int = 0  #: width of the largest face observed, in pixels
    issue: QualityIssue | None = None  #: of the newest observation, while none is good enough
    newest: tuple[Vector, ...] = ()  #: vectors that were counted, oldest first, each of shape (n,)
    _rejected: Vector | None = None  # the newest vector, while none is good enough
    _weighted_sum: Vector | None = None  # of the vectors that were counted
    _weight: float = 0.0  # of them, in all

    def with_observation(
        self, vector: Vector, weight: float, width: int = 0, issue: QualityIssue | None = None
    ) -> "RunningMean":
        """With one more observation. One of weight 0 is not counted.

        Parameters
        ----------
        vector : ndarray of float32, shape (n,)
            The face's embedding.
        weight : float
            Weight of the observation, 0..1 (`visavis.faces.observation.FaceObservation.weight`).
        width : int
            Width of the face, in pixels.
        issue
            Why the observation has weight 0, if it does.
        """
        attempts, max_width = self.attempts + 1, max(self.max_width, width)
        if weight > 0:
            return self._count(vector, weight, attempts, max_width)
        if self.observations:
            return replace(self, attempts=attempts, max_width=max_width)
        return RunningMean(attempts, 0, max_width, issue, _rejected=np.asarray(vector, np.float32))

    def _count(self, vector: Vector, weight: float, attempts: int, max_width: int) -> "RunningMean":
        total, total_weight = np.asarray(vector * weight, np.float32), weight
        if self._weighted_sum is not None:
            kept = min(1.0, max(_MAX_WEIGHT - weight, 0.0) / self._weight)
            total = np.asarray(self._weighted_sum * kept + vector * weight, np.float32)
            total_weight = self._weight * kept + weight
        return RunningMean(
            attempts,
            self.observations + 1,
            max_width,
            newest=(*self.newest, vector)[-_NEWEST_COUNT:],
            _weighted_sum=total,
            _weight=total_weight,
        )

    @property
    def mean(self) -> Vector | None:
        """The weighted mean, shape (n,). It is the shorter, the less the observations agree.

        While no observation is good enough, the newest vector; None before the first one.
        """
        if self._weighted_sum is None:
            return self._rejected
        return np.asarray(self._weighted_sum / self._weight, np.float32)

    def similarity(self, vector: Vector) -> float:
        """Cosine similarity of a vector with the mean, -1..1; 0 while no observation is good enough."""
        if self._weighted_sum is None:
            return 0.0
        lengths = float(np.linalg.norm(self._weighted_sum)) * float(np.linalg.norm(vector))
        return float(self._weighted_sum @ vector) / lengths if lengths > 0 else 0.0
