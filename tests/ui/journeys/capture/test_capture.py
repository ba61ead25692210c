"""Capturing somebody in the program: looked through before it is saved, by mouse and by keyboard."""

import dataclasses
import threading

from PySide6.QtCore import Qt

from support.screens.turning import detect_turning
from support.ui_fakes import FakeRunner, names, naming
from visavis.enrollment.coverage import Cell
from visavis.errors import DiskError
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.sources.demo import Demo
from visavis.ui.capture import panel as capture_panel
from visavis.ui.capture.mode import CapturePhase
from visavis.ui.controllers.people import capture_guide
from visavis.ui.shell.pages import CAPTURE, TRAIN


class LearningRunner(FakeRunner):
    """A training that is done when it is told so."""

    def __init__(self):
        super().__init__()
        self.learned = threading.Event()

    def __iter__(self):
        self.learned.wait()
        yield {"event": "published", "model": "m1"}


def test_a_person_is_captured_looked_through_saved_and_training_is_offered(
    make, until, qtbot, turning, people, folders
):
    runner = FakeRunner(endless=True)
    program = make(
        turning,
        pipeline=Pipeline(detect_turning),
        load_pipeline=lambda wanted, told: Pipeline(detect_turning),
        create_runner=lambda: runner,
    )
    window, panel = program.window, program.window.capture
    until(lambda: window.video.frame is not None)
    window.actions_.new.trigger()
    assert window.panel.page == CAPTURE
    assert panel.name.hasFocus() or window.focusWidget() is panel.name
    qtbot.keyClicks(panel.name, "Grace")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert program.capture.phase is CapturePhase.RUNNING
    until(lambda: window.video.guide is not None)
    until(lambda: program.capture.phase is CapturePhase.REVIEW)
    assert window.video.guide is None
    # the head turns, also into other light, but comes no closer
    assert panel.ring.accessibleDescription() in {"0 of 3 views", "1 of 3 views"}
    assert "Still open: Near, Far" in panel.hint.text()
    assert names(program) == ["Ada", "Bob"]  # nothing is saved yet
    assert panel.main.text() == "Save 20 pictures"
    qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    assert "Grace is enrolled" in panel.prompt.text()
    until(lambda: names(program) == ["Ada", "Bob", "Grace"])
    assert len(people.samples(people.find("Grace"))) == 20
    assert program.training.running  # nobody could be recognized yet
    assert panel.main.text() == "Next person"
    window.training.cancel.emit()
    until(lambda: not program.training.running)
    assert panel.main.text() == "Train now"
    qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)
    assert window.panel.page == TRAIN


def test_a_training_is_not_offered_while_the_people_are_read_anew_after_one(make, until, qtbot, turning):
    runner, reading = LearningRunner(), threading.Event()
    program = make(
        turning,
        pipeline=Pipeline(detect_turning),
        load_pipeline=lambda wanted, told: Pipeline(detect_turning),
        create_runner=lambda: runner,
    )
    panel = program.window.capture
    program.window.show_page(CAPTURE)
    panel.name.setText("Grace")
    panel.act()
    until(lambda: len(program.capture.session.shots) >= 3)
    panel.act()
    panel.act()
    until(lambda: names(program) == ["Grace"])
    program.disk_worker.submit(reading.wait)
    runner.learned.set()
    until(lambda: not program.training.running)
    assert panel.main.text() == "Next person"
    reading.set()
    until(lambda: panel.main.text() == "Train now")  # for no model was really made


def test_pictures_are_left_out_by_mouse_and_by_keyboard_before_they_are_saved(capturing, until, qtbot, folders):
    program, panel = capturing, capturing.window.capture
    until(lambda: len(program.capture.session.shots) >= 4)
    qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)
    taken = len(program.capture.session.shots)
    strip = panel.strip
    assert strip.count() == taken
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.visualItemRect(strip.item(1)).center())
    assert panel.main.text() == f"Save {taken - 1} pictures"
    strip.setFocus()
    strip.setCurrentRow(0)
    program.window.actions_.delete.setEnabled(True)  # of the people list: it must not be what Delete means here
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    qtbot.keyClick(strip, Qt.Key.Key_Space)  # and in again
    assert program.capture.session.left_out == {0, 1}
    assert strip.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Picture 1, left out"
    qtbot.keyClick(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    store = PeopleStore(folders.people)
    assert len(store.samples(store.find("Grace"))) == taken - 2


def test_more_are_taken_in_the_place_of_those_left_out(capturing, until, qtbot):
    program = capturing
    until(lambda: program.capture.phase is CapturePhase.REVIEW)
    program.capture.toggle(3)
    qtbot.mouseClick(program.window.capture.more, Qt.MouseButton.LeftButton)
    assert program.capture.phase is CapturePhase.RUNNING
    until(lambda: program.capture.phase is CapturePhase.REVIEW)
    assert len(program.capture.session.kept) == 20


def test_someone_known_is_noticed_and_added_to_who_they_are(make, until, qtbot, turning, people):
    pipeline = dataclasses.replace(naming("Ada"), detect=detect_turning, people=2)
    program = make(turning, pipeline=pipeline, load_pipeline=lambda wanted, told: pipeline)
    panel = program.window.capture
    program.window.show_page(CAPTURE)
    panel.name.setText("Grace")
    panel.act()
    until(lambda: len(program.capture.session.shots) >= 4)
    panel.act()
    assert panel.known.text == "This looks like Ada, who is enrolled already."
    panel.known.button.setFocus()
    qtbot.keyClick(panel.known.button, Qt.Key.Key_Space)
    assert panel.name.text() == "Ada"
    assert not panel.known.text
    panel.act()
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    assert len(people.samples(people.find("Ada"))) > 4
    assert [person.name for person in people.people()] == ["Ada", "Bob"]


def test_the_name_can_be_mended_before_saving(capturing, until, qtbot, folders):
    program, panel = capturing, capturing.window.capture
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    panel.name.selectAll()
    qtbot.keyClick(panel.name, Qt.Key.Key_Backspace)
    assert not panel.main.isEnabled()
    qtbot.keyClicks(panel.name, "Grace Hopper")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    assert PeopleStore(folders.people).find("grace hopper")


def test_a_person_is_captured_without_a_mouse_and_screen_readers_are_told_what_to_do(
    make, until, qtbot, turning, folders, monkeypatch
):
    said = []
    for module in (capture_guide, capture_panel):
        monkeypatch.setattr(module, "announce", lambda source, text: said.append(text))
    program = make(
        turning, pipeline=Pipeline(detect_turning), load_pipeline=lambda wanted, told: Pipeline(detect_turning)
    )
    window, panel, control = program.window, program.window.capture, Qt.KeyboardModifier.ControlModifier
    until(lambda: window.isActiveWindow() and window.video.frame is not None)
    qtbot.keyClick(window, Qt.Key.Key_N, control)
    qtbot.keyClicks(window.focusWidget(), "Grace")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    until(lambda: len(program.capture.session.shots) >= 3)
    qtbot.keyClick(window, Qt.Key.Key_Return, control)  # enough
    taken = len(program.capture.session.shots)
    assert window.focusWidget() is panel.main
    qtbot.keyClick(panel.main, Qt.Key.Key_Backtab)
    assert window.focusWidget() is panel.strip
    qtbot.keyClick(panel.strip, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.strip, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    store = PeopleStore(folders.people)
    assert len(store.samples(store.find("Grace"))) == taken - 1
    assert said[0] == "Look at the camera"
    assert "Look through them" in said
    assert said[-1] == "Grace is enrolled"


def test_headings_follow_the_phase(capturing, until):
    program, panel = capturing, capturing.window.capture
    headings = {program.capture.phase: panel.heading.text()}
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    headings[program.capture.phase] = panel.heading.text()
    assert panel.name.isVisible()  # it can be mended now
    program.capture.save()
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    assert headings == {
        CapturePhase.RUNNING: "Capturing Grace",
        CapturePhase.REVIEW: "Whose pictures are these?",
    }
    assert (panel.heading.isVisible(), panel.name.isVisible()) == (False, False)
    panel.act()  # train, which shows another page
    program.capture.discard()
    assert panel.heading.text() == "Who is in front of the camera?"


def test_the_ring_closes_with_the_views_and_not_with_the_pictures(capturing, until):
    """Twenty pictures of a head that comes no closer leave views open."""
    program = capturing
    until(lambda: program.window.video.guide is not None and program.capture.session.taken > 15)
    guide = program.window.video.guide
    assert guide.progress < 1
    assert guide.count.startswith("0 of 3 views · 1")


def test_a_new_look_is_added_after_a_capture_in_one_click(capturing, until, qtbot, folders):
    program, panel = capturing, capturing.window.capture
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    program.capture.save()
    until(lambda: program.capture.phase is CapturePhase.SAVED)
    qtbot.mouseClick(panel.look, Qt.MouseButton.LeftButton)
    assert (program.capture.phase, program.capture.session.name) == (CapturePhase.RUNNING, "Grace")
    assert program.capture.session.wanted == len(Cell)


def test_pictures_that_wait_to_be_saved_are_not_lost_to_another_capture(capturing, until):
    program = capturing
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    shots = program.capture.session.shots
    program.window.capture.begin("Ada")
    assert program.capture.phase is CapturePhase.REVIEW
    assert program.capture.session.shots is shots


def test_a_refusal_is_said_in_large_words(make, until):
    program = make()  # its face is 30 pixels wide
    program.window.show_page(CAPTURE)
    program.capture.start(PersonName("Ada"))
    until(lambda: program.window.capture.prompt.text() == "Come closer")


def test_a_name_that_cannot_be_is_said_beside_the_field(make, qtbot):
    window = make().window
    window.show_page(CAPTURE)
    window.capture.name.setText("a\u2028b")
    window.capture.start()
    assert "line breaks" in window.capture.note.text()


def test_whoever_is_there_already_gets_more_pictures(make, until, people):
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.capture.name.setText("ADA")
    assert program.window.capture.note.text() == "Ada has 2 pictures; new ones are added."


def test_a_full_disk_is_told_and_the_pictures_can_be_saved_again(capturing, until, monkeypatch):
    program = capturing
    full = [True]
    save = PeopleStore.enroll

    def enroll(*arguments, **options):
        if full[0]:
            raise DiskError("The disk is full.")
        return save(*arguments, **options)

    monkeypatch.setattr(PeopleStore, "enroll", enroll)
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    program.capture.save()
    until(lambda: program.window.banner.text == "The disk is full.")
    assert program.capture.phase is CapturePhase.REVIEW
    full[0] = False
    program.capture.save()
    until(lambda: program.capture.phase is CapturePhase.SAVED)


def test_on_the_demo_one_person_is_alone_while_they_are_captured(make, until, people):
    demo = Demo(paced=True)
    pipeline = Pipeline(detect_turning)
    program = make(demo, load_pipeline=lambda wanted, told: pipeline)
    until(lambda: names(program) == ["Ada", "Bob"] and program.window.video.frame is not None)
    assert demo.solo is None
    program.capture.start(PersonName("Cem"))
    assert demo.solo == 0
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    assert demo.solo is None
    program.capture.save()
    until(lambda: len(names(program)) == 3)
    program.capture.discard()
    program.capture.start(PersonName("Dan"))
    assert demo.solo == 1  # somebody else
