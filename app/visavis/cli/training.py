"""`visavis train` and `visavis evaluate`: declared here, done by the training's own program."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, count, whole
from visavis.networks.engine import DEVICES
from visavis.process import child, signals
from visavis.scoring.thresholds import STRICTNESSES

_OURS = {"command", "program", "data", "verbose"}


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    training = commands.add_parser("train", parents=[shared], help="make a model of the people there are")
    train_arguments(training)
    training.set_defaults(command=run, program="train")
    evaluation = commands.add_parser("evaluate", parents=[shared], help="measure a model on pictures it has never seen")
    evaluate_arguments(evaluation)
    evaluation.set_defaults(command=run, program="evaluate")


def train_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `train`; only those that are given are in the namespace."""
    parser.argument_default = argparse.SUPPRESS
    parser.description = (
        "Learns the people in the store from their samples and publishes a model, which is in use from then on. Up to "
        "40,000 faces are kept in memory (0.5 GB); more than that stream from a file in the cache folder."
    )
    parser.add_argument("--network", choices=("embedding", "cnn64"), help="what is trained (default: embedding)")
    parser.add_argument(
        "--recipe", choices=("book", "tuned"), help="cnn64: as at its source, or as well as we know how (the default)"
    )
    parser.add_argument("--epochs", metavar="N", type=count, help="train at most N")
    parser.add_argument("--batch-size", metavar="N", type=count, help="pictures that are learned at once")
    parser.add_argument("--seed", metavar="N", type=_seed, help="another one splits and starts otherwise (default: 0)")
    parser.add_argument("--no-augment", action="store_true", help="learn from the pictures as they are, unvaried")
    parser.add_argument(
        "--fine-tune", metavar="N", type=count, help="embedding: learn its last N blocks (1-4), if that helps"
    )
    parser.add_argument("--resume", action="store_true", help="go on with an interrupted training, from its last epoch")
    parser.add_argument("--force", action="store_true", help="publish even what is worse than the model in use")
    parser.add_argument("--device", choices=DEVICES, help="where the network is trained (default: auto)")
    parser.add_argument("--json", action="store_true", help="one JSON object an event on stdout")


def evaluate_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evaluate`; only those that are given are in the namespace."""
    parser.argument_default = argparse.SUPPRESS
    parser.description = "Searches for people in pictures as the app would, and counts what becomes of them."
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--images",
        metavar="DIR",
        type=Path,
        help="has a folder a person, called as they are, with pictures that were never trained on",
    )
    what.add_argument(
        "--training", action="store_true", help="what the model's training measured, instead of measuring anew"
    )
    parser.add_argument("--strangers", metavar="DIR", type=Path, help="people who are not enrolled, in folders or not")
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        type=Path,
        help="instead, whether pairs of pictures show one person: FILE lists them as LFW's pairs.txt does, and --images"
        " has NAME/NAME_0001.jpg; with --json: pairs, folds, detected, accuracy, standard_error, tar_at_far",
    )
    parser.add_argument(
        "--heads",
        action="store_true",
        help="instead, compare ways to tell people apart: templates, nearest neighbors, softmax, logistic, cnn64",
    )
    parser.add_argument("--model", metavar="ID", help="a model other than the one in use")
    parser.add_argument("--strictness", choices=STRICTNESSES, help="how sure a name must be (default: balanced)")
    parser.add_argument("--report", metavar="DIR", type=Path, help="write the report there")
    parser.add_argument("--device", choices=DEVICES, help="where networks run (default: auto)")
    parser.add_argument("--json", action="store_true", help="all figures as one JSON object on stdout")


def run(context: Context, arguments: argparse.Namespace) -> int:
    """Become the training's program, where the platform can: then signals and pipes are its own."""
    given = {name: value for name, value in vars(arguments).items() if name not in _OURS}
    verbose = ["--verbose"] if getattr(arguments, "verbose", False) else []
    command = child.command(arguments.program, "--data", str(context.folders.data), *verbose, *words(given))
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        signals.block_interrupts()
        os.execve(command[0], command, child.environment())  # noqa: S606  our own program
    return subprocess.run(command, env=child.environment(), check=False).returncode


def words(given: dict[str, object]) -> list[str]:
    """Options as they are written on a command line."""
    written = []
    for name, value in given.items():
        option = f"--{name.replace('_', '-')}"
        written.append(option if value is True else f"{option}={value}")
    return written


def _seed(text: str) -> int:
    value = whole(text)
    if not 0 <= value < 2**31:
        raise argparse.ArgumentTypeError(f"must be from 0 to {2**31 - 1}, not {value}")
    return value
