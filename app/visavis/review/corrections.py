"""Corrections of answers: the user says who a face is, or who it is not. Each correction has its inverse."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from visavis.errors import PersonNotFoundError
from visavis.imaging import codec
from visavis.imaging.crop import cut
from visavis.imaging.image import Image
from visavis.people.names import PersonName
from visavis.people.picture_state import IN_USE
from visavis.people.rejections import RejectionStore
from visavis.people.samples import FaceCrop, NewPicture, sample_cut
from visavis.people.store import PeopleStore, Person
from visavis.storage.paths import DataFolders


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that was saved."""

    name: str | None  #: the person; None for a stranger
    rejected: bool  #: the face is not theirs
    undo: Callable[[], object]  #: the inverse; if it raises a `DiskError`, it can be tried again


class Corrections:
    """Saves corrections as samples in the people store, or as rejections."""

    def __init__(self, folders: DataFolders) -> None:
        self._people = PeopleStore(folders.people)
        self._rejections = RejectionStore(folders.strangers)

    def is_person(self, seen: FaceCrop, name: PersonName) -> Correction:
        """The face is a person's, who is created if there is none with that name: add it as a sample.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        is_new = not self._is_known(name)
        picture = _marked_cut(seen) if seen.is_marked else sample_cut(seen.image, seen.face)
        if is_new:
            person = self._people.enroll(name, [NewPicture(codec.encode(picture), datetime.now(UTC))])
            paths_before, [sample] = set(), self._people.samples(person)
        else:
            person = self._people.find_or_create(name)
            paths_before = {sample.path for sample in self._people.samples(person)}
            sample = self._people.add(person, picture)
        if seen.is_marked:  # it counts also if no face is found in it
            self._people.set_picture_states(person, {sample.hash: IN_USE})
        restore_rejection = self._withdraw_rejection(picture, person)

        def undo() -> None:
            restore_rejection()
            if sample.path in paths_before:  # there was such a sample already
                return
            self._people.remove(sample)
            if is_new and not self._people.samples(person):
                self._people.delete(person)

        return Correction(person.name, False, undo)

    def is_not(self, seen: FaceCrop, person: Person) -> Correction:
        """The face is not that person's; it may be another enrolled person's."""
        return self._reject(seen, person)

    def is_stranger(self, seen: FaceCrop) -> Correction:
        """The face is of a person who is not enrolled, or is no face: similar faces stay unknown."""
        return self._reject(seen, None)

    def _reject(self, seen: FaceCrop, person: Person | None) -> Correction:
        picture = sample_cut(seen.image, seen.face)
        previous = self._rejections.find(picture)
        rejection = self._rejections.add(picture, person)
        name = person.name if person else None
        return Correction(name, True, lambda: self._rejections.undo_add(rejection, previous))

    def _withdraw_rejection(self, picture: Image, person: Person) -> Callable[[], object]:
        """Remove an earlier rejection of the same picture for the person; return a callable that restores it."""
        previous = self._rejections.find(picture)
        if previous is None or not previous.concerns(person.slug):
            return lambda: None
        rest = tuple(slug for slug in previous.people if slug != person.slug)
        self._rejections.undo_add(previous, replace(previous, people=rest) if rest else None)
        return lambda: self._rejections.add(picture, person if previous.people else None)

    def _is_known(self, name: str) -> bool:
        try:
            self._people.find(name)
        except PersonNotFoundError:
            return False
        return True


def _marked_cut(seen: FaceCrop) -> Image:
    """The box that the user drew, without a margin: where no face is found, the whole sample is taken for the face."""
    height, width = seen.image.shape[:2]
    box = seen.face.box.clip(width, height)
    assert box is not None  # `FaceCrop.from_image` refuses others
    return cut(seen.image, box)
