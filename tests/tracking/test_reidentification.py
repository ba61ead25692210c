"""A track continues where its person is."""

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
from visavis.tracking.reidentification import EmbeddedFace, reidentify
from visavis.tracking.track import Track
from visavis.tracking.tracks import Tracks

VECTORS = np.eye(5, dtype=np.float32)


def track(track_id, person, *, seen_at=1.0, observations=5):
    """A track of one of the people, at a place of its own."""
    made = Track.start(track_id, Face(Box(100 * track_id, 0, 50, 50)), seen_at)
    for _ in range(observations):
        made = made.with_observation(GOOD, VECTORS[person], seen_at)
    return made


def faces(*people):
    """Tracks 1, 2, ... now show these people."""
    return {track_id: EmbeddedFace(GOOD, VECTORS[person]) for track_id, person in enumerate(people, 1)}


def run(tracks, faces, threshold=0.94, **given):
    numbers = itertools.count(100)
    return list(reidentify(Tracks(tracks), faces, threshold, 1.0, lambda: next(numbers), **given))


def places(tracks):
    """Position of each track that is seen, by track ID."""
    return {each.id: each.face.box.left for each in tracks if each.seen_at == 1.0}


def test_two_people_who_swapped_places_keep_their_tracks():
    assert places(run([track(1, 0), track(2, 1)], faces(1, 0))) == {1: 200, 2: 100}


def test_a_lost_track_continues_where_its_person_reappears():
    result = run([track(1, 0, seen_at=0.6), track(2, 0, observations=0)], {2: EmbeddedFace(GOOD, VECTORS[0])})
    assert places(result) == {1: 200}
    assert len(result) == 1


def test_a_track_that_is_seen_elsewhere_stays_there():
    result = run([track(1, 0), track(2, 1)], {2: EmbeddedFace(GOOD, VECTORS[0])})  # only the second is recognized
    assert places(result)[1] == 100


def test_a_new_person_in_the_place_of_another_is_a_new_track():
    similar = np.array([0.92, 0.39, 0, 0, 0], np.float32)  # no clear mismatch: two are needed
    once = run([track(1, 0)], {1: EmbeddedFace(GOOD, similar)})
    assert [(each.id, each.mismatches, each.embedding.observations) for each in once] == [(1, 1, 5)]
    twice = run(once, {1: EmbeddedFace(GOOD, similar)})
    assert [(each.id, each.embedding.observations) for each in twice] == [(100, 1)]
    assert [each.id for each in run([track(1, 0)], faces(4))] == [100]  # a clear mismatch


def test_a_small_face_is_never_a_mismatch():
    small = replace(GOOD, eye_distance=0.0)
    [same] = run([track(1, 0)], {1: EmbeddedFace(small, VECTORS[3])})
    assert (same.id, same.mismatches) == (1, 0)


def test_blurred_faces_need_two_clear_mismatches():
    blurred = replace(GOOD, sharpness=0.0)
    vague = np.array([0.92, 0.39, 0, 0, 0], np.float32)
    [same] = run([track(1, 0)], {1: EmbeddedFace(blurred, vague)})
    assert (same.id, same.mismatches) == (1, 0)
    [once] = run([track(1, 0)], {1: EmbeddedFace(blurred, VECTORS[3])})
    assert (once.id, once.mismatches) == (1, 1)
    [twice] = run([once], {1: EmbeddedFace(blurred, VECTORS[3])})
    assert (twice.id, twice.embedding.observations, twice.name_state.name) == (100, 0, None)
    [between] = run([once], {1: EmbeddedFace(blurred, vague)})
    assert (between.mismatches, between.doubtful) == (0, False)
    assert [each.id for each in run([between], {1: EmbeddedFace(blurred, VECTORS[3])})] == [1]  # not in a row


def test_a_turned_head_that_matches_ends_the_doubt():
    before, turned = np.eye(144, dtype=np.float32)[:2]
    doubtful = track(1, 0).with_glimpse(before).with_glimpse(turned)
    assert doubtful.doubtful
    [same] = run([doubtful], {1: EmbeddedFace(replace(GOOD, yaw=0.9), VECTORS[0])})
    assert (same.doubtful, same.has_changed) == (False, False)


def test_a_face_that_gets_the_name_in_a_still_is_no_mismatch():
    ada = replace(track(1, 0), name_state=NameState(Match("Ada", 0.9, "Ada")))
    [same] = run([ada], faces(3), name_in_still=lambda vector: "Ada")
    assert (same.id, same.embedding.observations) == (1, 6)
    [other] = run([ada], faces(3), name_in_still=lambda vector: "Bob")
    assert other.id == 100
    [unknown] = run([track(1, 0)], faces(3), name_in_still=lambda vector: None)
    assert unknown.id == 100
    dark = EmbeddedFace(replace(GOOD, brightness=0.0), VECTORS[3])  # not named in a still
    [mismatched] = run([ada], {1: dark}, name_in_still=lambda vector: "Ada")
    assert mismatched.mismatches == 1


def test_another_person_is_noticed_in_profile_too():
    turned = {1: EmbeddedFace(replace(GOOD, yaw=1.1), np.array([0.92, 0.39, 0, 0, 0], np.float32))}
    [once] = run([track(1, 0)], turned)
    [twice] = run([once], turned)
    assert (once.id, twice.id, twice.embedding.issue) == (1, 100, QualityIssue.TURNED)


def test_without_a_threshold_every_observation_is_added():
    [same] = run([track(1, 0)], faces(3), threshold=None)
    assert (same.id, same.embedding.observations) == (1, 6)


@given(st.permutations(range(4)))
def test_people_who_swap_places_in_any_order_keep_their_tracks(order):
    tracks = [track(person + 1, person) for person in range(4)]
    result = run(tracks, faces(*order))
    assert places(result) == {person + 1: 100 * place for place, person in enumerate(order, 1)}
