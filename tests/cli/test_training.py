"""Train and evaluate are understood here, and done by the training's own program."""

import json
import subprocess
import sys

import pytest

from visavis.cli import main
from visavis.cli.training import to_options
from visavis.process import child


def run(*arguments, folders):
    """The status and the output of a command in a process of its own."""
    environment = {**child.environment(), "VISAVIS_CACHE": str(folders.cache)}
    command = [sys.executable, "-m", "visavis", "--data", str(folders.data), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({}, []),
        ({"json": True, "batch_size": 20}, ["--json", "--batch-size=20"]),
        ({"images": "-odd", "no_augment": True}, ["--images=-odd", "--no-augment"]),
    ],
)
def test_options_are_passed_on_as_they_were_given(given, written):
    assert to_options(given) == written


@pytest.mark.parametrize(
    "arguments",
    [
        ["train", "--network", "vgg"],
        ["train", "--recipe", "hers"],
        ["train", "--epochs", "0"],
        ["train", "--batch-size", "many"],
        ["train", "--seed", "-1"],
        ["train", "--device", "tpu"],
        ["train", "--folds", "1"],
        ["train", "surplus"],
        ["evaluate"],
        ["evaluate", "--strangers", "somewhere"],
        ["evaluate", "--images", "somewhere", "--training"],
    ],
)
def test_wrong_usage_is_reported_before_the_training_starts(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("usage: visavis")


def test_an_empty_store_is_one_sentence_and_one_event(folders):
    status, out, err = run("train", "--network", "cnn64", "--json", folders=folders)
    assert status == 1
    failed = json.loads(out)
    assert (failed["event"], failed["error"]) == ("failed", "There is nobody to learn yet.")
    assert err.startswith("visavis: There is nobody to learn yet. Capture someone")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["train", "--resume"], "no interrupted training to continue"),
        (["train", "--network", "cnn64", "--fine-tune", "2"], "Fine-tuning is for the embedding network"),
        (["train", "--fine-tune", "1", "--folds", "3"], "--folds does not go with --fine-tune"),
        (["evaluate", "--images", "nowhere"], "No model is in use"),
        (["evaluate", "--images", "nowhere", "--model", "none"], "There is no model 'none'"),
        (["evaluate", "--training"], "No model is in use"),
        (["evaluate", "--images", "a", "--pairs", "b", "--report", "c"], "--pairs does not go with --report"),
        (["evaluate", "--training", "--heads"], "--heads does not go with --training"),
        (["evaluate", "--images", "nowhere", "--report", "."], "holds something that is not a report"),
    ],
)
def test_an_impossible_command_is_one_sentence(arguments, sentence, folders):
    status, out, err = run(*arguments, folders=folders)
    assert (status, out) == (1, "")
    assert sentence in err
    assert "Traceback" not in err


@pytest.mark.slow
def test_a_training_prints_only_what_was_requested(folders, photos, published_networks):
    """TensorFlow greets on stderr wherever it is imported unguarded."""
    from visavis.imaging import codec

    for name, photo in zip(("Eileen", "Grace"), photos, strict=True):
        codec.write(folders.people / name / "1.jpg", photo)
    folders.cache.mkdir(parents=True)
    (folders.cache / "networks").symlink_to(published_networks)
    status, out, err = run("train", "--json", folders=folders)
    assert (status, err) == (0, "")
    assert json.loads(out.splitlines()[-1])["event"] == "published"
