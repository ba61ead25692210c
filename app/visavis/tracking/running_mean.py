"""What the looks at one face say together."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visavis.faces.observation import QualityIssue

#: Of the newest looks, so many are kept each by itself, for whoever asks what they say: 10 kB a track.
_KEPT = 20
#: Full looks that count at most; older ones fade, so that a track of hours still learns, and has no more to carry.
_MOST = 20.0

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class RunningMean:
    """The weighted mean of the vectors of a face, and the newest of them."""

    tries: int = 0  #: looks there were
    looks: int = 0  #: of them, those that counted
    width: int = 0  #: the largest face looked at, in pixels
    flaw: QualityIssue | None = None  #: what was wrong with the newest, while none counts
    newest: tuple[Vector, ...] = ()  #: of the looks that counted, oldest first, each of shape (n,)
    _sum: Vector | None = None
    _weight: float = 0.0

    def learned(self, vector: Vector, weight: float, width: int = 0, flaw: QualityIssue | None = None) -> "RunningMean":
        """With one more look; one without weight says what is wrong, and no more.

        Parameters
        ----------
        vector : ndarray of float32, shape (n,)
            What the network said.
        weight : float
            What the look is worth, 0..1 (`visavis.faces.observation.FaceObservation.weight`).
        width : int
            Of the face, in pixels.
        flaw
            Why the look is worth nothing, if it is.
        """
        tries, widest = self.tries + 1, max(self.width, width)
        if weight <= 0:
            return (
                replace(self, tries=tries, width=widest)
                if self.looks
                else RunningMean(tries, 0, widest, flaw, (), np.asarray(vector, np.float32))
            )
        if not self.looks or self._sum is None:
            return RunningMean(tries, 1, widest, None, (vector,), np.asarray(vector * weight, np.float32), weight)
        kept = min(1.0, max(_MOST - weight, 0.0) / self._weight)
        total = np.asarray(self._sum * kept + vector * weight, np.float32)
        newest = (*self.newest, vector)[-_KEPT:]
        return RunningMean(tries, self.looks + 1, widest, None, newest, total, self._weight * kept + weight)

    @property
    def mean(self) -> Vector | None:
        """The weighted mean, shape (n,), shorter the less the looks agree; None before the first look.

        Where no look counts, it is the newest.
        """
        return self._sum if self._sum is None or not self.looks else np.asarray(self._sum / self._weight, np.float32)

    def likeness(self, vector: Vector) -> float:
        """The cosine of a vector with the mean, -1..1; 0 before the first look that counts."""
        if self._sum is None or not self.looks:
            return 0.0
        lengths = float(np.linalg.norm(self._sum)) * float(np.linalg.norm(vector))
        return float(self._sum @ vector) / lengths if lengths > 0 else 0.0
