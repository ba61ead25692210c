"""Replacing the content of the data folder by one that was prepared beside it: the old one or the new one, never half.

    <data>/.tmp-replacement-<random>/   being prepared: a killed program's is swept away like any temporary folder
    <data>/.replacement/                being put in place: the next start completes it
        new/                            what is to come; still whole while the old content is moved out
        moving/                         the same, while it is moved in
        old/                            what was there

One rename decides: before it, everything is as before; after it, everything will be new (`complete`). While files move,
the locks of all folders are held. The folders and their locks stay where they are.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from visavis.errors import DiskError
from visavis.messages import Message
from visavis.storage import deletion, disk
from visavis.storage.paths import DataFolders

#: What is put in place, in the data folder. Its presence is the journal.
FOLDER = ".replacement"
#: Name of the folder being prepared, after the prefix of all temporary files.
_PREPARED = ".tmp-replacement-"
_NEW, _MOVING, _OLD = "new", "moving", "old"


def content_folders(folders: DataFolders) -> tuple[Path, ...]:
    """The folders of a data folder that hold its content."""
    return (*_locked_folders(folders), folders.receipts, folders.forgetting)


def _locked_folders(folders: DataFolders) -> tuple[Path, ...]:
    """Those that have locks, in the order in which these are taken."""
    return (folders.trash, folders.strangers, folders.people, folders.models, folders.embeddings, folders.recordings)


def content_files(folders: DataFolders) -> tuple[Path, ...]:
    """The files of a data folder that hold its content."""
    return (folders.settings, folders.sightings, folders.encryption)


@contextlib.contextmanager
def hold_locks(folders: DataFolders, *, creates: bool = False) -> Iterator[None]:
    """Hold the writers' locks of everything, so that nothing changes in the block.

    Parameters
    ----------
    creates : bool
        Whether folders that are missing are made; otherwise only those that there are can be locked.
    """
    with contextlib.ExitStack() as stack:
        for folder in _locked_folders(folders):
            if creates or folder.is_dir():
                stack.enter_context(disk.lock(folder))
        yield


@contextlib.contextmanager
def prepare(folders: DataFolders) -> Iterator[DataFolders]:
    """A new, empty data folder inside this one, for the block. It is deleted unless it was put in place.

    Raises
    ------
    DiskError
        If it cannot be made.
    """
    disk.make_private(folders.data)
    with disk.translate_errors(folders.data):
        home = Path(tempfile.mkdtemp(dir=folders.data, prefix=_PREPARED))
        disk.make_private(home / _NEW)
    try:
        with disk.hold(home):
            yield DataFolders(home / _NEW, folders.cache)
    finally:
        if home.is_dir():
            deletion.delete(home, folders.data)


def put_in_place(folders: DataFolders, prepared: DataFolders) -> None:
    """Replace the content by what was prepared. Call it with all locks held, also those of missing folders.

    Raises
    ------
    DiskError
        If it cannot be replaced. Then either nothing has changed, or the next start completes it.
    """
    home = prepared.data.parent
    _sync_all(home)
    with disk.translate_errors(folders.data):
        os.rename(home, folders.data / FOLDER)
        disk.sync(folders.data)
    try:
        complete_locked(folders)
    except DiskError:  # once more: a disk that was full has more space now
        complete_locked(folders)


def is_unfinished(folders: DataFolders) -> bool:
    """Whether a killed program left a replacement that is to be completed."""
    return deletion.is_folder(folders.data / FOLDER)


def complete(folders: DataFolders) -> None:
    """Complete the replacement that a killed program began; without one, nothing happens.

    Raises
    ------
    DiskError
        If the disk refuses; the next start tries again.
    """
    if is_unfinished(folders):
        with hold_locks(folders, creates=True):
            if is_unfinished(folders):
                complete_locked(folders)


def complete_locked(folders: DataFolders) -> None:
    """Do what `complete` does, with all locks held. Each step can be repeated."""
    home = folders.data / FOLDER
    with disk.translate_errors(folders.data):
        if (home / _NEW).is_dir():
            _move_content(folders, DataFolders(disk.make_private(home / _OLD), folders.cache))
            os.rename(home / _NEW, home / _MOVING)
            disk.sync(home)
        if (home / _MOVING).is_dir():
            _move_content(DataFolders(home / _MOVING, folders.cache), folders)
        done = folders.data / f"{_PREPARED}{os.urandom(8).hex()}"
        os.rename(home, done)
        disk.sync(folders.data)
    with contextlib.suppress(DiskError):  # the next start deletes it
        deletion.delete(done, folders.data)


def _move_content(source: DataFolders, target: DataFolders) -> None:
    """Move everything but locks from one data folder to the other; what is in the way there is replaced."""
    for folder, home in zip(content_folders(source), content_folders(target), strict=True):
        entries = [path for path in deletion.list_entries(folder) if path.name != disk.LOCK_FILE]
        if entries:
            disk.make_private(home)
            for path in entries:
                _move(path, home / path.name)
            disk.sync_moves([folder], [home])
    for file, place in zip(content_files(source), content_files(target), strict=True):
        for ending in ("", "-wal", "-shm"):  # of a database
            path = file.with_name(file.name + ending)
            if os.path.lexists(path):
                _move(path, place.with_name(place.name + ending))
    disk.sync_moves([source.data], [target.data])


def _move(path: Path, target: Path) -> None:
    if os.path.lexists(target):  # another program made it after the old content was moved out, or this was interrupted
        deletion.delete(target, target.parent)
    disk.move(path, target)


def _sync_all(home: Path) -> None:
    """Make everything in a folder survive a power cut."""
    with disk.translate_errors(home):
        for folder, _, names in os.walk(home):
            for name in names:
                disk.sync(Path(folder, name))
            disk.sync(Path(folder))


def require_space(folders: DataFolders, count: int) -> None:
    """Check that the disk of the data folder has room for so many bytes.

    Raises
    ------
    DiskError
        If it has not.
    """
    with disk.translate_errors(folders.data):
        free = shutil.disk_usage(folders.data).free
    if free < count:
        raise DiskError(
            "{folder} has {free} MB free, and {needed} MB are needed.",
            hint=Message("Free some space on that disk, then try again."),
            folder=folders.data,
            free=free // 1_000_000,
            needed=count // 1_000_000 + 1,
        )
