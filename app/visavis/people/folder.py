"""The folder with a folder per person: reading it, and the steps of which changes are made."""

import contextlib
import difflib
import logging
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from visavis.errors import (
    DamagedFileError,
    FileError,
    NewerFileError,
    PersonNameError,
    PersonNotFoundError,
    StoreError,
    VisavisError,
)
from visavis.imaging.listing import OtherFile, is_hidden
from visavis.messages import Message
from visavis.people.names import PersonName, comparison_key, slug_of
from visavis.people.person import (
    ASIDE_FOLDER,
    PERSON_FILE,
    Person,
    aside_paths,
    make_aside,
    merge_records,
    other_files,
    sample_paths,
    slug_from,
)
from visavis.people.picture_record import PICTURES_FILE, PictureRecord, name_hash
from visavis.people.samples import Sample
from visavis.storage import deletion, disk
from visavis.storage.attempts import Attempts

#: Prefix of the folders that are being made or deleted. If a crash leaves one, the next change deletes it.
_TEMPORARY = ".litter-"
#: What the name of a person's folder may be: nothing that leads elsewhere, or hides it.
_FOLDER_NAME = re.compile(r"[^./\\\0][^/\\\0]*")
#: Sorts people without a record after all others.
_LATEST = datetime.max.replace(tzinfo=UTC)

_log = logging.getLogger(__name__)


class PeopleFolder:
    """The people as they are on disk now. Reading takes no lock. Changes are made with the steps of `change`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

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
        known, left_out = self._read()
        people = {person.name.key: person for person in known}
        key = comparison_key(name)
        if key in people:
            return people[key]
        _require_opened(left_out)
        near = [people[other].name for other in difflib.get_close_matches(key, people)]
        hint = Message("Did you mean {names}?", names=" or ".join(near)) if near else None
        raise PersonNotFoundError("Nobody is called {name}.", hint=hint, name=name)

    def find_merged(self, name: PersonName) -> Person | None:
        """The person into whom a person of that name was merged; None if there is none."""
        key = name_hash(name)
        return next((person for person in self.people() if key in self.picture_record(person).merged), None)

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
        read: list[Person] = []
        left_out: list[VisavisError] = []
        for folder in self.subfolders():
            try:
                person = Person.load(folder)
            except NewerFileError:
                raise
            except (FileError, StoreError) as error:
                left_out.append(error)
            else:
                read += [person] if person else []
        people: dict[str, Person] = {}
        for person in sorted(read, key=lambda person: (person.created or _LATEST, person.slug)):
            key = person.name.key
            first = people.get(key)
            others = (*first.other_folders, person.folder) if first else ()
            people[key] = merge_records(first, person, others) if first else person
        return [people[key] for key in sorted(people)], left_out

    @contextlib.contextmanager
    def change(self) -> Iterator["PeopleChange"]:
        """Hold the lock and give the steps of a change. Keeps the folder private, and cleans up after a crash."""
        with disk.lock(self.folder):
            with disk.translate_errors(self.folder):
                if os.name == "posix" and self.folder.stat().st_mode & 0o077:
                    self.folder.chmod(0o700)  # made by hand
            self.sweep_locked(Attempts())  # what cannot be deleted hinders nobody; forgetting someone reports it
            yield PeopleChange(self)

    def sweep(self, attempts: Attempts) -> None:
        """Delete what killed programs left; without it, no lock is taken."""
        with attempts.step():
            if any(path.name.startswith(_TEMPORARY) for path in deletion.list_entries(self.folder)):
                with disk.lock(self.folder):
                    self.sweep_locked(attempts)

    def sweep_locked(self, attempts: Attempts) -> None:
        """Delete what killed programs left, with the lock held."""
        with attempts.step():
            disk.remove_temporary_files(self.folder)
        with attempts.step():
            for path in deletion.list_entries(self.folder):
                if path.name.startswith(_TEMPORARY):
                    with attempts.step():
                        deletion.delete(path, self.folder)

    def slugs(self) -> set[str]:
        """The slugs of all folders that may be people, also of those that are left out."""
        return {slug_from(folder) for folder in self.subfolders()}

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
            raise StoreError("{path} cannot be read: {reason}.", path=self.folder, reason=disk.reason(error)) from error


def _require_opened(left_out: Iterable[VisavisError]) -> None:
    """Raise the first error of a record that cannot be opened. A damaged one is left out."""
    for error in left_out:
        if isinstance(error, FileError) and not isinstance(error, DamagedFileError):
            raise error


class PeopleChange:
    """The steps of which changes are made, while the lock is held (`PeopleFolder.change`)."""

    def __init__(self, home: PeopleFolder) -> None:
        self._home = home

    def reload(self, person: Person) -> Person:
        """A person as they are on disk now.

        Raises
        ------
        PersonNotFoundError
            If they are no longer there.
        """
        for current in self._home.known_people():
            if current.slug == person.slug:
                return current
        raise PersonNotFoundError("{name} is no longer there.", name=person.name)

    def current(self, person: Person) -> Person:
        """A person as they are on disk now, with all samples in one folder."""
        return self.gather(self.reload(person))

    def gather(self, person: Person) -> Person:
        """A person with all samples in one folder."""
        disk.remove_temporary_files(person.folder)
        if not person.other_folders:
            return person
        gathered = replace(person, other_folders=()).save()
        self.move_pictures(person, gathered)
        for folder in person.other_folders:
            self.remove_record(folder)
        return gathered

    def require_unused(self, name: PersonName) -> None:
        """Raise a `PersonNameError` if a person has that name, and a `FileError` if that is not known."""
        for person in self._home.known_people():
            if person.name.key == name.key:
                hint = Message("Choose another, or merge the two people: visavis people merge.")
                raise PersonNameError("The name {name} is taken.", hint=hint, name=person.name)

    def create(self, name: PersonName, consent: str) -> Person:
        """A new person, whose name must be unused.

        Of a person who was made by hand and had all pictures taken out, what is remembered of these stays.
        """
        if known := self.known_folder(name):
            return Person("", name, known, consent=consent).save().moved_to(known)
        return self.place(Person("", name, self.temporary_folder(), consent=consent).save(), name.slug())

    def known_folder(self, name: PersonName) -> Path | None:
        """The folder of a person who was made by hand and had all pictures taken out; None if there is none."""
        for folder in self._home.subfolders():
            if (folder / PICTURES_FILE).is_file() and comparison_key(folder.name) == name.key:
                return folder
        return None

    def place(self, person: Person, slug: str) -> Person:
        """Move the folder of a new or returning person to its place, under that slug unless it is taken."""
        taken = [path.name for path in self._home.folder.iterdir()]
        is_free = _FOLDER_NAME.fullmatch(slug) and comparison_key(slug) not in map(comparison_key, taken)
        folder = self._home.folder / (slug if is_free else slug_of(slug, taken))
        with disk.translate_errors(folder):
            disk.move(person.folder, folder)
        disk.sync(self._home.folder)
        return person.moved_to(folder)

    def owner(self, slug: str, name: str) -> Person | None:
        """The person with that slug, else the one with that name; a `FileError` if that is not known."""
        people = self._home.known_people()
        by_slug = [person for person in people if person.slug == slug]
        by_name = [person for person in people if person.name.key == comparison_key(name)]
        return next(iter(by_slug + by_name), None)

    def temporary_folder(self) -> Path:
        """The path of a folder that is not yet, or no longer, a person's. It does not exist."""
        return self._home.folder / f"{_TEMPORARY}{secrets.token_hex(8)}"

    def move_pictures(self, person: Person, to: Person, remember: PictureRecord | None = None) -> None:
        """Move all pictures of a person into another's folder, and first what is remembered of them.

        Parameters
        ----------
        remember : PictureRecord, optional
            What is to be remembered besides.
        """
        record = self._home.picture_record(to)
        joined = record.plus(self._home.picture_record(person)).plus(remember or PictureRecord())
        if joined != record:
            joined.save(to.folder)
        self.move_samples(self._home.pictures(person), to)

    def move_samples(self, samples: Iterable[Sample], person: Person) -> None:
        """Move pictures into a person's folder, one by one; those that were set aside stay aside.

        A picture that is there already is not kept twice, and counts if one of the two does.
        """
        present = {sample.hash: sample for sample in self._home.pictures(replace(person, other_folders=()))}
        left: set[Path] = set()
        for sample in samples:
            folder = make_aside(person.folder) if sample.is_aside else person.folder
            if sample.path.parent == folder:
                continue
            key = sample.hash
            twin = present.get(key)
            with disk.translate_errors(sample.path):
                if twin and (twin.path == sample.path or twin.path.read_bytes() != sample.path.read_bytes()):
                    twin = None
                left.add(sample.path.parent)
                if twin and (sample.is_aside or not twin.is_aside):
                    sample.path.unlink()
                    continue
                moved = disk.unused_path(folder, sample.path.name)
                disk.move(sample.path, moved)
                present[key] = replace(sample, path=moved)
                if twin:
                    twin.path.unlink()
        disk.sync_moves(left, {person.folder, person.folder / ASIDE_FOLDER})

    def take_out(self, samples: Iterable[Sample], to: Person | None = None) -> None:
        """Remember that pictures are taken out of their people, so that importing their files does not bring them back.

        Call it before they are moved or deleted. If they go `to` another person, that person's record gets what is
        remembered of them.
        """
        hashes: dict[Path, set[str]] = {}
        for sample in samples:
            hashes.setdefault(sample.folder, set()).add(sample.hash)
        for folder, taken in hashes.items():
            disk.remove_temporary_files(folder)
            record = PictureRecord.load(folder).with_taken_out(taken)
            record.save(folder)
            if to is not None:
                self._home.picture_record(to).plus(record.of_samples(taken)).save(to.folder)

    def remove_record(self, folder: Path) -> None:
        """Remove the records of a folder, and the folder if it is empty; files that the user put there stay."""
        aside = folder / ASIDE_FOLDER
        with disk.translate_errors(folder):
            disk.remove_temporary_files(folder)
            (folder / PICTURES_FILE).unlink(missing_ok=True)
            (folder / PERSON_FILE).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # without a record and pictures, it is nobody's folder
            disk.sync(folder)
            if deletion.is_folder(aside) and not any(aside.iterdir()):
                aside.rmdir()
            if not any(folder.iterdir()):
                folder.rmdir()
            disk.sync(folder.parent)


@cache
def _warn_once(text: str) -> None:
    """Warn of what every reading of the folder meets again."""
    _log.warning("%s", text)
