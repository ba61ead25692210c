"""The command line of the training's program: `visavis train` and `visavis evaluate` end here."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from visavis import cli
from visavis.cli.command import Parser, emit, say
from visavis.cli.training import evaluate_arguments, train_arguments
from visavis.errors import ModelRefusedError, VisavisError
from visavis.messages import to_record
from visavis.storage import logs
from visavis.storage.paths import DataFolders
from visavis_training.networks import activations
from visavis_training.networks import command as networks


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the status is that of `visavis.cli.main`."""
    return cli.guarded(lambda: _run(argv))


def _run(argv: Sequence[str] | None) -> int:
    arguments = _parser().parse_args(argv)
    return int(arguments.command(arguments))


def _parser() -> Parser:
    shared = Parser(add_help=False)
    shared.add_argument("--data", metavar="DIR", type=Path, default=None, help="where people and models are kept")
    shared.add_argument("--verbose", action="store_true", help="say more on stderr")
    parser = Parser(prog="visavis_training", description="What visavis train and visavis evaluate run.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    training = commands.add_parser("train", parents=[shared], help="make a model of the people there are")
    train_arguments(training)
    training.set_defaults(command=_train)
    evaluation = commands.add_parser("evaluate", parents=[shared], help="measure a model")
    evaluate_arguments(evaluation)
    evaluation.set_defaults(command=_evaluate)
    imprinting = commands.add_parser("imprint", parents=[shared], help="make networks anew that forgetting removed")
    imprinting.set_defaults(command=_imprint)
    activations.add(commands)  # type: ignore[arg-type]  # invariant, and it adds to any
    networks.add(commands)  # type: ignore[arg-type]  # invariant, and it adds to any
    return parser


def _train(arguments: argparse.Namespace) -> int:
    folders = _started(arguments)
    from visavis_training import run  # takes seconds: what is wrong so far is told at once
    from visavis_training.narrator import Narrator

    told = emit if "json" in arguments else Narrator()
    try:
        run.train(folders, vars(arguments), told)
    except ModelRefusedError as error:
        told({"event": "refused", **to_record(reason=error.message, hint=error.hint)})
        raise
    except VisavisError as error:
        told({"event": "failed", **to_record(error=error.message, hint=error.hint)})
        raise
    except KeyboardInterrupt:
        told({"event": "cancelled"})
        raise
    return 0


def _evaluate(arguments: argparse.Namespace) -> int:
    folders = _started(arguments)
    from visavis_training.evaluation import command

    return command.run(folders, vars(arguments))


def _imprint(arguments: argparse.Namespace) -> int:
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # nothing is computed, and TensorFlow would take all of a GPU's memory
    folders = _started(arguments)
    from visavis_training.embedding.imprinting import imprint_bare

    for model in imprint_bare(folders):
        say(f"Model {model} has its network again.")
    return 0


def _started(arguments: argparse.Namespace) -> DataFolders:
    folders = DataFolders.of_user(arguments.data)
    logs.start(folders.logs, verbose=arguments.verbose)
    return folders
