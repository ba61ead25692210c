"""Searches of a gallery in K folds: the pictures of a fold are searched for among templates of all others."""

from collections.abc import Sequence

import numpy as np

from visavis.models.card import ModelCard
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.scoring.confidence import Proportion
from visavis_training.data.folds import require_folds, split_into_folds
from visavis_training.data.grouping import Grouping
from visavis_training.data.split import Split
from visavis_training.embedding.cross_validation import build_templates
from visavis_training.embedding.dataset import EmbeddingDataset
from visavis_training.metrics.fold_figures import FoldFigures


def split_dataset(dataset: EmbeddingDataset, grouping: Grouping, count: int, seed: int) -> list[Split]:
    """Split the samples of all people into folds.

    Raises
    ------
    TrainingError
        If nobody has enough samples for that.
    """
    splits = split_into_folds(dataset.truth.tolist(), grouping.groups, count, seed)
    require_folds(splits, [person.name for person in dataset.people], count, least_people=1)
    return splits


def cross_validate(dataset: EmbeddingDataset, folds: Sequence[Split], card: ModelCard) -> FoldFigures:
    """Search for the samples of each fold, as the app would, with the calibration and threshold of the model."""
    vectors = np.concatenate([own.vectors for own in dataset.embedded])
    truth = dataset.truth
    names = [person.name for person in dataset.people]
    decide = Decision(card.threshold_for(len(names)), card.margin)
    accuracies, fnirs = [], []
    for fold in folds:
        enrolled = np.ones(len(truth), np.bool_)
        enrolled[fold.test] = False
        templates, _ = build_templates(dataset.embedded, vectors, enrolled)
        scores = card.calibration((vectors[fold.test] @ templates.T).astype(np.float64))
        given = [decide([ScoredProbe(row)], names)[0].name for row in scores]
        missed = sum(name != names[label] for name, label in zip(given, truth[fold.test], strict=True))
        accuracies.append(Proportion(int((scores.argmax(axis=1) == truth[fold.test]).sum()), len(fold.test)))
        fnirs.append(Proportion(missed, len(fold.test)))
    unmeasured = tuple(names[label] for label in folds[0].unmeasured)
    return FoldFigures(len(folds), tuple(accuracies) if len(names) > 1 else (), tuple(fnirs), unmeasured)
