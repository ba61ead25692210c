"""Hidden faces: those that are meant, also between two finds, never across a cut, and beyond recognition."""

from dataclasses import replace

import numpy as np
import pytest

from support.tagging.face_logs import face_log
from visavis.tagging.redaction import HiddenFaces, Redaction

#: Everybody, the unknown, and everybody but Ada.
ALL, UNKNOWN, EXCEPT_ADA = HiddenFaces(), HiddenFaces(known=False), HiddenFaces(shown_name="Ada")


def frame():
    return np.random.default_rng(0).integers(0, 255, (360, 640, 3), np.uint8)


def is_hidden(image, number):
    """Whether the face of a track (`face_log`) has changed."""
    return not np.array_equal(
        image[5:25, 10 * number : 10 * number + 20], frame()[5:25, 10 * number : 10 * number + 20]
    )


def hidden_in(log, hidden, at, *numbers):
    image = Redaction(log, hidden)(frame(), at)
    return [is_hidden(image, number) for number in numbers]


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [(ALL, [True, True, True]), (UNKNOWN, [False, False, True]), (EXCEPT_ADA, [False, True, True])],
)
def test_whose_faces_are_hidden(hidden, expected):
    log = face_log(("Ada", 0, 9), ("Bob", 20, 29), (None, 40, 49))
    assert [hidden_in(log, hidden, at, number)[0] for at, number in ((5, 1), (25, 2), (45, 3))] == expected


def test_the_frame_itself_stays():
    image = frame()
    Redaction(face_log(("Ada", 0, 9)), ALL)(image, 5)
    assert np.array_equal(image, frame())


def test_a_moment_before_and_after_is_hidden():
    log = face_log((None, 20, 29))
    assert [hidden_in(log, ALL, at, 1)[0] for at in (10, 14, 19, 33, 40)] == [False, True, True, True, False]


def test_nothing_is_hidden_across_a_cut():
    log = face_log((None, 20, 29), cuts=(0, 20, 30))
    assert [hidden_in(log, ALL, at, 1)[0] for at in (18, 19, 20, 29, 30)] == [False, False, True, True, False]


def test_a_face_is_hidden_between_two_finds():
    log = face_log((None, 20, 29))
    rows = [row for row in range(10) if row not in (3, 4, 5)]
    gap = replace(log, faces=log.faces[rows], scores=log.scores[rows])
    assert hidden_in(gap, ALL, 24, 1) == [True]


def test_what_is_left_has_no_detail():
    image = Redaction(face_log((None, 0, 9)), ALL)(frame(), 5)
    hidden = image[5:25, 10:30].astype(int)
    assert np.abs(np.diff(hidden, axis=0)).max() < 40
    assert np.abs(np.diff(frame()[5:25, 10:30].astype(int), axis=0)).max() > 150


def test_a_face_at_the_border():
    log = face_log((None, 0, 9))
    log.faces[:, 3:] = (-15, -15, 40, 40)
    image = Redaction(log, ALL)(frame(), 5)
    assert not np.array_equal(image[:20, :20], frame()[:20, :20])
