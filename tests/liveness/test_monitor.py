"""The monitor: one hint for each face, kept as long as the face is followed."""

import itertools
import random

import cv2
import numpy as np
import pytest

from support.moving_faces import SIZE, frame, surface, tilted
from support.places import DATA
from visavis.imaging.geometry import Box, Face
from visavis.liveness.hint import ConfirmCue, DenyCue, LivenessHint, LivenessState
from visavis.liveness.monitor import LivenessMonitor

RATE = 25
OPEN, SHUT = surface(), surface(eyes_open=False)
BLINK = [OPEN] * 12 + [SHUT] * 4 + [OPEN] * 12


def monitor():
    return LivenessMonitor(random.Random(0))


def watch(faces, watcher=None, start=0, size=1.0, doubtful=()):
    """The last hint of track 1."""
    watcher = watcher or monitor()
    hint = None
    for index, face in enumerate(faces, start):
        image, seen = frame(face, size * np.array(tilted(0)), noise=2, seed=index)
        hint = watcher.update(image, index / RATE, {1: seen}, doubtful)[1]
    return hint


def test_without_a_cue_a_face_is_undecided():
    assert watch([OPEN] * 20) == LivenessHint()


def test_a_blink_confirms():
    assert watch(BLINK) == LivenessHint(LivenessState.CONFIRMED, ConfirmCue.BLINKED)


def test_a_deny_cue_wins_over_what_was_confirmed_before_and_after():
    watcher = monitor()
    assert watch(BLINK, watcher).state is LivenessState.CONFIRMED
    still = [OPEN] * (7 * RATE)
    assert watch(still, watcher, len(BLINK)) == LivenessHint(LivenessState.DENIED, DenyCue.LIFELESS)
    assert watch(BLINK, watcher, len(BLINK) + len(still)).state is LivenessState.DENIED


def test_a_face_that_was_out_of_sight_is_confirmed_anew():
    watcher = monitor()
    watch(BLINK, watcher)
    assert watch([OPEN], watcher, len(BLINK) + RATE).state is LivenessState.UNDECIDED


def test_a_track_that_may_have_slid_to_another_face_is_confirmed_anew():
    watcher = monitor()
    watch(BLINK, watcher)
    assert watch([OPEN], watcher, len(BLINK), doubtful={1}).state is LivenessState.UNDECIDED


def test_a_denial_outlasts_a_gap():
    watcher = monitor()
    watch([OPEN] * (7 * RATE), watcher)
    assert watch(BLINK, watcher, 8 * RATE, doubtful={1}).state is LivenessState.DENIED


def test_a_face_turned_as_asked_is_confirmed():
    watcher, hint = monitor(), LivenessHint()
    for index in range(6 * RATE):
        nose = 0.25 * hint.turn.sign if hint.turn else 0.0
        image, face = frame(affine=tilted(0), noise=2, seed=index, nose=nose)
        hint = watcher.update(image, index / RATE, {1: face})[1]
    assert hint == LivenessHint(LivenessState.CONFIRMED, ConfirmCue.TURNED)


def test_small_faces_and_faces_without_landmarks_are_undecided():
    assert watch([*BLINK, *[OPEN] * 200], size=0.3) == LivenessHint()
    image = np.zeros((SIZE, SIZE, 3), np.uint8)
    assert monitor().update(image, 0.0, {7: Face(Box(0, 0, 50, 50))}) == {7: LivenessHint()}


def test_each_face_has_a_hint_of_its_own():
    watcher = monitor()
    watch(BLINK, watcher)
    image, face = frame(OPEN, tilted(0))
    hints = watcher.update(image, len(BLINK) / RATE, {1: face, 2: face})
    assert [hints[track].state for track in (1, 2)] == [LivenessState.CONFIRMED, LivenessState.UNDECIDED]


@pytest.fixture
def track():
    if not DATA.exists():
        pytest.skip("the pictures are not there")
    from visavis.factory.detectors import create_detector
    from visavis.factory.networks import NetworkLoader
    from visavis.pipeline import Pipeline
    from visavis.storage.paths import DataFolders
    from visavis.tracking import Tracker

    return Tracker(Pipeline(create_detector(NetworkLoader(DataFolders.of_user(None)), "live")))


def hints_of(track, frames):
    watcher = monitor()
    for taken in frames:
        faces = {answer.track: answer.face for answer in track(taken).answers if answer.is_detected}
        yield from watcher.update(taken.image, taken.time, faces).values()


@pytest.mark.real
def test_a_real_photo_on_a_stand_is_denied(track):
    from visavis.imaging import codec
    from visavis.imaging.frames import Frame

    photo = codec.read(min((DATA / "lfw" / "people").glob("*/*.jpg")))
    draw = np.random.default_rng(0)

    def frames():
        for index in range(8 * RATE):
            image = cv2.copyMakeBorder(photo, 25, 25, 75, 75, cv2.BORDER_CONSTANT, value=(90, 90, 90))
            noisy = np.clip(image + draw.normal(0, 2.5, image.shape), 0, 255).astype(np.uint8)
            yield Frame(noisy, index / RATE, index, index / RATE, "photo")

    found = list(hints_of(track, frames()))
    assert found[-1] == LivenessHint(LivenessState.DENIED, DenyCue.LIFELESS)
    assert all(hint.state is not LivenessState.CONFIRMED for hint in found)


@pytest.mark.real
def test_a_real_person_is_confirmed_and_never_denied(track):
    from visavis.sources import open_source

    clip = itertools.islice(open_source(str(DATA / "video" / "cap13_edit2.mp4"), paced=False), 25 * RATE)
    found = {hint.state for hint in hints_of(track, clip)}
    assert found == {LivenessState.UNDECIDED, LivenessState.CONFIRMED}
