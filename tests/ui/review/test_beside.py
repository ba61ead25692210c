"""A card leaves the face free that it is about, wherever there is room for that."""

import itertools

import pytest
from PySide6.QtCore import QRect

from visavis.ui.review.beside import place_beside

AREA = QRect(0, 0, 1280, 680)
SMALL = QRect(0, 0, 800, 380)
PLACES = list(itertools.product(range(0, 1200, 150), range(0, 640, 120), (40, 120, 240)))


def place(face, area=AREA, widths=(520, 440, 380), height=300):
    return place_beside(face, [area], widths, lambda width: height)


@pytest.mark.parametrize(("x", "y", "side"), PLACES)
def test_wherever_the_face_is_it_stays_free(x, y, side):
    face = QRect(x, y, side, side)
    card = place(face)
    assert AREA.contains(card)
    assert not card.intersects(face)


def test_it_prefers_the_right():
    assert place(QRect(100, 200, 100, 100)).left() > 200


def test_it_goes_to_the_left_where_the_right_has_no_room():
    assert place(QRect(900, 200, 200, 200)).right() < 900


def test_it_becomes_narrower_before_it_covers_the_face():
    face = QRect(300, 100, 90, 90)
    card = place(face, SMALL)
    assert not card.intersects(face)
    assert card.width() < 520


def test_a_face_that_fills_the_area_is_covered_as_little_as_can_be():
    face = QRect(50, 20, 700, 340)
    card = place(face, SMALL)
    assert SMALL.contains(card)
    assert card.width() == 380


def test_it_is_no_higher_than_the_area():
    card = place(QRect(10, 10, 50, 50), SMALL, height=2000)
    assert SMALL.contains(card)


PICTURE = QRect(0, 0, 928, 680)


@pytest.mark.parametrize(("x", "y", "side"), [place for place in PLACES if place[0] + place[2] < PICTURE.width()])
def test_it_stays_in_the_picture_wherever_the_face_stays_free_there(x, y, side):
    face = QRect(x, y, side, side)
    card = place_beside(face, [PICTURE, AREA], (520, 440, 380), lambda width: 300)
    assert not card.intersects(face)
    alone = place(face, PICTURE)
    assert PICTURE.contains(card) or alone.intersects(face)


def test_it_covers_what_is_beside_the_picture_before_it_covers_the_face():
    face = QRect(250, 100, 420, 500)
    card = place_beside(face, [PICTURE, AREA], (520, 440, 380), lambda width: 300)
    assert not card.intersects(face)
    assert not PICTURE.contains(card)
