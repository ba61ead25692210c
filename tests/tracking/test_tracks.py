"""Tracks are a value: methods return changed copies, in the order of the IDs."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box, Face
from visavis.recognition.match import NOBODY, Doubt, Match
from visavis.tracking.name_hysteresis import NameState
from visavis.tracking.track import MAX_LOST_S, Track
from visavis.tracking.tracks import Tracks

NOW = 10.0
SCORES = {"Ada": 0.9, "Bob": 0.8}


def track(track_id, *, name=None, seen_at=NOW):
    match = Match(name, SCORES[name], name) if name else NOBODY
    return replace(Track.start(track_id, Face(Box(0, 0, 40, 40)), seen_at), name_state=NameState(match))


def ids(tracks):
    return [track.id for track in tracks]


def names(tracks):
    return {track.id: track.name_state.name for track in tracks}


TRACKS = st.lists(
    st.builds(
        track, st.integers(1, 9), name=st.sampled_from([None, "Ada", "Bob"]), seen_at=st.sampled_from([NOW, 9.9])
    ),
    max_size=6,
    unique_by=lambda track: track.id,
)


@given(TRACKS)
def test_tracks_come_in_the_order_of_their_ids(given_tracks):
    tracks = Tracks(given_tracks)
    assert ids(tracks) == sorted(ids(given_tracks))
    assert all(tracks[track.id] is track for track in given_tracks)


@given(TRACKS)
def test_a_track_is_either_seen_or_lost(given_tracks):
    tracks = Tracks(given_tracks)
    assert sorted(ids(tracks.seen_at(NOW)) + ids(tracks.lost_at(NOW))) == ids(tracks)


@given(TRACKS, TRACKS)
def test_replacing_keeps_the_others_and_leaves_the_original_as_it_was(given_tracks, changed):
    tracks = Tracks(given_tracks)
    result = tracks.replace(*changed)
    assert ids(tracks) == sorted(ids(given_tracks))
    assert set(ids(result)) == {*ids(given_tracks), *ids(changed)}
    assert all(result[track.id] is track for track in changed)
    assert set(result.without(ids(changed))) == {track for track in given_tracks if track.id not in ids(changed)}


def test_ended_tracks_are_not_active():
    tracks = Tracks([track(1), track(2, seen_at=NOW - MAX_LOST_S - 0.01)])
    assert ids(tracks.active(NOW)) == [1]


def test_boxes_are_the_last_ones_or_predicted():
    moving = track(1, seen_at=NOW - 0.1).with_face(Face(Box(10, 0, 40, 40)), NOW)
    tracks = Tracks([moving])
    assert tracks.boxes == {1: Box(10, 0, 40, 40)}
    assert tracks.boxes_at(NOW + 0.1)[1].left > 10


@given(TRACKS)
def test_no_name_is_on_two_tracks_and_none_is_lost(given_tracks):
    tracks = Tracks(given_tracks)
    result = [name for name in names(tracks.with_unique_names(NOW)).values() if name]
    assert sorted(result) == sorted({name for name in names(tracks).values() if name})


def test_a_seen_track_keeps_its_name_before_a_lost_one():
    result = Tracks([track(1, name="Ada", seen_at=9.9), track(2, name="Ada")]).with_unique_names(NOW)
    assert names(result) == {1: None, 2: "Ada"}
    assert result[1].name_state.match.doubt is Doubt.TAKEN


def test_of_two_seen_tracks_the_older_keeps_the_name():
    result = Tracks([track(2, name="Ada"), track(1, name="Ada"), track(3, name="Bob")]).with_unique_names(NOW)
    assert names(result) == {1: "Ada", 2: None, 3: "Bob"}
