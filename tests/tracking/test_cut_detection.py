"""Cuts are detected. Movement, noise and light that changes gradually are no cuts."""

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.tracking.cut_detection import SAME_SCENE_CORRELATION, CutDetector

RNG = np.random.default_rng(0)


def frame(image, index, source="film", time=None):
    return Frame(image, 0.0, index, index / 25 if time is None else time, source)


def room(seed, shift=0, brightness=0):
    picture = np.random.default_rng(seed).integers(20, 200, (12, 16, 3)).repeat(20, 0).repeat(20, 1)
    return np.clip(np.roll(picture, shift, 1) + brightness, 0, 255).astype(np.uint8)


def new_scenes(*frames, min_correlation=-1.0):
    detector = CutDetector(min_correlation)
    return [detector.is_new_scene(each) for each in frames]


def test_the_first_frame_starts_a_scene_and_the_next_continues_it():
    assert new_scenes(frame(room(1), 0), frame(room(1), 1), frame(room(1, 4), 2)) == [True, False, False]


def test_a_cut_starts_a_new_scene():
    assert new_scenes(frame(room(1), 0), frame(room(1), 1), frame(room(2), 2), frame(room(2), 3)) == [
        True,
        False,
        True,
        False,
    ]


def test_a_cut_between_dark_scenes_starts_a_new_scene():
    dim = [frame(room(seed) // 5, number) for number, seed in enumerate((1, 1, 2, 2))]
    assert np.abs(dim[1].image.astype(int) - dim[2].image).mean() < 13  # as much as a head that comes close
    assert new_scenes(*dim, min_correlation=SAME_SCENE_CORRELATION) == [True, False, True, False]


def test_noise_in_the_dark_is_no_cut():
    frames = [frame(np.clip(RNG.normal(8, 5, (240, 320, 3)), 0, 255).astype(np.uint8), number) for number in range(20)]
    assert new_scenes(*frames, min_correlation=SAME_SCENE_CORRELATION) == [True] + [False] * 19


def test_noise_and_light_that_grows_are_no_cut():
    frames = [
        frame(np.clip(room(1, brightness=3 * n) + RNG.normal(0, 6, (240, 320, 3)), 0, 255).astype(np.uint8), n)
        for n in range(20)
    ]
    assert new_scenes(*frames, min_correlation=SAME_SCENE_CORRELATION) == [True] + [False] * 19


@pytest.mark.parametrize(
    "second",
    [frame(room(1), 1, source="other"), frame(room(1), 1, time=30.0), frame(room(1), 0, time=-1.0)],
    ids=["another source", "a long gap", "a source that begins again"],
)
def test_a_frame_that_does_not_continue_starts_a_new_scene(second):
    assert new_scenes(frame(room(1), 0), second) == [True, True]


def test_another_size_starts_a_new_scene():
    assert new_scenes(frame(room(1), 0), frame(room(1)[:200], 1)) == [True, True]
