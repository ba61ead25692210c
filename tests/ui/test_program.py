"""The program as a user meets it: start, lose the camera, close in the middle of anything."""

import dataclasses
import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QMenuBar, QProgressBar

from support.fakes import recognizing
from support.ui_fakes import FakeSource, HangingSource, MissingSource, detect, names, naming
from visavis.errors import ModelError
from visavis.messages import Message
from visavis.pipeline import Pipeline
from visavis.settings import Settings
from visavis.sightings.store import SightingStore
from visavis.ui.people.receipt_dialog import ReceiptDialog
from visavis.ui.shell.pages import PEOPLE
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QProgressBar)


# Starting


def test_it_opens_with_boxes_and_offers_to_capture(make, until):
    program = make()
    until(lambda: program.window.video.accessibleDescription() == "Unknown")
    until(lambda: program.window.next_step.text == "Nobody is enrolled yet.")
    until(lambda: program.window.status.labels["model"].text() == "No model yet")


def test_a_model_in_use_names_people(make, until):
    program = make(load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    until(lambda: program.window.status.labels["model"].text() == "1 person")


def test_the_picture_is_shown_before_the_network_is_loaded(make, until):
    gate = threading.Event()

    def slow(wanted, told):
        gate.wait()
        return naming("Ada")

    program = make(load_pipeline=slow)
    until(lambda: program.window.video.frame is not None)
    assert program.window.status.labels["model"].text() == "Loading the model …"
    gate.set()
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")


def test_faces_are_boxed_while_networks_are_prepared(make, until):
    gate = threading.Event()

    def prepare(told):
        told(Message("Preparing the networks, once."))
        gate.wait()

    program = make(prepare=prepare, load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.status.labels["model"].text() == "Preparing the networks, once.")
    until(lambda: program.window.video.accessibleDescription() == "Unknown")
    program.people_updates.update()  # which asks for the pipeline anew
    gate.set()
    until(lambda: program.window.status.labels["model"].text() == "1 person")


def test_a_requested_model_is_loaded(make, until):
    wanted = []
    make(model="m7", load_pipeline=lambda model, told: (wanted.append(model), naming("Ada"))[1])
    until(lambda: bool(wanted))
    assert wanted == ["m7"]


def test_a_failed_preparation_is_reported(make, until):
    def broken(told):
        raise ModelError("A package is missing.")

    program = make(prepare=broken)
    until(lambda: program.window.banner.text == "A package is missing.")
    until(lambda: program.window.video.accessibleDescription() == "Unknown")
    until(lambda: program.window.status.labels["model"].text() == "No model yet")


def test_a_broken_model_is_reported_and_faces_are_boxed(make, until):
    def broken(wanted, told):
        raise ModelError("The card of model m1 is broken.")

    program = make(load_pipeline=broken)
    until(lambda: program.window.banner.text == "The card of model m1 is broken.")
    until(lambda: program.window.video.accessibleDescription() == "Unknown")


def test_a_bug_in_recognition_is_reported_and_faces_are_boxed(make, until, qtbot):
    def stumble(image, faces):
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as bugs:
        program = make(
            load_pipeline=lambda wanted, told: Pipeline(detect, recognizing(stumble, ["Ada"]), model="m1", people=1)
        )
        until(lambda: "boxed, but not named" in program.window.banner.text)
        until(lambda: program.window.video.accessibleDescription() == "Unknown")
    assert [kind for kind, *_ in bugs] == [ZeroDivisionError]  # once, not with every frame
    assert program.window.status.labels["model"].text() == "Not recognizing"
    program.live._dependencies = dataclasses.replace(
        program.live._dependencies, load_pipeline=lambda wanted, told: naming("Ada")
    )
    program.live.use_current_model()
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    assert program.window.status.labels["model"].text() == "1 person"
    assert not program.window.banner.text


def test_a_bug_while_loading_a_model_does_not_end_labeling(make, until, qtbot):
    with qtbot.capture_exceptions() as bugs:
        program = make(load_pipeline=lambda wanted, told: 1 / 0)
        until(lambda: bool(bugs))
        until(lambda: program.window.video.accessibleDescription() == "Unknown")
        until(lambda: program.window.status.labels["model"].text() == "No model yet")


def test_without_a_camera_the_demo_is_shown(make, until):
    program = make(begin=False)
    program.begin(None)
    until(lambda: "this is the demo" in program.window.banner.text)
    until(lambda: program.window.video.frame is not None)


def test_a_missing_remembered_source_falls_back_to_the_demo(make, until):
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


def test_a_missing_requested_source_does_not_fall_back(make, until):
    program = make(MissingSource())
    until(lambda: program.window.banner.text == "There is no camera 7.")
    assert program.window.video.accessibleDescription() == "No picture"


# The first page


def test_the_camera_opens_after_the_welcome_page_is_agreed_to(make, until, qtbot, folders):
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


def test_the_welcome_page_is_shown_once(make):
    window = make().window
    assert window.pages.currentWidget() is window.live


# People


def test_people_have_portraits_and_can_be_searched(make, until, qtbot, people):
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    model = program.window.people.model
    program.window.people.list.grab()  # only what is seen is read
    until(lambda: model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is not None)
    program.window.actions_.find.trigger()
    qtbot.keyClicks(program.window.people.search, "bo")
    assert names(program) == ["Bob"]


def test_a_person_is_renamed(make, until, people):
    assembled = []
    program = make(load_pipeline=lambda wanted, told: (assembled.append(wanted), naming("Ada"))[1])
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.people.select("Ada")
    program.window.actions_.rename.trigger()
    question = next(child for child in program.window.children() if child.objectName() == "question")
    question.field.setText("Ada Lovelace")
    question.accept()
    until(lambda: names(program) == ["Ada Lovelace", "Bob"])
    until(lambda: len(assembled) == 2)  # the names come from the store
    assert program.window.people.selected_row().name == "Ada Lovelace"


def test_a_name_that_is_taken_is_reported(make, until, people):
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.people.rename.emit(program.window.people.model.rows[0])
    question = next(child for child in program.window.children() if child.objectName() == "question")
    question.field.setText("bob")
    question.accept()
    until(lambda: program.window.banner.text == "The name Bob is taken.")


def test_forgetting_asks_first_and_enter_declines(make, until, qtbot, people):
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


def test_a_forgotten_person_leaves_the_list_though_the_receipt_fails(make, until, people, folders):
    folders.receipts.write_bytes(b"")  # where the folder of receipts should be
    program = make()
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.people.forget.emit(program.window.people.model.rows[0])
    next(child for child in program.window.children() if child.objectName() == "question").accept()
    until(lambda: program.window.findChild(ReceiptDialog) is not None)
    assert "Cannot write" in program.window.findChild(ReceiptDialog).text
    until(lambda: names(program) == ["Bob"])


def test_actions_ask_for_a_selection(make, until):
    program = make()
    program.window.actions_.forget.trigger()
    assert program.window.banner.text == "Select a person first."
    assert program.window.panel.page == PEOPLE


# Settings and closing


def test_a_broken_settings_file_is_reported_and_left_alone(make, folders):
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


def test_closing_does_not_wait_for_a_hanging_camera_or_network(make, until, qtbot):
    source, gate, entered = HangingSource(), threading.Event(), threading.Event()

    def slow(wanted, told):
        entered.set()
        gate.wait()
        return naming("Ada")

    program = make(source, load_pipeline=slow)
    until(lambda: entered.is_set() and source.entered.is_set())
    program.window.close()
    assert not program.all_ended
    assert not program.window.isVisible()
    source.released.set()
    gate.set()
    assert program.live.session.close(5)
    program.all_ended = True


def test_closing_ends_workers_that_the_program_does_not_list(make):
    program = make()
    workers = [Worker(program), Worker(program.window)]
    for worker in workers:
        worker.submit(lambda: None)
    program.window.close()
    assert program.all_ended
    assert not any(worker.isRunning() for worker in workers)


def test_closing_at_once_is_clean(make):
    make().window.close()


def test_every_control_has_a_name(make):
    """What a screen reader says of buttons, fields and lists is never nothing."""
    window = make().window
    controls = [control for kind in CONTROLS for control in window.findChildren(kind)]
    mine = [control for control in controls if not isinstance(control.parent(), QLineEdit | QMenuBar)]  # not Qt's own
    assert not [control for control in mine if not (control.accessibleName() or getattr(control, "text", str)())]


def test_every_action_has_a_unique_shortcut(make):
    actions = [action for action in vars(make().window.actions_).values() if isinstance(action, QAction)]
    shortcuts = [action.shortcut().toString() for action in actions]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)


# Visits


def test_visits_are_recorded_once_the_user_turns_it_on_and_no_more_once_off(make, until, people, folders):
    kept = SightingStore(folders.sightings)
    program = make(load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    assert not kept.exists()
    program.settings_store.change(sightings=True)
    until(lambda: [each.name for each in kept.sightings()] == ["Ada"])
    assert [visit.name for visit in program.recorder.present] == ["Ada"]
    program.settings_store.change(sightings=False)
    until(lambda: [visit.name for visit in program.recorder.present] == ["Ada"])  # a new one, which is not recorded
    program.recorder.close()
    assert len(kept.sightings()) == 1


def test_a_damaged_file_of_visits_is_said_and_the_picture_goes_on(make, until, people, folders):
    folders.sightings.write_bytes(b"no database" * 100)
    settings = Settings(welcomed=True, sightings=True)
    program = make(settings=settings, load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: "sightings.sqlite is damaged" in program.window.banner.text)
    until(lambda: program.window.video.accessibleDescription() == "Ada 90 %")
    assert folders.sightings.read_bytes() == b"no database" * 100
