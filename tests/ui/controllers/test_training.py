"""Training from the window: what comes of a run, good or bad, is shown, and the model in use is not lost by it."""

from PySide6.QtCore import Qt

from support.models import publish_with_report
from support.ui_fakes import FakeRunner, names, naming
from visavis.errors import ModelRefusedError, TrainingError
from visavis.messages import Message, to_record
from visavis.models.store import ModelStore
from visavis.settings import Settings
from visavis.ui.shell.pages import CAPTURE, TRAIN
from visavis.ui.training.run import RunPhase

PUBLISHED = {"event": "published", "model": "m2", "metrics": {"accuracy": 0.8, "fnir": 0.3, "fpir": 0.1}}
EPOCH = {"event": "epoch", "epochs": 3, "loss": 1.0, "accuracy": 0.5, "val_loss": 1.1, "val_accuracy": 0.4}
EPOCHS = [{**EPOCH, "epoch": number} for number in (1, 2, 3)]


def test_a_trained_model_is_used_without_restart(make, until, qtbot, people):
    models = iter(["old", "new"])
    program = make(
        load_pipeline=lambda wanted, told: naming(next(models)),
        create_runner=lambda: FakeRunner({"event": "start"}, *EPOCHS, PUBLISHED),
    )
    window = program.window
    until(lambda: window.video.accessibleDescription() == "old 90 %")
    until(lambda: names(program) == ["Ada", "Bob"])
    window.show_page(TRAIN)
    qtbot.mouseClick(window.training.button, Qt.MouseButton.LeftButton)
    until(lambda: window.video.accessibleDescription() == "new 90 %")
    assert window.training.title.text() == "The new model is in use"
    assert "80 %" in window.training.text.text()


def test_progress_is_shown_and_a_cancelled_run_changes_nothing(make, until, qtbot, people):
    program = make(
        load_pipeline=lambda wanted, told: naming("old"), create_runner=lambda: FakeRunner(*EPOCHS[:2], endless=True)
    )
    window = program.window
    until(lambda: names(program) == ["Ada", "Bob"])
    window.actions_.start.trigger()
    until(lambda: window.training.status.text() == "Epoch 2 of 3 · 40 % correct")
    assert window.training.status.toolTip() == "loss 1.00"
    assert window.training.button.text() == "Cancel"
    window.actions_.start.trigger()  # a second one is not begun
    qtbot.mouseClick(window.training.button, Qt.MouseButton.LeftButton)
    until(lambda: not program.training.running)
    assert program.training.run.phase is RunPhase.CANCELLED
    until(lambda: window.video.accessibleDescription() == "old 90 %")


def test_there_is_something_to_cancel_only_while_a_training_runs(make, until, people):
    """By the menu and its key, also after the first page, which disables everything."""
    program = make(settings=Settings(), create_runner=lambda: FakeRunner(*EPOCHS[:2], endless=True))
    cancel = program.window.actions_.cancel
    program.window.welcome.button.click()
    until(lambda: names(program) == ["Ada", "Bob"])
    assert not cancel.isEnabled()
    assert "No training is running." in cancel.toolTip()
    program.window.actions_.start.trigger()
    until(lambda: program.training.run is not None and len(program.training.run.epochs) == 2)
    assert cancel.isEnabled()
    cancel.trigger()
    until(lambda: program.training.run.phase is RunPhase.CANCELLED)
    assert not cancel.isEnabled()


def test_a_failed_run_is_reported_and_the_old_model_stays(make, until, people):
    error = TrainingError("Training ended before it published a model.", hint="Its log says why.")
    program = make(load_pipeline=lambda wanted, told: naming("old"), create_runner=lambda: FakeRunner(*EPOCHS, error))
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.actions_.start.trigger()
    until(lambda: program.window.banner.text == str(error))
    assert program.window.training.title.text() == str(error)
    assert "has not changed" in program.window.training.text.text()
    until(lambda: program.window.video.accessibleDescription() == "old 90 %")


def test_a_refused_model_can_be_used_anyway(make, until, qtbot, people):
    models = iter(["old", "new"])
    refused = FakeRunner({"event": "refused", **to_record(reason=Message("It is worse."), hint=ModelRefusedError.hint)})
    refused.forcing = FakeRunner(PUBLISHED)
    program = make(load_pipeline=lambda wanted, told: naming(next(models)), create_runner=lambda: refused)
    window = program.window
    until(lambda: window.video.accessibleDescription() == "old 90 %")
    until(lambda: names(program) == ["Ada", "Bob"])
    window.actions_.start.trigger()
    until(lambda: not program.training.running)
    assert "or use it anyway, on the page Train" in window.training.text.text()
    qtbot.mouseClick(window.training.anyway, Qt.MouseButton.LeftButton)
    until(lambda: window.video.accessibleDescription() == "new 90 %")
    assert not window.training.anyway.isVisible()


def test_only_a_refused_model_can_be_used_anyway(make, until, people):
    program = make(create_runner=lambda: FakeRunner(TrainingError("The training diverged.")))
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.actions_.start.trigger()
    until(lambda: program.window.training.title.text() == "The training diverged.")
    assert not program.window.training.anyway.isVisible()


def test_training_needs_people(make, until):
    program = make()
    until(lambda: "nobody to learn" in program.window.training.text.text())
    assert not program.window.training.button.isEnabled()


def test_closing_while_training_cancels_the_run(make, until, people):
    runner = FakeRunner(*EPOCHS, endless=True)
    program = make(create_runner=lambda: runner)
    program.training.start()
    until(lambda: bool(program.training.run.epochs))
    program.window.close()
    assert runner.cancelled.is_set()
    assert program.all_ended


def test_afterwards_it_says_what_came_of_it_and_the_button_leads_on(make, until, qtbot, folders, people):
    publish_with_report(folders)
    published = {**PUBLISHED, "model": ModelStore(folders.models).current_id()}
    program = make(create_runner=lambda: FakeRunner({"event": "start"}, published))
    panel = program.window.training
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.actions_.start.trigger()
    until(lambda: panel.next.text.startswith("Bob is often missed."))
    assert panel.text.text() == "1 of 2 test pictures of 2 people got the right name."
    assert not panel._card.isVisible()
    panel.more.setFocus()
    qtbot.keyClick(panel.more, Qt.Key.Key_Space)
    assert panel._card.isVisible()
    qtbot.mouseClick(panel.next.button, Qt.MouseButton.LeftButton)
    assert program.window.panel.page == CAPTURE
    assert program.window.capture.name.text() == "Bob"


def test_the_time_of_a_run_is_shown(make, until, people, monkeypatch):
    program = make(create_runner=lambda: FakeRunner({"event": "start", "step": 2, "steps": 3}, endless=True))
    panel = program.window.training
    until(lambda: names(program) == ["Ada", "Bob"])
    program.window.actions_.start.trigger()
    until(lambda: panel.status.text() == "Step 2 of 3: Testing what was learned")
    panel._begun -= 75
    panel._clock.timeout.emit()
    assert panel.status.text().startswith("Step 2 of 3: Testing what was learned · 1:1")
    assert panel.status.text().endswith(" so far")
    program.training.cancel()
    until(lambda: not program.training.running)
    assert not panel._clock.isActive()
