"""The networks for whole pictures: what regularizes them, and which part of the published trunk learns."""

from dataclasses import replace

import keras
import numpy as np
import pytest

from visavis_training.options import MAX_SIDE, MIN_SIDE, PictureOptions
from visavis_training.recipe import BOOK, PICTURES
from visavis_training.whole_pictures.network import ARCHITECTURES, SIDES, architecture_of, side_of, unfreeze


def layers_of(model, kind):
    return [layer for layer in model.layers if isinstance(layer, kind)]


@pytest.mark.parametrize("name", ["cnn64", "cnn128"])
def test_a_picture_gets_a_probability_for_each_class(name):
    model = ARCHITECTURES[name].build(PICTURES, 3)
    assert model.input_shape == (None, SIDES[name], SIDES[name], 3)
    [answer] = np.asarray(model(np.zeros((1, SIDES[name], SIDES[name], 3), np.float32)))
    assert answer.shape == (3,)
    assert answer.sum() == pytest.approx(1)


@pytest.mark.parametrize("name", ["cnn64", "cnn128"])
@pytest.mark.parametrize("side", [None, MIN_SIDE, 33, MAX_SIDE])
def test_the_side_is_the_one_that_was_asked_for(name, side):
    options = PictureOptions(whole="pictures", network=name, side=side)
    model = architecture_of(options).build(PICTURES, 3)
    assert side_of(options) == (side or SIDES[name])
    assert model.input_shape == (None, side_of(options), side_of(options), 3)
    assert model.output_shape == (None, 3)


def test_each_convolution_of_the_wider_network_is_batch_normalized():
    model = ARCHITECTURES["cnn128"].build(PICTURES, 3)
    kinds = [type(layer) for layer in model.layers]
    for index, kind in enumerate(kinds):
        if kind is keras.layers.Conv2D:
            assert kinds[index + 1] is keras.layers.BatchNormalization
    assert kinds.count(keras.layers.Conv2D) == 4


def test_the_options_regularize_the_network():
    recipe = replace(PICTURES, dropout=0.3, l1=1e-5, l2=1e-4)
    model = ARCHITECTURES["cnn128"].build(recipe, 3)
    assert [layer.rate for layer in layers_of(model, keras.layers.Dropout)] == [pytest.approx(0.3)]
    penalized = [layer for layer in model.layers if getattr(layer, "kernel_regularizer", None) is not None]
    assert len(penalized) == len(layers_of(model, keras.layers.Conv2D)) + 1  # and the last layer
    factors = [(each.kernel_regularizer.l1, each.kernel_regularizer.l2) for each in penalized]
    assert np.array(factors) == pytest.approx(np.tile([1e-5, 1e-4], (len(factors), 1)))
    assert ARCHITECTURES["cnn128"].build(PICTURES, 3).losses == []


def test_the_recipe_of_the_book_has_the_network_of_the_book():
    assert len(ARCHITECTURES["cnn64"].build(BOOK, 2).layers) == 18


def test_the_trunk_is_frozen_until_its_last_blocks_are_unfrozen():
    model = ARCHITECTURES["transfer"].build(PICTURES, 3)
    frozen = [layer.name for layer in model.layers if layer.weights and not layer.trainable]
    assert {layer.name for layer in model.layers if layer.trainable_weights} == {
        layer.name for layer in model.layers[-4:] if layer.weights
    }
    slower = unfreeze(model, 2, PICTURES)
    still_frozen = [layer.name for layer in model.layers if layer.weights and not layer.trainable]
    assert still_frozen == frozen[: len(still_frozen)]
    assert still_frozen[-1] == "prelu23"
    assert slower.learning_rate == pytest.approx(PICTURES.learning_rate / 10)
    assert float(model.optimizer.learning_rate) == pytest.approx(slower.learning_rate)
