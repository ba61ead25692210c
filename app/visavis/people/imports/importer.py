"""Import of pictures into the people store, each as the person whose folder it lies in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from visavis.errors import PictureError, StoreError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face, FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.people.imports.import_outcomes import (
    ImportedPicture,
    ImportOutcome,
    ImportResult,
    PassedOverFile,
    UnreadablePicture,
)
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.picture_record import PictureRecord
from visavis.people.picture_state import IN_USE
from visavis.people.rejections import RejectionStore
from visavis.people.samples import NewPicture, content_hash, sample_cut
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash


@dataclass(frozen=True, slots=True, eq=False)
class SeveralFaces:
    """A picture with several faces, one of which is to be taken."""

    name: PersonName  #: of the person whose picture it is
    path: Path
    image: Image  #: (height, width, 3) uint8, BGR
    faces: tuple[Face, ...]  #: in pixels of `image`, largest first


FaceChooser = Callable[[SeveralFaces], Face | None]
"""Chooses the face of the person; None: none of them, and the picture is not imported."""


def center_face(picture: SeveralFaces) -> Face | None:
    """The face nearest to the center, among those at least half as wide as the widest."""
    height, width = picture.image.shape[:2]
    return labeled_face(picture.faces, width, height)


def largest_face(picture: SeveralFaces) -> Face | None:
    """The largest face."""
    return max(picture.faces, key=lambda face: face.box.area)


@dataclass(frozen=True, slots=True)
class Importer:
    """Imports pictures into the store. A sample is one face of the picture, with a wide margin.

    A picture without a face is set aside: it is not a sample. A picture that was imported before and is the person's no
    longer is passed over: the user moved, rejected or deleted it, and importing it again must not bring it back.
    """

    store: PeopleStore
    trash: Trash
    rejections: RejectionStore
    detect: FaceFinder
    choose: FaceChooser = center_face
    keep_faceless: bool = False
    """Whether a picture without a face becomes a sample, whole."""
    again: bool = False
    """Whether pictures that the user took out are imported again."""

    def __call__(self, planned: ImportPlan) -> Iterator[ImportOutcome]:
        """Import pictures one by one. Unreadable ones are skipped, and imported ones stay if the import fails later.

        Raises
        ------
        StoreError
            If the pictures are the store's own.
        DiskError
            If the disk refuses.
        """
        self.require_others_pictures(path for _, path in planned.pictures)
        for name, other in planned.others:
            yield PassedOverFile(name, other.path, other.problem)
        for name, pictures in groupby(planned.pictures, key=lambda picture: picture[0]):
            yield from self._import_person(name, [(path, None) for _, path in pictures])

    def require_others_pictures(self, pictures: Iterable[Path]) -> None:
        """Raise a `StoreError` if some of the pictures are the store's own."""
        here = self.store.folder.resolve()
        if any(folder.resolve().is_relative_to(here) for folder in {path.parent for path in pictures}):
            raise StoreError(
                "{folder} cannot be imported into itself.",
                hint="Its pictures are samples already.",
                folder=self.store.folder,
            )

    def add_faces(self, chosen: Iterable[tuple[PersonName, Path, Face]]) -> Iterator[ImportOutcome]:
        """Import faces that the user chose from pictures that were undecided, as the people whom the user named.

        Raises
        ------
        DiskError
            If the disk refuses.
        """
        people: dict[str, list[tuple[PersonName, Path, Face]]] = {}
        for name, path, face in chosen:
            people.setdefault(name.key, []).append((name, path, face))
        for faces in people.values():
            yield from self._import_person(faces[0][0], [(path, face) for _, path, face in faces])

    def _import_person(self, name: PersonName, pictures: Sequence[tuple[Path, Face | None]]) -> Iterator[ImportOutcome]:
        session = PersonImport.begin(self, name)
        try:
            for path, face in pictures:
                try:
                    yield session.add(path, face)
                except PictureError as error:
                    yield UnreadablePicture(session.label, path, error.message)
        finally:
            session.end()


@dataclass(slots=True)
class PersonImport:
    """The import of one person's pictures, which ends with `end`."""

    importer: Importer
    name: PersonName
    person: Person | None
    is_new: bool
    present: set[str]
    """Hashes of the pictures that the person has, with those set aside."""
    aside: set[str]
    """Hashes of the pictures that are set aside."""
    record: PictureRecord
    """What is remembered of the person's pictures, also of those in the trash."""
    taken_out: set[str]
    """Hashes of pictures that the user rejected or deleted, as far as the strangers and the trash have them."""
    imported: dict[str, str] = field(default_factory=dict)
    """The hash of each file and of its sample, of this import."""

    @classmethod
    def begin(cls, importer: Importer, name: PersonName) -> "PersonImport":
        store = importer.store
        person = store.person_called(name) or store.find_merged(name)
        record = store.picture_record(person) if person else PictureRecord()
        taken_out: set[str] = set()
        for entry in importer.trash.entries_of(person.slug if person else "", name):
            if entry.name:
                record = entry.picture_record.plus(record)
                taken_out |= {picture.hash for picture in entry.samples()}
        taken_out |= importer.rejections.hashes_concerning(person.slug if person else None)
        pictures = store.pictures(person) if person else []
        present = {picture.hash for picture in pictures}
        aside = {picture.hash for picture in pictures if picture.is_aside}
        return cls(importer, name, person, person is None, present, aside, record, taken_out)

    @property
    def label(self) -> PersonName:
        """The name of the person as the store has it."""
        return self.person.name if self.person else self.name

    def add(self, path: Path, face: Face | None) -> ImportedPicture:
        """Import one picture; `face` is the one to take, or None if it is to be found.

        Raises
        ------
        PictureError
            If the picture cannot be read.
        """
        content = codec.read_bytes(path)
        source = content_hash(content)
        outcome = ImportedPicture(self.label, path, ImportResult.PRESENT_BEFORE)
        made = self.imported.get(source) or self.record.sample_of(source) or source
        if face is None:
            if made in self.present:
                return self._describe_present(made, outcome)
            if self._is_out(made):
                return replace(outcome, result=ImportResult.TAKEN_OUT_BEFORE)
        damage: list[float] = []
        image = codec.decode(content, str(path), damage.append)
        faces = (face,) if face else tuple(self.importer.detect(image))
        outcome = replace(outcome, faces=faces, has_face=bool(faces), is_damaged=bool(damage))
        chosen = face or self._choose(path, image, faces)
        if faces and chosen is None:
            return replace(outcome, result=ImportResult.UNDECIDED)
        picture = codec.encode(sample_cut(image, chosen) if chosen else image)
        return self._keep(picture, {source, made}, outcome, is_aside=chosen is None, is_wanted=face is not None)

    def add_region(self, path: Path, content: bytes, image: Image, box: Box, face: Face | None) -> ImportedPicture:
        """Import the part of a picture that is marked as this person.

        Parameters
        ----------
        path, content : Path, bytes
            Of the picture.
        image : ndarray of uint8, shape (height, width, 3)
            The same, BGR.
        box : Box
            What is marked; a part of it lies in the picture.
        face : Face or None
            The face in it; None if none was found there: then the part is set aside.
        """
        source = content_hash(content + repr(box).encode())
        faces = () if face is None else (face,)
        outcome = ImportedPicture(self.label, path, ImportResult.PRESENT_BEFORE, faces, has_face=face is not None)
        made = self.imported.get(source) or self.record.sample_of(source) or source
        if made in self.present:
            return self._describe_present(made, outcome)
        if self._is_out(made):
            return replace(outcome, result=ImportResult.TAKEN_OUT_BEFORE)
        picture = codec.encode(sample_cut(image, face or Face(box)))
        return self._keep(picture, {source, made}, outcome, is_aside=face is None, is_wanted=False)

    def _keep(
        self, picture: bytes, sources: set[str], outcome: ImportedPicture, *, is_aside: bool, is_wanted: bool
    ) -> ImportedPicture:
        """Store a picture that was cut, unless the person has it, or it was taken out and is not wanted."""
        key = content_hash(picture)
        if key in self.present:
            self.imported.update(dict.fromkeys(sources, key))
            return self._describe_present(key, outcome)
        if not is_wanted and self._is_out(key):
            self.imported.update(dict.fromkeys(sources, key))
            return replace(outcome, result=ImportResult.TAKEN_OUT_BEFORE)
        for rejected in {*sources, key} & self.taken_out:
            self.importer.rejections.withdraw(rejected, self.person.slug if self.person else "")
        self._store(outcome.path, picture, key, is_aside=is_aside)
        self.imported.update(dict.fromkeys(sources, key))  # not before: what is remembered and not there is taken out
        return self._describe_present(key, replace(outcome, result=ImportResult.IMPORTED))

    def end(self) -> None:
        """Remember what was imported, and leave no person behind who got no picture."""
        store, person = self.importer.store, self.person
        if person is None:
            return
        if self.is_new and not store.pictures(person):  # the disk refused the very first picture
            store.delete(person)
        elif self.imported:
            store.remember_sources(person, PictureRecord(self.imported))

    def _choose(self, path: Path, image: Image, faces: tuple[Face, ...]) -> Face | None:
        if len(faces) < 2:
            return faces[0] if faces else None
        return self.importer.choose(SeveralFaces(self.label, path, image, faces))

    def _is_out(self, key: str) -> bool:
        """Whether the user took that picture out of the person, and does not want it back."""
        return not self.importer.again and (key in self.taken_out or self.record.has_sample(key))

    def _store(self, path: Path, picture: bytes, key: str, *, is_aside: bool) -> None:
        store = self.importer.store
        taken = _modification_time(path) or datetime.now(UTC)
        if self.person is None:
            self.person = store.enroll(self.name, [NewPicture(picture, taken, is_aside)])
        else:
            store.add(self.person, picture, taken, aside=is_aside, is_new=True)
        self.present.add(key)
        if is_aside:
            self.aside.add(key)

    def _describe_present(self, key: str, outcome: ImportedPicture) -> ImportedPicture:
        """The outcome for a picture that the person has; one that is aside becomes a sample if the user wants that."""
        if key not in self.aside or self.person is None:
            return outcome
        if not self.importer.keep_faceless:
            return replace(outcome, result=ImportResult.SET_ASIDE, has_face=False)
        self.importer.store.set_picture_states(self.person, {key: IN_USE})
        self.aside.discard(key)
        return replace(outcome, result=ImportResult.IMPORTED, has_face=False)


def _modification_time(path: Path) -> datetime | None:
    """When the file was last changed; None if the file system's value is not a valid date."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
