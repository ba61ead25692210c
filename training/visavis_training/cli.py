"""The command line of the training process: `visavis train` and `visavis evaluate` run it."""

import argparse
import contextlib
import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from visavis import cli
from visavis.cli.command import Parser, emit, say
from visavis.cli.training import evaluate_arguments, train_arguments
from visavis.errors import ModelRefusedError, VisavisError
from visavis.messages import to_record
from visavis.models.store import ModelStore
from visavis.process import key_pipe, surroundings
from visavis.process.extras import TRAIN
from visavis.storage import disk, logs
from visavis.storage.paths import DataFolders
from visavis.training_client.rebuild import rebuild_networks
from visavis_training.insight import command as insight
from visavis_training.networks import layer_table

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status, as `visavis.cli.main` does."""
    return cli.run_program(lambda: _run(argv))


def _run(argv: Sequence[str] | None) -> int:
    arguments = _parser().parse_args(argv)
    key_pipe.accept()
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
    imprinting = commands.add_parser("imprint", parents=[shared], help="write model.keras for the models that lack it")
    imprinting.set_defaults(command=_imprint)
    insight.add_command(commands)  # type: ignore[arg-type]  # the parameter is invariant
    layer_table.add_command(commands)  # type: ignore[arg-type]
    return parser


def _train(arguments: argparse.Namespace) -> int:
    from visavis_training.event_printer import EventPrinter

    on_event = emit if "json" in arguments else EventPrinter()
    try:
        with _translate_surprises():
            folders = _open_folders(arguments)
            from visavis_training import run  # takes seconds, so errors in the arguments are reported first

            if "denoise" in arguments:
                run.train_denoiser(folders, vars(arguments), on_event)
                return 0
            card = run.train(folders, vars(arguments), on_event)
    except ModelRefusedError as error:
        on_event({"event": "refused", **to_record(reason=error.message, hint=error.hint)})
        raise
    except VisavisError as error:
        missing = {"extra": error.extra} if error.extra else {}
        on_event({"event": "failed", **to_record(error=error.message, hint=error.hint), **missing})
        raise
    except KeyboardInterrupt:
        on_event({"event": "cancelled"})
        raise
    if "preview" in arguments:
        say(f"What the network sees is in {arguments.preview}")
    elif card is None:
        say("This computer has done its part; the chief publishes the model.")
    elif not getattr(arguments, "defer_network", False):
        _write_networks(folders, quiet="json" in arguments)
    return 0


def _write_networks(folders: DataFolders, *, quiet: bool) -> None:
    """Write the Keras networks of models that have none. The models are in use, and nothing that fails here matters."""
    if not TRAIN.is_installed or not ModelStore(folders.models).ids_without_network():
        return
    if not quiet:
        say("The model is in use. Writing model.keras, which other programs can read.")
    try:
        for failure in rebuild_networks(folders):
            say(str(failure.message))
    except (VisavisError, OSError) as error:
        say(f"model.keras could not be written: {error}")


@contextlib.contextmanager
def _translate_surprises() -> Iterator[None]:
    """Turn what the computer refuses, where nothing closer to it knew more, into an error with an event."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, MemoryError) as error:
        _log.info("Not expected here:", exc_info=True)
        raise disk.surprise(error) from error


def _evaluate(arguments: argparse.Namespace) -> int:
    folders = _open_folders(arguments)
    from visavis_training.evaluation import command

    return command.run(folders, vars(arguments))


def _imprint(arguments: argparse.Namespace) -> int:
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # no GPU is needed, and TensorFlow would take all of its memory
    folders = _open_folders(arguments)
    from visavis_training.embedding.imprinting import imprint_missing

    for model in imprint_missing(folders):
        say(f"Model {model} has its model.keras.")
    return 0


def _open_folders(arguments: argparse.Namespace) -> DataFolders:
    folders = DataFolders.of_user(arguments.data)
    surroundings.keep_libraries_in(folders.cache)
    logs.start(folders.logs, verbose=arguments.verbose)
    return folders
