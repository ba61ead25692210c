"""The autoencoders: the source's has its number of parameters, and both are files that are loaded with care."""

import numpy as np
import pytest

from visavis.networks import keras_file
from visavis_training.denoising import denoiser_file, network


@pytest.mark.parametrize(
    ("build", "parameters", "shape"),
    [(network.build_book, 28_353, (28, 28, 1)), (network.build_chip, 29_507, (112, 112, 3))],
)
def test_the_parameters_and_the_size_of_what_comes_out(build, parameters, shape):
    model = build()
    assert model.count_params() == parameters
    assert model.predict(np.zeros((1, *shape), np.float32), verbose=0).shape == (1, *shape)


def test_one_for_chips_takes_pictures_of_any_size_that_two_poolings_can_halve():
    model = network.build_chip()
    step = network.SIDE_STEP
    for size in ((step, 3 * step), (15 * step, 20 * step)):
        assert model.predict(np.zeros((1, *size, 3), np.float32), verbose=0).shape == (1, *size, 3)


def test_a_written_network_has_nothing_but_stock_layers_and_gives_the_same(folders):
    model = network.build_chip()
    path = denoiser_file.write(folders, model, {}, ())
    keras_file.require_plain(path)
    noisy = np.random.default_rng(0).random((1, 8, 12, 3), np.float32)
    assert np.array_equal(denoiser_file.load(folders).predict(noisy, verbose=0), model.predict(noisy, verbose=0))
