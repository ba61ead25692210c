"""Export of the samples of all people, into folders named after them."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.errors import DiskError, StoreError
from visavis.messages import Message
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.storage import data_files, disk

T = TypeVar("T")

#: Prefix of the folder in which copies are made. It says whose it is, since it lies among the user's own files.
_TEMPORARY = ".visavis-export-"


def export(store: PeopleStore, to: Path) -> int:
    """Copy all samples to ``to/<slug of the name>/``; return the number of samples.

    The folder appears whole, or not at all. What a killed export left beside it, or in it, the next one there deletes.

    Raises
    ------
    FileError
        If somebody's record cannot be opened.
    StoreError
        If there are no people, or `to` is not an empty folder, or is inside the store.
    DiskError
        If the disk refuses. The copies are removed then.
    """
    people = store.known_people()
    if not people:
        raise StoreError("There is nobody to export.")

    def fill(folder: Path) -> int:
        count = _copy_all(store, people, folder)
        AuditLog(store.folder).record(AuditFact(AuditEvent.EXPORTED))  # before the copies are there for others to see
        return count

    return fill_folder(store, to, fill)


def fill_folder(store: PeopleStore, to: Path, fill: Callable[[Path], T]) -> T:
    """Fill a new folder, which appears whole or not at all; return what `fill` does.

    Raises
    ------
    StoreError
        If `to` is not an empty folder, or is inside the store.
    DiskError
        If the disk refuses. What was written is removed then.
    """
    if to.resolve().is_relative_to(store.folder.resolve()):
        raise StoreError("{to} is inside the people store.", hint="Choose a folder elsewhere.", to=to)
    with disk.translate_errors(to):
        target = to.resolve()
        home = _home(target)
        disk.remove_temporary_files(disk.make_private(home), _TEMPORARY)
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise StoreError("{to} is not an empty folder.", hint="Choose a new one.", to=to)
        folder = Path(tempfile.mkdtemp(dir=home, prefix=_TEMPORARY))
        try:
            with disk.hold(folder):
                result = fill(folder)
                _place(folder, target)
        except DiskError as error:
            if not _is_in(folder, error):  # of the data folder, whose log cannot be written
                raise
            raise DiskError(  # of a copy, whose folder is gone by then
                "Cannot write {path}: {reason}.", hint=error.hint, path=to, reason=_reason(error)
            ) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return result


def _is_in(folder: Path, error: DiskError) -> bool:
    """Whether an error is about a file in a folder."""
    path = error.message.values.get("path")
    return path is not None and Path(str(path)).is_relative_to(folder)


def _reason(error: DiskError) -> Message:
    """Why the disk refused."""
    reason = error.message.values.get("reason")
    return reason if isinstance(reason, Message) else error.message


def _home(target: Path) -> Path:
    """Where the copies are made: beside the target; in it where it is a disk of its own, or nobody may write beside."""
    beside = target.parent
    if not target.is_dir() or (os.access(beside, os.W_OK) and beside.stat().st_dev == target.stat().st_dev):
        return beside
    return target


def _copy_all(store: PeopleStore, people: Iterable[Person], to: Path) -> int:
    copied: dict[str, int] = {}
    for person in people:
        folder = person.name.slug(copied)
        copied[folder] = 0
        for sample in store.samples(person):
            copied[folder] += copy_sample(sample, to / folder)
    return sum(copied.values())


def _place(folder: Path, target: Path) -> None:
    """Move the copies to their place."""
    if folder.parent == target:  # each person appears whole
        for person in list(folder.iterdir()):
            os.rename(person, target / person.name)
        disk.sync(target)
        return
    if target.is_dir():
        target.rmdir()  # it is empty, and Windows replaces no folder
    os.rename(folder, target)
    disk.sync(target.parent)


def copy_sample(sample: Sample, folder: Path) -> bool:
    """Copy a sample, dated when it was taken; False if it no longer exists."""
    try:
        content = data_files.read(sample.path)
        time = sample.taken.timestamp() if sample.taken else sample.path.stat().st_mtime
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError("{path} cannot be opened: {reason}.", path=sample.path, reason=disk.reason(error)) from error
    path = disk.unused_path(folder, sample.path.name)
    disk.write_whole(path, content)
    with disk.translate_errors(path):
        os.utime(path, (time, time))
    return True
