"""The DET curve: FNIR against FPIR at all thresholds."""

from dataclasses import dataclass

import numpy as np

from visavis.scoring.confidence import Proportion
from visavis_training.metrics.search_metrics import SearchMetrics

#: Largest number of points of a curve. More are indistinguishable.
_MAX_POINTS = 400


@dataclass(frozen=True, slots=True)
class DetPoint:
    """The error rates at one threshold, by score alone."""

    rejected_score: float  #: the highest score that is rejected
    fpir: Proportion
    fnir: Proportion


def det_points(metrics: SearchMetrics) -> list[DetPoint]:
    """A point for each number of strangers accepted, the strictest threshold first. Empty without strangers.

    An undetected stranger is never accepted, and an undetected probe is always missed. Such faces have no score, so
    scikit-learn's `det_curve` does not take them. It also returns rates, while confidence intervals need counts, and it
    ends where no probe is missed. If all faces are detected, both agree (the tests compare them).
    """
    strangers, right = np.sort(metrics.stranger_scores), np.sort(metrics.correct_scores)
    if not metrics.impostors or not metrics.probes:
        return []
    rejected = np.append(np.unique(strangers)[::-1], -np.inf)
    if len(rejected) > _MAX_POINTS:  # densest at low FPIRs, where thresholds are chosen
        rejected = rejected[np.unique(np.geomspace(1, len(rejected), _MAX_POINTS).round().astype(np.intp)) - 1]
    accepted = len(strangers) - np.searchsorted(strangers, rejected, side="right")
    recognized = len(right) - np.searchsorted(right, rejected, side="right")
    impostors, probes = len(metrics.impostors), len(metrics.probes)
    return [
        DetPoint(float(score), Proportion(int(false), impostors), Proportion(probes - int(true), probes))
        for score, false, true in zip(rejected, accepted, recognized, strict=True)
    ]
