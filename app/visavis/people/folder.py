"""The folder with everybody's folders: who is in it, and the steps that its changes are made of."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.errors import PersonNameError, PersonNotFoundError, StoreError
from visavis.messages import Message
from visavis.people import names
from visavis.people.person import RECORD, Person, joined, pictures_in
from visavis.people.samples import Sample
from visavis.storage import disk

#: How the names of folders begin that are being made or deleted: what a crash leaves of them, the next change deletes.
_LITTER = ".litter-"
_ALWAYS = datetime.max.replace(tzinfo=UTC)


class PeopleFolder:
    """Everybody as they are on disk now. Reading takes no lock; the steps of a change are made inside `changing`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def people(self) -> list[Person]:
        """Everybody, by name.

        Folders whose names compare equal are one person: the one with the oldest record, which the others add to.

        Raises
        ------
        StoreError
            If the folder cannot be read, or someone's record is damaged or of a newer version.
        """
        read = [person for folder in self._folders() if (person := Person.read(folder))]
        found: dict[str, Person] = {}
        for person in sorted(read, key=lambda person: (person.created or _ALWAYS, person.slug)):
            key = names.key(person.name)
            first = found.get(key)
            found[key] = joined(first, person, also=(*first.also, person.folder)) if first else person
        return [found[key] for key in sorted(found)]

    def samples(self, person: Person) -> list[Sample]:
        """Someone's pictures, by file name; also those put in by hand."""
        pictures = pictures_in(person.folder)
        if person.also:
            pictures += [path for folder in person.also for path in pictures_in(folder)]
            pictures.sort(key=lambda path: path.name)
        return [Sample(path, person.slug) for path in pictures]

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock; keep the store private, and clean up after a change that was killed."""
        with disk.locked(self.path):
            with disk.translating(self.path):
                if os.name == "posix" and self.path.stat().st_mode & 0o077:
                    self.path.chmod(0o700)  # made by hand
                for litter in self.path.glob(f"{_LITTER}*"):
                    shutil.rmtree(litter)
            yield

    # Inside the lock

    def found(self, person: Person) -> Person:
        """Someone as they are on disk now."""
        for found in self.people():
            if found.slug == person.slug:
                return found
        raise PersonNotFoundError("{name} is no longer there.", name=person.name)

    def current(self, person: Person) -> Person:
        """Someone as they are on disk now, all in one folder."""
        return self.tidied(self.found(person))

    def tidied(self, person: Person) -> Person:
        """Someone, all in one folder."""
        disk.sweep(person.folder)
        if not person.also:
            return person
        gathered = replace(person, also=()).write()
        self.take_over(self.samples(person), gathered)
        for folder in person.also:
            self.give_up(folder)
        return gathered

    def refuse_taken(self, name: str) -> None:
        """Raise a `PersonNameError` if somebody has that name."""
        for person in self.people():
            if names.key(person.name) == names.key(name):
                hint = Message("Choose another, or make the two one: visavis people merge.")
                raise PersonNameError("The name {name} is taken.", hint=hint, name=person.name)

    def create(self, name: str, consent: str) -> Person:
        """Someone new, of a name that is not taken."""
        person = Person("", name, self.litter(), consent=consent).write()
        return self.settle(person.folder, names.slug(name))

    def settle(self, folder: Path, slug: str) -> Person:
        """Make a folder with a record somebody's, under that slug unless it is taken."""
        taken = [path.name for path in self.path.iterdir()]
        settled = self.path / (names.slug(slug, taken) if names.key(slug) in map(names.key, taken) else slug)
        with disk.translating(settled):
            os.rename(folder, settled)
        disk.sync(self.path)
        person = Person.read(settled)
        if person is None:
            raise ValueError(f"{settled} has no record")
        return person

    def owner(self, slug: str, name: str) -> Person | None:
        """Who has that slug, else who has that name."""
        everybody = self.people()
        by_slug = [person for person in everybody if person.slug == slug]
        by_name = [person for person in everybody if names.key(person.name) == names.key(name)]
        return next(iter(by_slug + by_name), None)

    def litter(self) -> Path:
        """A folder that is not yet, or no longer, anybody's."""
        return self.path / f"{_LITTER}{secrets.token_hex(8)}"

    def take_over(self, samples: Iterable[Sample], person: Person) -> None:
        """Move samples into someone's folder, one by one; what is there already is not kept twice."""
        held = {sample.hash: sample.path for sample in self.samples(replace(person, also=()))}
        for sample in samples:
            if sample.path.parent == person.folder:
                continue
            content = sample.hash
            twin = held.get(content)
            with disk.translating(sample.path):
                if twin and twin.read_bytes() == sample.path.read_bytes():
                    sample.path.unlink()
                else:
                    held[content] = sample.path.rename(disk.unused(person.folder, sample.path.name))
        disk.sync(person.folder)

    def give_up(self, folder: Path) -> None:
        """Nobody lives here any more. Notes and folders that somebody put there are not ours to delete: they stay."""
        with disk.translating(folder):
            disk.sweep(folder)
            (folder / RECORD).unlink(missing_ok=True)
            if not any(folder.iterdir()):
                folder.rmdir()

    def _folders(self) -> list[Path]:
        try:
            with os.scandir(self.path) as entries:  # says what is a folder without another look at the disk
                found = [
                    entry.name
                    for entry in entries
                    if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
                ]
            return [self.path / name for name in sorted(found)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError("{path} cannot be read: {reason}.", path=self.path, reason=disk.reason(error)) from error
