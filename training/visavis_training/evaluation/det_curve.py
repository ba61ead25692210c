"""People missed against strangers named, for every threshold there could be."""

from dataclasses import dataclass

import numpy as np

from visavis.scoring.confidence import Proportion
from visavis_training.evaluation.figures import Figures

#: Most points of a curve; more cannot be told apart.
_POINTS = 400


@dataclass(frozen=True, slots=True)
class Point:
    """What one threshold costs, by score alone."""

    line: float  #: the highest score that is refused
    fpir: Proportion
    fnir: Proportion


def tradeoff(figures: Figures) -> list[Point]:
    """The points at which another stranger is admitted, the strictest first; none without strangers.

    An undetected stranger is never admitted, an undetected probe always missed: such faces have no score, which is why
    this is not scikit-learn's `det_curve`. That also returns rates, while the intervals need counts, and ends where no
    probe is missed. Where all faces are found, both agree (the tests compare them).
    """
    strangers, right = np.sort(figures.stranger_scores), np.sort(figures.right_scores)
    if not figures.impostors or not figures.probes:
        return []
    lines = np.append(np.unique(strangers)[::-1], -np.inf)
    if len(lines) > _POINTS:  # closest where few strangers are admitted: there thresholds lie
        lines = lines[np.unique(np.geomspace(1, len(lines), _POINTS).round().astype(np.intp)) - 1]
    admitted = len(strangers) - np.searchsorted(strangers, lines, side="right")
    named = len(right) - np.searchsorted(right, lines, side="right")
    searched, probes = len(figures.impostors), len(figures.probes)
    return [
        Point(float(line), Proportion(int(strange), searched), Proportion(probes - int(own), probes))
        for line, strange, own in zip(lines, admitted, named, strict=True)
    ]
