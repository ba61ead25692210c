"""`python -m visavis_training networks`: prepare the published networks that the cache lacks."""

import argparse
import os
from pathlib import Path

from visavis.cli.command import Commands, emit, say
from visavis.errors import VisavisError
from visavis.messages import to_record
from visavis.storage.paths import DataFolders
from visavis_training.networks import conversion


def add_command(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("networks", help="prepare the published networks that the cache lacks")
    parser.add_argument("--cache", metavar="DIR", type=Path, help="where converted networks are kept, in DIR/networks")
    parser.add_argument("--json", action="store_true", help="report progress as JSON lines on stdout")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Prepare them. With --json, events go to stdout; otherwise sentences go to stderr."""
    # Conversion needs no GPU, and TensorFlow would take all of its memory.
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    folders = DataFolders.of_user()
    cache = arguments.cache.absolute() if arguments.cache else folders.cache
    progress = (lambda message: emit({"event": "progress", **to_record(message=message)})) if arguments.json else say
    try:
        conversion.prepare(cache / folders.networks.name, progress)
    except VisavisError as error:
        if not arguments.json:
            raise
        emit({"event": "failed", **to_record(error=error.message, hint=error.hint)})
        return 1
    return 0
