"""The steps of which changes of people are made, while the lock of their folder is held."""

import contextlib
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.encryption import sealed_store
from visavis.errors import PersonNameError, PersonNotFoundError
from visavis.messages import Message
from visavis.people.consent import Consent
from visavis.people.name_index import NameTable
from visavis.people.names import PersonName, comparison_key, slug_of
from visavis.people.person import ASIDE_FOLDER, PERSON_FILE, Person, make_aside
from visavis.people.picture_record import PICTURES_FILE, PictureRecord
from visavis.people.samples import Sample
from visavis.storage import data_files, deletion, disk

if TYPE_CHECKING:
    from visavis.people.folder import PeopleFolder

#: Prefix of the folders that are being made or deleted. If a crash leaves one, the next change deletes it.
TEMPORARY_PREFIX = ".litter-"
#: What the name of a person's folder may be: nothing that leads elsewhere, or hides it.
_FOLDER_NAME = re.compile(r"[^./\\\0][^/\\\0]*")


class PeopleChange:
    """The steps of which changes are made, while the lock is held (`PeopleFolder.change`)."""

    def __init__(self, home: "PeopleFolder", table: NameTable | None = None) -> None:
        self._home = home
        self._table = table
        self._audit = AuditLog(home.folder)
        self.touched: list[Path] = []
        """The folders that were made or changed, if the change says so; otherwise everybody is read again next time."""

    def touch(self, person: Person) -> Person:
        """Say that a person's folder is made or changed, and none of those that are not said; return the person."""
        self.touched.append(person.folder)
        return person

    def person_called(self, name: PersonName) -> Person | None:
        """The person with that name as the change begins; None if there is none.

        Raises
        ------
        FileError
            If a record cannot be opened: its person is there, and may be the one who is sought.
        """
        return self._home.person_called(name, self._table)

    def reload(self, person: Person) -> Person:
        """A person as they are on disk now.

        Raises
        ------
        PersonNotFoundError
            If they are no longer there.
        """
        known = self._table.person_called(person.name.key) if self._table else None
        for current in (known,) if known and known.slug == person.slug else self._home.known_people():
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
        if person := self.person_called(name):
            hint = Message("Choose another, or merge the two people: visavis people merge.")
            raise PersonNameError("The name {name} is taken.", hint=hint, name=person.name)

    def record(self, event: AuditEvent, person: Person, into: Person | None = None) -> Person:
        """Write to the audit log what is about to be done; return the person with an `id`.

        It is written first, so that nothing is done that is not in the log. If the program is killed in between, the
        log has a line too many, and doing it again writes another.
        """
        known = person.with_id()
        self._audit.append(AuditFact(event, known.id, into.id if into else ""))
        return known

    def create(self, name: PersonName, consent: Consent) -> Person:
        """A new person, whose name must be unused.

        Of a person who was made by hand and had all pictures taken out, what is remembered of these stays.
        """
        if known := self.known_folder(name):
            return self.record(AuditEvent.ENROLLED, Person("", name, known, consent=consent)).save().moved_to(known)
        person = Person("", name, self.temporary_folder(), consent=consent).save()
        return self.place(self.record(AuditEvent.ENROLLED, person), name.slug())

    def known_folder(self, name: PersonName) -> Path | None:
        """The folder of a person who was made by hand and had all pictures taken out; None if there is none."""
        hidden = sealed_store.possible_names(self._home.folder, name.slug())
        for folder in self._table.bare if self._table else self._home.subfolders():
            is_theirs = comparison_key(folder.name) == name.key or folder.name in hidden
            if not is_theirs or not (folder / PICTURES_FILE).is_file():
                continue
            if not (folder / PERSON_FILE).exists():  # or it is that of somebody who was renamed
                return folder
        return None

    def place(self, person: Person, slug: str) -> Person:
        """Move the folder of a new or returning person to its place, under that slug unless it is taken."""
        home = self._home.folder
        taken = self._table.taken_keys(home) if self._table else set(map(comparison_key, os.listdir(home)))
        if sealed_store.hides_names(home):
            taken = taken | set(map(comparison_key, self._home.slugs()))
        is_free = _FOLDER_NAME.fullmatch(slug) and comparison_key(slug) not in taken
        free = slug if is_free else slug_of(slug, taken)
        folder = home / sealed_store.hide(home, free)
        if folder.name != free:  # only the record says what the folder's name stands for
            person = replace(person, slug=free).save()
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
        return self._home.folder / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}"

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

        A picture that is there already is not kept twice, and counts if one of the two does. Those that become samples
        are moved and safe on the disk before others are set aside: a power cut must not find both folders without one.
        """
        chosen = list(samples)
        self._move_into(person.folder, [sample for sample in chosen if not sample.is_aside], person)
        if aside := [sample for sample in chosen if sample.is_aside]:
            self._move_into(make_aside(person.folder), aside, person)

    def _move_into(self, folder: Path, samples: Iterable[Sample], person: Person) -> None:
        present = {sample.hash: sample for sample in self._home.pictures(replace(person, other_folders=()))}
        left: set[Path] = set()
        for sample in samples:
            if sample.path.parent == folder:
                continue
            key = sample.hash
            twin = present.get(key)
            with disk.translate_errors(sample.path):
                if twin and (twin.path == sample.path or data_files.read(twin.path) != data_files.read(sample.path)):
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
        disk.sync_moves(left, [folder])

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
