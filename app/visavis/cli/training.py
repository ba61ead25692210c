"""`visavis train` and `visavis evaluate`: arguments; the training program runs them."""

import argparse
import math
import os
import subprocess
import sys
from pathlib import Path

from visavis.classification.picture_input import SQUARINGS
from visavis.cli.command import Commands, Context, Parser, emit, integer, positive_integer
from visavis.errors import VisavisError
from visavis.messages import to_record
from visavis.networks.engine import DEVICES
from visavis.process import child, key_pipe, signals
from visavis.scoring.thresholds import STRICTNESSES

#: Arguments that are not passed on as they are.
_OWN = {"command", "program", "data", "verbose"}


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    training = commands.add_parser("train", parents=[shared], help="train a model of the enrolled people")
    train_arguments(training)
    training.set_defaults(command=run, program="train")
    evaluation = commands.add_parser(
        "evaluate", parents=[shared], help="evaluate a model on pictures that it was not trained on"
    )
    evaluate_arguments(evaluation)
    evaluation.set_defaults(command=run, program="evaluate")


def train_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `train`. Only those that are given are in the namespace."""
    parser.argument_default = argparse.SUPPRESS
    parser.description = (
        "Trains a model of the people in the store from their samples and publishes it; it is used from then on. Up to "
        "40,000 faces are kept in memory (0.5 GB); more are streamed from a file in the cache folder."
    )
    parser.add_argument(
        "--network",
        choices=("embedding", "cnn64", "cnn128", "transfer"),
        help="the network to train (default: embedding; with --whole: cnn64). cnn128 and transfer are for whole "
        "pictures: a wider one, and a published one of which the last layers learn",
    )
    parser.add_argument(
        "--recipe", choices=("book", "tuned"), help="cnn64: as in its original source, or tuned (the default)"
    )
    parser.add_argument("--epochs", metavar="N", type=positive_integer, help="maximum number of epochs")
    parser.add_argument("--batch-size", metavar="N", type=positive_integer, help="pictures per batch")
    parser.add_argument("--seed", metavar="N", type=_seed, help="seed of the split and the initialization (default: 0)")
    parser.add_argument(
        "--split",
        choices=("grouped", "random"),
        help="cnn64: which pictures are held out: whole sessions (grouped, the default of tuned), or any (random, the "
        "default of book), as in its original source",
    )
    parser.add_argument(
        "--cascade",
        metavar="NAME",
        help="cnn64: detection preset with which faces are found in the samples, such as that of live recognition "
        "(default: stills)",
    )
    parser.add_argument("--no-augment", action="store_true", help="train without augmentation")
    parser.add_argument(
        "--fine-tune",
        metavar="N",
        type=positive_integer,
        help="embedding: fine-tune the last N blocks (1-4), if that improves it",
    )
    parser.add_argument(
        "--folds",
        metavar="K",
        type=_folds,
        help="also measure in K folds, each of which is tested by a training without it: mean and standard deviation; "
        "the model is published as usual",
    )
    _add_whole_options(parser)
    parser.add_argument(
        "--denoise",
        action="store_true",
        help="instead, learn to remove noise from faces, and keep the network beside the models; recognition does not "
        "use it",
    )
    parser.add_argument("--resume", action="store_true", help="continue an interrupted training after its last epoch")
    parser.add_argument(
        "--force", action="store_true", help="publish the model even if it is worse than the one in use"
    )
    parser.add_argument(
        "--defer-network",
        action="store_true",
        help="embedding: end as soon as the model is in use; the window, or the next training, writes model.keras",
    )
    parser.add_argument("--device", choices=DEVICES, help="device for the training (default: auto)")
    parser.add_argument(
        "--strategy",
        choices=("mirrored", "multiworker"),
        help="cnn64 and --fine-tune: on all GPUs of this computer (mirrored), or of several (multiworker), which "
        "TF_CONFIG names and which see the same data folder",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per event on stdout")


def _add_whole_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of training on whole pictures."""
    whole = parser.add_argument_group("whole pictures")
    whole.add_argument(
        "--whole",
        metavar="DIR",
        type=_absolute,
        help="learn whole pictures instead of faces: DIR has a folder of pictures for each class (visavis classify)",
    )
    whole.add_argument(
        "--resize",
        choices=SQUARINGS,
        help="how pictures become squares: with black bars (pad, the default), or distorted (scale)",
    )
    whole.add_argument(
        "--side",
        metavar="PIXELS",
        type=integer,
        help="cnn64 and cnn128: side of the squares (16-256, default: 64 and 128); small pictures take far less time",
    )
    whole.add_argument(
        "--preview",
        metavar="FILE",
        type=_absolute,
        help="do not train: write a web page to FILE with pictures as the network sees them, augmented",
    )
    whole.add_argument("--mirror", action="store_true", help="augmentation mirrors pictures, too; not for text")
    whole.add_argument("--dropout", metavar="SHARE", type=_share, help="share of features left out in a batch (0.5)")
    whole.add_argument("--l1", metavar="FACTOR", type=_factor, help="factor of absolute weights in the loss (0)")
    whole.add_argument("--l2", metavar="FACTOR", type=_factor, help="factor of squared weights in the loss (0)")
    whole.add_argument(
        "--unfreeze",
        metavar="N",
        type=integer,
        help="transfer: after the new layer, the last N blocks of the published network learn, too (0-13, default: 2)",
    )


def evaluate_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `evaluate`. Only those that are given are in the namespace."""
    parser.argument_default = argparse.SUPPRESS
    parser.description = "Recognizes the faces in labeled pictures as the app would, and measures the error rates."
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--images",
        metavar="DIR",
        type=Path,
        help="has a folder per person, named after them, with pictures that were not used for training",
    )
    what.add_argument(
        "--training",
        action="store_true",
        help="print what the training of the model measured, without a new evaluation",
    )
    parser.add_argument(
        "--strangers",
        metavar="DIR",
        type=Path,
        help="pictures of people who are not enrolled, with or without subfolders",
    )
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        type=Path,
        help="instead, verify whether pairs of pictures show one person: FILE has the format of LFW's pairs.txt, and "
        "--images has NAME/NAME_0001.jpg; with --json: pairs, folds, detected, accuracy, standard_error, tar_at_far",
    )
    parser.add_argument(
        "--heads",
        action="store_true",
        help="instead, compare classifiers: templates, nearest neighbors, support vector machines, softmax, "
        "logistic, cnn64",
    )
    parser.add_argument("--model", metavar="ID", help="a model other than the one in use")
    parser.add_argument("--strictness", choices=STRICTNESSES, help="how sure a name must be (default: balanced)")
    parser.add_argument("--report", metavar="DIR", type=Path, help="write the report to DIR")
    parser.add_argument("--device", choices=DEVICES, help="device for the networks (default: auto)")
    parser.add_argument("--json", action="store_true", help="all metrics as one JSON object on stdout")


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Replace this process by the training program, if the platform can, so that it gets signals and pipes itself."""
    given = {name: value for name, value in vars(arguments).items() if name not in _OWN}
    verbose = ["--verbose"] if getattr(arguments, "verbose", False) else []
    command = child.command(arguments.program, "--data", str(context.folders.data), *verbose, *to_options(given))
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a desktop may start programs without them
            stream.flush()
    with key_pipe.hand_over(context.folders.data) as (variables, handles):
        environment = {**child.environment(), **variables}
        if os.name == "posix":
            signals.block_interrupts()
            os.execve(command[0], command, environment)  # noqa: S606  our own program
        return subprocess.run(command, env=environment, pass_fds=handles, check=False).returncode


def report_failure(arguments: argparse.Namespace, error: VisavisError) -> None:
    """Emit the last event of a training with `--json` that fails before its process starts; else do nothing."""
    if getattr(arguments, "program", "") == "train" and "json" in arguments:
        emit({"event": "failed", **to_record(error=error.message, hint=error.hint)})


def to_options(given: dict[str, object]) -> list[str]:
    """The options of a command line."""
    written = []
    for name, value in given.items():
        option = f"--{name.replace('_', '-')}"
        written.append(option if value is True else f"{option}={value}")
    return written


def _folds(text: str) -> int:
    value = integer(text)
    if value < 2:
        raise argparse.ArgumentTypeError(f"must be at least 2, not {value}: each fold is tested by the others")
    return value


def _absolute(text: str) -> Path:
    return Path(text).absolute()


def _share(text: str) -> float:
    value = _factor(text)
    if value >= 1:
        raise argparse.ArgumentTypeError(f"must be below 1, not {text}")
    return value


def _factor(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number, not {text!r}") from None
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError(f"must be at least 0, not {text}")
    return value


def _seed(text: str) -> int:
    value = integer(text)
    if not 0 <= value < 2**31:
        raise argparse.ArgumentTypeError(f"must be from 0 to {2**31 - 1}, not {value}")
    return value
