"""How a network answers to strangers, tried out: short trainings that each leave some of the people out."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis_training.cnn64 import network
from visavis_training.cnn64.fit import TrainingSet, answers, fit
from visavis_training.cnn64.recipe import Recipe
from visavis_training.data.faces import Faces
from visavis_training.data.split import Split

#: Most trainings that leave people out. Three that leave out a third each cost, at 0.4 of the epochs and two thirds of
#: the pictures, four fifths of the training itself.
FOLDS = 3
_SHORTENED = 0.4
#: Epochs below which nothing is shortened: a network that has hardly learned is sure of nobody, so no stranger either.
_LEAST_EPOCHS = 8
#: People that must be left to learn from.
_LEAST_PEOPLE = 2


def left_out(labels: int, seed: int) -> list[NDArray[np.intp]]:
    """Who is left out of each training: everybody once; nobody, in none, where fewer than three people are to learn."""
    from sklearn.model_selection import KFold

    folds = min(FOLDS, labels)
    if labels - -(-labels // folds) < _LEAST_PEOPLE:
        return []
    dealt = KFold(folds, shuffle=True, random_state=seed).split(np.arange(labels))
    return [np.asarray(held_out) for _, held_out in dealt]


def searched(
    faces: Faces,
    split: Split,
    recipe: Recipe,
    epochs: int,
    seed: int,
    folds: Sequence[NDArray[np.intp]],
    told: Callable[[int], None],
) -> NDArray[np.float64]:
    """Search for those who are left out in networks that never saw them.

    Parameters
    ----------
    epochs : int
        How many the published network took; these take 0.4 of it, but not fewer than 8 if it took as many.
    folds : sequence of ndarray of int
        The labels that are left out of each training.
    told : callable
        Hears how many trainings are done.

    Returns
    -------
    ndarray of float64, shape (n,)
        The best candidate's similarity, for each picture of those who are left out.
    """
    recipe = recipe.shortened(max(round(epochs * _SHORTENED), min(epochs, _LEAST_EPOCHS)))
    found = []
    for done, out in enumerate(folds):
        told(done)
        found.append(_searched(faces, split, recipe, out, seed + done))
    told(len(folds))
    return np.concatenate(found)


def _searched(faces: Faces, split: Split, recipe: Recipe, out: NDArray[np.intp], seed: int) -> NDArray[np.float64]:
    """The best similarity of each picture of those who are left out, to those who are not."""
    known = np.setdiff1d(np.arange(len(faces.people)), out)
    strange = np.isin(faces.labels, out)
    targets = np.searchsorted(known, faces.labels)  # of known people; the strangers' are never looked up
    learned = split.train[~strange[split.train]]
    model = network.build(recipe, len(known))
    fit(model, recipe, TrainingSet(faces.chips, targets, len(known), learned, np.zeros(0, np.intp)), seed)
    return np.asarray(log_odds(answers(model, faces.chips, np.flatnonzero(strange)), SOFTMAX_CLIP).max(axis=1))
