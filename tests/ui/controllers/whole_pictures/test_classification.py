"""The mode "What is this?": turned on and off by mouse and keys, and ended by whatever needs the faces."""

import threading

import pytest
from PySide6.QtCore import Qt

from support.training.whole_pictures import COLORS, plain, publish_colors
from support.ui_fakes import FakeSource, names
from visavis.classification.classifier import Classifier
from visavis.models.change import FORGOTTEN
from visavis.models.store import ModelStore
from visavis.settings import Settings
from visavis.ui.application import build_dependencies
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.picture.call_camera import FaceHider

FIRST, SECOND = "20260101-000000-whole-cnn64", "20260102-000000-whole-cnn64"


@pytest.fixture
def store(folders):
    return ModelStore(folders.models)


@pytest.fixture
def shown(make, until, store):
    """A program that shows a green picture."""

    def build(**changes):
        program = make(
            FakeSource([plain(COLORS["green"], 72, 96)]),
            load_classifier=lambda wanted: Classifier.load(store, wanted, "cpu"),
            **changes,
        )
        until(lambda: bool(program.window.video.marks))
        until(program.window.isActiveWindow)
        return program

    return build


def title(program):
    label = program.window.video.label
    return "" if label is None else label.title


def status(program):
    return program.window.status.labels["model"].text()


def test_by_keyboard_the_picture_gets_its_class_and_escape_goes_back_to_faces(shown, store, qtbot, until):
    publish_colors(store)
    program = shown()
    before = status(program)
    qtbot.keyClick(program.window, Qt.Key.Key_F4)
    until(lambda: title(program) == "green")
    assert not program.window.video.marks
    assert "3 classes" in status(program)
    assert FIRST in program.window.status.labels["model"].toolTip()
    assert program.window.video.accessibleDescription().startswith("green 99 %")
    assert program.window.actions_.classify.isChecked()
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    until(lambda: bool(program.window.video.marks))
    assert title(program) == ""
    assert not program.window.actions_.classify.isChecked()
    until(lambda: status(program) == before)


def test_that_nobody_is_enrolled_is_not_said_while_no_face_is_looked_for(shown, store, qtbot, until):
    publish_colors(store)
    program = shown()
    program.window.actions_.panel.setChecked(False)  # it says so, too
    until(program.window.next_step.isVisible)
    assert program.window.next_step.text == "Nobody is enrolled yet."
    qtbot.keyClick(program.window, Qt.Key.Key_F4)
    until(lambda: title(program) == "green")
    assert program.window.next_step.isHidden()
    assert program.window.toast.text.startswith("No face is looked for.")
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    until(program.window.next_step.isVisible)
    assert program.window.toast.text == ""


def test_the_same_action_goes_back(shown, store, until):
    publish_colors(store)
    program = shown()
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    program.window.actions_.classify.trigger()
    until(lambda: bool(program.window.video.marks))


def test_without_a_model_the_window_says_how_to_train_one(shown, until):
    program = shown()
    program.window.actions_.classify.trigger()
    until(lambda: not program.window.banner.isHidden())
    assert program.window.banner.text == "There is no model of whole pictures yet."
    assert "Train on any folders, in the menu Training" in program.window.banner.accessibleDescription()
    assert not program.window.actions_.classify.isChecked()
    until(lambda: bool(program.window.video.marks))


def test_a_bug_while_loading_ends_the_mode(shown, qtbot, until):
    with qtbot.capture_exceptions() as bugs:
        program = shown()
        program.whole_pictures.classification._load = lambda wanted: 1 / 0
        program.window.actions_.classify.trigger()
        until(lambda: not program.window.actions_.classify.isChecked())
        until(lambda: len(bugs) == 1)
    until(lambda: bool(program.window.video.marks))


def test_from_the_dialog_of_models_by_mouse(shown, store, qtbot, until):
    publish_colors(store, FIRST)
    publish_colors(store, SECOND)
    program = shown()
    program.window.actions_.models.trigger()
    dialog = program.window.findChild(ModelsDialog)
    until(lambda: dialog.table.model().rowCount() == 2)
    dialog.table.selectRow(1)
    assert dialog.buttons["use"].isHidden()
    assert not dialog.buttons["compare"].isEnabled()
    qtbot.mouseClick(dialog.buttons["classify"], Qt.MouseButton.LeftButton)
    until(lambda: title(program) == "green")
    assert program.whole_pictures.classification.model == FIRST
    assert store.current_id() is None


def test_the_model_that_was_chosen_is_used_after_the_next_start(shown, store, folders, until):
    publish_colors(store, FIRST)
    publish_colors(store, SECOND)
    program = shown()
    program.whole_pictures.classification.use(FIRST)
    until(lambda: title(program) == "green")
    program.quit()
    again = shown(settings=Settings.load(folders.settings))
    again.window.actions_.classify.trigger()
    until(lambda: title(again) == "green")
    assert again.whole_pictures.classification.model == FIRST


def test_a_chosen_model_that_cannot_be_used_leaves_the_newest(shown, store, until):
    publish_colors(store, FIRST)
    publish_colors(store, SECOND)
    program = shown()
    program.settings_store.change(picture_model=FIRST)
    store.retire(FIRST, FORGOTTEN)
    action = program.window.actions_.classify
    action.trigger()
    until(lambda: not action.isChecked())
    assert program.settings_store.settings.picture_model is None
    action.trigger()
    until(lambda: title(program) == "green")
    assert program.whole_pictures.classification.model == SECOND


def test_a_chosen_model_that_was_removed_leaves_the_newest(store, folders, qapp):
    publish_colors(store, SECOND)
    settings = SettingsStore(Settings(device="cpu"), folders.settings)
    assert build_dependencies(folders, settings).load_classifier(FIRST).model == SECOND


def test_the_dialog_says_which_model_classifies(shown, store, until):
    publish_colors(store)
    program = shown()
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    program.window.actions_.models.trigger()
    dialog = program.window.findChild(ModelsDialog)
    until(lambda: dialog.table.model().rowCount() == 1)
    assert dialog.table.model().index(0, 6).data() == "In use for the picture"
    assert dialog.table.model().index(0, 2).data() == "3 classes"


def test_a_model_that_is_removed_while_it_classifies_ends_the_mode(shown, store, until):
    publish_colors(store)
    program = shown()
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    program.models.open()
    program.models._dialog.remove.emit(FIRST)
    until(lambda: not program.window.actions_.classify.isChecked())
    until(lambda: bool(program.window.video.marks))


def test_forgetting_somebody_ends_the_mode_with_the_model_that_is_retired(shown, store, people, until):
    publish_colors(store)
    program = shown()
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    store.retire(FIRST, FORGOTTEN)
    program.people_updates.update()
    until(lambda: not program.window.actions_.classify.isChecked())
    until(lambda: bool(program.window.video.marks))


def test_a_capture_ends_the_mode_and_takes_the_action_away_until_it_is_over(shown, store, until):
    publish_colors(store)
    program = shown()
    action = program.window.actions_.classify
    action.trigger()
    until(lambda: title(program) == "green")
    program.window.capture.begin("Ada")
    assert not action.isChecked()
    assert not action.isEnabled()
    assert "being captured" in action.toolTip()
    program.capture.discard()
    assert action.isEnabled()


def test_a_recording_ends_the_mode(shown, store, until):
    publish_colors(store)
    program = shown()
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    program.settings_store.change(recording_agreed=True)
    program.window.actions_.record.trigger()
    assert not program.window.actions_.classify.isChecked()
    assert "recorded" in program.window.actions_.classify.toolTip()


def test_hidden_faces_in_calls_end_the_mode_and_no_face_is_sent(shown, store, until):
    publish_colors(store)
    sent = threading.Event()

    class Device:
        device = "fake"

        def send(self, image):
            sent.set()

        def close(self):
            """Nothing to release."""

    program = shown(open_virtual_camera=lambda width, height, rate: Device())
    actions = program.window.actions_
    actions.call.trigger()
    actions.classify.trigger()
    until(lambda: title(program) == "green")
    analysis = program.window.video.analysis
    assert not FaceHider()(analysis).any()
    actions.hide_faces.trigger()
    assert not actions.classify.isChecked()
    assert "hidden" in actions.classify.toolTip()
    until(sent.is_set)


def test_a_model_of_whole_pictures_is_never_used_for_faces(shown, store, until):
    publish_colors(store)
    program = shown()
    assert program.live.pipeline.model is None
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    assert store.current_id() is None
    assert program.live.pipeline.model is None


def test_a_snapshot_has_the_class_on_it(shown, store, until, tmp_path):
    publish_colors(store)
    program = shown()
    program.settings_store.change(pictures=str(tmp_path))
    program.window.actions_.classify.trigger()
    until(lambda: title(program) == "green")
    program.window.actions_.snapshot.trigger()
    until(lambda: len(list(tmp_path.glob("* marked.png"))) == 1)


def test_before_the_first_page_is_read_there_is_no_mode(make):
    program = make(settings=Settings())
    program.capture.changed.emit()
    assert not program.window.actions_.classify.isEnabled()
