"""The lines of logs in an encrypted data folder: each is sealed by itself, so that a log can be added to."""

import base64
import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from visavis.encryption import sealed_store, stream
from visavis.encryption.stream import SealError
from visavis.errors import FileError
from visavis.storage import data_files, disk

#: How a sealed line begins. No line of ours does: they begin with a time.
_MARK = "~"
#: What sealed lines are labeled with.
_LABEL = b"line of a log"
#: Seconds to wait for what a child process wrote last.
_WAIT_S = 2.0


def seal_line(folder: Path, text: str) -> str:
    """A line, or several that belong together, as they are written to a log in `folder`.

    Raises
    ------
    FileError
        If the data folder is encrypted, and this process has no key.
    """
    store = sealed_store.find_store(folder)
    if store is None or not store.seals:
        return text
    sealed = stream.seal(store.key, text.encode("utf-8", "backslashreplace"), _LABEL)
    return _MARK + base64.b64encode(sealed).decode()


def unseal_line(folder: Path, line: str) -> str:
    """The text of a line of a log in `folder`; what cannot be opened stays as it is."""
    if not line.startswith(_MARK):
        return line
    try:
        store = sealed_store.find_store(folder)
        text = (
            stream.unseal(store.key, base64.b64decode(line[1:].rstrip("\r\n"), validate=True), _LABEL) if store else b""
        )
    except (FileError, SealError, ValueError):
        return line
    return f"{text.decode('utf-8', 'replace')}\n" if store else line


def is_writable(folder: Path) -> bool:
    """Whether this process may write to the logs in `folder`: the data folder is not encrypted, or it has the key."""
    try:
        store = sealed_store.find_store(folder)
    except FileError:
        return False
    return store is None or not store.seals or store.is_unlocked


def read(path: Path) -> str:
    """The text of a log, with what is sealed opened.

    Raises
    ------
    OSError, FileError
        If it cannot be read.
    """
    text = data_files.read(path).decode("utf-8", "replace")
    return "".join(unseal_line(path.parent, line) for line in text.splitlines(keepends=True))


def rewrite(path: Path, change: Callable[[str], str | None]) -> int:
    """Change the lines of a log in place, since another program may be adding to it; return how many were changed.

    Parameters
    ----------
    change : callable
        Gets a line as it is in the file, and returns it as it is to be; None removes it.

    Raises
    ------
    DiskError
        If it cannot be read or written.
    """
    with (
        disk.translate_errors(path),
        path.open("r+", encoding="utf-8", errors="surrogateescape", newline="") as file,
    ):
        lines = file.readlines()
        changed = [change(line) for line in lines]
        count = sum(old != new for old, new in zip(lines, changed, strict=True))
        if count:
            file.seek(0)
            file.writelines(line for line in changed if line is not None)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    return count


@contextlib.contextmanager
def pipe_into(folder: Path, file: IO[str]) -> Iterator[IO[str]]:
    """A file for the output of a child process: its lines are sealed, and added to `file`."""
    read_end, write_end = os.pipe()

    def copy() -> None:
        with open(read_end, encoding="utf-8", errors="backslashreplace") as lines:
            for line in lines:
                with contextlib.suppress(FileError, OSError, ValueError):
                    file.write(seal_line(folder, line.rstrip("\n")) + "\n")
                    file.flush()

    thread = threading.Thread(target=copy, name="log", daemon=True)
    thread.start()
    try:
        with open(write_end, "w", encoding="utf-8") as writer:
            yield writer
    finally:
        thread.join(_WAIT_S)
