"""Fitting: noise is removed from pictures that were not learned from."""

import math

import numpy as np
import pytest

from visavis.errors import TrainingError
from visavis_training.denoising import digits, network
from visavis_training.denoising.chip_noise import PART_SIDE, draw_parts
from visavis_training.denoising.fit import fit, psnr


def test_psnr_is_the_peak_over_the_mean_squared_error():
    zeros = np.zeros((2, 2))
    assert psnr(zeros, zeros + 0.1) == pytest.approx(20)
    assert psnr(zeros, np.full((2, 2), 25.5), 255) == pytest.approx(20)
    assert psnr(zeros, zeros) == math.inf


def test_the_sources_experiment_on_a_few_digits():
    done = digits.run(epochs=6, count=300)
    before, after = done.psnr
    assert before == pytest.approx(9.3, abs=0.5)  # a factor of 0.5
    assert after > before + 3
    assert done.clean.shape == done.noisy.shape == done.denoised.shape == (60, 28, 28, 1)
    assert done.sheet(5).shape == (3 * 28 * 4, 5 * 28 * 4, 3)


def test_the_noise_leaves_white_dots_on_black_and_nothing_outside_of_the_range():
    dots = digits.with_dots(np.zeros((1, 28, 28, 1), np.float32), np.random.default_rng(0))
    assert dots.min() == 0
    assert dots.max() == 1
    assert (dots > 0.1).mean() == pytest.approx(0.42, abs=0.05)  # of a normal deviate, above 0.2


def test_parts_of_chips_are_drawn_with_noise_and_without():
    chips = np.full((6, 112, 112, 3), 120, np.uint8)
    noisy, clean = draw_parts(chips, np.random.default_rng(0))
    assert noisy.shape == clean.shape == (6, PART_SIDE, PART_SIDE, 3)
    assert np.all(clean == np.float32(120) / np.float32(255))
    assert noisy.mean(axis=(1, 2, 3)) == pytest.approx([120 / 255] * 6, abs=0.05)
    assert np.ptp(noisy.std(axis=(1, 2, 3))) > 0.03  # each with a light of its own


def test_the_same_seed_draws_the_same_parts():
    chips = np.random.default_rng(1).integers(0, 256, (3, 112, 112, 3)).astype(np.uint8)
    one, other = (draw_parts(chips, np.random.default_rng(7)) for _ in range(2))
    assert np.array_equal(one[0], other[0])
    assert np.array_equal(one[1], other[1])


def test_a_training_that_diverges_is_one_sentence():
    model = network.build_book()
    broken = np.full((4, 28, 28, 1), np.nan, np.float32)
    epochs = fit(model, lambda _: (broken, broken), (broken, broken), epochs=2, batch_size=4, seed=0)
    with pytest.raises(TrainingError, match="The training diverged"):
        list(epochs)
