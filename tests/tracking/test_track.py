"""Tracks are born, live and end; boxes find their partners."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box, Face
from visavis.tracking.running_mean import RunningMean
from visavis.tracking.track import LOST_S, SHOWN_S, UNCONFIRMED_S, Track, paired

BOX = Box(10, 10, 40, 40)
boxes = st.lists(
    st.builds(Box, st.integers(0, 60), st.integers(0, 60), st.integers(5, 40), st.integers(5, 40)), max_size=6
)


def track(probability=None, *, evidence=None, **given):
    return replace(Track.of(1, Face(BOX, None, probability), 0.0, **given), evidence=evidence or RunningMean())


def test_a_doubtful_face_waits_for_a_second_frame():
    assert track(0.999).shown(0)
    assert track().shown(0)  # the detector does not say
    assert not track(0.96).shown(0)
    assert track(0.96).follows(Face(BOX), 0.03).shown(0.03)
    assert track(0.96).over(SHOWN_S + 0.01)
    assert track(0.96, born=True).shown(0)


def test_a_track_that_nobody_sees_is_shown_shortly_and_ends_later():
    assert track().shown(SHOWN_S)
    assert not track().shown(SHOWN_S + 0.01)
    assert not track().over(LOST_S)
    assert track().over(LOST_S + 0.01)


def test_a_known_face_that_looks_otherwise_all_at_once_may_be_someone_else():
    before, after = np.eye(144, dtype=np.float32)[:2]
    known = track(evidence=RunningMean(1, 1, 40)).glimpsed(before)
    assert not known.doubtful  # there was nothing to compare with
    assert not known.glimpsed(before).doubtful
    assert known.glimpsed(after).doubtful
    assert not track().glimpsed(before).glimpsed(after).doubtful  # it is looked at anyway
    assert known.glimpsed(after).glimpsed(after).doubtful  # until a look tells


def test_what_no_search_confirms_ends():
    followed = track()
    for n in range(1, 200):
        followed = followed.follows(Face(BOX), n / 30)
    assert not followed.over(UNCONFIRMED_S)
    assert followed.over(UNCONFIRMED_S + 0.01)


def test_whoever_comes_back_may_be_someone_else():
    assert not track().follows(Face(BOX), 0.05).doubtful
    assert track().follows(Face(BOX), SHOWN_S + 0.1).doubtful


@given(boxes, boxes, st.floats(0.05, 0.9))
def test_everybody_has_one_partner_at_most_and_enough_of_it(first, second, least):
    pairs = paired(first, second, least)
    assert len(set(pairs.values())) == len(pairs)
    assert all(first[one].overlap(second[other]) >= least for one, other in pairs.items())
    lonely = [index for index in range(len(first)) if index not in pairs]
    free = [index for index in range(len(second)) if index not in pairs.values()]
    assert all(first[one].overlap(second[other]) < least for one in lonely for other in free)


@given(boxes)
def test_boxes_find_themselves(them):
    different = list(dict.fromkeys(them))
    assert paired(different, different, 0.99) == {index: index for index in range(len(different))}
