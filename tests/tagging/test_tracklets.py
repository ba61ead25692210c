"""Tracklets: candidates beside the tracks that follow each other, with one embedding for each view."""

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.tagging.tracklets import TrackletCollector

LEFT, RIGHT = Box(10, 10, 50, 50), Box(200, 10, 50, 50)
#: Width and height of the frames.
SIZE = (300, 120)


@pytest.fixture
def watch():
    """Watches frames at ten a second; gives the frames and the first box of each tracklet, and what was done."""
    return _watch


def _watch(candidates, *, count=10, tracked=lambda number: {}, cuts=(), moving=False):
    searched, embedded, now = [], [], 0
    rng = np.random.default_rng(1)
    images = [rng.integers(0, 255, (SIZE[1], SIZE[0], 3)).astype(np.uint8) for _ in range(count if moving else 1)]

    def find(image, search):
        searched.append(now)
        return [Face(box) for box in candidates(now)]

    def embed(image, faces):
        embedded.append(now)
        return np.array([[2, 0] for _ in faces], np.float32)

    collector = TrackletCollector(find, embed)
    for now in range(count):
        frame = Frame(images[now % len(images)], 0.0, now, now / 10)
        collector.add(frame, tracked(now), is_new_scene=now in cuts)
    tracklets = collector.tracklets()
    found = [(list(each.frames), each.boxes[0]) for each in tracklets]
    return found, searched, embedded, tracklets


def test_candidates_that_follow_each_other_are_a_tracklet(watch):
    found, _, embedded, [first, second] = watch(lambda number: [LEFT.shift(number, 0), RIGHT], moving=True)
    assert found == [(list(range(10)), LEFT), (list(range(10)), RIGHT)]
    assert embedded == list(range(10))
    assert first.vector == pytest.approx([10, 0])
    assert second.vector == pytest.approx([10, 0])


def test_an_unchanged_view_is_embedded_once(watch):
    found, _, embedded, [tracklet] = watch(lambda number: [LEFT])
    assert (found, embedded) == ([(list(range(10)), LEFT)], [0])
    assert tracklet.vector == pytest.approx([10, 0])


def test_two_searches_may_miss_it_and_four_may_not(watch):
    assert len(watch(lambda number: [] if number in (4, 5) else [LEFT])[0]) == 1
    assert len(watch(lambda number: [] if number in (4, 5, 6, 7) else [LEFT], count=14)[0]) == 2


def test_a_scene_ends_tracklets(watch):
    assert [frames for frames, _ in watch(lambda number: [LEFT], cuts=[0, 5])[0]] == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_one_candidate_alone_is_none(watch):
    assert watch(lambda number: [LEFT] if number == 3 else [])[0] == []


def test_what_is_too_small_is_none(watch):
    assert watch(lambda number: [Box(10, 10, 30, 30)])[0] == []


def test_the_face_of_a_track_is_none_and_a_part_of_it_neither(watch):
    assert watch(lambda number: [LEFT, Box(15, 15, 40, 40)], tracked=lambda number: {1: LEFT})[0] == []


def test_a_large_face_before_a_small_one_of_a_track_is_one(watch):
    large = Box(0, 0, 110, 110)
    found = watch(lambda number: [large], tracked=lambda number: {1: LEFT})[0]
    assert [box for _, box in found] == [large]


def test_it_is_searched_more_often_while_a_face_is_lost(watch):
    calm = watch(lambda number: [], count=60, tracked=lambda number: {1: LEFT})[1]
    assert calm == list(range(0, 60, 3))
    lost = watch(lambda number: [], count=60, tracked=lambda number: {1: LEFT} if number < 12 else {})[1]
    assert lost == [0, 3, 6, 9, *range(12, 43), 45, 48, 51, 54, 57]
