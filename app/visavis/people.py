"""The people store: someone is a folder, a sample is a picture in it."""

import contextlib
import difflib
import os
import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis import disk, images, names
from visavis.errors import PersonNameError, PersonNotFoundError, StoreError
from visavis.images import Image
from visavis.person import RECORD, Person, Session, pictures_in
from visavis.samples import Sample, content_hash, file_name

__all__ = ["PeopleStore", "Person", "Sample", "Session"]

#: How the names of folders begin that are being made or deleted: what a crash leaves of them, the next change deletes.
_LITTER = ".litter-"
_ALWAYS = datetime.max.replace(tzinfo=UTC)


class PeopleStore:
    """The people in a folder. Nothing is remembered between calls: other programs may change it, and hands too.

    Reading takes no lock. What changes the store holds its lock while it does, and no longer; killed at any step, every
    sample is where it was or where it should be, and doing the same again completes it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # Reading

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
            found[key] = _joined(first, person, also=(*first.also, person.folder)) if first else person
        return [found[key] for key in sorted(found)]

    def find(self, name: str) -> Person:
        """The person of that name.

        Raises
        ------
        PersonNotFoundError
            If there is none; the hint has the names that resemble it.
        """
        everybody = {names.key(person.name): person for person in self.people()}
        if names.key(name) in everybody:
            return everybody[names.key(name)]
        near = [everybody[key].name for key in difflib.get_close_matches(names.key(name), everybody)]
        hint = f"Did you mean {' or '.join(near)}?" if near else None
        raise PersonNotFoundError(f"Nobody is called {name}.", hint=hint)

    def samples(self, person: Person) -> list[Sample]:
        """Someone's pictures, by file name; also those put in by hand."""
        pictures = pictures_in(person.folder)
        if person.also:
            pictures += [path for folder in person.also for path in pictures_in(folder)]
            pictures.sort(key=lambda path: path.name)
        return [Sample(path, person.slug) for path in pictures]

    # Changing

    def create(self, name: str, consent: str = "") -> Person:
        """Someone new.

        Raises
        ------
        PersonNameError
            If the name cannot be used, or is taken.
        DiskError
            If the disk refuses; nothing is changed then.
        """
        name = names.cleaned(name)
        with self._changing():
            self._refuse_taken(name)
            return self._create(name, consent)

    def find_or_create(self, name: str, consent: str = "") -> Person:
        """The person of that name, new if there is none; `consent` is noted for someone new."""
        name = names.cleaned(name)
        with self._changing():
            try:
                return self._tidied(self.find(name))
            except PersonNotFoundError:
                return self._create(name, consent)

    def add(self, person: Person, image: Image | bytes, taken: datetime | None = None) -> Sample:
        """Keep a picture of someone, as a JPEG of quality 95.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3), or bytes
            BGR: the face with wide margin at native resolution (`samples.sample_cut`), never the small chip. Or such a
            picture as `images.encode` makes it.
        taken : datetime, optional
            With its time zone; now, if not given.

        Returns
        -------
        Sample
            The new one, or the one that has the same content already: then nothing is written.

        Raises
        ------
        PersonNotFoundError
            If they were forgotten in the meantime.
        PictureError
            If the picture is too large for a JPEG.
        """
        content = image if isinstance(image, bytes) else images.encode(image)
        with disk.locked(self.folder):
            if not person.folder.is_dir():
                raise PersonNotFoundError(f"{person.name} is no longer there.")
            ending = f"-{content_hash(content)}.jpg"
            for sample in self.samples(person):
                if sample.path.name.endswith(ending):
                    return sample
            path = person.folder / file_name(taken or datetime.now(UTC), content)
            disk.write_whole(path, content)
        return Sample(path, person.slug)

    def record_session(self, person: Person, started: datetime, ended: datetime) -> Person:
        """Note that someone sat in front of the camera from `started` to `ended`; both with their time zone."""
        with self._changing():
            return _joined(self._current(person), replace(person, sessions=(Session(started, ended),))).write()

    def rename(self, person: Person, name: str) -> Person:
        """Call someone otherwise. Their slug stays.

        Raises
        ------
        PersonNameError
            If the name cannot be used, or is another's.
        """
        name = names.cleaned(name)
        with self._changing():
            current = self._current(person)
            if names.key(name) != names.key(current.name):
                self._refuse_taken(name)
            return replace(current, name=name).write()

    def merge(self, person: Person, into: Person) -> Person:
        """Two entries are one person: the first one's samples and sessions go to the second, and the first is gone.

        Raises
        ------
        StoreError
            If both are the same.
        """
        with self._changing():
            one, other = self._current(person), self._current(into)
            if one.slug == other.slug:
                what = f"{one.name} and {other.name} are the same person already."
                raise StoreError(what, hint="Name two people.")
            merged = _joined(other, one).write()  # first, or a kill in between could lose the sessions
            self._take_over(self.samples(one), merged)
            self._give_up(one.folder)
            return merged

    def move(self, chosen: Iterable[Sample], person: Person) -> Person:
        """Give samples to the person whom they show; the sessions they are from go along.

        Raises
        ------
        StoreError
            If one of them is gone; then none is moved.
        """
        with self._changing():
            current = self._current(person)
            owners = {folder: owner for owner in self.people() for folder in (owner.folder, *owner.also)}
            moving = [sample for sample in chosen if sample.person != current.slug]
            for sample in moving:
                if not sample.path.is_file():
                    raise StoreError(f"{sample.path} is no longer there.")
                sessions = [each for each in owners[sample.path.parent].sessions if each.covers(sample)]
                current = _joined(current, replace(current, sessions=tuple(sessions)))
            current = current.write()
            self._take_over(moving, current)
            return current

    def remove(self, sample: Sample) -> None:
        """Delete one sample; one that is gone already is fine."""
        with self._changing(), disk.translating(sample.path):
            sample.path.unlink(missing_ok=True)

    def forget(self, person: Person) -> int:
        """Delete someone with all their pictures, at once to whoever looks; the number of pictures."""
        with self._changing():
            found = self._found(person)  # not tidied: on a full disk, forgetting is what helps
            count = len(self.samples(found))
            for folder in (*found.also, found.folder):
                disk.delete_folder(folder, self._litter())
            return count

    # Taking out, and putting back

    def take_out(self, person: Person, to: Path) -> Person:
        """Move someone's folder, with all it holds, to `to`, where nothing is yet; at once to whoever looks.

        Raises
        ------
        PersonNotFoundError
            If they are no longer there.
        DiskError
            If the disk refuses, and everything is as before.
        """
        with self._changing():
            current = self._current(person)
            with disk.translating(current.folder):
                os.rename(current.folder, to)
            disk.sync(self.folder)
            return current

    def take_samples_out(self, chosen: Iterable[Sample], to: Path) -> int:
        """Move pictures into the folder `to`; those that are gone already are fine. How many were moved."""
        moved = 0
        with self._changing():
            for sample in chosen:
                if sample.path.is_file():
                    with disk.translating(sample.path):
                        os.rename(sample.path, disk.unused(to, sample.path.name))
                    moved += 1
            disk.sync(to)
        return moved

    def put_back(self, folder: Path, slug: str, name: str) -> Person:
        """Take in a folder that was taken out: as it was, or to whoever is that person, or has that name, by now.

        Notes that somebody put into the folder stay in it where it is not taken in as it was.
        """
        with self._changing():
            returning = Person.read(folder)
            owner = self._owner(slug, returning.name if returning else name)
            if owner is None:
                if not (folder / RECORD).is_file():
                    Person(slug, name, folder).write()
                return self._settle(folder, slug)
            current = self._tidied(owner)
            current = (_joined(current, returning) if returning else current).write()
            self._take_over([Sample(path, slug) for path in pictures_in(folder)], current)
            return current

    def part(self, one: Person, other: Person, pictures: Collection[str], kept: Collection[str]) -> Person:
        """Take a merge back: `one` and `other` are two again, as they were before it.

        Parameters
        ----------
        one, other : Person
            Before the merge: who was gone after it, and who had both.
        pictures, kept : collection of str
            The hashes of the one's samples, and of the other's; what both had is copied.

        Raises
        ------
        PersonNameError
            If the one's name is another's by now.
        """
        with self._changing():
            both = self._current(other)
            self._refuse_taken(one.name)
            parted = self._settle(replace(one, folder=self._litter(), also=()).write().folder, one.slug)
            for sample in self.samples(both):
                if sample.hash in pictures:
                    path = parted.folder / sample.path.name
                    if sample.hash in kept:
                        disk.write_whole(path, sample.path.read_bytes())
                    else:
                        with disk.translating(path):
                            sample.path.rename(path)
            sessions = tuple(each for each in both.sessions if each in other.sessions or each not in one.sessions)
            replace(both, sessions=sessions, consent=other.consent or both.consent).write()
            return parted

    # Inside the lock

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold the lock; keep the store private, and clean up after a change that was killed."""
        with disk.locked(self.folder):
            with disk.translating(self.folder):
                if os.name == "posix" and self.folder.stat().st_mode & 0o077:
                    self.folder.chmod(0o700)  # made by hand
                for litter in self.folder.glob(f"{_LITTER}*"):
                    shutil.rmtree(litter)
            yield

    def _found(self, person: Person) -> Person:
        """Someone as they are on disk now."""
        for found in self.people():
            if found.slug == person.slug:
                return found
        raise PersonNotFoundError(f"{person.name} is no longer there.")

    def _current(self, person: Person) -> Person:
        """Someone as they are on disk now, all in one folder."""
        return self._tidied(self._found(person))

    def _tidied(self, person: Person) -> Person:
        disk.sweep(person.folder)
        if not person.also:
            return person
        gathered = replace(person, also=()).write()
        self._take_over(self.samples(person), gathered)
        for folder in person.also:
            self._give_up(folder)
        return gathered

    def _refuse_taken(self, name: str) -> None:
        for person in self.people():
            if names.key(person.name) == names.key(name):
                hint = "Choose another, or make the two one: visavis people merge."
                raise PersonNameError(f"The name {person.name} is taken.", hint=hint)

    def _create(self, name: str, consent: str) -> Person:
        person = Person("", name, self._litter(), consent=consent).write()
        return self._settle(person.folder, names.slug(name))

    def _settle(self, folder: Path, slug: str) -> Person:
        """Make a folder with a record somebody's, under that slug unless it is taken."""
        taken = [path.name for path in self.folder.iterdir()]
        settled = self.folder / (names.slug(slug, taken) if names.key(slug) in map(names.key, taken) else slug)
        with disk.translating(settled):
            os.rename(folder, settled)
        disk.sync(self.folder)
        person = Person.read(settled)
        if person is None:
            raise ValueError(f"{settled} has no record")
        return person

    def _owner(self, slug: str, name: str) -> Person | None:
        """Who has that slug, else who has that name."""
        everybody = self.people()
        by_slug = [person for person in everybody if person.slug == slug]
        by_name = [person for person in everybody if names.key(person.name) == names.key(name)]
        return next(iter(by_slug + by_name), None)

    def _litter(self) -> Path:
        """A folder that is not yet, or no longer, anybody's."""
        return self.folder / f"{_LITTER}{secrets.token_hex(8)}"

    def _take_over(self, samples: Iterable[Sample], person: Person) -> None:
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

    def _give_up(self, folder: Path) -> None:
        """Nobody lives here any more. Notes and folders that somebody put there are not ours to delete: they stay."""
        with disk.translating(folder):
            disk.sweep(folder)
            (folder / RECORD).unlink(missing_ok=True)
            if not any(folder.iterdir()):
                folder.rmdir()

    def _folders(self) -> list[Path]:
        try:
            with os.scandir(self.folder) as entries:  # says what is a folder without another look at the disk
                found = [
                    entry.name
                    for entry in entries
                    if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
                ]
            return [self.folder / name for name in sorted(found)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(f"{self.folder} cannot be read: {disk.reason(error)}.") from error


def _joined(person: Person, other: Person, also: tuple[Path, ...] = ()) -> Person:
    """`person` with the other's sessions too, and their note on consent where there was none."""
    sessions = tuple(sorted({*person.sessions, *other.sessions}))
    return replace(person, sessions=sessions, consent=person.consent or other.consent, also=also or person.also)
