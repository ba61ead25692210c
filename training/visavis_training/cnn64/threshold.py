"""Where *unknown* begins: a scale for a network's answers, and the least score that gets a name."""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.messages import Message, join
from visavis.scoring.calibration import Calibration
from visavis.scoring.confidence import Proportion
from visavis.scoring.thresholds import TARGET_FPIR, Strictness

Similarities = NDArray[np.floating[Any]]

#: Share of right answers that get their name where no stranger says how strict to be.
_NAMED = 0.95

#: Strength of the L2 penalty on the slope, beside a mean loss: keeps it finite where the two kinds do not overlap.
_RIDGE = 1e-3
#: Lowest slope, per standard deviation of the similarities: scores rise even if the network ranks impostors first.
_MIN_SLOPE = 1e-3


def calibrated(genuine: Similarities, impostor: Similarities) -> Calibration:
    """Fit a logistic calibration from similarities to the probability of a genuine match (Platt scaling [1]_).

    Both kinds have equal weight, however many there are of each. Scikit-learn's `LogisticRegression` takes classes and
    not Platt's softened targets, so each similarity is given once as either class, weighted by its target.
    `CalibratedClassifierCV` would refit an estimator per fold; here the similarities are held out already.

    Parameters
    ----------
    genuine : ndarray of float, shape (n,)
        Similarities of faces to the people they show. n is at least 1.
    impostor : ndarray of float, shape (m,)
        Similarities of faces to other people. m is at least 1.

    References
    ----------
    .. [1] Platt, J. (1999). Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers.
    """
    from sklearn.linear_model import LogisticRegression

    if not genuine.size or not impostor.size:
        raise ValueError("calibrating needs both genuine and impostor similarities")
    values = np.concatenate([genuine, impostor]).astype(np.float64)
    mean, deviation = float(values.mean()), max(float(values.std()), 1e-6)
    inputs = ((values - mean) / deviation)[:, np.newaxis]
    n, m = genuine.size, impostor.size
    targets = np.repeat([(n + 1) / (n + 2), 1 / (m + 2)], [n, m])
    weights = np.repeat([0.5 / n, 0.5 / m], [n, m])
    model = LogisticRegression(C=1 / _RIDGE, solver="newton-cholesky", tol=1e-9)
    model.fit(
        np.concatenate([inputs, inputs]),
        np.repeat([1, 0], len(values)),
        sample_weight=np.concatenate([weights * targets, weights * (1 - targets)]),
    )
    slope = max(float(model.coef_[0, 0]), _MIN_SLOPE) / deviation
    return Calibration(slope, float(model.intercept_[0]) - slope * mean)


def admissible(rate: float, searches: int) -> int:
    """How many of so many searches may be admitted at a rate 0..1, round_share down.

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
    measured_on: Message
    thresholds: dict[Strictness, float] = field(default_factory=dict)  #: the least score by how strict to be


def by_strangers(genuine: Similarities, impostor: Similarities, trained: Message) -> Line:
    """The lowest threshold that at most 1 % of strangers reach; also for the other choices of how strict to be.

    Parameters
    ----------
    genuine : ndarray of float, shape (n,)
        Of the validation part: each face's similarity with the person it shows.
    impostor : ndarray of float, shape (m,)
        Of strangers: the best candidate's similarity.
    trained : Message
        Who the strangers are, for the sentence.
    """
    calibration = calibrated(genuine, impostor)
    scores = calibration(impostor)
    thresholds = {key: admitting(scores, admissible(rate, len(impostor))) for key, rate in TARGET_FPIR.items()}
    threshold = thresholds["balanced"]
    fpir = Proportion(int((scores >= threshold).sum()), len(impostor))
    fnir = Proportion(int((calibration(genuine) < threshold).sum()), len(genuine))
    measured_on = join(
        Message("Of the searches for {strangers}, {fpir} got a name.", strangers=trained, fpir=str(fpir)),
        Message("Of the validation searches, {fnir} did not get their own name.", fnir=str(fnir)),
    )
    return Line(calibration, threshold, fpir, measured_on, thresholds)


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
    measured_on = join(
        Message("No strangers were tried, because that takes three people."),
        Message(
            "Of {pictures} pictures of the validation part, the {right} right answers have a score of {score} in "
            "{share} of cases; {wrong} are wrong.",
            pictures=len(truth),
            right=right.size,
            score=f"{usual:.2f}",
            share=f"{_NAMED:.0%}",
            wrong=wrong.size,
        ),
    )
    return Line(calibration, max(usual, admitting(wrong, 0)), None, measured_on)
