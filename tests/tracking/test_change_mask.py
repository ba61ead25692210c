"""Where a picture is new since it was searched."""

import numpy as np
import pytest

from visavis.imaging.geometry import Box
from visavis.tracking.change_mask import ChangeMask, without


def wall(*things, size=(480, 640), seed=0):
    """A wall in a camera's noise with things on it."""
    picture = np.random.default_rng(seed).normal(120, 4, (*size, 3))
    for box, gray in things:
        picture[box.top : box.bottom, box.left : box.right] = gray
    return np.clip(picture, 0, 255).astype(np.uint8)


@pytest.fixture
def novelty():
    novelty = ChangeMask()
    novelty.searched(wall())
    return novelty


def test_noise_is_no_news(novelty):
    assert novelty.take(wall(seed=1), []) is None


@pytest.mark.parametrize("box", [Box(300, 200, 48, 48), Box(0, 0, 60, 60), Box(560, 400, 80, 80)])
def test_what_appears_is_searched_with_its_surroundings(novelty, box):
    place = novelty.take(wall((box, 60), seed=1), [])
    assert place.covers(box) == 1
    assert place.area < 0.25 * 480 * 640
    assert novelty.take(wall((box, 60), seed=2), []) is None  # it was searched by then


def test_what_leaves_is_news_too(novelty):
    box = Box(300, 200, 80, 80)
    novelty.take(wall((box, 60)), [])
    assert novelty.take(wall(seed=3), []).covers(box) == 1


def test_a_followed_head_is_known_and_what_it_uncovers_is_not(novelty):
    before, after = Box(100, 200, 100, 100), Box(400, 200, 100, 100)
    assert novelty.take(wall((before, 60)), [before]) is None
    assert novelty.take(wall((after, 60)), [after]).covers(before) > 0.9


def test_what_appears_little_by_little_is_seen_in_the_end(novelty):
    box = Box(300, 200, 80, 80)
    places = [novelty.take(wall((box, 120 + 3 * step)), []) for step in range(6)]
    assert any(place is not None and place.covers(box) == 1 for place in places)


def test_of_another_size_all_is_new(novelty):
    assert novelty.take(wall(size=(240, 300)), []) == Box(0, 0, 300, 240)


def test_after_forgetting_all_is_new(novelty):
    novelty.forget()
    assert novelty.take(wall(), []) == Box(0, 0, 640, 480)


def test_known_faces_are_painted_over_and_the_picture_stays_as_it_was():
    picture, face = wall(), Box(600, 100, 60, 60)
    before = picture.copy()
    covered = without(picture, [face])
    assert (covered[100:160, 600:] == 128).all()
    assert (covered[:, :500] == picture[:, :500]).all()
    assert (picture == before).all()
