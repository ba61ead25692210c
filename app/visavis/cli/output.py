"""Where a command's output goes, and what becomes of what cannot be written."""

import contextlib
import os
from collections.abc import Iterator
from typing import Any, TextIO

from visavis.errors import VisavisError
from visavis.messages import Message
from visavis.storage import disk


class OutputError(VisavisError):
    """Standard output cannot be written: the disk that it is sent to is full. A closed pipe is none of these."""

    hint = Message("Free some space there, or send the output elsewhere.")


class Output:
    """A stream whose failures are told as everything else is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with self._told():
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with self._told():
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError("The output cannot be written: {reason}.", reason=disk.reason(error)) from error


class Chatter(Output):
    """Standard error: progress and warnings that cannot be written are no reason to stop."""

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        with contextlib.suppress(OSError):
            yield


def discard(stream: TextIO) -> None:
    """Keep the interpreter's last flush from failing as the others did."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
