"""Logging to a rotating file in the data folder, and of warnings to stderr.

In an encrypted data folder, the lines of files are sealed (`log_lines`).
"""

import contextlib
import logging
import logging.handlers
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from visavis import escaping
from visavis.encryption import sealed_store
from visavis.errors import DiskError
from visavis.storage import deletion, disk, log_lines
from visavis.storage.attempts import Attempts

#: The log of this program.
_FILE = "visavis.log"
#: Format of its lines.
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _RedactingFormatter(logging.Formatter):
    """Removes passwords from all messages and tracebacks, and escapes what could pass for another line."""

    def format(self, record: logging.LogRecord) -> str:
        return escaping.lines(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        record.message = escaping.line(record.message)
        return super().formatMessage(record)


class _FileFormatter(_RedactingFormatter):
    """Seals what is written to the file, if the data folder is encrypted at that moment."""

    def __init__(self, folder: Path) -> None:
        super().__init__(_FORMAT)
        self._folder = folder

    def format(self, record: logging.LogRecord) -> str:
        return log_lines.seal_line(self._folder, super().format(record))


def start(folder: Path, *, verbose: bool) -> None:
    """Log to `folder`/visavis.log (mode 0600, 1 MB, three backups), and to stderr: warnings, or all if `verbose`.

    If the disk cannot be written to, or the data are locked, only stderr is used.
    """
    logging.raiseExceptions = False  # a full disk is reported by what fails on it, not by tracebacks of the log
    root = logging.getLogger("visavis")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    stderr = logging.StreamHandler(sys.stderr)
    stderr.setLevel(logging.DEBUG if verbose else logging.WARNING)
    stderr.setFormatter(_RedactingFormatter("visavis: %(message)s"))
    root.addHandler(stderr)
    root.propagate = False
    with contextlib.suppress(OSError, DiskError):
        disk.make_private(folder)
        path = folder / _FILE
        _create_private(path)
        file = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        file.setFormatter(_FileFormatter(folder))
        file.addFilter(lambda _: log_lines.is_writable(folder))
        root.addHandler(file)


def _create_private(path: Path) -> None:
    """Create a file with mode 0600, whatever the umask, or give that mode to the one there is."""
    path.touch(mode=0o600)
    if os.name == "posix":
        path.chmod(0o600)


def process_log_path(folder: Path, name: str) -> Path:
    """The path of the log of a child process."""
    return folder / f"{name}.log"


@contextlib.contextmanager
def open_process_log(folder: Path, name: str) -> Iterator[IO[str]]:
    """Open the log of a child process, empty and with mode 0600.

    It is opened for appending, since `remove_lines` may shorten it meanwhile.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    disk.make_private(folder)
    path = process_log_path(folder, name)
    with disk.translate_errors(path):
        _create_private(path)
        file = path.open("a", encoding="utf-8")
        file.truncate(0)
    with file:
        if sealed_store.hides_names(folder):
            with log_lines.pipe_into(folder, file) as pipe:
                yield pipe
        else:
            yield file


def remove_lines(folder: Path, words: Iterable[str], normalize: Callable[[str], str] = str.casefold) -> int:
    """Remove the lines that contain one of these words as a whole from all logs in `folder`; return their number.

    The files are changed in place, since another program may be appending to them. Links are not followed.

    Parameters
    ----------
    normalize : callable
        Makes texts equal that count as equal: it is applied to the words and to the lines.

    Raises
    ------
    DiskError
        If a log cannot be changed. The others are.
    """
    keys = {normalize(each) for word in words for each in (word, escaping.line(word))} - {""}
    if not keys:
        return 0
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(key)}(?!\w)" for key in sorted(keys)))
    removed, attempts = 0, Attempts()
    for path in deletion.list_entries(folder):
        if ".log" in path.suffixes and not path.is_symlink() and path.is_file():
            with attempts.step():
                removed += _remove_lines(path, lambda line: pattern.search(normalize(line)) is not None)
    attempts.raise_first()
    return removed


def _remove_lines(path: Path, is_removed: Callable[[str], bool]) -> int:
    def change(line: str) -> str | None:
        entry = log_lines.unseal_line(path.parent, line).splitlines(keepends=True)  # several if it was sealed as one
        return None if any(map(is_removed, entry)) else line

    return log_lines.rewrite(path, change)
