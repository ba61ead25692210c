"""The folder with a folder per person: reading it, and the steps of which changes are made."""

import contextlib
import difflib
import logging
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from visavis.errors import (
    DamagedFileError,
    FileError,
    NewerFileError,
    PersonNotFoundError,
    StoreError,
    VisavisError,
)
from visavis.imaging.listing import OtherFile, is_hidden
from visavis.messages import Message
from visavis.people.name_index import NameTable, index_of
from visavis.people.names import PersonName, comparison_key
from visavis.people.person import (
    Person,
    aside_paths,
    merge_records,
    other_files,
    sample_paths,
    slugs_in,
)
from visavis.people.picture_record import PictureRecord, name_hash
from visavis.people.samples import Sample
from visavis.people.transaction import TEMPORARY_PREFIX, PeopleChange
from visavis.storage import deletion, disk
from visavis.storage.attempts import Attempts

#: Sorts people without a record after all others.
_LATEST = datetime.max.replace(tzinfo=UTC)

_log = logging.getLogger(__name__)


class PeopleFolder:
    """The people as they are on disk now. Reading takes no lock. Changes are made with the steps of `change`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index = index_of(folder)

    def people(self) -> list[Person]:
        """All people, sorted by name.

        Folders whose names compare equal are one person: the one with the oldest record, with the samples of all. A
        person whose record is damaged is left out (`left_out`).

        Raises
        ------
        StoreError
            If the folder cannot be read.
        NewerFileError
            If a newer version of the program wrote a record.
        """
        people, left_out = self._read()
        for error in left_out:
            _warn_once(f"A person is left out. {error} {error.hint}")
        return people

    def left_out(self) -> list[VisavisError]:
        """Why people are left out: their records are damaged, or their folders have names that cannot be used."""
        return self._read()[1]

    def known_people(self) -> list[Person]:
        """All people, for a change that must know everybody.

        Raises
        ------
        FileError
            If a record cannot be opened: its person is there, and may be the one who is sought.
        """
        people, left_out = self._read()
        _require_opened(left_out)
        return people

    def find(self, name: str) -> Person:
        """The person with that name, in any spelling that compares equal.

        Raises
        ------
        PersonNotFoundError
            If there is none. The hint has similar names.
        FileError
            If there is none, and a record cannot be opened, which may be theirs.
        """
        key = comparison_key(name)
        table = self._index.table()
        if table and (person := table.person_called(key)):
            return person
        known, left_out = self._read()
        people = {person.name.key: person for person in known}
        if key in people:
            return people[key]
        _require_opened(left_out)
        near = [people[other].name for other in difflib.get_close_matches(key, people)]
        hint = Message("Did you mean {names}?", names=" or ".join(near)) if near else None
        raise PersonNotFoundError("Nobody is called {name}.", hint=hint, name=name)

    def person_called(self, name: PersonName, table: NameTable | None = None) -> Person | None:
        """The person with that name; None if there is none.

        Parameters
        ----------
        table : NameTable, optional
            Everybody, if that is known.

        Raises
        ------
        FileError
            If there is none, and a record cannot be opened, which may be theirs.
        """
        table = table or self._index.table()
        if table:
            if person := table.person_called(name.key):
                return person
            if table.has_nobody_called(name.key):
                return None
        known, left_out = self._read()
        found = next((person for person in known if person.name.key == name.key), None)
        if found is None:
            _require_opened(left_out)
        return found

    def find_merged(self, name: PersonName) -> Person | None:
        """The person into whom a person of that name was merged; None if there is none."""
        key = name_hash(name)
        table = self._index.table()
        if table is None:
            return next((person for person in self.people() if key in self.picture_record(person).merged), None)
        if table.merged is None:
            table.merged = {
                each: person.name.key for person in table.people.values() for each in self.picture_record(person).merged
            }
        return table.people.get(table.merged.get(key, ""))

    def samples(self, person: Person) -> list[Sample]:
        """The samples of a person, sorted by file name; pictures that the user put there count."""
        paths = [path for folder in (person.folder, *person.other_folders) for path in sample_paths(folder)]
        return [Sample(path, person.slug) for path in sorted(paths, key=lambda path: path.name)]

    def aside(self, person: Person) -> list[Sample]:
        """The pictures of a person that were set aside, sorted by file name."""
        paths = [path for folder in (person.folder, *person.other_folders) for path in aside_paths(folder)]
        return [Sample(path, person.slug, is_aside=True) for path in sorted(paths, key=lambda path: path.name)]

    def other_files(self, person: Person) -> list[OtherFile]:
        """What lies in a person's folders, and does not count: files that are no pictures, and links."""
        return [each for folder in (person.folder, *person.other_folders) for each in other_files(folder)]

    def pictures(self, person: Person) -> list[Sample]:
        """All pictures of a person: the samples, then those that were set aside."""
        return [*self.samples(person), *self.aside(person)]

    def picture_record(self, person: Person) -> PictureRecord:
        """What is remembered of a person's pictures, in all their folders.

        Raises
        ------
        StoreError
            If a record is damaged or of a newer version.
        """
        record = PictureRecord.load(person.folder)
        for folder in person.other_folders:
            record = record.plus(PictureRecord.load(folder))
        return record

    def whole_pictures(self, person: Person) -> frozenset[str]:
        """Hashes of the pictures that count as a whole; none, with a warning, if the record cannot be read."""
        try:
            return self.picture_record(person).whole
        except NewerFileError:
            raise
        except FileError as error:
            _warn_once(f"Pictures of {person.name} without a face do not count. {error} {error.hint}")
            return frozenset()

    def same_names(self) -> list[tuple[Person, Person]]:
        """Pairs of folders whose names compare equal: `people` takes each pair for one person, the first of the two."""
        people = self.people()
        split = [(person, Person.load(folder)) for person in people for folder in person.other_folders]
        return [(person, other) for person, other in split if other is not None]

    def _read(self) -> tuple[list[Person], list[VisavisError]]:
        """Everybody whose record can be read, sorted by name, and why others cannot."""
        with self._index.observe() as keep:
            people, left_out, bare = self._read_folders()
            keep(NameTable(people, bare, is_complete=not left_out))
        return [people[key] for key in sorted(people)], left_out

    def _read_folders(self) -> tuple[dict[str, Person], list[VisavisError], set[Path]]:
        """Everybody by comparison key, why others cannot be read, and the folders that are nobody's."""
        read: list[Person] = []
        left_out: list[VisavisError] = []
        bare: set[Path] = set()
        for folder in self.subfolders():
            try:
                person = Person.load(folder)
            except NewerFileError:
                raise
            except (FileError, StoreError) as error:
                left_out.append(error)
            else:
                if person is None:
                    bare.add(folder)
                else:
                    read.append(person)
        people: dict[str, Person] = {}
        for person in sorted(read, key=lambda person: (person.created or _LATEST, person.slug)):
            key = person.name.key
            first = people.get(key)
            others = (*first.other_folders, person.folder) if first else ()
            people[key] = merge_records(first, person, others) if first else person
        return people, left_out, bare

    @contextlib.contextmanager
    def change(self) -> Iterator[PeopleChange]:
        """Hold the lock and give the steps of a change. Keeps the folder private, and cleans up after a crash."""
        touched: list[Path] = []
        with disk.lock(self.folder), self._index.change(touched) as (table, is_clean):
            with disk.translate_errors(self.folder):
                if os.name == "posix" and self.folder.stat().st_mode & 0o077:
                    self.folder.chmod(0o700)  # made by hand
            if not is_clean:
                self.sweep_locked(Attempts())  # what cannot be deleted hinders nobody; forgetting someone reports it
            change = PeopleChange(self, table)
            yield change
            touched += change.touched

    def sweep(self, attempts: Attempts) -> None:
        """Delete what killed programs left; without it, no lock is taken."""
        with attempts.step():
            if any(path.name.startswith(TEMPORARY_PREFIX) for path in deletion.list_entries(self.folder)):
                with disk.lock(self.folder):
                    self.sweep_locked(attempts)

    def sweep_locked(self, attempts: Attempts) -> None:
        """Delete what killed programs left, with the lock held."""
        with attempts.step():
            disk.remove_temporary_files(self.folder)
        with attempts.step():
            for path in deletion.list_entries(self.folder):
                if path.name.startswith(TEMPORARY_PREFIX):
                    with attempts.step():
                        deletion.delete(path, self.folder)

    def slugs(self) -> set[str]:
        """The slugs of all folders that may be people, also of those that are left out."""
        return slugs_in(self.subfolders())

    def subfolders(self) -> list[Path]:
        """The folders that may be people, sorted by name.

        Raises
        ------
        StoreError
            If the folder cannot be read.
        """
        try:
            with os.scandir(self.folder) as entries:  # knows what is a folder without another call for each
                names = [
                    entry.name for entry in entries if not is_hidden(entry.name) and entry.is_dir(follow_symlinks=False)
                ]
            return [self.folder / name for name in sorted(names)]
        except FileNotFoundError:
            return []
        except OSError as error:
            hint = disk.hint(error, self.folder)
            raise StoreError(
                "{path} cannot be read: {reason}.", hint=hint, path=self.folder, reason=disk.reason(error)
            ) from error


def _require_opened(left_out: Iterable[VisavisError]) -> None:
    """Raise the first error of a record that cannot be opened. A damaged one is left out."""
    for error in left_out:
        if isinstance(error, FileError) and not isinstance(error, DamagedFileError):
            raise error


@cache
def _warn_once(text: str) -> None:
    """Warn of what every reading of the folder meets again."""
    _log.warning("%s", text)
