"""Taking more pictures of somebody enrolled, from their page, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from support.enrolling import FACE, clear_frame
from support.fakes import FakeDetector
from support.ui_fakes import FakeSource, names
from visavis.pipeline import Pipeline
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.shell.pages import CAPTURE


@pytest.fixture
def turning():
    """Somebody who looks different in every frame."""
    return FakeSource([clear_frame(seed) for seed in range(80)])


@FakeDetector
def detect_turning(image):
    return [FACE]


def open_page(program, until, name):
    program.window.actions_.library.trigger()
    program.window.library.select(name)
    program.window.actions_.open.trigger()
    until(lambda: program.window.library.details is not None)
    return program.window.library.person


def test_more_is_taken_where_more_would_help(make, until, qtbot, turning, people):
    program = make(turning, load_pipeline=lambda wanted, told: Pipeline(detect_turning))
    until(lambda: names(program) == ["Ada", "Bob"])
    page = open_page(program, until, "Ada")
    [button] = page._card.findChildren(QPushButton)  # beside "3 more pictures would help"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.window.panel.page == CAPTURE
    assert not program.window.in_library
    assert (program.capture.phase, program.capture.session.name) == (CapturePhase.RUNNING, "Ada")


@pytest.mark.parametrize(("key", "wanted"), [("Ctrl+P", 20), ("Ctrl+Shift+K", 8)])
def test_more_pictures_and_a_new_look_are_taken_from_the_page_by_keyboard(
    make, until, qtbot, turning, people, key, wanted
):
    program = make(turning, load_pipeline=lambda w, told: Pipeline(detect_turning), pipeline=Pipeline(detect_turning))
    until(lambda: names(program) == ["Ada", "Bob"])
    open_page(program, until, "Bob")
    until(program.window.isActiveWindow)
    qtbot.keySequence(program.window, key)
    assert (program.capture.phase, program.capture.session.name) == (CapturePhase.RUNNING, "Bob")
    assert program.capture.session.wanted == wanted
    until(lambda: program.capture.phase is CapturePhase.REVIEW)
    program.window.capture.act()
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    assert len(people.samples(people.find("Bob"))) == 2 + wanted
