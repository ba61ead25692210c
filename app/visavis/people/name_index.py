"""Who has which name, as this process read it last: finding a person does not look at everybody again."""

import contextlib
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from visavis.people.names import comparison_key
from visavis.people.person import Person

#: Age from which the time of a folder's last change tells changes apart, in ns: file systems count in up to 2 s.
_SETTLED_NS = 2_000_000_000
#: Times that a change of ours sets are moved back by up to so many steps: the clock of no file system gives them again.
_STEPS = 10_000
#: One step, in ns: file systems of Windows keep times in this unit.
_STEP_NS = 100

Stamp = tuple[int, int, int]
"""A folder's number and the times of its last change, in ns."""


@dataclass(slots=True)
class NameTable:
    """Everybody in a folder, by name."""

    people: dict[str, Person]
    """By comparison key; folders of one name are one person."""
    bare: set[Path]
    """The folders that are nobody's: they have neither a record nor a picture."""
    is_complete: bool
    """Whether every record could be read. Otherwise a name that is not in it may be somebody's."""
    merged: dict[str, str] | None = None
    """The hash of each name that was merged into somebody, and their comparison key; None until it is asked for."""
    _owners: dict[Path, str] = field(init=False)
    """The comparison key of the person in each folder."""
    _taken: set[str] | None = None
    """The comparison keys of the names of all folders and files beside these; None until they are asked for."""

    def __post_init__(self) -> None:
        self._owners = {
            folder: key for key, person in self.people.items() for folder in (person.folder, *person.other_folders)
        }

    def person_called(self, key: str) -> Person | None:
        """The person with that comparison key, if their folders are as they were read; else None."""
        person = self.people.get(key)
        return person if person and _is_unchanged(person) else None

    def has_nobody_called(self, key: str) -> bool:
        """Whether it is certain that nobody has that comparison key."""
        return self.is_complete and key not in self.people and not any(map(Person.load, self.bare))

    def take_in(self, folder: Path) -> bool:
        """Read one folder again, which was made or changed; False if that is not enough to be up to date."""
        person = Person.load(folder)
        if person is None:
            return False
        key = person.name.key
        known = self.people.get(key)
        if (known and (known.folder != folder or known.other_folders)) or self._owners.get(folder, key) != key:
            return False  # several folders of one name, or a person who was renamed
        self.people[key] = person
        self._owners[folder] = key
        self.bare.discard(folder)
        if self._taken is not None:
            self._taken.add(comparison_key(folder.name))
        return True

    def taken_keys(self, folder: Path) -> set[str]:
        """The comparison keys of the names of everything in the people's folder, which the table is of."""
        if self._taken is None:
            self._taken = set(map(comparison_key, os.listdir(folder)))
        return self._taken


def _is_unchanged(person: Person) -> bool:
    for folder in person.other_folders:
        if (other := Person.load(folder)) is None or other.name.key != person.name.key:
            return False
    now = Person.load(person.folder)
    if now is None:
        return False
    same = replace(person, other_folders=(), sessions=now.sessions, consent=now.consent, id=now.id)
    return now == replace(same, is_announced=now.is_announced)


@dataclass(slots=True)
class NameIndex:
    """The table of one folder, for all threads of this process.

    Every change by Visavis ends with a time of last change that no other change has (`change`), and every other program
    sets one of its own by adding, removing or renaming a folder. So while that time is the same, so are the people. A
    record that somebody edits by hand does not change it: what is found is compared with the record again.
    """

    folder: Path
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _table: NameTable | None = None
    _stamp: Stamp | None = None
    """Of the folder when the table was right; None if it is not."""
    _own: Stamp | None = None
    """The last one that this process set; None if the change failed."""
    _changes: int = 0
    """Number of changes by this process, begun or ended: a table that was read meanwhile is not kept."""

    def table(self) -> NameTable | None:
        """The table, if it is up to date."""
        with self._guard:
            is_current = self._stamp is not None and self._stamp == _stamp(self.folder)
            return self._table if is_current else None

    @contextlib.contextmanager
    def observe(self) -> Iterator[Callable[[NameTable], None]]:
        """Read the whole folder in the block; gives what keeps the table that was made."""
        stamp, changes = _stamp(self.folder), self._changes

        def keep(table: NameTable) -> None:
            with self._guard:
                if stamp is None or changes != self._changes:
                    return
                if stamp == self._own or time.time_ns() - stamp[1] > _SETTLED_NS:
                    self._table, self._stamp = table, stamp

        yield keep

    @contextlib.contextmanager
    def change(self, touched: Iterable[Path]) -> Iterator[tuple[NameTable | None, bool]]:
        """Change people in the block, with the lock of the folder held.

        It gives the table, if it is up to date, and whether nothing has happened in the folder since this process made
        a change that did not fail: then no killed program left anything.

        Parameters
        ----------
        touched : iterable of Path
            Asked at the end: the folders that were made or changed, if no other was, or nothing if that is not known.
        """
        table = self.table()
        with self._guard:
            is_clean = self._own is not None and self._own == _stamp(self.folder)
            self._stamp = None
            self._changes += 1
        is_current = is_done = False
        try:
            yield table, is_clean
            folders = list(touched)
            is_current = table is not None and bool(folders) and all(map(table.take_in, folders))
            is_done = True
        finally:
            with self._guard:
                self._changes += 1
                stamp = _set_stamp(self.folder)
                self._own = stamp if is_done else None
                self._stamp = stamp if is_current else None


#: The index of each folder that this process has asked for.
_INDEXES: dict[Path, NameIndex] = {}


def index_of(folder: Path) -> NameIndex:
    """The index of a folder of people, the same for the whole process."""
    return _INDEXES.setdefault(folder, NameIndex(folder))


def _stamp(folder: Path) -> Stamp | None:
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def _set_stamp(folder: Path) -> Stamp | None:
    """Set a time of last change that no other change has; None if the file system does not keep it."""
    changed = (time.time_ns() // _STEP_NS - secrets.randbelow(_STEPS)) * _STEP_NS
    with contextlib.suppress(OSError):
        os.utime(folder, ns=(changed, changed))
        stamp = _stamp(folder)
        return stamp if stamp and stamp[1] == changed else None
    return None
