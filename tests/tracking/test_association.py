"""Faces find their tracks."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box, Face
from visavis.tracking.association import assign_detected, assign_followed, match_boxes
from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

BOXES = st.lists(
    st.builds(Box, st.integers(0, 60), st.integers(0, 60), st.integers(5, 40), st.integers(5, 40)), max_size=6
)
LEFT, RIGHT = Box(0, 0, 40, 40), Box(200, 0, 40, 40)


def numbered(boxes):
    return dict(enumerate(boxes))


def tracks_at(*boxes, time=0.0):
    return Tracks(Track.start(number, Face(box), time) for number, box in enumerate(boxes, 1))


def detect(tracks, *boxes, now=0.1):
    numbers = itertools.count(100)
    return assign_detected(tracks, [Face(box) for box in boxes], now, lambda: next(numbers))


@given(BOXES, BOXES, st.floats(0.05, 0.9))
def test_each_box_has_one_partner_at_most_and_enough_overlap(first, second, min_overlap):
    pairs = match_boxes(numbered(first), numbered(second), min_overlap)
    assert len(set(pairs.values())) == len(pairs)
    assert all(first[one].iou(second[other]) >= min_overlap for one, other in pairs.items())
    unmatched = [index for index in range(len(first)) if index not in pairs]
    free = [index for index in range(len(second)) if index not in pairs.values()]
    assert all(first[one].iou(second[other]) < min_overlap for one in unmatched for other in free)


@given(BOXES)
def test_boxes_match_themselves(boxes):
    different = numbered(dict.fromkeys(boxes))
    assert match_boxes(different, different, 0.99) == {index: index for index in different}


@given(BOXES)
def test_every_followed_track_is_updated_unless_another_has_its_face(boxes):
    tracks = tracks_at(*boxes)
    result = assign_followed(tracks, {track.id: track.face for track in tracks}, 0.1)
    assert [track.id for track in result] == [track.id for track in tracks]
    seen, lost = result.seen_at(0.1), result.lost_at(0.1)
    assert all(any(track.face.box.containment(other.face.box) > 0.5 for other in seen) for track in lost)
    assert all(track.doubtful for track in lost)


def test_two_tracks_that_follow_one_face_leave_it_to_the_nearer():
    tracks = tracks_at(LEFT, LEFT.shift(30, 0))
    result = assign_followed(tracks, {1: Face(LEFT.shift(28, 0)), 2: Face(LEFT.shift(30, 0))}, 0.1)
    assert [track.id for track in result.seen_at(0.1)] == [2]
    assert all(track.doubtful for track in result)


def test_a_detection_confirms_a_seen_track_and_starts_others():
    result = detect(tracks_at(LEFT, time=0.1), LEFT.shift(3, 0), RIGHT)
    assert {track.id: track.face.box for track in result} == {1: LEFT, 100: RIGHT}
    assert result[1].detected_at == 0.1


def test_a_detection_near_a_lost_track_continues_it_in_doubt():
    result = detect(tracks_at(LEFT, RIGHT), LEFT.shift(20, 0))
    assert [track.id for track in result.seen_at(0.1)] == [1]
    assert (result[1].doubtful, result[2].doubtful) == (True, False)
