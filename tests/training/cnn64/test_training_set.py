"""How much a picture counts, and the loss of a network that gives all pictures the same answer."""

import keras
import numpy as np
import pytest

from visavis_training.cnn64 import network
from visavis_training.cnn64.fit import fit
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.recipe import BOOK, TUNED


def training_set(*counts, outputs=None):
    """Random chips: so many of each output, all to train on."""
    targets = np.repeat(np.arange(len(counts)), counts)
    chips = np.random.default_rng(0).integers(0, 255, (len(targets), 64, 64, 3), np.uint8)
    rows = np.arange(len(targets))
    return TrainingSet(chips, targets, outputs or len(counts), rows, rows[:0])


def test_pictures_of_people_with_equally_many_count_the_same():
    assert training_set(5, 5, 5).weights(balanced=True).tolist() == [1, 1, 1]
    assert training_set(9, 1).weights(balanced=False).tolist() == [1, 1]


def test_a_picture_counts_by_the_root_of_how_few_there_are_of_its_person():
    found = training_set(16, 4, 1, outputs=4)
    weights = found.weights(balanced=True)
    assert weights[1] / weights[0] == pytest.approx(2)
    assert weights[2] / weights[0] == pytest.approx(4)
    assert weights[found.targets].mean() == pytest.approx(1)  # so the learning rate means the same


@pytest.mark.parametrize("counts", [(5, 5), (8, 2), (12, 3, 1)])
@pytest.mark.parametrize("balanced", [True, False])
def test_the_uninformed_loss_is_the_least_one_without_a_look_at_the_pictures(counts, balanced):
    found = training_set(*counts)
    weights = found.weights(balanced=balanced)
    shares = np.array(counts) / sum(counts)
    answers = np.random.default_rng(0).dirichlet(np.ones(len(counts)), 20_000)
    losses = -(np.log(answers) * shares * weights).sum(axis=1)
    best = answers[losses.argmin()]
    assert found.uninformed_loss(weights) == pytest.approx(min(losses.min(), -(np.log(best) * shares).sum()), rel=0.03)


@pytest.mark.parametrize(("recipe", "is_weighted"), [(TUNED, True), (BOOK, False)])
def test_the_tuned_recipe_weighs_pictures_and_the_book_does_not(recipe, is_weighted, monkeypatch):
    given = []
    learn = keras.Model.fit

    def record(model, *arguments, **options):
        given.append(options["class_weight"])
        return learn(model, *arguments, **options)

    monkeypatch.setattr(keras.Model, "fit", record)
    found = training_set(4, 1)
    fit(network.build(recipe, 2), recipe.with_fixed_epochs(1), found, 0)
    [weights] = given
    assert (weights is not None) == is_weighted
    if weights:
        assert weights[1] / weights[0] == pytest.approx(2)
