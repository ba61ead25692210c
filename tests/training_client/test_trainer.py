"""Training is a process that speaks JSON lines; whatever becomes of it, the app hears one sentence."""

import sys

import pytest

from visavis.errors import TrainingError
from visavis.storage.paths import DataFolders
from visavis.training_client.trainer import Trainer


@pytest.fixture
def run(tmp_path):
    """A Trainer whose process is the given Python program instead of the training."""

    def make(program):
        return Trainer(DataFolders(tmp_path, tmp_path / "cache"), command=lambda *_: [sys.executable, "-c", program])

    return make


def test_events_come_as_they_are_printed(run):
    program = 'print(\'{"event": "start"}\'); print(\'not json\'); print(\'{"event": "published", "model": "m"}\')'
    assert [event["event"] for event in run(program)] == ["start", "published"]


def test_lines_that_are_no_event_are_passed_over(run):
    assert list(run('print(3); print("[]"); print("{"); print(\'{"event": "start"}\')')) == [{"event": "start"}]


def test_a_failed_run_is_its_own_sentence(run):
    program = (
        'print(\'{"event": "failed", "error": "Nobody to learn.", "hint": "Capture someone."}\'); raise SystemExit(1)'
    )
    with pytest.raises(TrainingError, match="Nobody to learn") as caught:
        list(run(program))
    assert str(caught.value.hint) == "Capture someone."


def test_a_refused_model_says_why(run):
    program = 'print(\'{"event": "refused", "reason": "It got worse."}\'); raise SystemExit(1)'
    with pytest.raises(TrainingError, match="It got worse"):
        list(run(program))


@pytest.mark.parametrize(
    ("network", "more"),
    [("embedding", ["--force"]), ("cnn64", ["--resume", "--force"])],  # which took long, and was kept
)
def test_what_was_refused_can_be_forced(tmp_path, network, more):
    program = "import json, sys; print(json.dumps({'event': 'start', 'given': sys.argv[1:]}))"
    trainer = Trainer(
        DataFolders(tmp_path, tmp_path / "cache"),
        ("--network", network),
        command=lambda *given: [sys.executable, "-c", program, *given],
    )
    assert [event["given"][-2:] for event in trainer] == [["--network", network]]
    assert [event["given"] for event in trainer.forced()] == [
        ["train", "--data", str(tmp_path), "--json", "--network", network, *more]
    ]


def test_a_run_that_dies_points_at_its_log(run, tmp_path):
    with pytest.raises(TrainingError, match="before it published") as caught:
        list(run("import os, sys; print('boom', file=sys.stderr, flush=True); os._exit(9)"))
    assert "training.log" in str(caught.value.hint)
    assert "boom" in (tmp_path / "logs" / "training.log").read_text()


def test_cancelling_ends_the_process_and_the_events_without_an_error(run):
    training = run('import time; print(\'{"event": "start"}\', flush=True); time.sleep(60)')
    events = []
    for event in training:
        events.append(event)
        training.cancel()
    assert events == [{"event": "start"}]


def test_letting_go_of_the_events_ends_the_process(run):
    training = run('import time; print(\'{"event": "start"}\', flush=True); time.sleep(60)')
    events = iter(training)
    next(events)
    events.close()
    assert training._run._process.poll() is not None
