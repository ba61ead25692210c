"""Regions that changed since they were last searched are found."""

import numpy as np
import pytest

from visavis.imaging.geometry import Box
from visavis.tracking.change_mask import ChangeMask, hide_boxes


def wall(*things, size=(480, 640), seed=0):
    """A wall in a camera's noise with things on it."""
    picture = np.random.default_rng(seed).normal(120, 4, (*size, 3))
    for box, gray in things:
        picture[box.top : box.bottom, box.left : box.right] = gray
    return np.clip(picture, 0, 255).astype(np.uint8)


@pytest.fixture
def mask():
    mask = ChangeMask()
    mask.mark_searched(wall())
    return mask


def test_noise_is_no_change(mask):
    assert mask.take_changed_region(wall(seed=1), []) is None


@pytest.mark.parametrize("box", [Box(300, 200, 48, 48), Box(0, 0, 60, 60), Box(560, 400, 80, 80)])
def test_an_object_that_appears_is_covered_with_a_margin(mask, box):
    place = mask.take_changed_region(wall((box, 60), seed=1), [])
    assert place.containment(box) == 1
    assert place.area < 0.25 * 480 * 640
    assert mask.take_changed_region(wall((box, 60), seed=2), []) is None  # it was searched by then


def test_an_object_that_leaves_is_a_change_too(mask):
    box = Box(300, 200, 80, 80)
    mask.take_changed_region(wall((box, 60)), [])
    assert mask.take_changed_region(wall(seed=3), []).containment(box) == 1


def test_a_tracked_head_is_ignored_and_what_it_uncovers_is_not(mask):
    before, after = Box(100, 200, 100, 100), Box(400, 200, 100, 100)
    assert mask.take_changed_region(wall((before, 60)), [before]) is None
    assert mask.take_changed_region(wall((after, 60)), [after]).containment(before) > 0.9


def test_an_object_that_appears_gradually_is_found_in_the_end(mask):
    box = Box(300, 200, 80, 80)
    places = [mask.take_changed_region(wall((box, 120 + 3 * step)), []) for step in range(6)]
    assert any(place is not None and place.containment(box) == 1 for place in places)


def test_an_image_of_another_size_has_changed_everywhere(mask):
    assert mask.take_changed_region(wall(size=(240, 300)), []) == Box(0, 0, 300, 240)


def test_before_the_first_search_everything_has_changed():
    assert ChangeMask().take_changed_region(wall(), []) == Box(0, 0, 640, 480)


def test_hidden_boxes_are_painted_over_on_a_copy():
    picture, face = wall(), Box(600, 100, 60, 60)
    before = picture.copy()
    covered = hide_boxes(picture, [face])
    assert (covered[100:160, 600:] == 128).all()
    assert (covered[:, :500] == picture[:, :500]).all()
    assert (picture == before).all()
