"""What is kept of someone, and what they are asked to do."""

import itertools

import cv2
import numpy as np
import pytest

from support.enrolling import FACE as CLEAR
from support.enrolling import OTHER, SELF, barely_like, clear_frame
from visavis.enrollment.coverage import Cell
from visavis.errors import DiskError
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import NOBODY
from visavis.ui.capture.session import (
    ENOUGH_OF_ONE_VIEW,
    ENOUGH_PICTURES,
    THUMBNAIL_SIDE,
    CaptureSession,
    FreeMovement,
    find_resembling,
)
from visavis.ui.capture.texts import cell_name, format_instruction


def seen(image, index, *boxes):
    frame = Frame(image, float(index), index, index * 0.3)
    return Analysis(frame, tuple(Answer(Face(box), NOBODY) for box in boxes))


def consider(session, analysis, now, vector=None):
    """Take an analyzed frame, and give the embedding of its face if the session waits for one."""
    candidate = session.take(analysis, now)
    if candidate is not None:
        session.admit(candidate, vector, now)


def turned(photo, degrees):
    height, width = photo.shape[:2]
    return cv2.warpAffine(photo, cv2.getRotationMatrix2D((230, 110), degrees, 1.0), (width, height))


@pytest.fixture
def session():
    return CaptureSession(PersonName("Ada"))


FACE = Box(170, 50, 110, 110)


def test_twenty_different_views_are_kept(session, photos):
    for index in range(100):
        consider(session, seen(turned(photos[0], 40 * np.sin(index / 7) + index / 3), index, FACE), index)
        if session.done:
            break
    assert session.done
    assert len(session.shots) == session.wanted == 20
    assert session.shots[0].thumbnail.shape == (THUMBNAIL_SIDE, THUMBNAIL_SIDE, 3)


def test_every_refusal_and_every_wish_has_its_words():
    assert all(format_instruction(wish) for kind in (Refusal, Cell, FreeMovement) for wish in kind)
    assert all(cell_name(cell) for cell in Cell)


def test_every_refusal_says_what_to_do(session, photos):
    for index, (image, boxes, words) in enumerate([
        (photos[0], (), "No face in view"),
        (photos[0], (FACE, FACE), "More than one face in view"),
        (photos[0] // 6, (FACE,), "Too dark: turn toward the light"),
        (photos[0], (Box(170, 50, 40, 40),), "Come closer"),
        (photos[0], (FACE,), "Come a little closer"),  # without landmarks, directions are not asked for
        (photos[0], (FACE,), "Come a little closer"),
    ]):  # fmt: skip
        consider(session, seen(image, index, *boxes), index)
        assert format_instruction(session.instruction) == words


def test_an_instruction_stays_long_enough_to_be_read(session, photos):
    consider(session, seen(photos[0], 0), 0.0)
    consider(session, seen(photos[0], 1, FACE), 0.3)
    assert session.instruction is Refusal.NO_FACE


def test_saving_keeps_the_pictures_and_the_session(session, photos, folders):
    consider(session, seen(photos[0], 0, FACE), 0)
    store = PeopleStore(folders.people)
    person = session.save(store)
    assert person.name == "Ada"
    assert len(store.samples(person)) == 1
    assert len(person.sessions) == 1
    session.save(store)  # after a failure halfway, say
    assert len(store.samples(store.find("Ada"))) == 1


def test_what_cannot_be_saved_is_still_there(session, photos, tmp_path):
    consider(session, seen(photos[0], 0, FACE), 0)
    (tmp_path / "file").write_text("")
    with pytest.raises(DiskError):
        session.save(PeopleStore(tmp_path / "file" / "people"))
    assert len(session.shots) == 1


def taking(session, photos, times):
    for index in range(times):
        consider(session, seen(turned(photos[0], 40 * np.sin(index / 7) + index / 3), index, FACE), index)
    return session


def test_what_is_left_out_is_not_saved_and_no_longer_covers_anything(session, photos, folders):
    taking(session, photos, 60)
    taken = len(session.shots)
    assert taken > 3
    session.toggle(0)
    session.toggle(2)
    session.toggle(2)
    assert len(session.coverage.views) == len(session.kept) == taken - 1
    store = PeopleStore(folders.people)
    assert len(store.samples(session.save(store))) == taken - 1


def test_going_on_takes_others_in_the_place_of_those_left_out(session, photos):
    taking(session, photos, 200)
    assert session.done
    session.toggle(5)
    session.resume()
    assert not session.done
    assert (session.taken, session.wanted) == (19, 20)
    session.toggle(18)
    session.resume(saved=True)
    assert (session.taken, session.kept, session.wanted) == (18, [], 20)


def test_where_nothing_was_left_out_going_on_takes_more(session, photos):
    taking(session, photos, 200)
    session.resume(saved=True)
    assert session.wanted == 30
    assert (session.taken, session.shots) == (20, [])


@pytest.mark.parametrize(
    ("answers", "noticed"),
    [
        (["Ada"] * 3, "Ada"),
        (["Ada"] * 2, None),  # too few to say
        (["Ada"] * 3 + [None] * 3, "Ada"),
        (["Ada"] * 3 + [None] * 4, None),
        (["grace"] * 9, None),  # it is who they say
        ([], None),
    ],
)
def test_who_is_known_is_noticed(answers, noticed):
    assert find_resembling(answers, "Grace") == noticed


@pytest.fixture
def watch(session):
    """Consider clear frames, a second apart, whose faces have these embeddings."""
    numbers = itertools.count()

    def show(*vectors):
        for vector in vectors:
            number = next(numbers)
            frame = Frame(clear_frame(number), float(number), number, float(number))
            consider(session, Analysis(frame, (Answer(CLEAR, NOBODY),)), float(number), vector)

    return show


def test_while_a_face_waits_for_its_embedding_no_other_frame_is_judged(session):
    analysis = [
        Analysis(Frame(clear_frame(number), 0.0, number, float(number)), (Answer(CLEAR, NOBODY),))
        for number in range(3)
    ]
    candidate = session.take(analysis[0], 0.0)
    assert session.take(analysis[1], 1.0) is None
    session.admit(candidate, SELF, 1.0)
    session.admit(candidate, SELF, 1.0)  # a late answer changes nothing
    assert len(session.shots) == 1
    assert session.take(analysis[2], 2.0) is not None


def test_another_face_is_shown_beside_the_first_and_is_no_picture(session, watch):
    watch(SELF, SELF, OTHER)
    assert session.face_change is None
    watch(OTHER)
    change = session.face_change
    assert change.before is session.shots[-1].thumbnail
    assert change.now.shape == (THUMBNAIL_SIDE, THUMBNAIL_SIDE, 3)
    assert (len(session.shots), session.others) == (2, 2)
    assert session.instruction is Refusal.OTHER_PERSON


def test_every_answer_keeps_the_accepted_pictures(session, watch):
    watch(SELF, SELF, OTHER, OTHER)
    session.continue_with_subject()
    assert session.face_change is None
    assert len(session.shots) == 2
    watch(OTHER, OTHER, SELF)
    assert session.face_change is None  # they are known as somebody else
    assert (len(session.shots), session.others) == (3, 4)


def test_the_same_person_with_another_look_is_accepted_and_learned(session, watch):
    watch(SELF, SELF, OTHER, OTHER)
    session.accept_different()
    assert len(session.shots) == len(session.kept) == 4
    watch(OTHER, SELF)
    assert (len(session.shots), session.others) == (6, 0)


def test_outliers_are_left_out_unless_the_user_takes_them_in(session, watch, folders):
    watch(SELF, SELF, SELF, SELF, barely_like(SELF, 4), SELF)
    session.mark_outliers()
    assert session.outliers == session.left_out == {4}
    assert len(session.kept) == 5
    session.toggle(4)
    session.resume()
    session.mark_outliers()
    assert session.left_out == set()  # what the user took in stays in
    store = PeopleStore(folders.people)
    assert len(store.samples(session.save(store))) == 6


def test_faces_that_cannot_be_compared_are_accepted_and_that_is_known(session, watch):
    watch(None, None)
    assert len(session.shots) == 2
    assert not session.is_compared
    watch(SELF)
    assert session.is_compared


def test_fewer_pictures_are_enough_for_somebody_who_does_not_turn(session):
    """They are told so once a request was not followed, and go on as far as they like."""
    for second in range(60):
        frame = Frame(clear_frame(second), 0.0, second, float(second))
        consider(session, Analysis(frame, (Answer(CLEAR, NOBODY),)), float(second))
        followed = session.enrollment.is_followed
        assert session.has_enough is (session.taken >= (ENOUGH_PICTURES if followed else ENOUGH_OF_ONE_VIEW))
        if session.has_enough:
            break
    assert ENOUGH_OF_ONE_VIEW <= session.taken < ENOUGH_PICTURES
