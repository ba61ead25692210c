"""Calibration: one scale for the similarities of all networks."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Calibration:
    """Converts the similarities of a network to scores 0..1 that mean the same for every network.

    score = 1 / (1 + exp(-(slope * similarity + offset))), a logistic fitted to genuine and impostor similarities: Platt
    scaling (Platt, J. (1999). Probabilistic outputs for support vector machines).
    """

    slope: float = 1.0
    offset: float = 0.0

    def log_odds(self, similarity: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """Return the scores in log-odds: log(score / (1 - score))."""
        return self.slope * np.asarray(similarity, np.float64) + self.offset

    def __call__(self, similarity: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        log_odds = np.clip(self.log_odds(similarity), -60, 60)
        return np.asarray(1 / (1 + np.exp(-log_odds)))

    def inverse(self, score: float) -> float:
        """Return the similarity with this score, which must be strictly between 0 and 1."""
        return float((np.log(score / (1 - score)) - self.offset) / self.slope)
