"""A track goes on where its person is."""

import itertools
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from support.fakes import GOOD
from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box, Face
from visavis.recognition.match import Match
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.reidentification import Embedding, sorted_out
from visavis.tracking.track import Track

VECTORS = np.eye(5, dtype=np.float32)


def track(number, person, *, seen=1.0, looks=5):
    made = Track.of(number, Face(Box(100 * number, 0, 50, 50)), seen)
    for _ in range(looks):
        made = made.learned(GOOD, VECTORS[person], seen)
    return made


def seen(*people):
    return {index: Embedding(GOOD, VECTORS[person]) for index, person in enumerate(people)}


def sort(tracks, looks, someone_else=0.94, **given):
    numbers = itertools.count(100)
    return sorted_out(tracks, looks, someone_else, 1.0, lambda: next(numbers), **given)


def places(tracks):
    return {each.id: each.face.box.left for each in tracks if each.seen == 1.0}


def test_two_who_changed_places_change_back():
    assert places(sort([track(1, 0), track(2, 1)], seen(1, 0))) == {1: 200, 2: 100}


def test_whoever_is_lost_goes_on_where_they_are_seen_again():
    result = sort([track(1, 0, seen=0.6), track(2, 0, looks=0)], {1: Embedding(GOOD, VECTORS[0])})
    assert places(result) == {1: 200}
    assert len(result) == 1


def test_somebody_elsewhere_is_not_torn_from_their_place():
    result = sort([track(1, 0), track(2, 1)], {1: Embedding(GOOD, VECTORS[0])})  # only the second was looked at
    assert places(result)[1] == 100


def test_someone_new_in_anothers_place_is_another_track():
    similar = np.array([0.92, 0.39, 0, 0, 0], np.float32)  # not plainly someone else: asked twice
    once = sort([track(1, 0)], {0: Embedding(GOOD, similar)})
    assert [(each.id, each.strikes, each.evidence.looks) for each in once] == [(1, 1, 5)]
    twice = sort(once, {0: Embedding(GOOD, similar)})
    assert [(each.id, each.evidence.looks) for each in twice] == [(100, 1)]
    assert [each.id for each in sort([track(1, 0)], seen(4))] == [100]  # plainly


def test_a_small_face_is_like_nobody_and_says_nothing_of_who_it_is():
    small = replace(GOOD, eye_distance=0.0)
    [same] = sort([track(1, 0)], {0: Embedding(small, VECTORS[3])})
    assert (same.id, same.strikes) == (1, 0)


def test_a_blurred_face_is_believed_to_be_someone_else_where_it_is_plainly_so_and_twice():
    blurred = replace(GOOD, sharpness=0.0)
    vague = np.array([0.92, 0.39, 0, 0, 0], np.float32)
    [same] = sort([track(1, 0)], {0: Embedding(blurred, vague)})
    assert (same.id, same.strikes) == (1, 0)
    [once] = sort([track(1, 0)], {0: Embedding(blurred, VECTORS[3])})
    assert (once.id, once.strikes) == (1, 1)
    [twice] = sort([once], {0: Embedding(blurred, VECTORS[3])})
    assert (twice.id, twice.evidence.looks, twice.standing.name) == (100, 0, None)
    [between] = sort([once], {0: Embedding(blurred, vague)})
    assert (between.strikes, between.doubtful) == (0, False)
    assert [each.id for each in sort([between], {0: Embedding(blurred, VECTORS[3])})] == [1]  # not in a row


def test_a_turned_head_that_is_like_before_ends_the_doubt():
    before, turned = np.eye(144, dtype=np.float32)[:2]
    doubtful = track(1, 0).glimpsed(before).glimpsed(turned)
    assert doubtful.doubtful
    [same] = sort([doubtful], {0: Embedding(replace(GOOD, yaw=0.9), VECTORS[0])})
    assert (same.doubtful, same.changed) == (False, False)


def test_whoever_would_be_given_the_name_in_a_still_is_not_someone_else():
    ada = replace(track(1, 0), standing=NameState(Match("Ada", 0.9, "Ada")))
    [same] = sort([ada], seen(3), named=lambda vector: "Ada")
    assert (same.id, same.evidence.looks) == (1, 6)
    [other] = sort([ada], seen(3), named=lambda vector: "Bob")
    assert other.id == 100
    [unknown] = sort([track(1, 0)], seen(3), named=lambda vector: None)
    assert unknown.id == 100
    dark = Embedding(replace(GOOD, brightness=0.0), VECTORS[3])  # in a still, nobody would be named
    [struck] = sort([ada], {0: dark}, named=lambda vector: "Ada")
    assert struck.strikes == 1


def test_somebody_else_is_noticed_in_profile_too():
    turned = {0: Embedding(replace(GOOD, yaw=0.9), np.array([0.92, 0.39, 0, 0, 0], np.float32))}
    [once] = sort([track(1, 0)], turned)
    [twice] = sort([once], turned)
    assert (once.id, twice.id, twice.evidence.flaw) == (1, 100, QualityIssue.TURNED)


def test_where_vectors_do_not_tell_every_look_is_learned():
    [same] = sort([track(1, 0)], seen(3), someone_else=None)
    assert (same.id, same.evidence.looks) == (1, 6)


@given(st.permutations(range(4)))
def test_whoever_is_where_everybody_is_found(order):
    tracks = [track(number, number) for number in range(4)]
    result = sort(tracks, seen(*order))
    assert places(result) == {person: 100 * place for place, person in enumerate(order)}
