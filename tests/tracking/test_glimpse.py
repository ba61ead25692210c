"""Glimpses tell whether the view of a face changed."""

import cv2
import numpy as np
import pytest

from visavis.imaging.geometry import Box
from visavis.tracking.glimpse import glimpse, is_same_view, is_similar_view

PLACE = Box(60, 40, 120, 120)


def room(seed, place=PLACE, gain=1.0):
    """A picture with something like a face in it: soft blotches of its own for each seed."""
    coarse = np.random.default_rng(seed).integers(0, 256, (7, 7, 3), np.uint8)
    picture = np.full((240, 320, 3), 90, np.uint8)
    blotches = cv2.resize(coarse, (place.width, place.height), interpolation=cv2.INTER_CUBIC)
    picture[place.top : place.bottom, place.left : place.right] = np.clip(blotches * gain, 0, 255)
    return picture


def test_small_shifts_and_other_light_are_the_same_view():
    before = glimpse(room(1), PLACE)
    assert is_same_view(before, glimpse(room(1), PLACE.shift(2, 1)))
    assert is_same_view(before, glimpse(room(1, gain=0.6), PLACE))


def test_a_face_that_turned_is_a_similar_view_and_an_empty_place_is_none():
    before = glimpse(room(1), PLACE)
    turned = glimpse(room(1), PLACE.shift(9, 4))
    assert is_similar_view(before, turned)
    assert not is_same_view(before, turned)
    assert not is_similar_view(before, glimpse(room(1, Box(200, 150, 80, 80)), PLACE))
    assert not is_similar_view(before, None)


@pytest.mark.parametrize("seed", range(2, 12))
def test_another_face_is_another_view(seed):
    assert not is_same_view(glimpse(room(1), PLACE), glimpse(room(seed), PLACE))


@pytest.mark.parametrize("box", [Box(0, 0, 30, 30), Box(-50, -50, 20, 20)])
def test_without_structure_no_view_is_the_same(box):
    nothing = glimpse(room(1), box)
    assert nothing is None
    assert not is_same_view(nothing, nothing)


def test_a_face_at_the_border_is_described_by_its_visible_part():
    seen = glimpse(room(1, Box(0, 0, 100, 100)), Box(-20, -20, 120, 120))
    assert seen is not None
    assert np.isclose(np.linalg.norm(seen), 1, atol=1e-5)
