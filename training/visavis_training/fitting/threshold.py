"""The calibration and the threshold of a `cnn64` model: how similarities become scores, and the lowest accepted one."""

import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.messages import Message, join
from visavis.scoring.calibration import Calibration
from visavis.scoring.confidence import Proportion
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.thresholds import TARGET_FPIR, Strictness
from visavis_training.metrics.impostor_limit import admission_limit, lowest_threshold

Similarities = NDArray[np.floating[Any]]

#: Share of right answers accepted where there are no impostors to set the threshold by.
_ACCEPTED = 0.95

#: Strength of the L2 penalty on the slope, beside a mean loss: keeps it finite where the two kinds do not overlap.
_RIDGE = 1e-3
#: Lowest slope, per standard deviation of the similarities: scores rise even if the network ranks impostors first.
_MIN_SLOPE = 1e-3


def fit_calibration(genuine: Similarities, impostor: Similarities) -> Calibration:
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
    from sklearn.exceptions import ConvergenceWarning
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
    with warnings.catch_warnings():
        # Where the two kinds hardly differ, Newton's method may stop short of `tol`; L-BFGS then goes on from there.
        warnings.filterwarnings("ignore", "Line search of Newton solver", ConvergenceWarning)
        model.fit(
            np.concatenate([inputs, inputs]),
            np.repeat([1, 0], len(values)),
            sample_weight=np.concatenate([weights * targets, weights * (1 - targets)]),
        )
    slope = max(float(model.coef_[0, 0]), _MIN_SLOPE) / deviation
    return Calibration(slope, float(model.intercept_[0]) - slope * mean)


@dataclass(frozen=True, slots=True)
class FittedThreshold:
    """A model's threshold and calibration, and how they were measured."""

    calibration: Calibration
    threshold: float  #: lowest accepted score
    fpir: Proportion | None  #: of the impostor searches; None without any
    measured_on: Message
    thresholds: dict[Strictness, float] = field(default_factory=dict)  #: thresholds by strictness
    own_searches: OwnSearches | None = None  #: the impostor searches; None without any


def fit_to_impostors(
    genuine: Similarities, impostor: Similarities, strangers: Message, gallery: int
) -> FittedThreshold:
    """The lowest threshold that at most 1 % of impostors reach, and the thresholds of the other strictness levels.

    Parameters
    ----------
    genuine : ndarray of float, shape (n,)
        The similarity of each face of the validation part to its own person.
    impostor : ndarray of float, shape (m,)
        The best candidate's similarity for each impostor.
    strangers : Message
        A description of the impostors, for `measured_on`.
    gallery : int
        The number of people whom each impostor was searched among.
    """
    calibration = fit_calibration(genuine, impostor)
    scores = calibration(impostor)
    thresholds = {
        key: lowest_threshold(scores, admission_limit(rate, len(impostor))) for key, rate in TARGET_FPIR.items()
    }
    threshold = thresholds["balanced"]
    fpir = Proportion(int((scores >= threshold).sum()), len(impostor))
    fnir = Proportion(int((calibration(genuine) < threshold).sum()), len(genuine))
    measured_on = join(
        Message("Of the searches for {strangers}, {fpir} got a name.", strangers=strangers, fpir=str(fpir)),
        Message("Of the validation searches, {fnir} did not get their own name.", fnir=str(fnir)),
    )
    own_searches = OwnSearches.from_scores(gallery, calibration.log_odds(impostor), range(len(impostor)))
    return FittedThreshold(calibration, threshold, fpir, measured_on, thresholds, own_searches)


def fit_to_validation(similarities: Similarities, truth: NDArray[np.intp]) -> FittedThreshold:
    """A threshold without impostors: 95 % of the right answers on the validation part reach it, and no wrong one.

    Parameters
    ----------
    similarities : ndarray of float, shape (n, people)
        Similarities of the validation part.
    truth : ndarray of int, shape (n,)
        The person in each face.
    """
    rows = np.arange(len(truth))
    own = np.zeros(similarities.shape, bool)
    own[rows, truth] = True
    calibration = fit_calibration(similarities[own], similarities[~own])
    best = similarities.argmax(axis=1)
    scores = calibration(similarities[rows, best])
    right, wrong = scores[best == truth], scores[best != truth]
    usual = accepting_threshold(right)
    measured_on = join(
        Message("No strangers were tried, because that takes three people."),
        Message(
            "Of {pictures} pictures of the validation part, the {right} right answers have a score of {score} in "
            "{share} of cases; {wrong} are wrong.",
            pictures=len(truth),
            right=right.size,
            score=f"{usual:.2f}",
            share=f"{_ACCEPTED:.0%}",
            wrong=wrong.size,
        ),
    )
    return FittedThreshold(calibration, max(usual, lowest_threshold(wrong, 0)), None, measured_on)


def accepting_threshold(right: NDArray[np.floating[Any]]) -> float:
    """The score that 95 % of the right answers reach, whose scores these are; 0 if there are none."""
    return float(np.quantile(right, 1 - _ACCEPTED)) if right.size else 0.0
