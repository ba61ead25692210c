"""Export of the samples of all people, into folders named after them."""

import os
import shutil
from pathlib import Path

from visavis.errors import StoreError
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.storage import disk


def export(store: PeopleStore, to: Path) -> int:
    """Copy all samples to ``to/<slug of the name>/``; return the number of samples.

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
    if to.resolve().is_relative_to(store.folder.resolve()):
        raise StoreError("{to} is inside the people store.", hint="Choose a folder elsewhere.", to=to)
    with disk.translate_errors(to):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise StoreError("{to} is not an empty folder.", hint="Choose a new one.", to=to)
    copied: dict[str, int] = {}
    try:
        for person in people:
            folder = person.name.slug(copied)
            copied[folder] = 0
            for sample in store.samples(person):
                copied[folder] += _copy(sample, to / folder)
    except BaseException:  # interrupted, too
        for folder in copied:
            shutil.rmtree(to / folder, ignore_errors=True)
        raise
    return sum(copied.values())


def _copy(sample: Sample, folder: Path) -> bool:
    """Copy a sample, dated when it was taken; False if it no longer exists."""
    try:
        content = sample.path.read_bytes()
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
