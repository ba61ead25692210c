"""The trash: people and samples that were deleted, to be put back within a week."""

import json
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from visavis.errors import StoreError
from visavis.people import names, withdrawals
from visavis.people.folder import PeopleFolder
from visavis.people.person import Person, pictures_in
from visavis.people.samples import Sample
from visavis.storage import disk

#: How long what was deleted can be put back.
KEPT = timedelta(days=7)

_VERSION = 1
_RECORD = "entry.json"
_CONTENT = "content"
_LITTER = ".litter-"


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """What was deleted at once: someone with all their samples, or some samples of someone."""

    id: str
    deleted: datetime
    """With its time zone."""
    slug: str
    """Whose."""
    name: str
    """What they were called then."""
    whole: bool
    """Whether the person was deleted, not only samples."""
    folder: Path
    """Holds the pictures."""
    pictures: int

    @property
    def leaves(self) -> datetime:
        """When it is deleted for good."""
        return self.deleted + KEPT

    def samples(self) -> list[Sample]:
        """The pictures, as samples of whom they were taken from."""
        return [Sample(path, self.slug) for path in pictures_in(self.folder)]


class Trash:
    """A folder of entries. Deleting and putting back are renames: whole or not at all, killed at any step.

    Parameters
    ----------
    folder, people : Path
        The trash, and everybody's folders; both on the same disk.
    """

    def __init__(self, folder: Path, people: Path) -> None:
        self.folder = folder
        self._people = PeopleFolder(people)

    def entries(self) -> list[TrashEntry]:
        """What there is, the newest first; of an entry whose record is damaged nobody knows whose it was."""
        if not self.folder.is_dir():
            return []
        found = [entry for path in self.folder.iterdir() if (entry := _read(path))]
        return sorted(found, key=lambda entry: entry.deleted, reverse=True)

    def put_person(self, person: Person) -> TrashEntry:
        """Delete someone, for a week.

        Raises
        ------
        PersonNotFoundError
            If they are no longer there.
        DiskError
            If the disk refuses; they are still there then.
        """
        with disk.locked(self.folder):
            entry = self._begin(person, whole=True)
            withdrawals.take_person(self._people, person, entry.folder)
            return self._counted(entry)

    def put_samples(self, person: Person, samples: Iterable[Sample]) -> TrashEntry:
        """Delete pictures of someone, for a week; those that are gone already are fine.

        Raises
        ------
        DiskError
            If the disk refuses; what was moved until then is in the trash.
        """
        with disk.locked(self.folder):
            entry = self._begin(person, whole=False)
            withdrawals.take_samples(self._people, samples, disk.make_private(entry.folder))
            return self._counted(entry)

    def restore(self, entry: TrashEntry) -> Person:
        """Put back where it came from: to the person, or to whoever has their name by now, or as someone new.

        Raises
        ------
        StoreError
            If it is no longer in the trash.
        """
        with disk.locked(self.folder):
            if not entry.folder.is_dir():
                raise StoreError("What was deleted of {name} is no longer in the trash.", name=entry.name)
            if not entry.name:
                raise StoreError(
                    "Whose pictures these were cannot be read.", hint="They lie in {folder}.", folder=entry.folder
                )
            person = withdrawals.put_back(self._people, entry.folder, entry.slug, entry.name)
            self._remove(entry.folder.parent)
            return person

    def remove(self, entries: Iterable[TrashEntry]) -> None:
        """Delete for good.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        if not self.folder.is_dir():
            return
        with disk.locked(self.folder):
            self._sweep()
            for entry in entries:
                self._remove(entry.folder.parent)

    def expired(self, now: datetime) -> list[TrashEntry]:
        """What has been there for longer than a week."""
        return [entry for entry in self.entries() if entry.leaves <= now]

    def of(self, person: Person) -> list[TrashEntry]:
        """What there is of someone, under their slug or their name; and what is damaged, which may be theirs."""
        key = names.key(person.name)
        return [each for each in self.entries() if each.slug in {person.slug, ""} or names.key(each.name) == key]

    def hand_over(self, person: Person, to: Person) -> None:
        """Two entries of the store became one: what was deleted of the first is the second's."""
        if not self.folder.is_dir():
            return
        with disk.locked(self.folder):
            for entry in self.entries():
                if entry.slug == person.slug:
                    _write(entry.folder.parent, entry.deleted, to, whole=False)

    # Inside the lock

    def _begin(self, person: Person, *, whole: bool) -> TrashEntry:
        """An entry with nothing in it yet; without content it is none, and is swept away."""
        self._sweep()
        now = datetime.now(UTC)
        home = self.folder / f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        _write(home, now, person, whole=whole)
        return TrashEntry(home.name, now, person.slug, person.name, whole, home / _CONTENT, 0)

    def _counted(self, entry: TrashEntry) -> TrashEntry:
        disk.sync(entry.folder.parent)
        return _read(entry.folder.parent) or entry

    def _remove(self, home: Path) -> None:
        if home.is_dir():
            disk.delete_folder(home, self.folder / f"{_LITTER}{secrets.token_hex(8)}")

    def _sweep(self) -> None:
        """Delete what a kill left: half deleted entries, and those that never got their content."""
        with disk.translating(self.folder):
            for path in self.folder.iterdir():
                if path.is_dir() and (path.name.startswith(_LITTER) or not (path / _CONTENT).exists()):
                    shutil.rmtree(path)


def _write(home: Path, deleted: datetime, person: Person, *, whole: bool) -> None:
    record = {"deleted": deleted.isoformat(), "slug": person.slug, "name": person.name, "whole": whole}
    disk.write_json(home / _RECORD, {"version": _VERSION, **record})


def _read(home: Path) -> TrashEntry | None:
    folder = home / _CONTENT
    if home.name.startswith(".") or not folder.is_dir():
        return None
    count = len(pictures_in(folder))
    try:
        record: dict[str, Any] = json.loads((home / _RECORD).read_bytes())
        deleted = datetime.fromisoformat(record["deleted"]).astimezone(UTC)
        told = (str(record["slug"]), str(record["name"]), bool(record["whole"]))
        return TrashEntry(home.name, deleted, *told, folder, count)
    except (OSError, ValueError, KeyError, TypeError):
        changed = datetime.fromtimestamp(home.stat().st_mtime, UTC)
        return TrashEntry(home.name, changed, "", "", whole=False, folder=folder, pictures=count)
