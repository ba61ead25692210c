"""The metrics of a training's own held-out samples, in the form of any other test."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from visavis.models.card import ModelCard
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.report import SearchResult
from visavis_training.metrics.leave_one_out import HeldOutScores
from visavis_training.metrics.search_metrics import SearchMetrics


def search_metrics(scores: HeldOutScores, card: ModelCard, pictures: Sequence[Path]) -> SearchMetrics:
    """Search for each sample without its group, and as a stranger in the gallery without its person.

    Parameters
    ----------
    card : ModelCard
        Its people are in the order of the columns of `scores`.
    pictures : sequence of Path
        The samples' pictures, in the order of the rows of `scores`.
    """
    names = [person.name for person in card.people]
    calibrated = np.nan_to_num(card.calibration(scores.similarities), nan=0.0)
    impostor_scores = card.calibration(scores.impostor_similarities)
    decide = Decision(card.threshold_for(len(names)), card.margin)
    decide_without_person = Decision(card.threshold_for(max(len(names) - 1, 1)), card.margin)
    probes, strangers = [], []
    rows = zip(calibrated, impostor_scores, scores.truth, pictures, scores.is_probe, strict=True)
    for row, impostor_row, truth, picture, is_probe in rows:
        if is_probe:
            probes.append(SearchResult(names[truth], decide([ScoredProbe(row)], names)[0], picture))
        if len(names) > 1:
            others = [name for name in names if name != names[truth]]
            match = decide_without_person([ScoredProbe(impostor_row)], others)[0]
            strangers.append(SearchResult(None, match, picture))
    return SearchMetrics(probes, strangers)
