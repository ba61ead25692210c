"""The arguments of the command line. Only the module of the command that is meant is imported."""

import argparse
import importlib
from collections.abc import Sequence
from pathlib import Path

import visavis
from visavis.cli.command import Parser
from visavis.process.garbage import collection_paused

#: The module of each command, in the order of the help. A module may add several commands.
_MODULES = {
    "live": "live",
    "enroll": "enroll",
    "import": "imports.folders",
    "people": "people",
    "strangers": "strangers",
    "train": "training",
    "evaluate": "training",
    "models": "models",
    "recognize": "media.recognize",
    "classify": "media.classify",
    "tag": "media.tag",
    "frames": "media.frames",
    "insight": "media.insight",
    "sightings": "sightings",
    "guests": "guests",
    "recordings": "media.recordings",
    "backup": "data.backup",
    "restore": "data.backup",
    "export": "data.audit",
    "audit": "data.audit",
    "encryption": "encryption",
    "bench": "bench",
    "doctor": "doctor",
}
#: The command that is meant if none is named.
_DEFAULT = "live"
#: Options that may precede a command and take a value.
_VALUE_OPTIONS = {"--data"}
#: Options that may precede a command and take none.
_FLAGS = {"--verbose"}
#: The option that prints the version.
_VERSION = "--version"
#: Options that no command is needed for.
_ALONE = {"-h", "--help", _VERSION}


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments. `visavis` and `visavis --source S` mean `visavis live ...`."""
    words = with_default_command(list(argv))
    [command] = words[_command_position(words) :][:1] or [""]  # "" if an option before it lacks its value
    with collection_paused():
        parser = create_parser(command)
    return parser.parse_args(words)


def with_default_command(argv: list[str]) -> list[str]:
    """Insert `live` into the arguments if they name no command: `visavis --source 0` opens the window."""
    position = _command_position(argv)
    first = argv[position] if position < len(argv) else None
    if first is None or (first.startswith("-") and first not in _ALONE):
        return [*argv[:position], _DEFAULT, *argv[position:]]
    return argv


def _command_position(argv: list[str]) -> int:
    """The index of the first word that is neither an option before the command nor its value."""
    position = 0
    while position < len(argv):
        word = argv[position]
        if word in _VALUE_OPTIONS:
            position += 2
        elif word in _FLAGS or word.partition("=")[0] in _VALUE_OPTIONS:
            position += 1
        else:
            break
    return position


def create_parser(command: str = "") -> Parser:
    """Return the parser of one command. It has all commands if there is no such command, for the help or the error."""
    shared = Parser(add_help=False)
    options = shared.add_argument_group("options of every command")
    suppress = argparse.SUPPRESS  # if given before the command, not overwritten by its absence after it
    options.add_argument(
        "--data", metavar="DIR", type=Path, default=suppress, help="data folder with people, models and settings"
    )
    options.add_argument("--verbose", action="store_true", default=suppress, help="print more on stderr")
    options.add_argument(_VERSION, action="version", version=f"visavis {visavis.__version__}")

    parser = Parser(
        prog="visavis",
        description="Names the faces in front of a webcam. Without a command it opens the window (live).",
        parents=[shared],
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    if command != _VERSION:
        for name in [_MODULES[command]] if command in _MODULES else dict.fromkeys(_MODULES.values()):
            importlib.import_module(f"visavis.cli.{name}").add(commands, shared)
    return parser
