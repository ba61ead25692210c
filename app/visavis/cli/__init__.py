"""The command line: parse, call, translate the error. The commands' own modules say what each takes and does."""

import argparse
import contextlib
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import visavis
from visavis.cli import output
from visavis.cli.command import Context, Parser, say_error
from visavis.cli.output import Chatter, Output, OutputError
from visavis.errors import VisavisError
from visavis.process import signals
from visavis.storage import logs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the status is that of `guarded`. Wrong usage exits with 2."""
    return guarded(lambda: _run(list(sys.argv[1:] if argv is None else argv)))


def _run(argv: list[str]) -> int:
    arguments = _parsed(argv)
    folders = DataFolders.of_user(getattr(arguments, "data", None))
    logs.start(folders.logs, verbose=getattr(arguments, "verbose", False))
    return int(arguments.command(Context(folders), arguments))


def guarded(run: Callable[[], int]) -> int:
    """Run a program as all of ours end.

    Returns
    -------
    int
        Its status; 1 after printing an error the user can act on; 130 interrupted.
    """
    signals.raise_on_interrupt()
    with _outputs():
        try:
            status = run()
            _flush()
            return status
        except VisavisError as error:
            _log.info("%s: %s", type(error).__name__, error)
            say_error(error)
            if isinstance(error, OutputError):
                output.discard(sys.stdout)
            return 1
        except BrokenPipeError:  # `visavis ... | head`: the reader has seen enough
            output.discard(sys.stdout)
            return 0
        except KeyboardInterrupt:
            return signals.INTERRUPTED


@contextlib.contextmanager
def _outputs() -> Iterator[None]:
    """Standard output and standard error as every command has them; desktops start programs with neither."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # replaced by something that is no text file
            # a file name that is not text prints as \\udcff, which is also how JSON writes it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    with contextlib.ExitStack() as stack:
        if sys.stdout:
            stack.enter_context(contextlib.redirect_stdout(Output(sys.stdout)))
        if sys.stderr:
            stack.enter_context(contextlib.redirect_stderr(Chatter(sys.stderr)))
        yield


def _flush() -> None:
    """Meet a closed pipe here, where it is no error, and not at the interpreter's end."""
    if sys.stdout:  # desktops start programs without one
        sys.stdout.flush()


def _parsed(argv: list[str]) -> argparse.Namespace:
    """The arguments; `visavis` and `visavis --source S` mean `visavis live ...`."""
    from visavis.cli import live

    try:
        return _parser().parse_args(live.by_default(argv))
    finally:
        _flush()  # --help and --version end here


def _parser() -> Parser:
    from visavis.cli import bench, doctor, enroll, frames, imports, live, models, people, recognize, strangers, training

    shared = Parser(add_help=False)
    options = shared.add_argument_group("options of every command")
    suppress = argparse.SUPPRESS  # given before the command, not overwritten by its absence after it
    options.add_argument("--data", metavar="DIR", type=Path, default=suppress, help="where people and models are kept")
    options.add_argument("--verbose", action="store_true", default=suppress, help="say more on stderr")
    options.add_argument("--version", action="version", version=f"visavis {visavis.__version__}")

    parser = Parser(
        prog="visavis",
        description="Puts names to the faces in front of a webcam. Without a command it opens the window (live).",
        parents=[shared],
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for module in (live, enroll, imports, people, strangers, training, models, recognize, frames, bench, doctor):
        module.add(commands, shared)
    return parser


def gui() -> int:
    """The window, for the desktop's menus: no terminal."""
    return main(["live", *sys.argv[1:]])
