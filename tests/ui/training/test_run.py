"""A run is what its events say."""

from functools import reduce

import pytest

from visavis.ui.training.run import RunPhase, TrainingRun, figures

EPOCH = {
    "event": "epoch",
    "epoch": 1,
    "epochs": 4,
    "loss": 0.5,
    "accuracy": 0.8,
    "val_loss": None,
    "val_accuracy": None,
}


def after(*events):
    return reduce(TrainingRun.after, events, TrainingRun())


def test_a_run_starts_without_progress():
    assert TrainingRun().share is None
    assert not TrainingRun().phase.over


def test_a_stage_has_progress():
    run = after({"event": "start"}, {"event": "progress", "stage": "Finding faces", "done": 31, "total": 62})
    assert run.share == 0.5
    assert run.status == "Finding faces · 31 of 62"


def test_progress_may_be_a_message_alone():
    assert after({"event": "progress", "message": "Preparing the network"}).status == "Preparing the network"


def test_epochs_accumulate():
    run = after({"event": "start"}, EPOCH, {**EPOCH, "epoch": 2, "val_accuracy": 0.7})
    assert run.share == 0.5
    assert run.status == "Epoch 2 of 4"
    assert [epoch.val_accuracy for epoch in run.epochs] == [None, 0.7]


def test_a_published_run_is_done_before_the_last_epoch():
    run = after(EPOCH, {"event": "evaluated", "metrics": {"accuracy": 0.7}}, {"event": "published", "model": "m"})
    assert (run.phase, run.share, run.model) == (RunPhase.PUBLISHED, 1.0, "m")
    assert "70 %" in run.verdict


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ({"event": "failed", "error": "Nobody to learn.", "hint": "Capture someone."}, "Nobody to learn."),
        ({"event": "refused", "reason": "It got worse."}, "It got worse."),
    ],
)
def test_a_failed_run_has_a_reason(event, error):
    run = after(event)
    assert run.phase is RunPhase.FAILED
    assert run.error == error


def test_unknown_events_are_ignored():
    assert after({"event": "weather"}, {}) == TrainingRun()


def test_figures_are_shown_with_counts_and_intervals():
    metrics = {
        "accuracy": 0.999,
        "fnir": 0.434,
        "test": 120,
        "fpir": 0.0,
        "impostors": 40,
        "confidence_95": {"fnir": [0.35, 0.52], "fpir": [0.0, 0.075]},
    }
    shown = {name: (value, meaning) for name, value, meaning in figures(metrics)}
    assert shown["Best candidate right"][0] == "99.9 % of 120"
    assert shown["People missed"][0] == "43 % of 120"
    assert "35 % to 52 %" in shown["People missed"][1]
    assert "Strangers named" not in shown


def test_an_unmeasured_figure_is_not_shown():
    assert not figures({"fpir": None, "impostors": 0})


def test_a_run_without_figures_says_so():
    assert "too few pictures" in after({"event": "published", "model": "m"}).verdict


def test_a_stage_after_the_epochs_has_its_own_progress():
    run = after({"event": "start"}, EPOCH, {"event": "progress", "stage": "Once more", "done": 3, "total": 4})
    assert run.share == 0.75
    assert run.status == "Once more · 3 of 4"
    assert len(run.epochs) == 1


def test_a_new_start_forgets_the_epochs_and_says_why():
    run = after({"event": "start"}, EPOCH, {"event": "restarted", "reason": "It learned nothing.", "seed": 1})
    assert (run.epochs, run.status) == ((), "It learned nothing.")
    assert len(run.after(EPOCH).epochs) == 1


def test_one_sitting_is_named_where_there_is_no_figure():
    metrics = {"accuracy": None, "untested": ["Ada"]}
    assert "One sitting" in after({"event": "published", "model": "m", "metrics": metrics}).verdict


def test_a_run_says_which_step_of_how_many_it_takes():
    run = after({"event": "start", "step": 2, "steps": 4, "epochs": 4}, {**EPOCH, "step": 2, "steps": 4})
    assert run.progress == "Step 2 of 4: Epoch 1 of 4"
    run = run.after({"event": "evaluated", "metrics": {}, "step": 4, "steps": 4})
    assert run.progress == "Step 4 of 4: Saving the model"
    assert run.share is None


def test_a_run_of_an_older_program_has_no_steps():
    assert after({"event": "start"}, EPOCH).progress == "Epoch 1 of 4"


@pytest.mark.parametrize("accuracy", [1.0, 0.999, 0.5])
def test_one_person_gives_no_percentage(accuracy):
    metrics = {"accuracy": accuracy, "fnir": 0.0, "gallery": 1, "test": 8}
    run = after({"event": "published", "model": "m", "metrics": metrics})
    assert "nobody to mix up" in run.verdict
    assert [name for name, value, _ in figures(metrics) if "%" in value] == []


def test_everything_right_is_no_percentage():
    run = after({"event": "published", "model": "m", "metrics": {"accuracy": 1.0, "gallery": 3}})
    assert run.verdict == "In every test picture, the right person came first."
