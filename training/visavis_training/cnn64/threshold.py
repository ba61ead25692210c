"""Where *unknown* begins: a scale for a network's answers, and the least score that gets a name."""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.calibration import Calibration
from visavis.scoring.confidence import Proportion
from visavis.scoring.thresholds import TARGET_FPIR, Strictness

Similarities = NDArray[np.floating[Any]]

#: Share of right answers that get their name where no stranger says how strict to be.
_NAMED = 0.95

#: Newton's steps; the likelihood is concave, and from 0 some ten suffice.
_STEPS = 50
#: Keeps the slope finite where the two kinds do not overlap.
_RIDGE = 1e-3


def calibrated(genuine: Similarities, impostor: Similarities) -> Calibration:
    """The logistic that says best, of a similarity, how surely it is the right person's.

    Both kinds count alike, however many there are of each. Newton's method, with Platt's softened targets [1]_.

    Parameters
    ----------
    genuine : ndarray of float, shape (n,)
        Similarities of faces with the people they show; n at least 1.
    impostor : ndarray of float, shape (m,)
        Similarities of faces with others; m at least 1.

    References
    ----------
    .. [1] Platt, J. (1999). Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers.
    """
    if not genuine.size or not impostor.size:
        raise ValueError("calibrating needs both genuine and impostor similarities")
    values = np.concatenate([genuine, impostor]).astype(np.float64)
    middle, spread = float(values.mean()), max(float(values.std()), 1e-6)
    inputs = np.stack([(values - middle) / spread, np.ones(len(values))], axis=1)
    n, m = genuine.size, impostor.size
    targets = np.repeat([(n + 1) / (n + 2), 1 / (m + 2)], [n, m])
    weights = np.repeat([0.5 / n, 0.5 / m], [n, m])
    slope, offset = 0.0, 0.0
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-np.clip(inputs @ (slope, offset), -60, 60)))
        gradient = inputs.T @ (weights * (expected - targets)) + _RIDGE * np.array([slope, 0.0])
        curvature = (inputs.T * (weights * expected * (1 - expected))) @ inputs + np.diag([_RIDGE, 1e-9])
        step = np.linalg.solve(curvature, gradient)
        slope, offset = slope - float(step[0]), offset - float(step[1])
        if np.abs(step).max() < 1e-9:
            break
    slope = max(slope, 1e-3) / spread  # a network that ranks strangers above people still has scores that rise
    return Calibration(slope, offset - slope * middle)


def admissible(rate: float, searches: int) -> int:
    """How many of so many searches may be admitted at a rate 0..1, rounded down.

    0.29 of 100 are 29, though 0.29 * 100 is less in binary fractions.
    """
    return math.floor(rate * searches + 1e-9)


def highest_refused(scores: Similarities, most: int) -> float:
    """The highest score that is refused so that at most `most` are admitted; minus infinity if all are."""
    return float(np.sort(scores)[-most - 1]) if most < len(scores) else -math.inf


def admitting(scores: Similarities, most: int) -> float:
    """The lowest threshold, 0..1, that at most `most` of the scores reach."""
    return min(max(math.nextafter(highest_refused(scores, most), math.inf), 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Line:
    """What a model takes for a name, and how that was found."""

    calibration: Calibration
    threshold: float  #: least score
    fpir: Proportion | None  #: of the strangers tried; None where there were none
    measured_on: str
    thresholds: dict[Strictness, float] = field(default_factory=dict)  #: the least score by how strict to be


def by_strangers(genuine: Similarities, impostor: Similarities, trained: str) -> Line:
    """The lowest threshold that at most 1 % of strangers reach; also for the other choices of how strict to be.

    Parameters
    ----------
    genuine : ndarray of float, shape (n,)
        Of the validation part: each face's similarity with the person it shows.
    impostor : ndarray of float, shape (m,)
        Of strangers: the best candidate's similarity.
    trained : str
        Who the strangers are, for the sentence.
    """
    calibration = calibrated(genuine, impostor)
    scores = calibration(impostor)
    thresholds = {key: admitting(scores, admissible(rate, len(impostor))) for key, rate in TARGET_FPIR.items()}
    threshold = thresholds["balanced"]
    fpir = Proportion(int((scores >= threshold).sum()), len(impostor))
    fnir = Proportion(int((calibration(genuine) < threshold).sum()), len(genuine))
    sentence = f"Of searches for {trained}, {fpir} were given a name."
    cost = f"Of the validation part's, {fnir} were not given theirs."
    return Line(calibration, threshold, fpir, f"{sentence} {cost}", thresholds)


def by_validation(similarities: Similarities, truth: NDArray[np.intp]) -> Line:
    """Without strangers: the least score that 95 % of the right answers to the validation part reach, and no wrong one.

    Parameters
    ----------
    similarities : ndarray of float, shape (n, people)
        Of the validation part.
    truth : ndarray of int, shape (n,)
        Whom each face shows.
    """
    rows = np.arange(len(truth))
    own = np.zeros(similarities.shape, bool)
    own[rows, truth] = True
    calibration = calibrated(similarities[own], similarities[~own])
    best = similarities.argmax(axis=1)
    scores = calibration(similarities[rows, best])
    right, wrong = scores[best == truth], scores[best != truth]
    usual = float(np.quantile(right, 1 - _NAMED)) if right.size else 0.0
    sentence = (
        f"No stranger was searched for: that takes three people. Of {len(truth)} pictures of the validation part, the "
        f"{right.size} right answers have a score of {usual:.2f} in {_NAMED:.0%} of cases; {wrong.size} are wrong."
    )
    return Line(calibration, max(usual, admitting(wrong, 0)), None, sentence)
