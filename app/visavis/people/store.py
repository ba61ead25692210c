"""The people store: a person is a folder, a sample is a picture in it."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from visavis.errors import PersonNotFoundError, StoreError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.people.folder import PeopleFolder
from visavis.people.names import PersonName
from visavis.people.person import Person, Session, merge_records
from visavis.people.samples import Sample, content_hash, file_name
from visavis.storage import disk

__all__ = ["PeopleStore", "Person", "Sample", "Session"]


class PeopleStore(PeopleFolder):
    """The people in a folder. Nothing is cached between calls: other programs and the user may change the folder.

    Reading takes no lock. A change holds the store's lock while it is made, and no longer. If it is killed at any step,
    every sample is where it was or where it should be, and making the same change again completes it.
    """

    def create(self, name: PersonName, consent: str = "") -> Person:
        """Create a person.

        Raises
        ------
        PersonNameError
            If the name is taken.
        DiskError
            If the disk refuses. Nothing is changed then.
        """
        with self.change() as change:
            change.require_unused(name)
            return change.create(name, consent)

    def find_or_create(self, name: PersonName, consent: str = "") -> Person:
        """The person with that name, created with `consent` if there is none."""
        with self.change() as change:
            try:
                return change.gather(self.find(name))
            except PersonNotFoundError:
                return change.create(name, consent)

    def add(self, person: Person, image: Image | bytes, taken: datetime | None = None) -> Sample:
        """Add a sample of a person, as a JPEG of quality 95.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3), or bytes
            BGR: the face with a wide margin at native resolution (`samples.sample_cut`), never the small chip. Or the
            content of such a picture's file, from `codec.encode`.
        taken : datetime, optional
            With its time zone. Default: now.

        Returns
        -------
        Sample
            The new sample. If there is one with the same content, that one; nothing is written then.

        Raises
        ------
        PersonNotFoundError
            If they were forgotten in the meantime.
        PictureError
            If the picture is too large for a JPEG.
        """
        content = image if isinstance(image, bytes) else codec.encode(image)
        with disk.lock(self.folder):
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
        """Record a capture session from `started` to `ended`, both with their time zone."""
        with self.change() as change:
            session = replace(person, sessions=(Session(started, ended),))
            return merge_records(change.current(person), session).save()

    def rename(self, person: Person, name: PersonName) -> Person:
        """Rename a person. The slug stays.

        Raises
        ------
        PersonNameError
            If the name is another person's.
        """
        with self.change() as change:
            current = change.current(person)
            if name.key != current.name.key:
                change.require_unused(name)
            return replace(current, name=name).save()

    def merge(self, person: Person, into: Person) -> Person:
        """Merge two entries of one person: `into` gets the samples and sessions of `person`, who is removed.

        Raises
        ------
        StoreError
            If both are the same.
        """
        with self.change() as change:
            one, other = change.current(person), change.current(into)
            if one.slug == other.slug:
                raise StoreError(
                    "{name} and {other} are the same person already.",
                    hint="Choose two different people.",
                    name=one.name,
                    other=other.name,
                )
            merged = merge_records(other, one).save()  # first, or a kill in between could lose the sessions
            change.move_samples(self.samples(one), merged)
            change.remove_record(one.folder)
            return merged

    def unmerge(
        self, person: Person, into: Person, samples_before: Collection[str], into_samples_before: Collection[str]
    ) -> Person:
        """Undo a merge: `person` and `into` are two people again, as they were before it.

        Parameters
        ----------
        person, into : Person
            As they were before the merge.
        samples_before, into_samples_before : collection of str
            The hashes of their samples before the merge. A sample that both had is copied.

        Raises
        ------
        PersonNameError
            If the name of `person` is another's by now.
        """
        with self.change() as change:
            merged = change.current(into)
            change.require_unused(person.name)
            record = replace(person, folder=change.temporary_folder(), other_folders=()).save()
            restored = change.place(record, person.slug)
            for sample in self.samples(merged):
                if sample.hash in samples_before:
                    path = restored.folder / sample.path.name
                    if sample.hash in into_samples_before:
                        disk.write_whole(path, sample.path.read_bytes())
                    else:
                        with disk.translate_errors(path):
                            sample.path.rename(path)
            sessions = tuple(each for each in merged.sessions if each in into.sessions or each not in person.sessions)
            replace(merged, sessions=sessions, consent=into.consent or merged.consent).save()
            return restored

    def move(self, samples: Iterable[Sample], person: Person) -> Person:
        """Move samples to the person whom they show, with the sessions in which they were taken.

        Raises
        ------
        StoreError
            If one of them no longer exists. None is moved then.
        """
        with self.change() as change:
            current = change.current(person)
            owners = {folder: owner for owner in self.people() for folder in (owner.folder, *owner.other_folders)}
            moving = [sample for sample in samples if sample.person != current.slug]
            for sample in moving:
                if not sample.path.is_file():
                    raise StoreError("{path} is no longer there.", path=sample.path)
                sessions = [each for each in owners[sample.path.parent].sessions if each.covers(sample)]
                current = merge_records(current, replace(current, sessions=tuple(sessions)))
            current = current.save()
            change.move_samples(moving, current)
            return current

    def remove(self, sample: Sample) -> None:
        """Delete a sample; no error if it no longer exists."""
        with self.change(), disk.translate_errors(sample.path):
            sample.path.unlink(missing_ok=True)

    def delete(self, person: Person) -> int:
        """Delete a person with all samples, for readers at once; return the number of samples."""
        with self.change() as change:
            current = change.reload(person)  # not gathered: on a full disk, forgetting is what helps
            count = len(self.samples(current))
            for folder in (*current.other_folders, current.folder):
                disk.delete_folder(folder, change.temporary_folder())
            return count
