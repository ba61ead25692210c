"""What is kept of someone, and what they are asked to do."""

import cv2
import numpy as np
import pytest

from visavis.errors import DiskError
from visavis.frames import Frame
from visavis.geometry import Box, Face
from visavis.people import PeopleStore
from visavis.pipeline import Analysis, Answer
from visavis.recognition import NOBODY
from visavis.ui.capture_session import SMALL, CaptureSession


def seen(image, index, *boxes):
    frame = Frame(image, float(index), index, index * 0.3)
    return Analysis(frame, tuple(Answer(Face(box), NOBODY) for box in boxes))


def turned(photo, degrees):
    height, width = photo.shape[:2]
    return cv2.warpAffine(photo, cv2.getRotationMatrix2D((230, 110), degrees, 1.0), (width, height))


@pytest.fixture
def session():
    return CaptureSession("Ada")


FACE = Box(170, 50, 110, 110)


def test_twenty_different_views_are_kept(session, photos):
    for index in range(100):
        session.take(seen(turned(photos[0], 40 * np.sin(index / 7) + index / 3), index, FACE), now=index)
        if session.done:
            break
    assert session.done
    assert len(session.shots) == session.wanted == 20
    assert session.shots[0].small.shape == (SMALL, SMALL, 3)


def test_every_refusal_says_what_to_do(session, photos):
    for index, (image, boxes, asked) in enumerate([
        (photos[0], (), "No face in view"),
        (photos[0], (FACE, FACE), "More than one face in view"),
        (photos[0] // 6, (FACE,), "Too dark: turn toward the light"),
        (photos[0], (Box(170, 50, 40, 40),), "Come closer"),
        (photos[0], (FACE,), "Good. Now turn a little"),
        (photos[0], (FACE,), "Turn a little: this view is there already"),
    ]):  # fmt: skip
        session.take(seen(image, index, *boxes), now=index)
        assert session.prompt == asked


def test_an_instruction_stays_long_enough_to_be_read(session, photos):
    session.take(seen(photos[0], 0), now=0.0)
    session.take(seen(photos[0], 1, FACE), now=0.3)
    assert session.prompt == "No face in view"


def test_saving_keeps_the_pictures_and_the_session(session, photos, folders):
    session.take(seen(photos[0], 0, FACE), now=0)
    store = PeopleStore(folders.people)
    person = session.save(store)
    assert person.name == "Ada"
    assert len(store.samples(person)) == 1
    assert len(person.sessions) == 1
    session.save(store)  # after a failure halfway, say
    assert len(store.samples(store.find("Ada"))) == 1


def test_what_cannot_be_saved_is_still_there(session, photos, tmp_path):
    session.take(seen(photos[0], 0, FACE), now=0)
    (tmp_path / "file").write_text("")
    with pytest.raises(DiskError):
        session.save(PeopleStore(tmp_path / "file" / "people"))
    assert len(session.shots) == 1
