"""Training is a process that writes JSON lines; each way to fail is one error."""

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


def test_events_arrive_as_they_are_printed(run):
    program = 'print(\'{"event": "start"}\'); print(\'not json\'); print(\'{"event": "published", "model": "m"}\')'
    assert [event["event"] for event in run(program)] == ["start", "published"]


def test_lines_that_are_no_events_are_ignored(run):
    assert list(run('print(3); print("[]"); print("{"); print(\'{"event": "start"}\')')) == [{"event": "start"}]


def test_a_failed_run_raises_its_error(run):
    program = (
        'print(\'{"event": "failed", "error": "Nobody to learn.", "hint": "Capture someone."}\'); raise SystemExit(1)'
    )
    with pytest.raises(TrainingError, match="Nobody to learn") as caught:
        list(run(program))
    assert str(caught.value.hint) == "Capture someone."


def test_a_refused_model_raises_its_reason(run):
    program = 'print(\'{"event": "refused", "reason": "It got worse."}\'); raise SystemExit(1)'
    with pytest.raises(TrainingError, match="It got worse"):
        list(run(program))


@pytest.mark.parametrize(
    ("network", "more"),
    [("embedding", ["--force"]), ("cnn64", ["--resume", "--force"])],  # which took long, and was kept
)
def test_a_refused_run_can_be_forced(tmp_path, network, more):
    program = "import json, sys; print(json.dumps({'event': 'start', 'given': sys.argv[1:]}))"
    trainer = Trainer(
        DataFolders(tmp_path, tmp_path / "cache"),
        ("--network", network),
        command=lambda *given: [sys.executable, "-c", program, *given],
    )
    assert [event["given"][-2:] for event in trainer] == [["--network", network]]
    assert [event["given"] for event in trainer.with_force()] == [
        ["train", "--data", str(tmp_path), "--json", "--network", network, *more]
    ]


def test_if_the_run_dies_the_hint_names_its_log(run, tmp_path):
    with pytest.raises(TrainingError, match="before it published") as caught:
        list(run("import os, sys; print('boom', file=sys.stderr, flush=True); os._exit(9)"))
    assert "training.log" in str(caught.value.hint)
    assert "boom" in (tmp_path / "logs" / "training.log").read_text()


def test_cancelling_ends_the_events_without_an_error(run):
    training = run('import time; print(\'{"event": "start"}\', flush=True); time.sleep(60)')
    events = []
    for event in training:
        events.append(event)
        training.cancel()
    assert events == [{"event": "start"}]


def test_closing_the_iterator_ends_the_process(run):
    training = run('import time; print(\'{"event": "start"}\', flush=True); time.sleep(60)')
    events = iter(training)
    next(events)
    events.close()
    assert training._run._process.poll() is not None
