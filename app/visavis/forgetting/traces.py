"""What there may be of a person who is to be forgotten: collected from the store, and kept until all of it is gone.

The journal is a folder with a file for each forgetting that has not finished. If it is interrupted, the next start
reads the file and completes it, although the pictures, which go first, no longer say whose they were.
"""

import contextlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NotRequired, TypedDict

from visavis.audit.log import is_id
from visavis.errors import DamagedFileError, NewerFileError, PersonNameError, VisavisError
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.person import Person, slug_from
from visavis.people.picture_record import PictureRecord
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.people.trash_entry import TrashEntry
from visavis.storage import deletion, disk, reader
from visavis.storage.attempts import Attempts
from visavis.storage.reader import JsonFormat


class _TracesRecord(TypedDict):
    slugs: list[str]
    names: list[str]
    hashes: list[str]
    pictures_deleted: bool
    is_done: NotRequired[bool]
    ids: NotRequired[list[str]]


_FORMAT = JsonFormat(_TracesRecord, version=1, hint=Message("Forget that person again."), max_bytes=64_000_000)
#: Ending of the files in the journal.
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Traces:
    """By what a person is found in models, caches, records and logs."""

    slugs: frozenset[str]
    """The names of the person's folders."""
    names: frozenset[str]
    hashes: frozenset[str]
    """The hashes of the person's pictures, and of all pictures and files that are remembered of them. They are needed
    because samples move: a model trained before a merge lists the person under a folder that no longer exists."""
    pictures_deleted: bool = False
    """Whether the pictures are gone: a person who has the name since then is somebody else."""
    is_done: bool = False
    """Whether all is gone, but for what a training that runs may publish: it learned from the pictures before."""
    ids: frozenset[str] = frozenset()
    """Of the person in the audit log (`Person.id`)."""

    def plus(self, other: "Traces") -> "Traces":
        """The traces of both."""
        are_deleted = self.pictures_deleted and other.pictures_deleted
        slugs, names, hashes = self.slugs | other.slugs, self.names | other.names, self.hashes | other.hashes
        return Traces(slugs, names, hashes, are_deleted, ids=self.ids | other.ids)

    @property
    def words(self) -> frozenset[str]:
        """What the logs may call the person."""
        return self.slugs | self.names


def collect(store: PeopleStore, person: Person, entries: Iterable[TrashEntry]) -> Traces:
    """Collect the traces of a person. What cannot be read is passed over, and keeps nobody from being forgotten."""
    folders = [person.folder, *person.other_folders]
    pictures: list[Sample] = []
    record = PictureRecord()
    for folder in folders:
        with contextlib.suppress(VisavisError):
            pictures += store.pictures(replace(person, folder=folder, other_folders=()))
        with contextlib.suppress(VisavisError):
            record = record.plus(PictureRecord.load(folder))
    traces = Traces(
        frozenset({person.slug, *map(slug_from, folders)}),
        frozenset({person.name}),
        _hashes(pictures, record),
        ids=frozenset({person.id} - {""}),
    )
    for entry in entries:
        traces = traces.plus(of_entry(entry))
    return traces


def of_entry(entry: TrashEntry) -> Traces:
    """The traces of the person whose pictures an entry of the trash has."""
    pictures: list[Sample] = []
    record = PictureRecord()
    with contextlib.suppress(VisavisError):
        pictures = entry.samples()
    with contextlib.suppress(VisavisError):
        record = entry.picture_record
    ids: frozenset[str] = frozenset()
    with contextlib.suppress(VisavisError):
        person = Person.load(entry.folder) if entry.whole else None
        ids = frozenset({person.id if person else ""} - {""})
    slugs, names = frozenset({entry.slug} - {""}), frozenset({entry.name} - {""})
    return Traces(slugs, names, _hashes(pictures, record), ids=ids)


def _hashes(pictures: Iterable[Sample], record: PictureRecord) -> frozenset[str]:
    hashes = {*record.sources, *record.sources.values()}
    for picture in pictures:
        with contextlib.suppress(VisavisError):  # it cannot be read
            hashes.add(picture.hash)
    return frozenset(hashes)


class Journal:
    """The forgettings that have not finished."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def paths(self) -> list[Path]:
        """The files, oldest first."""
        return [path for path in deletion.list_entries(self.folder) if path.suffix == _ENDING and path.is_file()]

    def unused_path(self) -> Path:
        """The path of a new file."""
        return self.folder / f"{secrets.token_hex(8)}{_ENDING}"

    @staticmethod
    def save(path: Path, traces: Traces) -> None:
        """Write a file, whole or not at all.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        lists = {"slugs": traces.slugs, "names": traces.names, "hashes": traces.hashes, "ids": traces.ids}
        record = {name: sorted(values) for name, values in lists.items()}
        states = {"pictures_deleted": traces.pictures_deleted, "is_done": traces.is_done}
        disk.write_json(path, {"version": _FORMAT.version, **record, **states})

    def load(self, path: Path) -> Traces | None:
        """Read a file. A damaged one is deleted, and gives None: it names somebody, and says nothing of use.

        One of a newer version of the program gives None, too, and stays for that version.

        Raises
        ------
        VisavisError
            If it cannot be opened, or not be deleted.
        """
        try:
            return reader.read_json(path, _FORMAT, _from_record)
        except FileNotFoundError:
            return None
        except NewerFileError:
            return None
        except DamagedFileError:
            deletion.delete(path, self.folder)
            return None

    def find(self, key: str) -> Person | None:
        """The person with that name (`comparison_key`) whose forgetting has not finished; None if there is none."""
        for path in self.paths():
            with contextlib.suppress(VisavisError):
                traces = self.load(path)
                for name in map(PersonName.from_disk, traces.names if traces else ()):
                    if name.key == key and traces is not None:
                        return Person(min(traces.slugs, default=""), name, path.with_suffix(""))
        return None

    def remove(self, path: Path) -> None:
        """Delete the file of a forgetting that has finished, and the folder with the last one.

        Raises
        ------
        DiskError
            If it cannot be deleted.
        """
        deletion.delete(path, self.folder)
        disk.sync_moves([self.folder], [])
        with contextlib.suppress(OSError):  # there are others
            self.folder.rmdir()

    def sweep(self, attempts: Attempts) -> None:
        """Delete what killed programs left."""
        if self.folder.is_dir():
            with attempts.step():
                disk.remove_temporary_files(self.folder)
            with contextlib.suppress(OSError):
                self.folder.rmdir()


def _from_record(record: _TracesRecord) -> Traces:
    for name in record["names"]:
        try:
            PersonName.from_disk(name)
        except PersonNameError as error:
            raise ValueError(str(error)) from error
    slugs, names, hashes = map(frozenset, (record["slugs"], record["names"], record["hashes"]))
    ids = frozenset(each for each in record.get("ids", ()) if is_id(each))
    return Traces(slugs, names, hashes, record["pictures_deleted"], record.get("is_done", False), ids)
