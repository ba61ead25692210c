"""Impostor scores of a network, from short trainings that each leave some of the people or classes out."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis_training.cnn64.fit import fit, predict
from visavis_training.cnn64.network import Architecture
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.distribution.replicas import Replicas
from visavis_training.recipe import Recipe

#: Largest number of trainings that leave people out. Three of them, with 0.4 of the epochs and two thirds of the
#: pictures, cost four fifths of the full training.
FOLDS = 3
#: Share of the published network's epochs that each of these trainings takes.
_SHORTENED = 0.4
#: Number of epochs below which nothing is shortened: a network that has hardly learned gives low scores to all faces,
#: strangers too.
_MIN_EPOCHS = 8
#: Smallest number of people to train on.
_MIN_PEOPLE = 2


def left_out_people(labels: int, seed: int) -> list[NDArray[np.intp]]:
    """The labels that each training leaves out: each label once.

    Returns an empty list if fewer than two people would be left to train on.
    """
    from sklearn.model_selection import KFold

    folds = min(FOLDS, labels)
    if labels - -(-labels // folds) < _MIN_PEOPLE:
        return []
    splits = KFold(folds, shuffle=True, random_state=seed).split(np.arange(labels))
    return [np.asarray(left_out) for _, left_out in splits]


def impostor_similarities(
    pictures: TrainingSet,
    architecture: Architecture,
    recipe: Recipe,
    epochs: int,
    seed: int,
    folds: Sequence[NDArray[np.intp]],
    on_fold: Callable[[int], None],
    replicas: Replicas | None = None,
) -> NDArray[np.float64]:
    """Search for the left-out people with networks that were not trained on them.

    Parameters
    ----------
    pictures : TrainingSet
        Those of everybody. Its validation part is neither learned from nor validated on.
    epochs : int
        Number of epochs of the published network. These trainings take 0.4 of it, but at least 8 if it took as many.
    folds : sequence of ndarray of int
        The labels that each training leaves out.
    on_fold : callable
        Takes the number of finished trainings.
    replicas : Replicas, optional
        Copies of the networks that learn together.

    Returns
    -------
    ndarray of float64, shape (n,)
        The best candidate's similarity for each picture of the left-out people.
    """
    recipe = recipe.with_fixed_epochs(max(round(epochs * _SHORTENED), min(epochs, _MIN_EPOCHS)))
    similarities = []
    for done, left_out in enumerate(folds):
        on_fold(done)
        similarities.append(_fold_similarities(pictures, architecture, recipe, left_out, seed + done, replicas))
    on_fold(len(folds))
    return np.concatenate(similarities)


def _fold_similarities(
    pictures: TrainingSet,
    architecture: Architecture,
    recipe: Recipe,
    left_out: NDArray[np.intp],
    seed: int,
    replicas: Replicas | None,
) -> NDArray[np.float64]:
    """The best candidate's similarity for each picture of the left-out people."""
    enrolled = np.setdiff1d(np.arange(pictures.outputs), left_out)
    impostors = np.isin(pictures.targets, left_out)
    targets = np.searchsorted(enrolled, pictures.targets)  # meaningless for impostors, whose targets are never used
    train = pictures.train[~impostors[pictures.train]]
    model = architecture.build(recipe, len(enrolled))
    training_set = TrainingSet(pictures.chips, targets, len(enrolled), train, np.zeros(0, np.intp))
    fit(model, recipe, training_set, seed, replicas=replicas, max_starts=architecture.max_starts)
    probabilities = predict(architecture.inference_network(model), pictures.chips, np.flatnonzero(impostors))
    return np.asarray(log_odds(probabilities, SOFTMAX_CLIP).max(axis=1))
