"""The trash: deleted people and samples, which can be restored for a week."""

import contextlib
import os
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from visavis.errors import DiskError, StoreError, VisavisError
from visavis.people import trash_entry
from visavis.people.folder import PeopleFolder
from visavis.people.names import PersonName, comparison_key
from visavis.people.person import ASIDE_FOLDER, PERSON_FILE, Person, make_aside, merge_records
from visavis.people.samples import Sample
from visavis.people.trash_entry import CONTENT, TrashEntry
from visavis.storage import data_files, deletion, disk
from visavis.storage.attempts import Attempts

#: Prefix of entries that are being deleted.
_TEMPORARY = ".litter-"


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
        entries = [entry for path in deletion.list_entries(self.folder) if (entry := trash_entry.load(path))]
        return sorted(entries, key=lambda entry: entry.deleted, reverse=True)

    def entries_of(self, slug: str, name: str) -> list[TrashEntry]:
        """The entries of a person, by slug or by name, and the damaged ones, which may be theirs."""
        key = comparison_key(name)
        return [entry for entry in self.entries() if entry.slug in {slug, ""} or comparison_key(entry.name) == key]

    def expired_entries(self, now: datetime) -> list[TrashEntry]:
        """The entries that are older than a week, as far as it is known whose they are."""
        return [entry for entry in self.entries() if entry.expires <= now and entry.can_be_opened]

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
                disk.sync_moves([self._people.folder], [entry.folder.parent])
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
                    folder = make_aside(entry.folder) if sample.is_aside else entry.folder
                    with disk.translate_errors(sample.path):
                        disk.move(sample.path, disk.unused_path(folder, sample.path.name))
                disk.sync_moves({sample.path.parent for sample in there}, {*entry.content_folders, entry.folder.parent})
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
            with contextlib.suppress(DiskError):  # without content it does not count, and the next change deletes it
                self._delete(entry.folder.parent)
            return person

    def erase(self, slugs: Collection[str], names: Collection[str], attempts: Attempts) -> int:
        """Delete the entries of people who are forgotten, and what may be theirs; return the number of pictures.

        What may be theirs are entries with a damaged record, links, and what killed programs left.

        Parameters
        ----------
        attempts : Attempts
            Gets what cannot be deleted; the rest goes on.
        """
        keys, count = {comparison_key(name) for name in names}, 0
        if not self.folder.is_dir():
            return count
        with attempts.step(), disk.lock(self.folder):
            disk.remove_temporary_files(self.folder)
            for path in deletion.list_entries(self.folder):
                with attempts.step():
                    if path.is_symlink():
                        deletion.delete(path, self.folder)
                    if not deletion.is_folder(path):
                        continue
                    deletion.make_accessible(path)
                    entry = trash_entry.load(path, must_open=True)
                    if entry is None or entry.slug in {*slugs, ""} or comparison_key(entry.name) in keys:
                        count += entry.pictures if entry else 0
                        self._delete(path)
                    else:
                        disk.remove_temporary_files(path)
                        disk.remove_temporary_files(entry.folder)
        return count

    def forget_sources(self, hashes: Collection[str], attempts: Attempts) -> None:
        """Remove what deleted people's records remember of pictures with these hashes."""
        if not self.folder.is_dir():
            return
        with attempts.step(), disk.lock(self.folder):
            for entry in self.entries():
                with attempts.step():
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

    def reassign(self, person: Person, into: Person) -> Callable[[], None]:
        """At a merge: the entries of `person` are those of `into`. Return what undoes it."""
        entries = [entry for entry in self.entries() if entry.slug == person.slug]
        self._save_again([replace(each, slug=into.slug, name=into.name, whole=False) for each in entries])
        return partial(self._save_again, entries)

    def _save_again(self, entries: Sequence[TrashEntry]) -> None:
        """Write the records of entries, as far as these are still there."""
        if entries:
            with disk.lock(self.folder):
                for entry in entries:
                    if entry.folder.is_dir():
                        trash_entry.save(entry)

    def sweep(self, attempts: Attempts) -> None:
        """Delete what killed programs left; without it, no lock is taken."""
        with attempts.step():
            if self._litter():
                with disk.lock(self.folder):
                    self._sweep_locked(attempts)

    # With the lock held

    def _begin(self, person: Person, *, whole: bool) -> TrashEntry:
        """A new entry. Until it has content it does not count, and is swept away."""
        now = datetime.now(UTC)
        folder = self.folder / f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        entry = TrashEntry(folder.name, now, person.slug, person.name, whole, folder / CONTENT, 0)
        trash_entry.save(entry)
        return entry

    def _complete(self, entry: TrashEntry) -> TrashEntry:
        """The entry with its number of pictures, safe on the disk.

        What an earlier entry of the same person has of its pictures goes: a power cut can leave them at both places,
        and then deleting them again would leave them in the trash twice.
        """
        disk.sync(entry.folder.parent)
        complete = trash_entry.load(entry.folder.parent) or entry
        pictures = {sample.path.name: sample.path for sample in complete.samples()}
        for path in deletion.list_entries(self.folder):  # without reading every record: there may be thousands
            content = path / CONTENT
            names = {*_names_in(content), *_names_in(content / ASIDE_FOLDER)} - {ASIDE_FOLDER}
            with contextlib.suppress(VisavisError, OSError):  # twice in the trash is a pity, and no more
                if path != entry.folder.parent and not names.isdisjoint(pictures):
                    self._delete_twins(path, complete, pictures)
                if not names and path.is_dir() and not path.is_symlink() and trash_entry.is_empty(content):
                    deletion.delete(path, self.folder)
        return complete

    def _delete_twins(self, folder: Path, entry: TrashEntry, pictures: Mapping[str, Path]) -> None:
        """Delete what an earlier entry has of the same pictures of the same person."""
        earlier = trash_entry.load(folder)
        if earlier is None or (earlier.slug, earlier.name) != (entry.slug, entry.name):
            return
        twins = [each.path for each in earlier.samples() if _is_twin(each.path, pictures.get(each.path.name))]
        if earlier.whole and entry.whole and len(twins) == earlier.pictures:
            self._delete(folder)
        elif not earlier.whole:
            for path in twins:
                deletion.delete(path, self.folder)
            if trash_entry.is_empty(earlier.folder):
                self._delete(folder)

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
            deletion.delete_at_once(folder, self.folder / f"{_TEMPORARY}{secrets.token_hex(8)}")

    def _sweep(self) -> None:
        self._sweep_locked(Attempts())  # what cannot be deleted hinders nobody; forgetting someone reports it

    def _sweep_locked(self, attempts: Attempts) -> None:
        """Delete what a crash left: entries that are half deleted or never got their content."""
        with attempts.step():
            disk.remove_temporary_files(self.folder)
            for path in self._litter():
                with attempts.step():
                    deletion.delete(path, self.folder)

    def _litter(self) -> list[Path]:
        folders = filter(deletion.is_folder, deletion.list_entries(self.folder))
        return [path for path in folders if path.name.startswith(_TEMPORARY) or trash_entry.is_empty(path / CONTENT)]


def _is_twin(path: Path, other: Path | None) -> bool:
    """Whether two files have the same content; their names are the same."""
    return other is not None and data_files.read(path) == data_files.read(other)


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
