"""The face changes while someone is captured: the capture waits, and no answer loses a picture."""

import threading

import pytest
from PySide6.QtCore import Qt

from support.enrolling import FACE, OTHER, SELF, clear_frame
from support.fakes import FakeDetector
from support.ui_fakes import FakeSource, names
from visavis.errors import ModelError
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.shell.pages import CAPTURE, PEOPLE


class Stage:
    """Who is in view; the embedder sees them."""

    def __init__(self):
        self.other = threading.Event()

    def __call__(self, image, face):
        return OTHER if self.other.is_set() else SELF


@pytest.fixture
def stage():
    return Stage()


@pytest.fixture
def asked(make, until, stage):
    """A program that captured Ada, until somebody else came into view and it asked."""
    pipeline = Pipeline(FakeDetector(lambda image: [FACE]))
    program = make(
        FakeSource([clear_frame(seed) for seed in range(48)]),
        load_pipeline=lambda wanted, told: pipeline,
        create_face_embedder=lambda pipeline: stage,
    )
    program.window.show_page(CAPTURE)
    program.window.capture.name.setText("Ada")
    program.window.capture.act()
    until(lambda: len(program.capture.session.shots) >= 3)
    program.window.show_page(PEOPLE)
    stage.other.set()
    until(lambda: program.capture.phase is CapturePhase.ASKING)
    return program


def saved(folders, name):
    store = PeopleStore(folders.people)
    return len(store.samples(store.find(name)))


def test_the_question_is_shown_wherever_the_user_is_and_can_be_answered_later(asked, qtbot):
    panel = asked.window.capture
    assert asked.window.panel.page == CAPTURE
    assert panel.prompt.text() == "Is this somebody else?"
    assert panel.main.text() == "Go on with Ada"
    assert panel.question.isVisible()
    assert asked.window.video.guide is None
    taken = len(asked.capture.session.shots)
    assert asked.capture.unsaved == taken
    for _ in range(3):
        with qtbot.waitSignal(asked.live.session.analyzed):
            pass
    assert len(asked.capture.session.shots) == taken  # it waits


def test_going_on_takes_the_first_person_only_and_does_not_ask_again(asked, stage, until, qtbot, folders):
    panel, session = asked.window.capture, asked.capture.session
    taken, others = len(session.shots), session.others
    qtbot.keyClick(asked.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.capture.phase is CapturePhase.RUNNING
    until(lambda: session.others >= others + 3)
    assert asked.capture.phase is CapturePhase.RUNNING
    assert len(session.shots) == taken
    stage.other.clear()
    until(lambda: len(session.shots) > taken)
    panel.act()
    assert "were refused" in panel.hint.text()
    kept = len(session.kept)
    panel.act()
    until(lambda: asked.capture.phase is CapturePhase.SAVED)
    assert saved(folders, "Ada") == kept


def test_the_same_person_is_accepted_and_learned(asked, until, qtbot):
    session = asked.capture.session
    taken = len(session.shots)
    qtbot.mouseClick(asked.window.capture.question.same_button, Qt.MouseButton.LeftButton)
    assert asked.capture.phase is CapturePhase.RUNNING
    assert len(session.shots) == taken + 2
    until(lambda: len(session.shots) > taken + 2)
    assert session.others == 0


def test_the_new_person_is_next_after_the_first_is_saved(asked, stage, until, qtbot, folders):
    panel, taken = asked.window.capture, len(asked.capture.session.kept)
    assert panel.question.anew_button.whole == f"Save {taken} pictures, then the new person"
    qtbot.mouseClick(panel.question.anew_button, Qt.MouseButton.LeftButton)
    assert asked.capture.phase is CapturePhase.REVIEW
    qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)
    until(lambda: asked.capture.phase is CapturePhase.IDLE)
    until(lambda: names(asked) == ["Ada"])
    assert saved(folders, "Ada") == taken
    assert panel.note.text() == "Ada is saved. Now the new person."
    qtbot.keyClicks(panel.name, "Grace")
    panel.act()
    until(lambda: len(asked.capture.session.shots) >= 2)
    assert asked.capture.session.name == "Grace"


def test_stopping_or_ending_the_source_keeps_the_pictures(asked, until):
    taken = len(asked.capture.session.shots)
    asked.live.closed.emit(0)
    assert asked.capture.phase is CapturePhase.REVIEW
    assert len(asked.capture.session.kept) == taken


def test_without_the_network_the_capture_goes_on_and_says_that_nothing_was_compared(make, until):
    def fail(pipeline):
        raise ModelError("The network is missing.")

    pipeline = Pipeline(FakeDetector(lambda image: [FACE]))
    program = make(
        FakeSource([clear_frame(seed) for seed in range(48)]),
        load_pipeline=lambda wanted, told: pipeline,
        create_face_embedder=fail,
    )
    program.window.show_page(CAPTURE)
    program.window.capture.name.setText("Ada")
    program.window.capture.act()
    until(lambda: len(program.capture.session.shots) >= 3)
    assert program.window.banner.text == "The network is missing."
    program.capture.stop()
    assert program.window.capture.hint.text().startswith("The faces could not be compared.")
