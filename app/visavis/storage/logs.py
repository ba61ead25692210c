"""The log: a rotating file in the data folder, warnings on stderr."""

import contextlib
import logging
import logging.handlers
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from visavis.errors import DiskError
from visavis.storage import disk

_CREDENTIALS = re.compile(r"(?<=://)\S*@")

_FILE = "visavis.log"
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def without_credentials(text: str) -> str:
    """The text with user names and passwords in addresses left out: rtsp://me:secret@cam/1 becomes rtsp://cam/1."""
    return _CREDENTIALS.sub("", text)


class _Discreet(logging.Formatter):
    """No password reaches a log, whoever wrote the message; tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return without_credentials(super().format(record))


def start(folder: Path, *, verbose: bool) -> None:
    """Log to `folder`/visavis.log (mode 0600, a megabyte, three old ones) and to stderr: warnings, or all if `verbose`.

    A disk that cannot be written to is no reason to stop: stderr remains.
    """
    logging.raiseExceptions = False  # a full disk is told by what fails on it, not by tracebacks from the log
    root = logging.getLogger("visavis")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    screen = logging.StreamHandler(sys.stderr)
    screen.setLevel(logging.DEBUG if verbose else logging.WARNING)
    screen.setFormatter(_Discreet("visavis: %(message)s"))
    root.addHandler(screen)
    root.propagate = False
    with contextlib.suppress(OSError, DiskError):
        disk.make_private(folder)
        path = folder / _FILE
        path.touch(mode=0o600)
        if os.name == "posix":
            path.chmod(0o600)
        file = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        file.setFormatter(_Discreet(_FORMAT))
        root.addHandler(file)


def process_log_path(folder: Path, name: str) -> Path:
    """Where the log of another process of ours lies."""
    return folder / f"{name}.log"


@contextlib.contextmanager
def open_process_log(folder: Path, name: str) -> Iterator[IO[str]]:
    """The log of another process of ours, empty and open for what it says; mode 0600.

    It is written at its end, wherever that is: `remove_lines` may shorten it meanwhile.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    disk.make_private(folder)
    path = process_log_path(folder, name)
    with disk.translate_errors(path):
        path.touch(mode=0o600)
        file = path.open("a", encoding="utf-8")
        file.truncate(0)
    with file:
        yield file


def remove_lines(folder: Path, words: Iterable[str]) -> int:
    """Remove the lines of all logs in `folder` that hold one of these words or names as a whole; how many there were.

    The files are changed in place: another program may be writing to them, at their end.

    Raises
    ------
    DiskError
        If that cannot be done.
    """
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words if word), re.IGNORECASE)
    if not pattern.pattern or not folder.is_dir():
        return 0
    removed = 0
    for path in sorted(folder.glob("*.log*")):
        with disk.translate_errors(path):
            removed += _remove_lines(path, pattern)
    return removed


def _remove_lines(path: Path, pattern: re.Pattern[str]) -> int:
    with path.open("r+", encoding="utf-8", errors="surrogateescape", newline="") as file:
        lines = file.readlines()
        rest = [line for line in lines if not pattern.search(line)]
        if len(rest) < len(lines):
            file.seek(0)
            file.writelines(rest)
            file.truncate()
    return len(lines) - len(rest)
