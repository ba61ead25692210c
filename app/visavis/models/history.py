"""The file of the models that were in use, for going back."""

import contextlib
from pathlib import Path

from visavis.storage import disk

#: The file, in the folder of all models: IDs in the order in which they came into use, newest last.
_FILE = "history"
#: Maximum number of IDs in the file.
_MAX_LENGTH = 100


def read(folder: Path) -> list[str]:
    """Return the IDs in the order in which they came into use, newest last; empty without a file."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        return (folder / _FILE).read_text(encoding="utf-8").split()
    return []


def write(folder: Path, ids: list[str]) -> None:
    """Write the IDs, whole or not at all; the oldest are left out if there are too many.

    Raises
    ------
    DiskError
        If the file cannot be written.
    """
    disk.write_whole(folder / _FILE, "".join(f"{name}\n" for name in ids[-_MAX_LENGTH:]).encode())
