"""Gradient ascent climbs, in steps of one size, and stays a picture."""

import numpy as np
import pytest
import tensorflow as tf

from visavis_training.insight.ascent import Ascent, gray_noise, to_bytes

GOAL = np.random.default_rng(3).uniform(size=(8, 8, 3)).astype(np.float32)


def closeness(pictures):
    """Largest for GOAL."""
    return -tf.reduce_mean(tf.square(pictures - GOAL), axis=(1, 2, 3))


def test_it_climbs_to_the_largest_value():
    start = gray_noise(2, 8)
    found = Ascent(steps=60, rate=0.01)(start, closeness)
    before, after = np.asarray(closeness(start)), np.asarray(closeness(found))
    assert (after > before).all()
    assert after == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_the_size_of_a_step_does_not_depend_on_the_objective(scale):
    start = gray_noise(1, 8)
    found = Ascent(steps=1, rate=0.02)(start, lambda pictures: scale * closeness(pictures))
    assert np.sqrt(np.mean((found - start) ** 2)) == pytest.approx(0.02, rel=1e-3)


def test_a_picture_stays_in_its_range():
    found = Ascent(steps=20, rate=0.2)(gray_noise(1, 8), lambda pictures: tf.reduce_sum(pictures, axis=(1, 2, 3)))
    assert found.max() == 1
    assert found.dtype == np.float32


def test_where_nothing_changes_nothing_is_done():
    start = gray_noise(1, 8)
    found = Ascent(steps=3, rate=0.1)(start, lambda pictures: 0 * tf.reduce_sum(pictures, axis=(1, 2, 3)))
    assert found == pytest.approx(start)


def test_moves_and_blur_make_it_smooth():
    def checks(pictures):
        """Largest for a checkerboard, which is as rough as can be."""
        signs = np.indices((16, 16)).sum(axis=0) % 2 * 2.0 - 1
        return tf.reduce_sum(pictures * signs[..., np.newaxis].astype(np.float32), axis=(1, 2, 3))

    def roughness(pictures):
        return np.abs(np.diff(pictures, axis=1)).mean()

    rough = Ascent(steps=16, rate=0.02)(gray_noise(1, 16), checks)
    smooth = Ascent(steps=16, rate=0.02, jitter=2, blur=0.8)(gray_noise(1, 16), checks)
    assert roughness(smooth) < 0.5 * roughness(rough)


def test_it_says_how_far_it_is_and_repeats_exactly():
    steps = []
    ascent = Ascent(steps=3, rate=0.01, jitter=2, blur=0.5, blur_every=2)
    found = ascent(gray_noise(1, 8), closeness, on_step=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert (ascent(gray_noise(1, 8), closeness) == found).all()


def test_it_begins_with_gray_noise():
    start = gray_noise(3, 8)
    assert start.shape == (3, 8, 8, 3)
    assert (start[0] == start[2]).all()
    assert 0.45 < start.min() < start.max() < 0.55
    assert to_bytes(np.array([[[[1, 0.5, 0]]]], np.float32)).tolist() == [[[[0, 128, 255]]]]
