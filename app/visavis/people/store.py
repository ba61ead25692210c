"""The people store: someone is a folder, a sample is a picture in it."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.errors import PersonNotFoundError, StoreError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.people import names
from visavis.people.folder import PeopleFolder
from visavis.people.person import Person, Session, joined
from visavis.people.samples import Sample, content_hash, file_name
from visavis.storage import disk

__all__ = ["PeopleStore", "Person", "Sample", "Session"]


class PeopleStore:
    """The people in a folder. Nothing is remembered between calls: other programs may change it, and hands too.

    Reading takes no lock. What changes the store holds its lock while it does, and no longer; killed at any step, every
    sample is where it was or where it should be, and doing the same again completes it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._home = PeopleFolder(folder)

    # Reading

    def people(self) -> list[Person]:
        """See `PeopleFolder.people`."""
        return self._home.people()

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
        hint = Message("Did you mean {names}?", names=" or ".join(near)) if near else None
        raise PersonNotFoundError("Nobody is called {name}.", hint=hint, name=name)

    def samples(self, person: Person) -> list[Sample]:
        """See `PeopleFolder.samples`."""
        return self._home.samples(person)

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
        with self._home.changing():
            self._home.refuse_taken(name)
            return self._home.create(name, consent)

    def find_or_create(self, name: str, consent: str = "") -> Person:
        """The person of that name, new if there is none; `consent` is noted for someone new."""
        name = names.cleaned(name)
        with self._home.changing():
            try:
                return self._home.tidied(self.find(name))
            except PersonNotFoundError:
                return self._home.create(name, consent)

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
        content = image if isinstance(image, bytes) else codec.encode(image)
        with disk.locked(self.folder):
            if not person.folder.is_dir():
                raise PersonNotFoundError("{name} is no longer there.", name=person.name)
            ending = f"-{content_hash(content)}.jpg"
            for sample in self.samples(person):
                if sample.path.name.endswith(ending):
                    return sample
            path = person.folder / file_name(taken or datetime.now(UTC), content)
            disk.write_whole(path, content)
        return Sample(path, person.slug)

    def record_session(self, person: Person, started: datetime, ended: datetime) -> Person:
        """Note that someone sat in front of the camera from `started` to `ended`; both with their time zone."""
        with self._home.changing():
            return joined(self._home.current(person), replace(person, sessions=(Session(started, ended),))).write()

    def rename(self, person: Person, name: str) -> Person:
        """Call someone otherwise. Their slug stays.

        Raises
        ------
        PersonNameError
            If the name cannot be used, or is another's.
        """
        name = names.cleaned(name)
        with self._home.changing():
            current = self._home.current(person)
            if names.key(name) != names.key(current.name):
                self._home.refuse_taken(name)
            return replace(current, name=name).write()

    def merge(self, person: Person, into: Person) -> Person:
        """Two entries are one person: the first one's samples and sessions go to the second, and the first is gone.

        Raises
        ------
        StoreError
            If both are the same.
        """
        with self._home.changing():
            one, other = self._home.current(person), self._home.current(into)
            if one.slug == other.slug:
                raise StoreError(
                    "{one} and {other} are the same person already.",
                    hint="Name two people.",
                    one=one.name,
                    other=other.name,
                )
            merged = joined(other, one).write()  # first, or a kill in between could lose the sessions
            self._home.take_over(self.samples(one), merged)
            self._home.give_up(one.folder)
            return merged

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
        with self._home.changing():
            both = self._home.current(other)
            self._home.refuse_taken(one.name)
            parted = self._home.settle(replace(one, folder=self._home.litter(), also=()).write().folder, one.slug)
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

    def move(self, chosen: Iterable[Sample], person: Person) -> Person:
        """Give samples to the person whom they show; the sessions they are from go along.

        Raises
        ------
        StoreError
            If one of them is gone; then none is moved.
        """
        with self._home.changing():
            current = self._home.current(person)
            owners = {folder: owner for owner in self.people() for folder in (owner.folder, *owner.also)}
            moving = [sample for sample in chosen if sample.person != current.slug]
            for sample in moving:
                if not sample.path.is_file():
                    raise StoreError("{path} is no longer there.", path=sample.path)
                sessions = [each for each in owners[sample.path.parent].sessions if each.covers(sample)]
                current = joined(current, replace(current, sessions=tuple(sessions)))
            current = current.write()
            self._home.take_over(moving, current)
            return current

    def remove(self, sample: Sample) -> None:
        """Delete one sample; one that is gone already is fine."""
        with self._home.changing(), disk.translating(sample.path):
            sample.path.unlink(missing_ok=True)

    def forget(self, person: Person) -> int:
        """Delete someone with all their pictures, at once to whoever looks; the number of pictures."""
        with self._home.changing():
            found = self._home.found(person)  # not tidied: on a full disk, forgetting is what helps
            count = len(self.samples(found))
            for folder in (*found.also, found.folder):
                disk.delete_folder(folder, self._home.litter())
            return count
