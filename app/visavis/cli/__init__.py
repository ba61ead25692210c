"""The command line: parses arguments, runs a command, and prints errors. Each command has a module of its own."""

import argparse
import contextlib
import logging
import sys
from collections.abc import Callable, Iterator, Sequence

from visavis.cli import arguments, output
from visavis.cli.command import Context, say_error
from visavis.cli.output import ClosedOutput, ErrorOutput, Output, OutputError
from visavis.encryption import sealed_store
from visavis.errors import KeyAccessError, VisavisError
from visavis.process import signals, surroundings
from visavis.storage import disk, leftovers, logs
from visavis.storage.paths import DataFolders

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status (`run_program`). Wrong usage exits with 2."""
    return run_program(lambda: _run(list(sys.argv[1:] if argv is None else argv)))


def _run(argv: list[str]) -> int:
    given = _parse(argv)
    try:
        folders = DataFolders.of_user(getattr(given, "data", None))
        is_open = sealed_store.find_store(folders.data) is None or _unlock(folders, given)
    except VisavisError as error:
        from visavis.cli import training

        training.report_failure(given, error)
        raise
    surroundings.keep_libraries_in(folders.cache)
    logs.start(folders.logs, verbose=getattr(given, "verbose", False))
    if is_open and getattr(given, "recovers", True) and leftovers.has_any(folders):
        from visavis import forgetting  # imports NumPy and OpenCV

        forgetting.recover(folders)
    return int(given.command(Context(folders), given))


def _unlock(folders: DataFolders, given: argparse.Namespace) -> bool:
    """Unlock encrypted data before anything of them is read; return whether they are open.

    Raises
    ------
    KeyAccessError
        If the key cannot be had, and the command needs it.
    """
    from visavis.cli import encryption  # imports more than a command on data that are not encrypted needs

    try:
        return encryption.unlock(folders, given)
    except KeyAccessError as error:
        if not getattr(given, "goes_on_locked", False):
            raise
        say_error(error)
        return False


def run_program(run: Callable[[], int]) -> int:
    """Run a program with the exit statuses and error messages that all our programs have.

    Returns
    -------
    int
        The program's status; 1 after printing an error that the user can act on; 130 if interrupted.
    """
    signals.raise_on_interrupt()
    with _standard_streams():
        try:
            status = run()
            _flush()
            return status
        except VisavisError as error:
            # not the whole sentence: it may name somebody who is forgotten later, or was before
            _log.info("%s: %s", type(error).__name__, error.message.template)
            say_error(error)
            if isinstance(error, OutputError):
                output.discard(sys.stdout)
            return 1
        except BrokenPipeError:  # `visavis ... | head`: the reader has closed it
            output.discard(sys.stdout)
            return 0
        except ImportError as error:  # of Qt, where a library of the system is missing
            from visavis.process import qt_libraries

            problem = qt_libraries.explain(error)
            if problem is None:
                raise
            say_error(problem)
            return 1
        except (OSError, MemoryError) as error:  # of the computer, where nothing closer to it knew more
            _log.info("Not expected here:", exc_info=True)
            say_error(disk.surprise(error))
            return 1
        except KeyboardInterrupt:
            signals.exit_on_interrupt()  # nothing can be lost any more
            return signals.INTERRUPTED


@contextlib.contextmanager
def _standard_streams() -> Iterator[None]:
    """Set up standard output and standard error for a command. A desktop may start programs without them."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # replaced by something that is not a text file
            # a file name that is not text is printed as \\udcff, which is also how JSON writes it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    with contextlib.ExitStack() as stack:
        if sys.stdout:
            kind = ClosedOutput if surroundings.is_output_closed() else Output
            stack.enter_context(contextlib.redirect_stdout(kind(sys.stdout)))
        if sys.stderr:
            stack.enter_context(contextlib.redirect_stderr(ErrorOutput(sys.stderr)))
        yield


def _flush() -> None:
    """Flush here, where a closed pipe is no error, and not when the interpreter exits."""
    if sys.stdout:  # a desktop may start programs without one
        sys.stdout.flush()


def _parse(argv: list[str]) -> argparse.Namespace:
    try:
        return arguments.parse(argv)
    finally:
        _flush()  # --help and --version exit here


def gui() -> int:
    """Open the window, from the menu of a desktop. A file that it opens with Visavis is the source."""
    given = sys.argv[1:]
    if given and not given[0].startswith("-"):
        given = ["--source", *given]
    return main(["live", *given])
