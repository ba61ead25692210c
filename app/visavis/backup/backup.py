"""Making a backup: everything of a data folder in one file, as it is at one moment."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from visavis.backup import archive, snapshot
from visavis.backup.archive import ByteCallback
from visavis.errors import DiskError, StoreError
from visavis.people.person import aside_paths, sample_paths
from visavis.people.store import PeopleStore
from visavis.storage import disk, replacement
from visavis.storage.paths import DataFolders


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made."""

    path: Path
    size: int
    """In bytes."""
    people: int
    pictures: int
    """Number of pictures of people, with those set aside, without the trash."""
    is_encrypted: bool
    passed_over: tuple[Path, ...]
    """What is not in it: links, and what is no regular file."""


def back_up(
    folders: DataFolders, path: Path, passphrase: str | None = None, on_progress: ByteCallback = lambda *_: None
) -> Backup:
    """Write everything of a data folder to one file, whole or not at all.

    Other programs may write meanwhile: they wait while a snapshot is taken, not while it is written.

    Parameters
    ----------
    passphrase : str, optional
        Encrypts the backup.

    Raises
    ------
    StoreError
        If `path` is inside the data folder, or is a file that is no backup.
    DiskError
        If the disk refuses. A backup that was there before is untouched.
    FileError
        If something cannot be read.
    MissingExtraError
        If it is to be encrypted, and the packages for that are not installed.
    """
    _require_place(folders, path)
    with _prepare(folders) as copy:
        with replacement.hold_locks(folders):
            taken = snapshot.take(folders, copy)
            store = PeopleStore(copy.people)
            pictures = sum(len(sample_paths(each)) + len(aside_paths(each)) for each in store.subfolders())
        people = len(store.subfolders())
        size = archive.write(path, copy.data, taken.files, people, passphrase, on_progress)
    return Backup(path, size, people, pictures, passphrase is not None, tuple(taken.passed_over))


@contextlib.contextmanager
def _prepare(folders: DataFolders) -> Iterator[DataFolders]:
    """A place for the snapshot, which lies in the data folder: there, links to its files take no space.

    Raises
    ------
    DiskError
        If nothing can be written there.
    """
    if folders.data.is_dir() and not os.access(folders.data, os.W_OK):
        raise DiskError(
            "A backup needs to write to {folder} for a moment, and may not.",
            hint="Make the folder writable. Or copy the whole folder while no Visavis runs: the copy is a data folder, "
            "too (--data).",
            folder=folders.data,
        )
    with replacement.prepare(folders) as copy:
        yield copy


def _require_place(folders: DataFolders, path: Path) -> None:
    """Raise unless a backup may be written there."""
    try:
        is_inside = path.resolve().is_relative_to(folders.data.resolve())
        is_taken = path.exists() and not archive.is_backup(path)
    except OSError as error:
        raise disk.disk_error(error, path) from error
    if is_inside:
        raise StoreError(
            "{path} is inside the data folder.", hint="Choose a place elsewhere, best on another disk.", path=path
        )
    if is_taken:
        raise StoreError("{path} already exists and is not a backup.", hint="Choose another name.", path=path)
