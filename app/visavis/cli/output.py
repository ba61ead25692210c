"""Standard output and standard error of a command, with errors for the user when they cannot be written."""

import contextlib
import os
from collections.abc import Iterator
from typing import Any, TextIO

from visavis import escaping
from visavis.errors import VisavisError
from visavis.messages import Message
from visavis.storage import disk


class OutputError(VisavisError):
    """Standard output cannot be written, because the disk is full. A closed pipe is not this error."""

    hint = Message("Free some space there, or send the output elsewhere.")


class Output:
    """A stream that raises an `OutputError` if it cannot be written. What misleads terminals is escaped."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with self._translate_errors():
            self._stream.write(self._escape(text))
        return len(text)

    def _escape(self, text: str) -> str:
        return escaping.lines(text)

    def flush(self) -> None:
        with self._translate_errors():
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError("The output cannot be written: {reason}.", reason=disk.reason(error)) from error


class ClosedOutput(Output):
    """Standard output that was closed from the start: the first text raises an `OutputError`."""

    def write(self, text: str) -> int:
        if text:
            raise OutputError("The output cannot be written: it is closed.", hint="Send it to a file or a terminal.")
        return 0


class ErrorOutput(Output):
    """Standard error. If progress and warnings cannot be written, they are dropped, and so is what follows.

    Progress bars move the cursor; the lines of `command.say` are escaped there.
    """

    def _escape(self, text: str) -> str:
        return text

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            discard(self._stream)  # what is left in the buffer would fail again at exit


def discard(stream: TextIO) -> None:
    """Redirect a stream to nowhere, so that the flush at exit does not fail again."""
    with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def count_of(number: int, one: str, many: str) -> str:
    """A number with its noun, such as "1 model" or "2 models"."""
    return f"{number} {one if number == 1 else many}"
