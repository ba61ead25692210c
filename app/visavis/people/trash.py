"""The trash: deleted people and samples, which can be restored for a week."""

import secrets
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypedDict

from visavis.errors import FileError, StoreError
from visavis.messages import Message
from visavis.people.folder import PeopleFolder
from visavis.people.names import PersonName, comparison_key
from visavis.people.person import ASIDE_FOLDER, PERSON_FILE, Person, merge_records, sample_paths
from visavis.people.picture_record import PictureRecord
from visavis.people.samples import Sample
from visavis.storage import disk, reader
from visavis.storage.reader import JsonFormat

#: How long deleted samples can be restored.
RETENTION = timedelta(days=7)

#: The record of an entry: when it was deleted, and whose it was.
_ENTRY_FILE = "entry.json"
#: The folder of an entry that holds the pictures.
_CONTENT = "content"
#: Prefix of entries that are being deleted.
_TEMPORARY = ".litter-"


class _EntryRecord(TypedDict):
    deleted: str
    slug: str
    name: str
    whole: bool


_FORMAT = JsonFormat(_EntryRecord, version=1, hint=Message("Restore that file, or delete the entry with it."))


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """One deletion: a person with all samples, or some samples of a person."""

    id: str
    deleted: datetime
    """With its time zone."""
    slug: str
    """The person's slug; empty if the record is damaged."""
    name: str
    """The person's name when it was deleted; empty if the record is damaged."""
    whole: bool
    """Whether the person was deleted, not only samples."""
    folder: Path
    """Holds the pictures."""
    pictures: int
    """Their number, with those that had been set aside."""

    @property
    def expires(self) -> datetime:
        """When it is deleted for good."""
        return self.deleted + RETENTION

    def samples(self) -> list[Sample]:
        """The pictures, as those of the person from whom they were taken: first the samples, then those set aside."""
        aside = sample_paths(self.folder / ASIDE_FOLDER)
        return [
            *(Sample(path, self.slug) for path in sample_paths(self.folder)),
            *(Sample(path, self.slug, is_aside=True) for path in aside),
        ]

    @property
    def picture_record(self) -> PictureRecord:
        """What was remembered of the person's pictures; empty if only samples were deleted."""
        return PictureRecord.load(self.folder)


class Trash:
    """A folder of entries. Deleting and restoring are renames: whole or not at all, even if killed at any step.

    Parameters
    ----------
    folder, people : Path
        The trash, and the folder of all people; both on the same disk.
    """

    def __init__(self, folder: Path, people: Path) -> None:
        self.folder = folder
        self._people = PeopleFolder(people)

    def entries(self) -> list[TrashEntry]:
        """All entries, newest first."""
        if not self.folder.is_dir():
            return []
        entries = [entry for path in self.folder.iterdir() if (entry := _load(path))]
        return sorted(entries, key=lambda entry: entry.deleted, reverse=True)

    def entries_of(self, slug: str, name: str) -> list[TrashEntry]:
        """The entries of a person, by slug or by name, and the damaged ones, which may be theirs."""
        key = comparison_key(name)
        return [entry for entry in self.entries() if entry.slug in {slug, ""} or comparison_key(entry.name) == key]

    def expired_entries(self, now: datetime) -> list[TrashEntry]:
        """The entries that are older than a week."""
        return [entry for entry in self.entries() if entry.expires <= now]

    def delete_person(self, person: Person) -> TrashEntry:
        """Move a person, with everything in their folder, to the trash: for readers at once.

        Raises
        ------
        PersonNotFoundError
            If they no longer exist.
        DiskError
            If the disk refuses. The person is still there then.
        """
        with disk.lock(self.folder):
            entry = self._begin(person, whole=True)
            with self._people.change() as change:
                current = change.current(person)
                with disk.translate_errors(current.folder):
                    disk.move(current.folder, entry.folder)
                disk.sync(self._people.folder)
            return self._complete(entry)

    def delete_samples(self, person: Person, samples: Iterable[Sample]) -> TrashEntry:
        """Move samples of a person to the trash; no error for those that no longer exist.

        Raises
        ------
        DiskError
            If the disk refuses. What was moved until then is in the trash.
        """
        with disk.lock(self.folder):
            entry = self._begin(person, whole=False)
            disk.make_private(entry.folder)
            with self._people.change() as change:
                there = [sample for sample in samples if sample.path.is_file()]
                change.take_out(there)
                for sample in there:
                    folder = disk.make_private(entry.folder / ASIDE_FOLDER) if sample.is_aside else entry.folder
                    with disk.translate_errors(sample.path):
                        disk.move(sample.path, disk.unused_path(folder, sample.path.name))
                disk.sync(entry.folder)
            return self._complete(entry)

    def restore(self, entry: TrashEntry) -> Person:
        """Restore an entry: to the person, or to the one who has the name by now, or as a new person.

        Notes that the user put into the folder are lost where the person exists.

        Raises
        ------
        StoreError
            If it is no longer in the trash.
        """
        with disk.lock(self.folder):
            if not entry.folder.is_dir():
                raise StoreError("What was deleted of {name} is no longer in the trash.", name=entry.name)
            if not entry.name:
                raise StoreError(
                    "The record of whose pictures these were cannot be read.",
                    hint="They are in {folder}.",
                    folder=entry.folder,
                )
            person = self._put_back(entry)
            self._delete(entry.folder.parent)
            return person

    def forget_sources(self, hashes: Collection[str]) -> None:
        """Remove what deleted people's records remember of pictures with these hashes."""
        if not self.folder.is_dir():
            return
        with disk.lock(self.folder):
            for entry in self.entries():
                record = entry.picture_record
                rest = record.without(hashes)
                if rest != record:
                    rest.save(entry.folder)

    def remove(self, entries: Iterable[TrashEntry]) -> None:
        """Delete entries for good.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        if not self.folder.is_dir():
            return
        with disk.lock(self.folder):
            self._sweep()
            for entry in entries:
                self._delete(entry.folder.parent)

    def reassign(self, person: Person, into: Person) -> None:
        """After a merge: the entries of `person` are those of `into`."""
        if not self.folder.is_dir():
            return
        with disk.lock(self.folder):
            for entry in self.entries():
                if entry.slug == person.slug:
                    _save(entry.folder.parent, entry.deleted, into, whole=False)

    # With the lock held

    def _begin(self, person: Person, *, whole: bool) -> TrashEntry:
        """A new entry. Until it has content it does not count, and is swept away."""
        self._sweep()
        now = datetime.now(UTC)
        folder = self.folder / f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        _save(folder, now, person, whole=whole)
        return TrashEntry(folder.name, now, person.slug, person.name, whole, folder / _CONTENT, 0)

    def _complete(self, entry: TrashEntry) -> TrashEntry:
        """The entry with its number of pictures, safe on the disk."""
        disk.sync(entry.folder.parent)
        return _load(entry.folder.parent) or entry

    def _put_back(self, entry: TrashEntry) -> Person:
        folder = entry.folder
        with self._people.change() as change:
            record = Person.load(folder) if (folder / PERSON_FILE).is_file() else None
            owner = change.owner(entry.slug, record.name if record else entry.name)
            if owner is None:
                person = record or Person(entry.slug, PersonName.from_disk(entry.name), folder).save()
                return change.place(person, entry.slug)
            current = change.gather(owner)
            current = (merge_records(current, record) if record else current).save()
            remembered = self._people.picture_record(current)
            joined = remembered.plus(entry.picture_record)
            if joined != remembered:
                joined.save(current.folder)
            change.move_samples(entry.samples(), current)
            return current

    def _delete(self, folder: Path) -> None:
        if folder.is_dir():
            disk.delete_folder(folder, self.folder / f"{_TEMPORARY}{secrets.token_hex(8)}")

    def _sweep(self) -> None:
        """Delete what a crash left: entries that are half deleted or never got their content."""
        with disk.translate_errors(self.folder):
            for path in self.folder.iterdir():
                if path.is_dir() and (path.name.startswith(_TEMPORARY) or not (path / _CONTENT).exists()):
                    shutil.rmtree(path)


def _save(folder: Path, deleted: datetime, person: Person, *, whole: bool) -> None:
    record = {"deleted": deleted.isoformat(), "slug": person.slug, "name": person.name, "whole": whole}
    disk.write_json(folder / _ENTRY_FILE, {"version": _FORMAT.version, **record})


def _load(folder: Path) -> TrashEntry | None:
    """The entry in `folder`, or None. If its record is damaged, slug and name are empty."""
    content = folder / _CONTENT
    if folder.name.startswith(".") or not content.is_dir():
        return None
    count = len(sample_paths(content)) + len(sample_paths(content / ASIDE_FOLDER))

    def build(record: _EntryRecord) -> TrashEntry:
        deleted = reader.parse_time(record["deleted"])
        return TrashEntry(folder.name, deleted, record["slug"], record["name"], record["whole"], content, count)

    try:
        return reader.read_json(folder / _ENTRY_FILE, _FORMAT, build)
    except (OSError, FileError):
        changed = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        return TrashEntry(folder.name, changed, "", "", whole=False, folder=content, pictures=count)
