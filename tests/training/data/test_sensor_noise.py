"""Copies as a sensor takes them: dark, and noisy by the rules of photons and of reading."""

import numpy as np
import pytest

from visavis_training.data.sensor_noise import READ_NOISE, WHITE_ELECTRONS, Exposure, expose
from visavis_training.evaluation.picture_kinds import dark


def flat(value):
    return np.full((200, 200, 3), value, np.uint8)


def noise_of(value, exposure):
    """The mean and the standard deviation of a copy of a flat picture."""
    copy = expose(flat(value), exposure, np.random.default_rng(1))
    assert copy.dtype == np.uint8
    return copy.mean(), copy.std()


@pytest.mark.parametrize("value", [40, 100, 200])
@pytest.mark.parametrize("light", [0.25, 1.0])
def test_shot_noise_grows_with_the_root_of_the_light(value, light):
    mean, deviation = noise_of(value, Exposure(light, read_noise=0))
    electrons = value * light * WHITE_ELECTRONS / 255
    assert mean == pytest.approx(value * light, abs=1)  # values are cut to whole numbers
    assert deviation == pytest.approx(np.sqrt(electrons) * 255 / WHITE_ELECTRONS, rel=0.06)


@pytest.mark.parametrize("value", [40, 200])
def test_read_noise_does_not(value):
    _, deviation = noise_of(value, Exposure(0.5, white_electrons=None))
    assert deviation == pytest.approx(READ_NOISE, rel=0.06)


def test_gain_brightens_the_noise_with_the_picture():
    dim, amplified = (noise_of(120, Exposure(0.25, gain)) for gain in (1, 4))
    assert amplified[0] / dim[0] == pytest.approx(4, rel=0.1)
    assert amplified[1] / dim[1] == pytest.approx(4, rel=0.1)


def test_values_stay_in_their_range():
    copy = expose(flat(255), Exposure(1, 4), np.random.default_rng(0))
    assert copy.min() == 255


def test_the_dark_copies_of_evaluate_are_what_the_calibration_was_measured_on():
    """A quarter of the light and a noise of 2, from the same generator, bit for bit."""
    image = np.random.default_rng(5).integers(0, 256, (30, 40, 3)).astype(np.uint8)
    noise = np.random.default_rng(0).normal(0, 2.0, image.shape)
    assert np.array_equal(dark(image, None), np.clip(image * 0.25 + noise, 0, 255).astype(np.uint8))
