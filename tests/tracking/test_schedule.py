"""Where to search, and which faces to recognize."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box, Face
from visavis.recognition.match import Match
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.running_mean import RunningMean
from visavis.tracking.schedule import (
    DEFAULT,
    OFFLINE,
    SearchScope,
    due_for_recognition,
    recognition_interval,
    search_scope,
)
from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

NAMED = NameState(Match("Ada", 0.9, "Ada"))


def track(number=1, *, recognized_at=None, width=40, **given):
    return replace(Track.start(number, Face(Box(0, 0, width, width)), 10.0), recognized_at=recognized_at, **given)


def scope(*tracks, last, frame, limits=DEFAULT):
    return search_scope(Tracks(tracks), 10.0, last, frame, limits)


def due(*tracks, limits=DEFAULT):
    return [track.id for track in due_for_recognition(Tracks(tracks), 10.0, limits)]


def test_the_whole_frame_is_searched_first_and_then_now_and_then():
    assert scope(last=None, frame=None) is SearchScope.FULL
    assert scope(track(), last=9.6, frame=9.0) is SearchScope.NONE
    assert scope(track(), last=9.5, frame=9.0) is SearchScope.CHANGES
    assert scope(track(), last=9.5, frame=8.0) is SearchScope.COARSE
    assert (
        scope(replace(track(), detected_at=8.0), last=9.5, frame=9.0) is SearchScope.FULL
    )  # no search has found it for long


def test_without_tracks_changes_are_searched_more_often():
    assert scope(last=9.95, frame=9.95) is SearchScope.NONE
    assert scope(last=9.9, frame=9.6) is SearchScope.CHANGES
    assert scope(last=9.9, frame=9.5) is SearchScope.FULL


def test_a_lost_face_is_searched_in_the_whole_frame():
    assert scope(track(), replace(track(2), seen_at=9.9), last=9.9, frame=9.9) is SearchScope.FULL


def test_offline_every_search_is_a_full_one():
    for last, frame in ((9.95, 9.95), (9.8, 9.8)):
        assert scope(last=last, frame=frame, limits=OFFLINE) is SearchScope.FULL
    assert scope(track(), last=9.8, frame=9.8, limits=OFFLINE) is SearchScope.FULL


def test_new_faces_come_first_then_doubtful_ones():
    tracks = [track(1, recognized_at=1.0), track(2, recognized_at=9.9, doubtful=True), track(3)]
    assert due(*tracks) == [3, 2, 1]
    assert due(*tracks, limits=replace(DEFAULT, max_recognitions=1)) == [3]


def test_a_lost_face_is_not_recognized():
    assert due(replace(track(), seen_at=9.9)) == []


def test_a_settled_name_is_checked_within_ten_frames():
    settled = track(embedding=RunningMean(20, 20, 40), name_state=NAMED)
    assert recognition_interval(settled) <= 8 / 30


def test_a_settled_name_waits_longer_while_the_view_is_the_same():
    same = np.eye(144, dtype=np.float32)[0]
    settled = track(embedding=RunningMean(20, 20, 40), name_state=NAMED, glimpse=same, recognized_glimpse=same)
    assert recognition_interval(settled) == 1.0
    assert recognition_interval(replace(settled, glimpse=np.eye(144, dtype=np.float32)[1])) <= 8 / 30


@given(st.integers(0, 500))
def test_intervals_grow_up_to_a_second(attempts):
    shorter, longer = (recognition_interval(track(embedding=RunningMean(n, n, 40))) for n in (attempts, attempts + 1))
    assert 0.1 <= shorter <= longer <= 1.0


def test_a_promising_face_does_not_wait_long():
    likely = NameState(Match(None, 0.4, "Ada"), is_promising=True)
    assert recognition_interval(track(embedding=RunningMean(8, 8, 40), name_state=likely)) < 0.2


def test_a_name_that_a_decision_contradicted_is_checked_soon():
    doubted = replace(NAMED, contradictions=1)
    settled = RunningMean(attempts=9, observations=9, max_width=40)
    assert recognition_interval(track(name_state=doubted, embedding=settled)) <= 0.1


def test_a_better_view_is_recognized_soon():
    bored = track(embedding=RunningMean(20, 20, 40))
    assert recognition_interval(bored) == 1.0
    assert recognition_interval(track(width=60, embedding=RunningMean(20, 20, 40))) == 0.1
