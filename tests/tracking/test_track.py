"""Tracks start, continue and end."""

from dataclasses import replace

import numpy as np

from visavis.imaging.geometry import Box, Face
from visavis.tracking.running_mean import RunningMean
from visavis.tracking.track import MAX_LOST_S, MAX_UNDETECTED_S, VISIBLE_S, Track

BOX = Box(10, 10, 40, 40)


def track(probability=None, *, embedding=None, **given):
    return replace(Track.start(1, Face(BOX, None, probability), 0.0, **given), embedding=embedding or RunningMean())


def test_an_improbable_face_waits_for_a_second_frame():
    assert track(0.999).is_visible(0)
    assert track().is_visible(0)  # the detector does not say
    assert not track(0.96).is_visible(0)
    assert track(0.96).with_face(Face(BOX), 0.03).is_visible(0.03)
    assert track(0.96).has_ended(VISIBLE_S + 0.01)
    assert track(0.96, confirmed=True).is_visible(0)


def test_a_lost_track_is_visible_for_a_moment_and_ends_later():
    assert track().is_visible(VISIBLE_S)
    assert not track().is_visible(VISIBLE_S + 0.01)
    assert not track().has_ended(MAX_LOST_S)
    assert track().has_ended(MAX_LOST_S + 0.01)


def test_an_abrupt_change_of_a_known_face_makes_it_doubtful():
    before, after = np.eye(144, dtype=np.float32)[:2]
    known = track(embedding=RunningMean(1, 1, 40)).with_glimpse(before)
    assert not known.doubtful  # there was nothing to compare with
    assert not known.with_glimpse(before).doubtful
    assert known.with_glimpse(after).doubtful
    assert not track().with_glimpse(before).with_glimpse(after).doubtful  # it is recognized anyway
    assert known.with_glimpse(after).with_glimpse(after).doubtful  # until it is recognized


def test_a_track_that_no_search_detects_ends():
    followed = track()
    for n in range(1, 200):
        followed = followed.with_face(Face(BOX), n / 30)
    assert not followed.has_ended(MAX_UNDETECTED_S)
    assert followed.has_ended(MAX_UNDETECTED_S + 0.01)


def test_a_face_that_returns_after_a_gap_is_doubtful():
    assert not track().with_face(Face(BOX), 0.05).doubtful
    assert track().with_face(Face(BOX), VISIBLE_S + 0.1).doubtful
