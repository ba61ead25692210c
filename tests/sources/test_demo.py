"""The demo: two real people, at least one of them well visible in every frame."""

import dataclasses
import itertools

import cv2
import numpy as np
import pytest

from visavis.errors import SourceNotFoundError
from visavis.process.extras import DEMO
from visavis.sources import demo
from visavis.sources.demo import Demo, Stage


@pytest.fixture(scope="module")
def stage():
    return Stage()


def test_a_face_is_found_in_every_frame_and_each_person_leaves(stage):
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_alt2.xml")
    halves = []
    for index in range(0, 900, 18):
        gray = cv2.cvtColor(stage.picture(index), cv2.COLOR_BGR2GRAY)
        faces = cascade.detectMultiScale(gray, 1.2, 3, minSize=(64, 64))
        assert len(faces) in {1, 2}, f"frame {index}"
        halves.append(tuple(sorted(int(left + width / 2 > demo.WIDTH / 2) for left, _, width, _ in faces)))
    assert {(0,), (1,), (0, 1)} == set(halves)


def test_a_frame_depends_on_its_number_alone(stage):
    other = Stage()
    for index in (400, 7, 90_001):
        np.testing.assert_array_equal(stage.picture(index), other.picture(index))
    assert (stage.picture(0) != stage.picture(1)).any()


def test_the_people_in_the_demo_move_smoothly(stage):
    """No more than four pixels from one frame to the next, but for those who are leaving: eight."""
    for person in stage._people:
        paths = np.array([demo._placement(person, index / demo.RATE) @ (*person.face, 1) for index in range(601)])
        assert np.abs(np.diff(paths, axis=0)).max() < 8
        np.testing.assert_allclose(paths[0], paths[-1], atol=1e-6)


def test_frames_are_numbered_and_timed(stage):
    frames = list(itertools.islice(Demo(paced=False), 3))
    assert [frame.index for frame in frames] == [0, 1, 2]
    assert [frame.time for frame in frames] == [0, 1 / 30, 2 / 30]
    assert frames[2].image.shape == (480, 640, 3)
    np.testing.assert_array_equal(frames[2].image, stage.picture(2))


def solo_frames(person, count):
    """The first frames of a demo in which one person is alone from the start."""
    source = Demo(paced=False)
    source.solo = person
    return [frame.image for frame in itertools.islice(source, count)]


@pytest.mark.parametrize("person", [0, 1])
def test_one_person_is_alone_in_the_middle_once_the_other_one_has_left(person):
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_alt2.xml")
    for number, image in enumerate(solo_frames(person, 24 * demo.RATE)[45::30]):
        faces = cascade.detectMultiScale(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), 1.2, 3, minSize=(64, 64))
        assert len(faces) == 1, f"second {number}"
        left, _, width, _ = faces[0]
        assert abs(left + width / 2 - demo.WIDTH / 2) < 40


def test_people_come_back_as_they_were_when_nobody_is_alone_any_more(stage):
    source, shown = Demo(paced=False), []
    for frame in itertools.islice(source, 200):
        source.solo = 1 if 20 <= frame.index < 90 else None
        shown.append((frame.image == stage.picture(frame.index)).all())
    assert all(shown[:21])
    assert not any(shown[23:120])
    assert all(shown[150:])


def test_no_frame_with_somebody_else_in_view_is_staged(stage):
    """A capture that starts while only the other person is in view must not begin with them."""
    source, staged = Demo(paced=False), []
    wanted = [None] * 100 + [1] * 80 + [None] * 5 + [0] * 115
    for frame, solo in zip(source, wanted, strict=False):
        source.solo = solo
        staged.append(source.is_staged(frame))
        if frame.index == len(wanted) - 1:
            source.stop()
    changes = [index for index in range(1, len(staged)) if staged[index] is not staged[index - 1]]
    change = demo._SOLO_CHANGE_S * demo.RATE
    assert staged[0]
    assert changes[0] == 100
    assert changes[1] == pytest.approx(100 + change, abs=3)
    assert (changes[2], changes[3]) == (185, pytest.approx(180 + 2 * change, abs=5))
    assert staged[-1]


def test_another_person_is_alone_only_after_the_first_has_left():
    acts, places = demo._SoloAct(), []
    for index in range(200):
        acts = acts.follow(0 if index < 60 else 1, index)
        places.append((acts.share_of(0), acts.share_of(1)))
    assert places[59] == (1, -1)
    assert places[-1] == (-1, 1)
    assert all(abs(first) == abs(second) for first, second in places)
    assert np.abs(np.diff(places, axis=0)).max() < 0.1


@pytest.mark.parametrize("paced", [True, False])
def test_it_is_live_when_paced_and_ends_when_stopped(paced):
    source = Demo(paced=paced)
    assert source.live == paced
    for frame in source:
        if frame.index == 2:
            source.stop()
    assert frame.index == 2


@pytest.mark.parametrize("missing", [{"package": "no-such-package"}, {"file": "no_such.jpg"}])
def test_a_missing_package_is_one_sentence(missing):
    with pytest.raises(SourceNotFoundError, match="which is missing") as told:
        demo._cut_out(dataclasses.replace(demo._PORTRAITS[0], **missing))
    assert str(told.value.hint) == f"Install it: {DEMO.command}"
