"""What people read of a training, and where."""

import pytest

from visavis_training.event_printer import EventPrinter
from visavis_training.sentences import join_names

START = {
    "event": "start",
    "network": "cnn64",
    "recipe": "tuned",
    "parameters": 91042,
    "device": "CPU",
    "people": 2,
    "samples": 20,
    "train": 14,
    "validation": 3,
    "test": 3,
    "left_out": 2,
    "split": "random",
    "untested": ["Eve"],
    "whole": ["a.png"],
    "faceless": ["e.png"],
    "unreadable": ["b.png is empty."],
    "unmeasured": ["Ada", "Bob"],
    "one_session": ["Eve"],
    "suspects": [["c.png", "d.png"]],
}
EPOCH = {"event": "epoch", "epoch": 3, "epochs": 40, "loss": 1.5, "accuracy": 0.5, "seconds": 2.0, "lr": 0.001}
PUBLISHED = {
    "event": "published",
    "model": "20261122-120000-cnn64",
    "metrics": {
        "accuracy": 0.75,
        "book_accuracy": 1.0,
        "fnir": 0.5,
        "fpir": None,
        "test": 4,
        "impostors": 0,
        "threshold": 0.9,
        "measured_on": "No stranger was searched for.",
        "confidence_95": {"accuracy": [0.3, 0.95], "fnir": [0.15, 0.85], "fpir": None},
        "per_person": {"Eve": {"probes": 4, "accuracy": 0.75, "fnir": 0.5, "one_session": True}},
    },
}


@pytest.fixture
def printed(capsys):
    """What a printer prints of events: (stdout, stderr)."""

    def print_events(*events):
        printer = EventPrinter()
        for event in events:
            printer(event)
        return capsys.readouterr()

    return print_events


def test_the_start_lists_the_data_and_its_problems(printed):
    out = printed(START).out
    assert "91,042 parameters" in out
    assert "14 to train on, 3 to validate, 3 to test" in out
    assert "b.png is empty." in out
    assert "Ada and Bob" in out
    assert "Eve" in out
    assert "c.png, d.png" in out
    assert "trained on: 2" in out
    assert "no independent test of Eve" in out
    assert "split at random" in out


def test_epochs_go_to_stderr(printed):
    output = printed(
        {**EPOCH, "val_loss": 2.0, "val_accuracy": 0.25}, {**EPOCH, "val_loss": None, "val_accuracy": None}
    )
    assert not output.out
    first, second = output.err.splitlines()
    assert "3/40" in first
    assert "25%" in first
    assert "validation" not in second


def test_the_end_has_the_metrics_and_the_model(printed):
    out = printed({"event": "progress", "stage": "Looking for faces", "done": 1, "total": 2}, PUBLISHED).out
    assert "75.0% (30.0% to 95.0%)" in out
    assert "not measured" in out
    assert "20261122-120000-cnn64" in out


def test_an_impossible_test_and_the_measure_of_the_book_are_named(printed):
    metrics = {**PUBLISHED["metrics"], "accuracy": None, "overlapping_accuracy": 0.995, "untested": ["Eve"]}
    out = printed({**PUBLISHED, "metrics": metrics}).out
    assert "one side of the split one sitting" in out
    assert "most of it trained on     99.5%" in out


def test_one_person_alone_has_no_share_of_right_answers(printed):
    metrics = {**PUBLISHED["metrics"], "gallery": 1, "accuracy": 1.0}
    del metrics["book_accuracy"]  # only `cnn64` has one, and it needs two people
    own = {"Eve": {"probes": 4, "accuracy": 1.0, "fnir": 0.5, "one_session": True}}
    out = printed({**START, "network": "embedding", "people": 1, "samples": 1}).out
    assert "1 person, 1 picture:" in out
    out = printed({**PUBLISHED, "metrics": {**metrics, "per_person": own}}).out
    assert "100" not in out
    assert "there is one candidate" in out


def test_people_who_look_like_one_are_named(printed):
    assert "Ada and Ada L look like the same person" in printed({**PUBLISHED, "same_person": [["Ada", "Ada L"]]}).out


def test_a_new_start_is_a_sentence(printed):
    assert printed({"event": "restarted", "reason": "It begins again."}).out == "It begins again.\n"


def test_failures_are_not_printed_here(printed):
    output = printed({"event": "failed", "error": "No.", "hint": ""}, {"event": "cancelled"})
    assert (output.out, output.err) == ("", "")


@pytest.mark.parametrize(
    ("names", "sentence"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_names_are_joined_for_a_sentence(names, sentence):
    assert join_names(names) == sentence


def test_the_start_names_the_fine_tuned_blocks(capsys):
    EventPrinter()({**START, "network": "embedding", "recipe": "fine-tuned", "fine_tune": 2})
    assert capsys.readouterr().out.startswith("embedding: published weights, the last 2 blocks fine-tuned, on CPU")


def test_folds_have_their_mean_and_spread(printed):
    figure = {"mean": 0.9, "deviation": 0.1, "by_fold": [0.8, 0.9, 1.0], "pictures": 30}
    folds = {"count": 3, "fnir": figure, "unmeasured": ["Eve"]}
    out, _ = printed({**PUBLISHED, "metrics": {**PUBLISHED["metrics"], "folds": folds}})
    [line] = [each for each in out.splitlines() if "3 folds" in each]
    assert line.startswith("not given their name (FNIR), 3 folds, 30 pictures ")
    assert line.endswith("90.0% +- 10.0% (80.0%, 90.0%, 100.0%)")
    assert "too few different pictures for a fold each: Eve" in out


def test_a_denoiser_is_told_by_its_noise_and_names_nobody(capsys):
    print_event = EventPrinter()
    counts = {"samples": 18, "train": 14, "test": 4, "faceless": 3, "unreadable": ["x.jpg is empty."]}
    print_event({"event": "start", "network": "denoiser", "parameters": 29_507, **counts})
    print_event({**EPOCH, "accuracy": None, "loss": 0.0123, "val_loss": 0.00456})
    figures = {"0.25": {"before": 25.83, "after": 30.06}}
    print_event({"event": "published", "network": "denoiser", "file": "d.keras", "metrics": {"psnr_by_light": figures}})
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "denoiser: 29,507 parameters",
        "18 faces: 14 to train on, 4 to test",
        "no face found, so left out: 3",
        "skipped: x.jpg is empty.",
        "25% of the light, brightened again: 25.8 dB from the picture as it was, 30.1 dB without the noise",
        "written to d.keras; recognition does not use it (docs/noise.md)",
    ]
    assert printed.err == "epoch   3/40  loss 0.01230  validation: loss 0.00456  2.0 s\n"
