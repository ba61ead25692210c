"""Log-odds: the scale on which equal differences between scores mean the same everywhere."""

import math
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

#: Distance from 0 and 1 at which a calibrated score is clipped.
SCORE_CLIP = 1e-9
#: Distance from 0 and 1 at which a softmax output is clipped: near the resolution of float32 next to 1.
SOFTMAX_CLIP = 1e-6


@overload
def log_odds(probabilities: float, clip: float = SCORE_CLIP) -> float: ...


@overload
def log_odds(probabilities: NDArray[np.floating[Any]], clip: float = SCORE_CLIP) -> NDArray[np.float64]: ...


def log_odds(probabilities: float | NDArray[np.floating[Any]], clip: float = SCORE_CLIP) -> float | NDArray[np.float64]:
    """Return log(p / (1 - p)), finite for 0 and 1.

    Parameters
    ----------
    probabilities : float or ndarray of float
        0..1.
    clip : float
        Probabilities are limited to [clip, 1 - clip]: `SCORE_CLIP` for scores, `SOFTMAX_CLIP` for the outputs of a
        network.

    Returns
    -------
    float or ndarray of float64
        Of the same shape.
    """
    clipped = np.clip(np.asarray(probabilities, np.float64), clip, 1 - clip)
    result = np.log(clipped / (1 - clipped))
    return np.asarray(result, np.float64) if isinstance(probabilities, np.ndarray) else float(result)


def sigmoid(value: float) -> float:
    """Return the score with these log-odds, 0..1, also where they are so large that the exponential overflows."""
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    odds = math.exp(value)
    return odds / (1 + odds)


def shift(score: float, amount: float) -> float:
    """Return the score whose log-odds are higher by `amount`."""
    return sigmoid(log_odds(score) + amount)
