"""Scores as log-odds, in which a difference means the same everywhere."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray


def raised(score: float, by: float) -> float:
    """A score that is higher by so much, in log-odds."""
    return 1 / (1 + math.exp(-log_odd(score) - by))


def log_odd(score: float) -> float:
    """One score in log-odds, clipped at 1e-9 from either end."""
    return float(_odds(np.array(score), 1e-9))


def log_odds(probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """A softmax's probabilities as similarities: log(p / (1 - p)), finite for 0 and 1.

    The ends are clipped at 1e-6, near float32's resolution next to 1.
    """
    return _odds(probabilities, 1e-6)


def _odds(probabilities: NDArray[np.floating[Any]], end: float) -> NDArray[np.float64]:
    clipped = np.clip(probabilities.astype(np.float64), end, 1 - end)
    return np.asarray(np.log(clipped / (1 - clipped)))
