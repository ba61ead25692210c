"""A trial as searches: what a training measured on its own samples, in the form of any other test."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from visavis.models.card import ModelCard
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.report import SearchResult
from visavis_training.embedding.leave_one_out import Trial
from visavis_training.evaluation.figures import Figures


def figures(result: Trial, card: ModelCard, pictures: Sequence[Path]) -> Figures:
    """Every sample searched without itself, and as a stranger in the gallery without its person.

    Parameters
    ----------
    card : ModelCard
        With the people in the order of the trial's columns, their calibration, margin and lines.
    pictures : sequence of Path
        Of the samples, in the order of the trial's rows.
    """
    names = [person.name for person in card.people]
    scores = np.nan_to_num(card.calibration(result.similarities), nan=0.0)
    own = Decision(card.threshold_for(len(names)), card.margin)
    others = Decision(card.threshold_for(max(len(names) - 1, 1)), card.margin)
    probes, strangers = [], []
    strange = card.calibration(result.others)
    rows = zip(scores, strange, result.truth, pictures, result.probes, strict=True)
    for row, without, truth, picture, judged in rows:
        if judged:
            probes.append(SearchResult(names[truth], own([ScoredProbe(row)], names)[0], picture))
        if len(names) > 1:
            rest = [name for name in names if name != names[truth]]
            strangers.append(SearchResult(None, others([ScoredProbe(without)], rest)[0], picture))
    return Figures(probes, strangers)
