"""What a user says of a face in the picture: who it is, or who it is not. Each correction carries its inverse."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from visavis.errors import PersonNotFoundError
from visavis.imaging.image import Image
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import FaceCrop, sample_cut
from visavis.people.store import PeopleStore, Person
from visavis.storage.paths import DataFolders


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was said, and done."""

    name: str | None  #: of the person it is about; None for a stranger
    rejected: bool  #: it is not them
    undo: Callable[[], object]  #: the inverse; raises `DiskError` where the disk refuses, and can be tried again then


class Corrections:
    """Writes what is said into the people store and among the rejections. What was said before stays as it is."""

    def __init__(self, folders: DataFolders) -> None:
        self._people = PeopleStore(folders.people)
        self._rejections = RejectionStore(folders.strangers)

    def is_person(self, seen: FaceCrop, name: PersonName) -> Correction:
        """It is somebody, who is new if nobody has that name: the picture becomes a sample of theirs.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        new = not self._is_known(name)
        person = self._people.find_or_create(name)
        before = {sample.path for sample in self._people.samples(person)}
        picture = sample_cut(seen.image, seen.face)
        sample = self._people.add(person, picture)
        restore = self._withdraw(picture, person)

        def undo() -> None:
            restore()
            if sample.path in before:  # it was theirs already
                return
            self._people.remove(sample)
            if new and not self._people.samples(person):
                self._people.delete(person)

        return Correction(person.name, False, undo)

    def is_not(self, seen: FaceCrop, person: Person) -> Correction:
        """It is not that person; it may be somebody else who is enrolled."""
        return self._rejected(seen, person)

    def is_stranger(self, seen: FaceCrop) -> Correction:
        """It is nobody who is enrolled, or no face at all: nothing like it is given a name."""
        return self._rejected(seen, None)

    def _rejected(self, seen: FaceCrop, person: Person | None) -> Correction:
        picture = sample_cut(seen.image, seen.face)
        before = self._rejections.find(picture)
        rejection = self._rejections.add(picture, person)
        name = person.name if person else None
        return Correction(name, True, lambda: self._rejections.undo_add(rejection, before))

    def _withdraw(self, picture: Image, person: Person) -> Callable[[], object]:
        """Whoever says that it is them no longer says that it is not; return what says so again."""
        before = self._rejections.find(picture)
        if before is None or not before.concerns(person.slug):
            return lambda: None
        rest = tuple(slug for slug in before.people if slug != person.slug)
        self._rejections.undo_add(before, replace(before, people=rest) if rest else None)
        return lambda: self._rejections.add(picture, person if before.people else None)

    def _is_known(self, name: str) -> bool:
        try:
            self._people.find(name)
        except PersonNotFoundError:
            return False
        return True
