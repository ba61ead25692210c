"""Training on any folders from the window: what is asked, the preview, the run, its report, and trying it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from support.training.whole_pictures import COLORS, plain, publish_colors, publish_report, write_shapes
from support.ui_fakes import FakeRunner, FakeSource, naming
from visavis.classification.classifier import Classifier
from visavis.errors import TrainingError
from visavis.messages import Message, to_record
from visavis.models.store import ModelStore
from visavis.ui.report.class_dialog import ClassReportDialog
from visavis.ui.shell.pages import TRAIN
from visavis.ui.training.folder_dialog import FolderTrainingDialog
from visavis.ui.training.folder_training import FolderTraining
from visavis.ui.training.run import RunPhase

LEFT = Qt.MouseButton.LeftButton
MODEL = "20260101-000000-whole-cnn64"
METRICS = {"accuracy": 0.9, "fnir": 0.2, "fpir": 0.01, "test": 10, "impostors": 30, "classes": 3}
START = {"event": "start", "network": "whole-cnn64", "epochs": 4, "classes": 3, "step": 2, "steps": 4}
EPOCH = {"event": "epoch", "epochs": 4, "loss": 1.0, "accuracy": 0.5, "val_loss": 1.1, "val_accuracy": 0.4, "step": 2}
PUBLISHED = {"event": "published", "model": MODEL, "metrics": METRICS, "step": 4}


class Runners:
    """Makes runners of these events, and keeps the options; a preview writes a page."""

    def __init__(self, *events, **changes):
        self.events, self.changes = events, changes
        self.options = []
        self.made = []

    def __call__(self, options):
        self.options.append(options)
        for option in options:
            if option.startswith("--preview="):
                Path(option.removeprefix("--preview=")).write_text("<html>")
        runner = FakeRunner(*self.events, **self.changes)
        self.made.append(runner)
        return runner


@pytest.fixture
def pages(monkeypatch):
    """The files that the browser was to open."""
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    return opened


@pytest.fixture
def pictures(tmp_path):
    return write_shapes(tmp_path / "shapes", count=3)


@pytest.fixture
def opened(make, until, pictures, folders):
    """A program and its dialog, in which a folder was chosen."""

    def build(runners, **changes):
        store = ModelStore(folders.models)
        program = make(
            FakeSource([plain(COLORS["green"], 72, 96)]),
            create_picture_runner=runners,
            load_classifier=lambda wanted: Classifier.load(store, wanted, "cpu"),
            **changes,
        )
        program.window.actions_.folders.trigger()
        dialog = program.window.findChild(FolderTrainingDialog)
        program.whole_pictures.training.read(pictures)
        until(dialog.start.isEnabled)
        return program, dialog

    return build


def test_by_mouse_from_the_page_of_training(make, qtbot, until, pictures):
    program = make(create_picture_runner=Runners())
    program.window.show_page(TRAIN)
    qtbot.mouseClick(program.window.training.choose, LEFT)
    dialog = program.window.findChild(FolderTrainingDialog)
    assert not dialog.start.isEnabled()
    assert "Choose a folder first." in dialog.start.toolTip()
    qtbot.mouseClick(dialog.choose, LEFT)
    until(lambda: dialog.findChild(QFileDialog) is not None)
    dialog.findChild(QFileDialog).filesSelected.emit([str(pictures)])
    until(dialog.start.isEnabled)
    assert dialog.found.text() == "3 classes, 9 pictures: circle (3), cross (3), square (3)"


def test_by_keyboard_everything_is_chosen_and_training_begins(opened, qtbot, until, pictures):
    runners = Runners(START, {**EPOCH, "epoch": 1}, endless=True)
    program, dialog = opened(runners)
    until(dialog.isActiveWindow)
    qtbot.keyClick(dialog.network, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.squaring, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.mirrored, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert runners.options == [(f"--whole={pictures}", "--network=cnn128", "--resize=scale", "--mirror")]
    panel = program.window.training
    until(lambda: "Epoch 1 of 4" in panel.status.text())
    assert panel.title.text() == "Learning 3 classes"
    assert panel.status.text().startswith("Step 2 of 4: Epoch 1 of 4 · 40 % correct")
    assert program.window.focusWidget() is panel.button
    assert not panel.choose.isEnabled()
    qtbot.keyClick(panel.button, Qt.Key.Key_Space)
    until(lambda: not program.training.running)
    assert program.training.run.phase is RunPhase.CANCELLED
    assert "has not changed" in panel.text.text()


def test_no_augmentation_means_no_mirroring():
    training = FolderTraining(Path("/a"), is_augmented=False, is_mirrored=True)
    assert training.arguments == ("--whole=/a", "--network=cnn64", "--resize=pad", "--no-augment")


def test_the_result_is_shown_and_tried_and_the_model_for_faces_stays(opened, qtbot, until, folders):
    publish_colors(ModelStore(folders.models))
    loaded = []
    program, dialog = opened(
        Runners(START, {**EPOCH, "epoch": 1}, PUBLISHED), load_pipeline=lambda *_: loaded.append(1) or naming("Ada")
    )
    until(lambda: bool(loaded))
    qtbot.mouseClick(dialog.start, LEFT)
    panel = program.window.training
    until(panel.try_it.isVisible)
    assert panel.title.text() == "It can tell 3 classes apart"
    assert panel.text.text() == (
        "The right class came first in 90 % of the test pictures, and 80 % of them were given it. The others were not "
        "sure enough, or wrong. More and more different pictures of each class would help."
    )
    assert panel.button.text() == "Train"
    panel.more.click()
    labels = [panel._figures.itemAt(row, panel._figures.ItemRole.LabelRole).widget().text() for row in range(3)]
    assert labels == ["Best class right", "Not given their class", "Other things given a class"]
    qtbot.mouseClick(panel.try_it, LEFT)
    until(lambda: program.window.video.label is not None)
    assert program.window.video.label.title == "green"
    assert ModelStore(folders.models).current_id() is None
    assert loaded == [1]


def test_the_report_shows_curves_classes_mistakes_and_the_matrix(opened, qtbot, until, folders, pages, monkeypatch):
    publish_report(ModelStore(folders.models))
    program, dialog = opened(Runners(START, PUBLISHED))
    qtbot.mouseClick(dialog.start, LEFT)
    panel = program.window.training
    until(panel.details.isVisible)
    qtbot.mouseClick(panel.details, LEFT)
    until(lambda: program.window.findChild(ClassReportDialog) is not None)
    report = program.window.findChild(ClassReportDialog)
    assert report.headline.text() == "3 of 4 test pictures got the right class."
    assert len(report.curves) == 2
    assert [report.classes.model().index(row, 0).data() for row in range(3)] == ["red", "blue", "green"]
    assert [report.mistakes.item(row).text() for row in range(report.mistakes.count())] == ["red, mistaken for blue"]
    qtbot.mouseClick(report.try_button, LEFT)
    until(lambda: program.window.video.label is not None)


def test_a_preview_is_opened_in_the_browser_and_deleted_at_the_end(opened, qtbot, until, pages, folders):
    runners = Runners({"event": "progress", "done": 1, "total": 2})
    program, dialog = opened(runners)
    qtbot.mouseClick(dialog.look, LEFT)
    until(lambda: len(pages) == 1)
    [page] = pages
    assert page.is_file()
    assert page.is_relative_to(folders.insight)
    assert runners.options[0][-1] == f"--preview={page}"
    until(dialog.start.isEnabled)
    assert dialog.progress.isHidden()
    qtbot.mouseClick(dialog.look, LEFT)
    until(lambda: len(pages) == 2)
    assert not page.exists()
    program.quit()
    assert not pages[1].exists()


def test_a_preview_can_be_cancelled(opened, qtbot, until, pages):
    runners = Runners(endless=True)
    _, dialog = opened(runners)
    qtbot.mouseClick(dialog.look, LEFT)
    until(lambda: bool(runners.made))
    assert not dialog.start.isEnabled()
    assert dialog.look.text() == "End the &preview"
    qtbot.mouseClick(dialog.look, LEFT)
    until(dialog.start.isEnabled)
    assert not pages


def test_closing_the_dialog_ends_the_preview(opened, qtbot, until, pages):
    runners = Runners(endless=True)
    program, dialog = opened(runners)
    qtbot.mouseClick(dialog.look, LEFT)
    until(lambda: bool(runners.made))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    until(runners.made[0].cancelled.is_set)
    until(lambda: program.window.findChild(FolderTrainingDialog) is None)
    assert not pages


@pytest.mark.parametrize("action", ["look", "start"])
def test_without_tensorflow_the_banner_offers_the_extra(opened, qtbot, until, action):
    error = TrainingError("Training on whole pictures needs TensorFlow.", hint="Install it.", extra="train")
    program, dialog = opened(Runners(error))
    qtbot.mouseClick(getattr(dialog, action), LEFT)
    banner = program.window.banner
    until(lambda: banner.text == "Training on whole pictures needs TensorFlow.")
    assert banner.install.isVisible()


def test_a_failed_training_says_why(opened, qtbot, until):
    failure = {
        "event": "failed",
        **to_record(error=Message("The network learned nothing."), hint=Message("Add more pictures.")),
    }
    program, dialog = opened(Runners(failure))
    qtbot.mouseClick(dialog.start, LEFT)
    until(lambda: program.window.training.title.text() == "The network learned nothing.")
    assert not program.window.training.try_it.isVisible()


def test_while_a_training_runs_no_other_one_can_be_begun(opened, qtbot, until):
    program, dialog = opened(Runners(START, endless=True))
    qtbot.mouseClick(dialog.start, LEFT)
    until(lambda: program.training.running)
    program.window.actions_.folders.trigger()
    again = program.whole_pictures.training._dialog
    until(lambda: "3 classes" in again.found.text())  # what was chosen before is chosen
    assert not again.start.isEnabled()
    assert "A training is running." in again.start.toolTip()
    program.training.cancel()
    until(again.start.isEnabled)


def test_people_are_learned_after_whole_pictures(opened, qtbot, until):
    learned = []
    program, dialog = opened(Runners(START, endless=True), create_runner=lambda: learned.append(1) or FakeRunner())
    qtbot.mouseClick(dialog.start, LEFT)
    until(lambda: program.training.running)
    assert not program.training.is_learning_people  # what was captured is not said to be learned
    program.training.start()
    assert program.training.is_learning_people
    assert not learned
    program.training.cancel()
    until(lambda: learned == [1])


def test_a_folder_of_one_class_is_refused_in_words(opened, until, tmp_path):
    program, dialog = opened(Runners())
    program.whole_pictures.training.read(write_shapes(tmp_path / "one", kinds=("circle",)))
    until(lambda: "one class only: circle" in dialog.found.text())
    assert not dialog.start.isEnabled()
    program.whole_pictures.training.read(tmp_path / "nowhere")
    until(lambda: "cannot be opened" in dialog.found.text())
    empty = tmp_path / "empty"
    empty.mkdir()
    program.whole_pictures.training.read(empty)
    until(lambda: "no folders with pictures" in dialog.found.text())
