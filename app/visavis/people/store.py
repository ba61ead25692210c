"""The people store: a person is a folder, a sample is a picture in it."""

import contextlib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.audit.log import AuditEvent
from visavis.errors import DiskError, PersonNotFoundError, StoreError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.people.consent import NO_CONSENT, Consent
from visavis.people.folder import PeopleFolder
from visavis.people.names import PersonName
from visavis.people.person import (
    ASIDE_FOLDER,
    Person,
    Session,
    count_pictures,
    is_folder_of,
    make_aside,
    merge_records,
)
from visavis.people.picture_record import PictureRecord, name_hash
from visavis.people.picture_state import PersonPictures, PictureState
from visavis.people.samples import NewPicture, Sample, content_hash
from visavis.people.transaction import PeopleChange
from visavis.storage import deletion, disk
from visavis.storage.attempts import Attempts

__all__ = ["PeopleStore", "Person", "Sample", "Session"]


class PeopleStore(PeopleFolder):
    """The people in a folder. Nothing is cached between calls: other programs and the user may change the folder.

    Reading takes no lock. A change holds the store's lock while it is made, and no longer. If it is killed at any step,
    every sample is where it was or where it should be, and making the same change again completes it.
    """

    def create(self, name: PersonName, consent: Consent = NO_CONSENT) -> Person:
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

    def find_or_create(self, name: PersonName, consent: Consent = NO_CONSENT) -> Person:
        """The person with that name, created with `consent` if there is none."""
        with self.change() as change:
            person = change.person_called(name)
            return change.gather(person) if person else change.create(name, consent)

    def enroll(
        self,
        name: PersonName,
        pictures: Sequence[NewPicture],
        session: Session | None = None,
        consent: Consent = NO_CONSENT,
    ) -> Person:
        """Add pictures to the person with that name. If there is none, a new person appears with all of them, or not.

        Parameters
        ----------
        session : Session, optional
            The capture session in which the pictures were taken.
        consent : Consent
            Of a new person.

        Raises
        ------
        DiskError
            If the disk refuses. A new person is not there then; a known one has what was added until then.
        """
        sessions = (session,) if session else ()
        with self.change() as change:
            if (known := change.person_called(name)) is None:
                record = Person("", name, self.folder, None, consent, sessions)
                return change.touch(self._create_with(change, name, pictures, record))
            person = change.gather(known)
            person = merge_records(person, replace(person, sessions=sessions)).save()
            present = {picture.hash for picture in self.pictures(person)}
            self._write([each for each in pictures if content_hash(each.content) not in present], person.folder)
            return person

    def _create_with(
        self, change: PeopleChange, name: PersonName, pictures: Sequence[NewPicture], record: Person
    ) -> Person:
        if known := change.known_folder(name):  # with a record besides, it is a person
            self._write(pictures, known)
            return change.record(AuditEvent.ENROLLED, replace(record, folder=known)).save().moved_to(known)
        folder = disk.make_private(change.temporary_folder())
        try:
            self._write(pictures, folder)
            return change.place(change.record(AuditEvent.ENROLLED, replace(record, folder=folder).save()), name.slug())
        except BaseException:  # interrupted, too
            with contextlib.suppress(DiskError):
                deletion.delete(folder, self.folder)
            raise

    def _write(self, pictures: Iterable[NewPicture], folder: Path) -> None:
        for picture in pictures:
            inside = make_aside(folder) if picture.is_aside else folder
            disk.write_whole(inside / picture.file_name, picture.content, scratch=self.folder)

    def add(
        self,
        person: Person,
        image: Image | bytes,
        taken: datetime | None = None,
        *,
        aside: bool = False,
        is_new: bool = False,
    ) -> Sample:
        """Add a sample of a person, as a JPEG of quality 95, or a picture that is set aside.

        Parameters
        ----------
        image : ndarray of uint8, shape (height, width, 3), or bytes
            BGR: the face with a wide margin at native resolution (`samples.sample_cut`), never the small chip. Or the
            content of such a picture's file, from `codec.encode`.
        taken : datetime, optional
            With its time zone. Default: now.
        aside : bool
            Whether the picture is set aside, not a sample.
        is_new : bool
            Whether the caller knows that the person has no such picture: then it costs the same however many they have.

        Returns
        -------
        Sample
            The new sample or picture. If there is one with the same content, that one; nothing is written then.

        Raises
        ------
        PersonNotFoundError
            If they were forgotten in the meantime.
        PictureError
            If the picture is too large for a JPEG.
        """
        content = image if isinstance(image, bytes) else codec.encode(image)
        with self.change() as change:
            change.touch(person)
            if not person.folder.is_dir():
                raise PersonNotFoundError("{name} is no longer there.", name=person.name)
            if not is_new and (sample := _find_picture(person, content_hash(content))):
                return sample
            picture = NewPicture(content, taken or datetime.now(UTC), aside)
            self._write([picture], person.folder)
        folder = person.folder / ASIDE_FOLDER if aside else person.folder
        return Sample(folder / picture.file_name, person.slug, is_aside=aside)

    def picture_states(self, person: Person, hashes: Collection[str]) -> dict[str, PictureState]:
        """The states of a person's pictures with these hashes."""
        whole = self.picture_record(person).whole
        return {
            picture.hash: PictureState(picture.is_aside, picture.hash in whole)
            for picture in self.pictures(person)
            if picture.hash in hashes
        }

    def set_picture_states(self, person: Person, states: Mapping[str, PictureState]) -> None:
        """Change the states of a person's pictures, by their hashes: use them as samples, or set them aside."""
        with self.change() as change:
            current = change.current(person).save()  # a folder without a record is no person once it has no samples
            record = self.picture_record(current)
            counted = {key for key, state in states.items() if state.is_whole}
            changed = replace(record, whole=(record.whole - states.keys()) | counted)
            if changed != record:
                changed.save(current.folder)
            pictures = [picture for picture in self.pictures(current) if picture.hash in states]
            change.move_samples([replace(each, is_aside=states[each.hash].is_aside) for each in pictures], current)

    def remember_sources(self, person: Person, record: PictureRecord) -> None:
        """Add to what is remembered of a person's pictures; nothing if they were forgotten in the meantime."""
        with self.change() as change:
            if not person.folder.is_dir():
                return
            change.touch(person)
            before = PictureRecord.load(person.folder)
            joined = before.plus(record)
            if joined != before:
                joined.save(person.folder)

    def forget_sources(self, hashes: Collection[str], attempts: Attempts) -> None:
        """Remove what all people's records remember of pictures with these hashes: whom they show was forgotten."""
        if not self.folder.is_dir():
            return
        with attempts.step(), self.change():
            for folder in self.subfolders():
                with attempts.step():
                    record = PictureRecord.load(folder)
                    rest = record.without(hashes)
                    if rest != record:
                        rest.save(folder)

    def person_pictures(self, person: Person) -> PersonPictures:
        """Which pictures a person has, and what is remembered of them."""
        return PersonPictures(frozenset(each.hash for each in self.pictures(person)), self.picture_record(person))

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
            return replace(change.record(AuditEvent.RENAMED, current), name=name).save()

    def set_consent(self, person: Person, consent: Consent) -> Person:
        """Note what a person agreed to, in place of what was noted before."""
        with self.change() as change:
            return replace(change.record(AuditEvent.CONSENTED, change.current(person)), consent=consent).save()

    def set_announced(self, person: Person, *, is_announced: bool) -> Person:
        """Note whether the user wants to be told when a person comes."""
        with self.change() as change:
            return replace(change.current(person), is_announced=is_announced).save()

    @staticmethod
    def require_mergeable(person: Person, into: Person) -> None:
        """Raise a `StoreError` if both are the same person."""
        if person.slug == into.slug:
            raise StoreError(
                "{name} and {other} are the same person already.",
                hint="Choose two different people.",
                name=person.name,
                other=into.name,
            )

    def merge(self, person: Person, into: Person) -> Person:
        """Merge two entries of one person: `into` gets the samples and sessions of `person`, who is removed.

        Raises
        ------
        StoreError
            If both are the same.
        """
        with self.change() as change:
            one, other = change.current(person), change.current(into)
            self.require_mergeable(one, other)
            other = other.with_id()
            change.record(AuditEvent.MERGED, one, other)
            merged = merge_records(other, one).save()  # first, or a kill in between could lose the sessions
            change.move_pictures(one, merged, PictureRecord(merged=frozenset({name_hash(one.name)})))
            change.remove_record(one.folder)
            return merged

    def unmerge(self, person: Person, into: Person, before: PersonPictures, into_before: PersonPictures) -> Person:
        """Undo a merge: `person` and `into` are two people again, as they were before it.

        Parameters
        ----------
        person, into : Person
            As they were before the merge.
        before, into_before : PersonPictures
            Their pictures before the merge. A picture that both had is copied.

        Raises
        ------
        PersonNameError
            If the name of `person` is another's by now.
        """
        with self.change() as change:
            merged = change.current(into)
            change.record(AuditEvent.UNMERGED, person, merged)
            restored = self._restore_record(change, person, before.record)
            pictures = [picture for picture in self.pictures(merged) if picture.hash in before.hashes]
            shared = [picture for picture in pictures if picture.hash in into_before.hashes]
            there = {picture.hash for picture in self.pictures(restored)}
            copies = [
                NewPicture(picture.read(), picture.taken or datetime.now(UTC), picture.is_aside)
                for picture in shared
                if picture.hash not in there
            ]
            self._write(copies, restored.folder)
            change.move_samples([picture for picture in pictures if picture not in shared], restored)
            name = PictureRecord(merged=frozenset({name_hash(person.name)}))
            joined = self.picture_record(merged).without_record(before.record.plus(name))
            joined.plus(into_before.record).save(merged.folder)
            sessions = tuple(each for each in merged.sessions if each in into.sessions or each not in person.sessions)
            replace(merged, sessions=sessions, consent=into.consent or merged.consent).save()
            return restored

    def _restore_record(self, change: PeopleChange, person: Person, record: PictureRecord) -> Person:
        """The person with that record who was merged; they are there already if undoing the merge was interrupted."""
        with contextlib.suppress(PersonNotFoundError):
            current = change.reload(person)
            if (current.name, current.created) == (person.name, person.created):
                return current
        change.require_unused(person.name)
        again = replace(person, folder=change.temporary_folder(), other_folders=()).save()
        record.save(again.folder)
        return change.place(again, person.slug)

    def move(self, samples: Iterable[Sample], person: Person) -> Person:
        """Move samples to the person whom they show, with the sessions in which they were taken.

        Raises
        ------
        StoreError
            If one of them no longer exists. None is moved then.
        """
        with self.change() as change:
            current = change.current(person)
            owners = {folder: owner for owner in self.known_people() for folder in (owner.folder, *owner.other_folders)}
            moving = [sample for sample in samples if sample.person != current.slug]
            for sample in moving:
                if not sample.path.is_file():
                    raise StoreError("{path} is no longer there.", path=sample.path)
                sessions = [each for each in owners[sample.folder].sessions if each.covers(sample)]
                current = merge_records(current, replace(current, sessions=tuple(sessions)))
            current = current.save()
            change.take_out(moving, current)
            change.move_samples(moving, current)
            return current

    def remove(self, sample: Sample) -> None:
        """Delete a sample; no error if it no longer exists."""
        with self.change(), disk.translate_errors(sample.path):
            sample.path.unlink(missing_ok=True)

    def delete(self, person: Person) -> int:
        """Delete a person with all pictures, for readers at once; return the number of pictures."""
        with self.change() as change:
            current = change.reload(person)  # not gathered: on a full disk, forgetting is what helps
            count = len(self.pictures(current))
            for folder in (*current.other_folders, current.folder):
                deletion.delete_at_once(folder, change.temporary_folder())
            return count

    def erase(self, slugs: Collection[str], attempts: Attempts) -> int:
        """Delete everything of people who are forgotten, also where it is damaged; return the number of pictures.

        The temporary files that killed programs left in other people's folders go, too: they may show anybody.

        Parameters
        ----------
        slugs : collection of str
            The names of the folders. They are only compared with those that there are.
        attempts : Attempts
            Gets what cannot be deleted; the rest goes on.
        """
        count = 0
        if not self.folder.is_dir():
            return count
        with attempts.step(), disk.lock(self.folder):
            for path in deletion.list_entries(self.folder):
                if not is_folder_of(path, slugs) or path.name.startswith("."):
                    for folder in (path, path / ASIDE_FOLDER) if deletion.is_folder(path) else ():
                        with attempts.step():
                            disk.remove_temporary_files(folder)
                elif path.is_dir():
                    with attempts.step():
                        deletion.make_accessible(path)
                        deletion.make_accessible(path / ASIDE_FOLDER)
                        count += count_pictures(path)
                        if path.is_symlink():
                            deletion.delete(path, self.folder)
                        else:
                            deletion.delete_at_once(path, PeopleChange(self).temporary_folder())
            self.sweep_locked(attempts)
        return count


def _find_picture(person: Person, key: str) -> Sample | None:
    """The picture with that hash which the store named; only names are read."""
    ending = f"-{key}.jpg"
    for folder in (person.folder, *person.other_folders):
        for inside, is_aside in ((folder, False), (folder / ASIDE_FOLDER, True)):
            with contextlib.suppress(FileNotFoundError):
                for name in os.listdir(inside):
                    if name.endswith(ending):
                        return Sample(inside / name, person.slug, is_aside=is_aside)
    return None
