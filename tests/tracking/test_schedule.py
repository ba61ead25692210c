"""Where to look, and when."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box, Face
from visavis.recognition.match import Match
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.running_mean import RunningMean
from visavis.tracking.schedule import STEADY, THOROUGH, SearchScope, chosen, pause, search
from visavis.tracking.track import Track

NAMED = NameState(Match("Ada", 0.9, "Ada"))


def track(number=1, *, asked=None, width=40, **given):
    return replace(Track.of(number, Face(Box(0, 0, width, width)), 10.0), asked=asked, **given)


def where(tracks, *, last, whole, pace=STEADY):
    return search(tracks, 10.0, last, whole, pace)


def test_the_whole_frame_is_searched_first_and_then_now_and_then():
    assert where([], last=None, whole=None) is SearchScope.WHOLE
    assert where([track()], last=9.6, whole=9.0) is SearchScope.NOWHERE
    assert where([track()], last=9.5, whole=9.0) is SearchScope.NEWS
    assert where([track()], last=9.5, whole=8.0) is SearchScope.BRIEF
    assert (
        where([replace(track(), found=8.0)], last=9.5, whole=9.0) is SearchScope.WHOLE
    )  # no search has found it for long


def test_without_faces_news_are_searched_more_often():
    assert where([], last=9.95, whole=9.95) is SearchScope.NOWHERE
    assert where([], last=9.9, whole=9.6) is SearchScope.NEWS
    assert where([], last=9.9, whole=9.5) is SearchScope.WHOLE


def test_who_is_missing_is_searched_everywhere():
    assert where([track(), replace(track(2), seen=9.9)], last=9.9, whole=9.9) is SearchScope.WHOLE


def test_a_video_at_leisure_is_always_searched_whole():
    for last, whole in ((9.95, 9.95), (9.8, 9.8)):
        assert where([], last=last, whole=whole, pace=THOROUGH) is SearchScope.WHOLE
    assert where([track()], last=9.8, whole=9.8, pace=THOROUGH) is SearchScope.WHOLE


def test_new_faces_come_first_then_doubtful_ones():
    tracks = [track(1, asked=1.0), track(2, asked=9.9, doubtful=True), track(3)]
    assert chosen(tracks, 10.0, STEADY) == [2, 1, 0]
    assert chosen(tracks, 10.0, replace(STEADY, looks=1)) == [2]


def test_a_face_that_is_not_there_is_not_looked_at():
    assert chosen([replace(track(), seen=9.9)], 10.0, STEADY) == []


def test_a_settled_name_is_looked_at_within_ten_frames():
    settled = track(evidence=RunningMean(20, 20, 40), standing=NAMED)
    assert pause(settled) <= 8 / 30


def test_a_settled_name_on_a_face_that_looks_the_same_waits_longer():
    same = np.eye(144, dtype=np.float32)[0]
    settled = track(evidence=RunningMean(20, 20, 40), standing=NAMED, glimpse=same, known=same)
    assert pause(settled) == 1.0
    assert pause(replace(settled, glimpse=np.eye(144, dtype=np.float32)[1])) <= 8 / 30


@given(st.integers(0, 500))
def test_pauses_grow_and_end_at_a_second(tries):
    shorter, longer = (pause(track(evidence=RunningMean(n, n, 40))) for n in (tries, tries + 1))
    assert 0.1 <= shorter <= longer <= 1.0


def test_a_face_that_may_become_known_does_not_wait_long():
    likely = NameState(Match(None, 0.4, "Ada"))
    assert pause(track(evidence=RunningMean(20, 20, 40), standing=likely)) < 0.2


def test_a_better_view_is_worth_a_look():
    bored = track(evidence=RunningMean(20, 20, 40))
    assert pause(bored) == 1.0
    assert pause(track(width=60, evidence=RunningMean(20, 20, 40))) == 0.1
