"""A face that was not found is marked with the mouse or with the keys, named, and counts."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from support.fakes import FakeDetector
from support.screens.window_screens import AdaOrEither, scene
from support.ui_fakes import FakeSource
from visavis.imaging.geometry import Box
from visavis.people.picture_state import IN_USE
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.ui.live.overlay import PictureFit, Rect
from visavis.ui.review.face_card import FaceCard


@pytest.fixture
def program(make, until):
    """Nobody is found in the picture."""
    pipeline = Pipeline(FakeDetector(lambda image: []), AdaOrEither.made(), model="m", people=2)
    program = make(FakeSource([scene()]), load_pipeline=lambda model, told: pipeline)
    program.window.activateWindow()
    until(program.window.isActiveWindow)
    until(lambda: program.window.video.frame is not None and program.live.pipeline is pipeline)
    return program


def card(program):
    return next((each for each in program.window.findChildren(FaceCard) if each.isVisible()), None)


def drag(marker, frame):
    start, end = frame.topLeft().toPoint(), frame.bottomRight().toPoint()
    QTest.mousePress(marker, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(marker, (start + end) / 2)
    QTest.mouseMove(marker, end)
    QTest.mouseRelease(marker, Qt.MouseButton.LeftButton, pos=end)


def begin(program, until):
    program.window.actions_.mark.trigger()
    until(program.window.pane.marker.isVisible)
    assert program.window.focusWidget() is program.window.pane.marker
    return program.window.pane.marker


def test_a_face_is_marked_by_mouse_named_and_counts(program, until, folders):
    marker = begin(program, until)
    area = program.window.video.fit().area
    drag(marker, QRectF(area.left + 40, area.top + 40, 120, 120))
    until(lambda: card(program) is not None)
    assert marker.isHidden()
    card(program).name.setText("Cem")
    QTest.keyClick(card(program).name, Qt.Key.Key_Return)
    store = PeopleStore(folders.people)
    until(lambda: [person.name for person in store.people()] == ["Cem"])
    person = store.find("Cem")
    until(lambda: len(store.whole_pictures(person)) == 1)  # it counts although no face is found in it
    [sample] = store.samples(person)
    assert store.picture_states(person, [sample.hash])[sample.hash] == IN_USE
    until(program.window.actions_.undo.isEnabled)
    program.window.actions_.undo.trigger()
    until(lambda: store.people() == [])


def test_a_face_is_marked_by_keyboard(program, until):
    marker = begin(program, until)
    first = QRectF(marker.frame)
    for _ in range(3):
        QTest.keyClick(marker, Qt.Key.Key_Left)
    QTest.keyClick(marker, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert marker.frame.left() == pytest.approx(first.left() - 36)
    assert marker.frame.top() == pytest.approx(first.top() + 1)
    QTest.keyClick(marker, Qt.Key.Key_Plus)
    assert marker.frame.width() > first.width()
    QTest.keyClick(marker, Qt.Key.Key_Minus)
    QTest.keyClick(marker, Qt.Key.Key_Minus)
    assert marker.frame.width() < first.width()
    QTest.keyClick(marker, Qt.Key.Key_Return)
    until(lambda: card(program) is not None)


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Plus])
def test_the_frame_stays_in_the_picture(program, until, key):
    marker = begin(program, until)
    for _ in range(120):
        QTest.keyClick(marker, key)
    area = program.window.video.fit().area
    whole = QRectF(area.left, area.top, area.width, area.height).adjusted(-0.5, -0.5, 0.5, 0.5)
    assert whole.contains(marker.frame)


def test_a_click_moves_the_frame_and_marks_nothing(program, until):
    marker = begin(program, until)
    area = program.window.video.fit().area
    QTest.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(round(area.left) + 5, round(area.top) + 5))
    assert marker.isVisible()
    assert marker.frame.left() == pytest.approx(area.left)


def test_escape_ends_it_without_a_card_and_the_picture_goes_on(program, until):
    marker = begin(program, until)
    assert program.live.session.is_paused
    QTest.keyClick(marker, Qt.Key.Key_Escape)
    assert marker.isHidden()
    assert not program.live.session.is_paused
    assert card(program) is None


def test_a_picture_that_was_paused_stays_paused(program, until):
    program.window.actions_.pause.trigger()
    until(lambda: program.live.session.is_paused)
    QTest.keyClick(begin(program, until), Qt.Key.Key_Escape)
    assert program.live.session.is_paused


def test_without_a_picture_there_is_nothing_to_mark(program):
    program.window.video.clear("No picture")
    program.window.actions_.mark.trigger()
    assert program.window.pane.marker.isHidden()


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_place_of_the_view_is_found_in_the_picture(mirrored):
    fit = PictureFit.of((320, 240), (800, 500), mirrored=mirrored)
    for box in (Box(10, 20, 60, 80), Box(200, 100, 100, 100)):
        assert fit.to_picture(fit.to_view(box)) == box
    assert fit.to_picture(Rect(-500, -500, 20, 20)) is None
    beside = fit.to_picture(Rect(fit.area.left - 30, fit.area.top - 30, 100, 100))
    assert beside.width < 100 / fit.scale
    assert np.all([beside.left >= 0, beside.top >= 0])
