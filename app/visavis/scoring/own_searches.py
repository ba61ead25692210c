"""Own searches: the enrolled people, each searched for as a stranger in the gallery without them.

They show how often strangers would be named in front of this user's camera. They count only as far as they contradict
the shipped calibration: few searches say little, and pictures of one person resemble each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.confidence import rate_interval

#: Intraclass correlation of a person's pictures: how far they agree on resembling someone else. Measured on 20 people
#: of Labeled Faces in the Wild: of the variance of the cosines with other people's templates, 0.62 lies between pairs
#: of people. With 0.4, the intervals contained the true rate in at least 95 % of draws of 3 to 20 people with 3 to 25
#: pictures each, in color, gray, small and dark.
_CORRELATION = 0.4
#: Number of searches kept, those with the highest scores: the others are far below any threshold.
_MAX_KEPT = 1000


@dataclass(frozen=True, slots=True)
class OwnSearches:
    """Searches for known strangers: enrolled people in the gallery without them, and faces marked as nobody enrolled.

    A person's m searches count as m / (1 + (m - 1) r) independent ones, with the intraclass correlation r (Kish's
    design effect [1]_).

    References
    ----------
    .. [1] Kish, L. (1965). Survey sampling. Wiley.
    """

    gallery: int  #: number of people they were searched among
    searches: int
    independent: float  #: number of independent searches that they are worth
    highest: tuple[tuple[float, float], ...]
    """(log-odds of the best candidate's score, weight) of the searches with the highest scores, highest first. The
    weights of all searches sum to `independent`."""

    def __post_init__(self) -> None:
        if self.gallery < 1 or self.searches < 1 or not 0 < self.independent <= self.searches:
            raise ValueError("own searches are of at least one person, among at least one")

    @classmethod
    def from_scores(cls, gallery: int, scores: NDArray[np.floating[Any]], people: Sequence[int]) -> Self | None:
        """Collect searches; None if there is none, or nobody to search among.

        Parameters
        ----------
        scores : ndarray of float, shape (n,)
            Log-odds of the best candidate's score in each search; -inf for a search that returns a name at no
            threshold, because two people are equally similar.
        people : sequence of int, length n
            Who was searched for.
        """
        if gallery < 1 or not len(scores):
            return None
        _, index, counts = np.unique(np.asarray(people), return_inverse=True, return_counts=True)
        weights = 1 / (1 + (counts[index] - 1) * _CORRELATION)
        order = np.argsort(-scores, kind="stable")[:_MAX_KEPT]
        highest = tuple(
            (round(float(scores[row]), 9), round(float(weights[row]), 4)) for row in order if scores[row] > -np.inf
        )
        return cls(gallery, len(scores), round(float(weights.sum()), 3), highest)

    def count_named(self, threshold: float) -> int:
        """Return how many would have been named at a threshold in log-odds."""
        return sum(score >= threshold for score, _ in self.highest)

    def interval(self, threshold: float) -> tuple[float, float]:
        """Return the shares of strangers named, 0..1, that the searches do not clearly contradict."""
        count = sum(weight for score, weight in self.highest if score >= threshold)
        return rate_interval(min(count, self.independent), self.independent)
