"""How many impostors may be accepted at a rate, and the lowest threshold for it."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray


def admission_limit(rate: float, searches: int) -> int:
    """The number of impostor searches that may be accepted at a rate 0..1: floor(rate * searches).

    A small tolerance makes up for binary fractions: 0.29 of 100 is 29, although 0.29 * 100 < 29 in floating point.
    """
    return math.floor(rate * searches + 1e-9)


def highest_rejected(scores: NDArray[np.floating[Any]], limit: int) -> float:
    """The highest score to reject so that at most `limit` are accepted; minus infinity if all are accepted."""
    return float(np.sort(scores)[-limit - 1]) if limit < len(scores) else -math.inf


def lowest_threshold(scores: NDArray[np.floating[Any]], limit: int) -> float:
    """The lowest threshold, 0..1, that at most `limit` of the scores reach."""
    return min(max(math.nextafter(highest_rejected(scores, limit), math.inf), 0.0), 1.0)
