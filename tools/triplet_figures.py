#!/usr/bin/env python3
"""Fine-tuning by triplets and by the cosine margin that ships, on the same people, folds and pictures.

    tools/triplet_figures.py --data DIR --seeds 2

DIR is a data folder with enrolled people, as for `visavis train --fine-tune 1`. It prints the people that are missed at
an FPIR of 5, 1 and 0.1 %, after each epoch. Nothing is published. Half an hour of processor time for two seeds and 300
pictures.

References
----------
.. [1] Hermans, A., Beyer, L. and Leibe, B. (2017). In defense of the triplet loss for person re-identification.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf  # noqa: TID253  the tool is for nothing else

from visavis.factory.networks import NetworkLoader
from visavis.scoring.confidence import Proportion
from visavis.storage.paths import DataFolders
from visavis_training.embedding import cross_validation, fine_tuning
from visavis_training.embedding.dataset import EmbeddingDataset, group_dataset, load_dataset
from visavis_training.embedding.tuner import BlockTuner, TuningLoss, cosine_margin
from visavis_training.embedding.tuning_evaluation import find_eligible
from visavis_training.options import Options

#: Smallest lead, in cosine, of the least similar picture of the same person over the most similar one of another.
MARGIN = 0.2
#: Weight of the triplets beside the cosine margin, whose loss is larger by about its scale.
_WEIGHT = 16.0
#: FPIR of the columns.
_FPIRS = (0.05, 0.01, 0.001)


def triplets(vectors: Any, cosines: Any, labels: Any) -> Any:
    """The batch-hard triplet loss [1]_ in cosines: each picture with its worst of the same person and of another."""
    similar = vectors @ tf.transpose(vectors)
    is_same = labels[:, tf.newaxis] == labels[tf.newaxis, :]
    positive = tf.reduce_min(tf.where(is_same, similar, 2.0), axis=1)
    negative = tf.reduce_max(tf.where(is_same, -2.0, similar), axis=1)
    return tf.maximum(negative - positive + MARGIN, 0.0)


def both(vectors: Any, cosines: Any, labels: Any) -> Any:
    """The cosine margin and the triplets."""
    return cosine_margin(vectors, cosines, labels) + _WEIGHT * triplets(vectors, cosines, labels)


#: The compared losses by name.
LOSSES: dict[str, TuningLoss] = {"cosine margin": cosine_margin, "triplets": triplets, "both": both}


def compare(
    dataset: EmbeddingDataset, tuner: BlockTuner, folds: Callable[[int], list[cross_validation.Fold]], seeds: int
) -> Iterator[str]:
    """The lines of the table: missed of the searched people, after no epoch and after each."""
    yield "seed  loss           epoch  missed at 5 / 1 / 0.1 %"
    for seed in range(seeds):
        parts = folds(seed)
        for name, loss in LOSSES.items():
            tuner.loss = loss
            options = Options(fine_tune=1, seed=seed)
            vectors = [
                fine_tuning.train_fold(tuner, part.train, dataset.truth, options, lambda *_: None) for part in parts
            ]
            for epoch in range(len(vectors[0])):
                scores = cross_validation.combine_folds(dataset.embedded, parts, [own[epoch] for own in vectors]).scores
                missed = [
                    ~cross_validation.is_identified(scores, cross_validation.threshold_at(scores, fpir))
                    for fpir in _FPIRS
                ]
                shown = ", ".join(str(Proportion(int(each.sum()), len(each))) for each in missed)
                yield f"{seed:4}  {name:13}  {epoch:5}  {shown}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=2)
    given = parser.parse_args()
    folders = DataFolders.of_user(given.data)
    loader = NetworkLoader(folders, "cpu")
    dataset, _ = load_dataset(folders, loader, lambda _: None)
    grouping = group_dataset(dataset)
    eligible = find_eligible(dataset, grouping)
    tuner = fine_tuning.build_tuner(folders, loader, dataset, Options(fine_tune=1), lambda _: None, None)

    def folds(seed: int) -> list[cross_validation.Fold]:
        return cross_validation.assign_folds(np.asarray(dataset.truth), grouping.groups, eligible, seed)

    for line in compare(dataset, tuner, folds, given.seeds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
