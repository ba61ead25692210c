"""The program as a user meets it: start, capture, train, lose the camera, close in the middle of anything."""

import dataclasses
import json
import math
import threading

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QMenuBar, QProgressBar

from fakes import FakeDetector, recognizing
from test_models import publish
from ui_fakes import FakeRunner, FakeSource, HangingSource, LosingSource, MissingSource, detect, naming
from visavis.errors import DiskError, ModelError, TrainingError
from visavis.geometry import Box, Face
from visavis.models import ModelStore
from visavis.people import PeopleStore
from visavis.pipeline import Pipeline
from visavis.settings import Settings
from visavis.ui import capture_panel, guiding, theme
from visavis.ui.capture import Phase
from visavis.ui.models_dialog import ModelsDialog
from visavis.ui.notices import Notice, Severity
from visavis.ui.preferences import Preferences
from visavis.ui.threshold_dialog import ThresholdDialog
from visavis.ui.training_run import Phase as Training
from visavis.ui.window import CAPTURE, PEOPLE, TRAIN

PUBLISHED = {"event": "published", "model": "m2", "metrics": {"accuracy": 0.8, "fnir": 0.3, "fpir": 0.1}}
EPOCH = {"event": "epoch", "epochs": 3, "loss": 1.0, "accuracy": 0.5, "val_loss": 1.1, "val_accuracy": 0.4}
CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QProgressBar)
EPOCHS = [{**EPOCH, "epoch": number} for number in (1, 2, 3)]


@pytest.fixture
def turning(photos):
    """Someone who turns their head in front of the camera, where the detector below finds them."""
    height, width = photos[0].shape[:2]
    turns = [cv2.getRotationMatrix2D((230, 110), 40 * np.sin(n / 7) + n / 3, 1.0) for n in range(120)]
    return FakeSource([cv2.warpAffine(photos[0], turn, (width, height)) for turn in turns])


@FakeDetector
def detect_turning(image):
    return [Face(Box(170, 50, 110, 110))]


@pytest.fixture
def people(folders):
    """Ada and Bob, with two pictures each."""
    store = PeopleStore(folders.people)
    rng = np.random.default_rng(0)
    for name in ("Ada", "Bob"):
        person = store.create(name)
        for _ in range(2):
            store.add(person, rng.integers(0, 255, (60, 60, 3), np.uint8))
    return store


def names(program):
    return [row.name for row in program.window.people.model.rows]


# Starting


def test_it_opens_with_boxes_and_invites_to_capture(make, until):
    program = make()
    until(lambda: program.window.video.accessibleDescription() == "Unknown")
    until(lambda: program.window.invitation.text == "Nobody is enrolled yet.")
    until(lambda: program.window.status.labels["model"].text() == "No model yet")


def test_a_model_in_use_names_people(make, until):
    program = make(assemble=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    until(lambda: program.window.status.labels["model"].text() == "m1 · 1 person")


def test_the_picture_comes_before_the_network(make, until):
    gate = threading.Event()

    def slow(wanted, told):
        gate.wait()
        return naming("Ada")

    program = make(assemble=slow)
    until(lambda: program.window.video.frame is not None)
    assert program.window.status.labels["model"].text() == "Loading the model …"
    gate.set()
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")


def test_faces_are_found_while_networks_are_prepared_and_it_is_said(make, until):
    gate = threading.Event()

    def prepare(told):
        told("Preparing the networks, once.")
        gate.wait()

    program = make(prepare=prepare, assemble=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.status.labels["model"].text() == "Preparing the networks, once.")
    until(lambda: program.window.video.accessibleDescription() == "Unknown")
    program._people_changed()  # which asks for the pipeline anew
    gate.set()
    until(lambda: program.window.status.labels["model"].text() == "m1 · 1 person")


def test_a_model_that_was_asked_for_by_name_is_loaded(make, until):
    wanted = []
    make(model="m7", assemble=lambda model, told: (wanted.append(model), naming("Ada"))[1])
    until(lambda: bool(wanted))
    assert wanted == ["m7"]


def test_networks_that_cannot_be_prepared_are_told(make, until):
    def broken(told):
        raise ModelError("A package is missing.")

    program = make(prepare=broken)
    until(lambda: program.window.banner.text == "A package is missing.")
    until(lambda: program.window.video.accessibleDescription() == "Unknown")
    until(lambda: program.window.status.labels["model"].text() == "No model yet")


def test_a_broken_model_is_told_and_faces_are_found_all_the_same(make, until):
    def broken(wanted, told):
        raise ModelError("The card of model m1 is broken.")

    program = make(assemble=broken)
    until(lambda: program.window.banner.text == "The card of model m1 is broken.")
    until(lambda: program.window.video.accessibleDescription() == "Unknown")


def test_a_bug_while_recognizing_is_told_and_faces_are_found_all_the_same(make, until, qtbot):
    def stumble(image, faces):
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as bugs:
        program = make(
            assemble=lambda wanted, told: Pipeline(detect, recognizing(stumble, ["Ada"]), model="m1", people=1)
        )
        until(lambda: "boxed, but not named" in program.window.banner.text)
        until(lambda: program.window.video.accessibleDescription() == "Unknown")
    assert [kind for kind, *_ in bugs] == [ZeroDivisionError]  # once, not with every frame
    assert program.window.status.labels["model"].text() == "Not recognizing"
    program.viewing._parts = dataclasses.replace(program.viewing._parts, assemble=lambda wanted, told: naming("Ada"))
    program.viewing.use_current()
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    assert program.window.status.labels["model"].text() == "m1 · 1 person"
    assert not program.window.banner.text


def test_a_bug_while_loading_does_not_end_labeling(make, until, qtbot):
    with qtbot.capture_exceptions() as bugs:
        program = make(assemble=lambda wanted, told: 1 / 0)
        until(lambda: bool(bugs))
        until(lambda: program.window.video.accessibleDescription() == "Unknown")
        until(lambda: program.window.status.labels["model"].text() == "No model yet")


def test_without_a_camera_the_demo_is_shown_and_said(make, until):
    program = make(begin=False)
    program.begin(None)
    until(lambda: "this is the demo" in program.window.banner.text)
    until(lambda: program.window.video.frame is not None)


def test_a_remembered_source_that_is_gone_falls_back_and_says_so(make, until):
    program = make(
        begin=False,
        settings=Settings(welcomed=True, source="7"),
        open_source=lambda text: MissingSource() if text == "7" else FakeSource(name=text),
    )
    program.begin(None)
    until(lambda: program.window.video.frame is not None)
    assert program.window.chooser.accessibleDescription() == "Demo"
    assert program.settings.source == "7"  # it may be back next time
    assert program.window.banner.text == "There is no camera 7."


def test_a_source_that_was_asked_for_and_is_missing_does_not_fall_back(make, until):
    program = make(MissingSource())
    until(lambda: program.window.banner.text == "There is no camera 7.")
    assert program.window.video.accessibleDescription() == "No picture"


# The first page


def test_the_first_page_asks_before_the_camera_is_opened(make, until, qtbot, folders):
    opened = []
    program = make(settings=Settings(), open_source=lambda text: (opened.append(text), FakeSource())[1])
    window = program.window
    assert window.pages.currentWidget() is window.welcome
    assert not window.bar.isVisible()
    assert not window.actions_.start.isEnabled()
    assert window.actions_.about.isEnabled()
    assert not opened
    qtbot.mouseClick(window.welcome.button, Qt.MouseButton.LeftButton)
    until(lambda: window.video.frame is not None)
    until(folders.settings.exists)
    assert Settings.load(folders.settings).welcomed


def test_who_agreed_once_is_not_asked_again(make):
    window = make().window
    assert window.pages.currentWidget() is window.live


# Capturing


@pytest.fixture
def capturing(make, until, turning):
    """A program in whose picture someone turns their head, while "Grace" is captured."""
    program = make(turning, pipeline=Pipeline(detect_turning), assemble=lambda wanted, told: Pipeline(detect_turning))
    until(lambda: program.window.video.frame is not None)
    program.window.actions_.new.trigger()
    program.window.capture.name.setText("Grace")
    program.window.capture.act()
    return program


def test_a_person_is_captured_looked_through_saved_and_training_is_offered(
    make, until, qtbot, turning, people, folders
):
    program = make(turning, pipeline=Pipeline(detect_turning), assemble=lambda wanted, told: Pipeline(detect_turning))
    window, panel = program.window, program.window.capture
    until(lambda: window.video.frame is not None)
    window.actions_.new.trigger()
    assert window.panel.page == CAPTURE
    assert panel.name.hasFocus() or window.focusWidget() is panel.name
    qtbot.keyClicks(panel.name, "Grace")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert program.capture.phase is Phase.RUNNING
    until(lambda: window.video.guide is not None)
    until(lambda: program.capture.phase is Phase.REVIEW)
    assert window.video.guide is None
    assert panel.ring.accessibleDescription() == "20 of 20"
    assert names(program) == ["Ada", "Bob"]  # nothing is saved yet
    assert panel.main.text() == "Save 20 pictures"
    qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)
    until(lambda: program.capture.phase is Phase.SAVED)
    assert "Grace is enrolled" in panel.prompt.text()
    until(lambda: names(program) == ["Ada", "Bob", "Grace"])
    assert len(people.samples(people.find("Grace"))) == 20
    assert panel.main.text() == "Train now"
    qtbot.mouseClick(panel.main, Qt.MouseButton.LeftButton)
    assert window.panel.page == TRAIN


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
    until(lambda: program.capture.phase is Phase.SAVED)
    store = PeopleStore(folders.people)
    assert len(store.samples(store.find("Grace"))) == taken - 2


def test_more_are_taken_in_the_place_of_those_left_out(capturing, until, qtbot):
    program = capturing
    until(lambda: program.capture.phase is Phase.REVIEW)
    program.capture.toggle(3)
    qtbot.mouseClick(program.window.capture.more, Qt.MouseButton.LeftButton)
    assert program.capture.phase is Phase.RUNNING
    until(lambda: program.capture.phase is Phase.REVIEW)
    assert len(program.capture.session.kept) == 20


def test_someone_known_is_noticed_and_added_to_who_they_are(make, until, qtbot, turning, people):
    pipeline = dataclasses.replace(naming("Ada"), detect=detect_turning, people=2)
    program = make(turning, pipeline=pipeline, assemble=lambda wanted, told: pipeline)
    panel = program.window.capture
    program.window.turn_to(CAPTURE)
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
    until(lambda: program.capture.phase is Phase.SAVED)
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
    until(lambda: program.capture.phase is Phase.SAVED)
    assert PeopleStore(folders.people).find("grace hopper")


def test_a_person_is_captured_without_a_mouse_and_screen_readers_are_told_what_to_do(
    make, until, qtbot, turning, folders, monkeypatch
):
    said = []
    for module in (guiding, capture_panel):
        monkeypatch.setattr(module, "announce", lambda source, text: said.append(text))
    program = make(turning, pipeline=Pipeline(detect_turning), assemble=lambda wanted, told: Pipeline(detect_turning))
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
    until(lambda: program.capture.phase is Phase.SAVED)
    store = PeopleStore(folders.people)
    assert len(store.samples(store.find("Grace"))) == taken - 1
    assert said[0] == "Look at the camera"
    assert "Look through them" in said
    assert said[-1] == "Grace is enrolled"


def test_discarding_keeps_nothing(capturing, until, qtbot, folders):
    until(lambda: bool(capturing.capture.session.shots))
    capturing.capture.stop()
    qtbot.mouseClick(capturing.window.capture.other, Qt.MouseButton.LeftButton)
    assert capturing.capture.phase is Phase.IDLE
    assert not folders.people.exists()


def test_a_refusal_is_said_in_large_words(make, until):
    program = make()  # its face is 30 pixels wide
    program.window.turn_to(CAPTURE)
    program.capture.start("Ada")
    until(lambda: program.window.capture.prompt.text() == "Come closer")


def test_a_name_that_cannot_be_is_said_beside_the_field(make, qtbot):
    window = make().window
    window.turn_to(CAPTURE)
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
    save = PeopleStore.add

    def add(*arguments):
        if full[0]:
            raise DiskError("The disk is full.")
        return save(*arguments)

    monkeypatch.setattr(PeopleStore, "add", add)
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    program.capture.keep()
    until(lambda: program.window.banner.text == "The disk is full.")
    assert program.capture.phase is Phase.REVIEW
    full[0] = False
    program.capture.keep()
    until(lambda: program.capture.phase is Phase.SAVED)


# People


def test_people_have_portraits_and_are_found(make, until, qtbot, people):
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    model = program.window.people.model
    program.window.people.list.grab()  # only what is seen is read
    until(lambda: model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is not None)
    program.window.actions_.find.trigger()
    qtbot.keyClicks(program.window.people.search, "bo")
    assert names(program) == ["Bob"]


def test_renaming(make, until, people):
    assembled = []
    program = make(assemble=lambda wanted, told: (assembled.append(wanted), naming("Ada"))[1])
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.people.choose("Ada")
    program.window.actions_.rename.trigger()
    question = next(child for child in program.window.children() if child.objectName() == "question")
    question.field.setText("Ada Lovelace")
    question.accept()
    until(lambda: names(program) == ["Ada Lovelace", "Bob"])
    until(lambda: len(assembled) == 2)  # the names come from the store
    assert program.window.people.chosen().name == "Ada Lovelace"


def test_a_name_that_is_taken_is_told(make, until, people):
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.people.rename.emit(program.window.people.model.rows[0])
    question = next(child for child in program.window.children() if child.objectName() == "question")
    question.field.setText("bob")
    question.accept()
    until(lambda: program.window.banner.text == "The name Bob is taken.")


def test_forgetting_asks_first_and_enter_means_no(make, until, qtbot, people):
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.people.forget.emit(program.window.people.model.rows[0])
    question = next(child for child in program.window.children() if child.objectName() == "question")
    assert question.no.isDefault()
    question.accept()
    until(lambda: names(program) == ["Bob"])
    assert not (people.folder / "Ada").exists()
    receipt = next(child for child in program.window.children() if child.objectName() == "receipt")
    assert receipt.windowTitle() == "Ada is forgotten"
    assert "2 pictures deleted." in receipt.accessibleDescription()
    receipt.accept()


def test_without_a_choice_the_actions_say_so(make, until):
    program = make()
    program.window.actions_.forget.trigger()
    assert program.window.banner.text == "Choose a person first."
    assert program.window.panel.page == PEOPLE


# Training


def test_a_trained_model_is_used_without_restart(make, until, qtbot, people):
    models = iter(["old", "new"])
    program = make(
        assemble=lambda wanted, told: naming(next(models)),
        runner=lambda: FakeRunner({"event": "start"}, *EPOCHS, PUBLISHED),
    )
    window = program.window
    until(lambda: window.video.accessibleDescription() == "old 90 %")
    until(lambda: names(program) == ["Ada", "Bob"])
    window.turn_to(TRAIN)
    qtbot.mouseClick(window.training.button, Qt.MouseButton.LeftButton)
    until(lambda: window.video.accessibleDescription() == "new 90 %")
    assert window.training.title.text() == "The new model is in use"
    assert "80 %" in window.training.text.text()


def test_progress_is_shown_and_a_cancelled_run_changes_nothing(make, until, qtbot, people):
    program = make(assemble=lambda wanted, told: naming("old"), runner=lambda: FakeRunner(*EPOCHS[:2], endless=True))
    window = program.window
    until(lambda: names(program) == ["Ada", "Bob"])
    window.actions_.start.trigger()
    until(lambda: window.training.status.text() == "Epoch 2 of 3 · loss 1.00 · 40 % right")
    assert window.training.button.text() == "Cancel"
    window.actions_.start.trigger()  # a second one is not begun
    qtbot.mouseClick(window.training.button, Qt.MouseButton.LeftButton)
    until(lambda: not program.training.running)
    assert program.training.run.phase is Training.CANCELLED
    until(lambda: window.video.accessibleDescription() == "old 90 %")


def test_a_failed_run_is_told_and_the_old_model_stays(make, until, people):
    error = TrainingError("Training ended before it published a model.", hint="Its log says why.")
    program = make(assemble=lambda wanted, told: naming("old"), runner=lambda: FakeRunner(*EPOCHS, error))
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.actions_.start.trigger()
    until(lambda: program.window.banner.text == str(error))
    assert program.window.training.title.text() == str(error)
    assert "has not changed" in program.window.training.text.text()
    until(lambda: program.window.video.accessibleDescription() == "old 90 %")


def test_with_too_few_people_training_is_not_offered(make, until):
    program = make()
    until(lambda: "nobody to learn" in program.window.training.text.text())
    assert not program.window.training.button.isEnabled()


# Sources


def test_a_lost_camera_is_one_banner_that_goes_when_it_is_back(make, until):
    source = LosingSource()
    program = make(source)
    until(lambda: program.window.banner.text == "The camera stopped giving pictures.")
    source.mended.set()
    until(lambda: not program.window.banner.text)
    assert not program.window.banner.isVisible()


def test_another_source_is_shown_and_remembered(make, until, folders):
    program = make(open_source=lambda text: FakeSource(name=text))
    until(lambda: program.window.chooser.accessibleDescription() == "fake")
    program.window.chooser.chosen.emit("rtsp://me:secret@cam/1")
    until(folders.settings.exists)
    assert Settings.load(folders.settings).source == "rtsp://me:secret@cam/1"


def test_a_source_that_gives_nothing_is_not_remembered(make, until, folders):
    program = make(open_source=lambda text: FakeSource() if text == "fake" else MissingSource())
    program.window.chooser.chosen.emit("7")
    until(lambda: program.window.banner.text == "There is no camera 7.")
    program.window.close()
    assert Settings.load(folders.settings).source is None


def test_a_film_that_ended_can_be_played_again(make, until, qtbot):
    program = make(open_source=lambda text: FakeSource(forever=False))
    until(lambda: program.window.invitation.button.text() == "Play again")
    with qtbot.waitSignal(program.viewing.live.pictured):
        program.window.invitation.button.click()


def test_the_mirror_is_for_cameras(make, until):
    program = make()
    until(lambda: program.window.video.frame is not None)
    assert not program.window.actions_.mirror.isEnabled()
    program.viewing._opened("Webcam", True)
    assert program.window.video.mirrored
    program.window.actions_.mirror.trigger()
    assert not program.window.video.mirrored
    assert not program.settings.mirror


# Settings and closing


def test_a_broken_settings_file_is_told_and_left_alone(make, folders):
    notice = Notice("The settings file is broken.", "", Severity.WARNING, "settings")
    folders.data.mkdir(parents=True)
    folders.settings.write_text("mirror = perhaps")
    program = make(notices=[notice], remember=False)
    assert program.window.banner.text == notice.text
    program.window.actions_.panel.toggle()
    program.window.close()
    assert folders.settings.read_text() == "mirror = perhaps"


def test_the_size_of_the_window_is_remembered(make, folders):
    program = make()
    program.window.resize(1111, 777)
    program.window.close()
    settings = Settings.load(folders.settings)
    assert (settings.width, settings.height) == (1111, 777)


def test_closing_while_capturing_asks_first(capturing, until, folders):
    program = capturing
    until(lambda: bool(program.capture.session.shots))
    program.capture.stop()
    program.window.close()
    assert program.window.isVisible()
    question = next(child for child in program.window.children() if child.objectName() == "question")
    assert question.no.isDefault()
    question.reject()
    assert program.capture.phase is Phase.REVIEW
    program.window.close()
    next(
        child for child in program.window.children() if child.objectName() == "question" and child.isVisible()
    ).accept()
    until(lambda: not program.window.isVisible())
    assert not folders.people.exists()


def test_closing_while_training_cancels_the_run(make, until, people):
    runner = FakeRunner(*EPOCHS, endless=True)
    program = make(runner=lambda: runner)
    program.training.start()
    until(lambda: bool(program.training.run.epochs))
    program.window.close()
    assert runner.cancelled.is_set()
    assert program.all_ended


def test_closing_while_a_camera_hangs_or_a_network_loads_does_not_wait_for_ever(make, until, qtbot):
    source, gate, entered = HangingSource(), threading.Event(), threading.Event()

    def slow(wanted, told):
        entered.set()
        gate.wait()
        return naming("Ada")

    program = make(source, assemble=slow)
    until(lambda: entered.is_set() and source.entered.is_set())
    program.window.close()
    assert not program.all_ended
    assert not program.window.isVisible()
    source.released.set()
    gate.set()
    assert program.viewing.live.close(5)
    program.all_ended = True


def test_closing_at_once_is_clean(make):
    make().window.close()


def test_every_control_has_a_name(make):
    """What a screen reader says of buttons, fields and lists is never nothing."""
    window = make().window
    controls = [control for kind in CONTROLS for control in window.findChildren(kind)]
    mine = [control for control in controls if not isinstance(control.parent(), QLineEdit | QMenuBar)]  # not Qt's own
    assert not [control for control in mine if not (control.accessibleName() or getattr(control, "text", str)())]


def test_every_action_has_a_shortcut_of_its_own(make):
    actions = [action for action in vars(make().window.actions_).values() if hasattr(action, "shortcut")]
    shortcuts = [action.shortcut().toString() for action in actions]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)


def test_a_changed_setting_holds_at_once_and_is_kept(make, until, folders):
    heard, loaded = [], []

    def assemble(model, told):
        loaded.append(model)
        return Pipeline(detect)

    program = make(prefer=heard.append, assemble=assemble)
    until(lambda: len(loaded) == 1)
    program.window.actions_.settings.trigger()
    dialog = program.window.findChild(Preferences)
    dialog.rows["theme"].take("dark")
    assert theme.current() is theme.DARK
    assert len(loaded) == 1
    dialog.rows["cascade"].take("stills")
    until(lambda: len(loaded) == 2)
    dialog.all.click()
    assert theme.current() is theme.LIGHT
    assert [settings.cascade for settings in heard] == ["live", "stills", "live"]
    until(lambda: Settings.load(folders.settings) == program.settings)


def test_another_model_is_used_and_its_removal_is_told(make, until, folders):
    store = ModelStore(folders.models)
    for name in ("20260101-000000-cnn64", "20260102-000000-cnn64"):
        publish(store, name)
    loaded = []

    def assemble(model, told):
        loaded.append(store.current_id())
        return Pipeline(detect)

    program = make(assemble=assemble)
    until(lambda: len(loaded) == 1)
    program.window.actions_.models.trigger()
    dialog = program.window.findChild(ModelsDialog)
    until(lambda: dialog.chosen is not None)
    dialog.table.selectRow(1)
    dialog.buttons["use"].click()
    until(lambda: loaded[1:] == ["20260101-000000-cnn64"])
    dialog.remove.emit("20260101-000000-cnn64")
    until(lambda: "is in use" in program.window.banner.text)
    dialog.remove.emit("20260102-000000-cnn64")
    until(lambda: store.ids() == ["20260101-000000-cnn64"])


def test_without_a_model_there_is_no_line_to_draw(make, until):
    program = make()
    until(lambda: program.window.video.frame is not None)
    program.window.actions_.threshold.trigger()
    until(lambda: "No model is in use yet" in program.window.banner.text)


def test_the_line_is_drawn_while_it_is_dragged_and_kept_where_it_is_let_go(make, until, folders):
    store = ModelStore(folders.models)
    card = publish(store)
    row = {"truth": "Ada", "name": "Ada", "best": "Ada", "score": 0.8, "picture": None, "box": None}
    report = {"version": 1, "gallery": 2, "threshold": 0.7, "searches": [row], "suspects": {}}
    store.path(card.id, "report/report.json").write_text(json.dumps(report))
    drawn = []

    class Drawn(Pipeline):
        def at(self, threshold):
            drawn.append(threshold)
            return self

    program = make(assemble=lambda model, told: Drawn(detect, model=card.id, people=2))
    until(lambda: program.viewing.pipeline.model == card.id)
    program.window.actions_.threshold.trigger()
    until(lambda: program.window.findChild(ThresholdDialog) is not None)
    dialog = program.window.findChild(ThresholdDialog)
    dialog.plot.dragged.emit(2.0)
    until(lambda: drawn == [pytest.approx(0.8808, abs=1e-4)])
    assert program.settings.stricter == 0.0
    dialog.plot.released.emit(2.0)
    line = math.log(0.7 / 0.3)
    assert program.settings.stricter == pytest.approx(2.0 - line)
    until(lambda: Settings.load(folders.settings).stricter == pytest.approx(2.0 - line))


def test_two_models_answer_side_by_side(make, until, folders):
    store = ModelStore(folders.models)
    for name in ("20260101-000000-cnn64", "20260102-000000-cnn64"):
        publish(store, name)

    program = make(assemble=lambda model, told: naming("Bob" if model else "Ada"))
    until(lambda: [mark.name for mark in program.window.video.marks] == ["Ada"])
    program.window.actions_.models.trigger()
    dialog = program.window.findChild(ModelsDialog)
    until(lambda: dialog.chosen is not None)
    dialog.table.selectRow(1)
    dialog.buttons["compare"].click()
    until(lambda: [mark.beside and mark.beside.name for mark in program.window.video.marks] == ["Bob"])
    until(lambda: "other model: Bob" in program.window.video.accessibleDescription())
    dialog.buttons["compare"].click()
    until(lambda: [mark.beside for mark in program.window.video.marks] == [None])


@pytest.mark.parametrize("unattended", [True, False])
def test_a_minimized_window_rests_where_the_settings_say_so(make, qtbot, until, unattended):
    program = make(settings=Settings(welcomed=True, minimized=unattended))
    until(lambda: program.window.video.analysis is not None)

    program.window.showMinimized()
    assert program.viewing.live.attentive is unattended

    program.window.showNormal()
    assert program.viewing.live.attentive
