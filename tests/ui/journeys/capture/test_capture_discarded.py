"""A capture that is not saved: cancelled, discarded and brought back, or in the way of closing."""

import pytest
from PySide6.QtCore import Qt

from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.ui.capture.mode import CapturePhase


def test_discarding_keeps_nothing(capturing, until, qtbot, folders):
    until(lambda: bool(capturing.capture.session.shots))
    capturing.capture.stop()
    qtbot.mouseClick(capturing.window.capture.other, Qt.MouseButton.LeftButton)
    assert capturing.capture.phase is CapturePhase.IDLE
    assert not folders.people.exists()


@pytest.mark.parametrize("is_full", [False, True])
def test_escape_cancels_a_capture_before_it_leaves_full_screen(capturing, until, qtbot, is_full):
    window = capturing.window
    window.activateWindow()
    until(window.isActiveWindow)
    if is_full:
        window.actions_.full.trigger()
        until(window.isFullScreen)
    until(lambda: bool(capturing.capture.session.shots))
    qtbot.keyClick(window.video, Qt.Key.Key_Escape)
    assert capturing.capture.phase is CapturePhase.IDLE
    assert window.isFullScreen() is is_full
    qtbot.keyClick(window.video, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


@pytest.mark.parametrize("by_key", [False, True])
def test_discarded_pictures_can_be_brought_back(capturing, until, qtbot, folders, by_key):
    capture, toast = capturing.capture, capturing.window.toast
    until(lambda: bool(capture.session.shots))
    taken = len(capture.session.shots)
    capturing.window.capture.other.click()
    assert toast.text == f"{taken} {'picture' if taken == 1 else 'pictures'} of Grace discarded."
    if by_key:
        toast.button.setFocus()
        qtbot.keyClick(toast.button, Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert capture.phase is CapturePhase.REVIEW
    capture.save()
    until(lambda: capture.phase is CapturePhase.SAVED)
    people = PeopleStore(folders.people)
    assert len(people.samples(people.find("Grace"))) == taken


def test_discarded_pictures_are_gone_once_somebody_else_is_captured(capturing, until):
    until(lambda: bool(capturing.capture.session.shots))
    capturing.capture.discard()
    capturing.capture.start(PersonName("Ada"))
    capturing.window.toast.button.click()
    assert capturing.window.toast.text == "The pictures are gone: somebody was captured since."
    assert capturing.capture.session.name == "Ada"


@pytest.mark.parametrize("by_key", [False, True])
def test_a_capture_is_cancelled(capturing, until, qtbot, folders, by_key):
    program, panel = capturing, capturing.window.capture
    until(lambda: bool(program.capture.session.shots))
    assert panel.other.text() == "Cancel"
    if by_key:
        program.window.activateWindow()
        panel.main.setFocus()
        qtbot.keyClick(panel.main, Qt.Key.Key_Tab)
        qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
    else:
        qtbot.mouseClick(panel.other, Qt.MouseButton.LeftButton)
    assert program.capture.phase is CapturePhase.IDLE
    assert program.window.video.guide is None
    assert panel.name.text() == "Grace"  # to start again
    assert not folders.people.exists()


def test_closing_while_capturing_asks_first(capturing, until, folders):
    program = capturing
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    program.window.close()
    assert program.window.isVisible()
    question = next(child for child in program.window.children() if child.objectName() == "question")
    assert question.no.isDefault()
    question.reject()
    assert program.capture.phase is CapturePhase.REVIEW
    program.window.close()
    next(
        child for child in program.window.children() if child.objectName() == "question" and child.isVisible()
    ).accept()
    until(lambda: not program.window.isVisible())
    assert not folders.people.exists()
