"""Import of pictures into the people store, from folders with a folder per person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Self

from visavis.errors import PersonNameError, PersonNotFoundError, PictureError, StoreError
from visavis.imaging import codec
from visavis.imaging.geometry import FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.samples import sample_cut
from visavis.people.store import PeopleStore
from visavis.storage import disk


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The pictures to import."""

    pictures: tuple[tuple[PersonName, Path], ...]
    """Each with the name of the person; grouped by person."""
    ignored: tuple[Message, ...] = ()
    """A sentence on each file or folder that is left out."""


@dataclass(frozen=True, slots=True)
class ImportedPicture:
    """A picture that is now a sample."""

    name: PersonName
    path: Path
    is_new: bool = True
    """Whether it was added; False if the person had a sample with this content before."""
    has_face: bool = True
    """Whether a face was found; a picture without a face is stored whole."""


@dataclass(frozen=True, slots=True)
class UnreadablePicture:
    """A picture that was skipped."""

    name: PersonName
    path: Path
    problem: Message
    """Why it could not be read."""


ImportOutcome = ImportedPicture | UnreadablePicture
"""The result for one picture."""


@dataclass(frozen=True, slots=True)
class ImportCount:
    """The outcomes of an import so far, or of one person's pictures."""

    imported: int = 0
    present_before: int = 0
    without_face: tuple[Path, ...] = ()
    unreadable: tuple[Path, ...] = ()

    @property
    def readable(self) -> int:
        return self.imported + self.present_before

    @property
    def total(self) -> int:
        return self.readable + len(self.unreadable)

    def plus(self, outcome: ImportOutcome) -> Self:
        """The count with one more outcome."""
        if isinstance(outcome, UnreadablePicture):
            return replace(self, unreadable=(*self.unreadable, outcome.path))
        return replace(
            self,
            imported=self.imported + outcome.is_new,
            present_before=self.present_before + (not outcome.is_new),
            without_face=self.without_face if outcome.has_face else (*self.without_face, outcome.path),
        )


def plan(folder: Path, name: PersonName | None = None) -> ImportPlan:
    """List the pictures of `folder`: of a folder per person, or, with a `name`, of that one person.

    Folders whose names compare equal are one person, with the name of the first. Hidden folders are ignored.

    Raises
    ------
    StoreError
        If the folder does not exist, or has no pictures in the expected places.
    """
    if not folder.is_dir():
        raise StoreError(
            "{folder} is not a folder." if folder.exists() else "There is no folder {folder}.",
            hint="Choose a folder that has a folder of pictures for each person.",
            folder=folder,
        )
    try:
        return _plan_for_one(folder, name) if name is not None else _plan_for_many(folder)
    except OSError as error:
        raise StoreError(
            "{path} cannot be read: {reason}.", path=error.filename or folder, reason=disk.reason(error)
        ) from error


def run(planned: ImportPlan, store: PeopleStore, detect: FaceFinder) -> Iterator[ImportOutcome]:
    """Import the pictures one by one. Unreadable ones are skipped, and imported ones stay if the import fails later.

    The sample is the labeled face (`geometry.labeled_face`) with a wide margin; without a face, the whole picture.

    Raises
    ------
    StoreError
        If the pictures are the store's own.
    DiskError
        If the disk refuses.
    """
    here = store.folder.resolve()
    if any(folder.resolve().is_relative_to(here) for folder in {path.parent for _, path in planned.pictures}):
        raise StoreError(
            "{folder} cannot be imported into itself.", hint="Its pictures are samples already.", folder=store.folder
        )
    for name, pictures in groupby(planned.pictures, key=lambda picture: picture[0]):
        yield from _import_one(name, [path for _, path in pictures], store, detect)


def _plan_for_one(folder: Path, name: PersonName) -> ImportPlan:
    pictures = codec.pictures_in(folder)
    if not pictures:
        raise StoreError(
            "{folder} has no pictures.", hint="Without --as, each person needs a folder of their own.", folder=folder
        )
    return ImportPlan(tuple((name, path) for path in pictures), tuple(_ignored_subfolders(folder)))


def _plan_for_many(folder: Path) -> ImportPlan:
    people: dict[str, tuple[PersonName, list[Path]]] = {}
    ignored: list[Message] = []
    for inside in _subfolders(folder):
        ignored += _ignored_subfolders(inside)
        pictures = codec.pictures_in(inside)
        if not pictures:
            ignored.append(Message("{folder} has no pictures.", folder=inside))
            continue
        try:
            name = PersonName(inside.name)
        except PersonNameError as error:
            ignored.append(Message("{folder} is ignored. {error}", folder=inside, error=error.message))
            continue
        people.setdefault(name.key, (name, []))[1].extend(pictures)
    stray = codec.pictures_in(folder)
    if not people and stray:
        raise StoreError(
            "{folder} has pictures, but no folders of people.",
            hint="If all pictures show one person, name that person with --as NAME. "
            "Otherwise make a folder for each person.",
            folder=folder,
        )
    if not people:
        raise StoreError(
            "{folder} has no folders with pictures.",
            hint="Each person needs a folder with their name: DIR/NAME/.",
            folder=folder,
        )
    if stray:
        ignored.append(
            Message(
                "Pictures directly in {folder} are ignored ({count}): they are not in a person's folder.",
                folder=folder,
                count=len(stray),
            )
        )
    return ImportPlan(tuple((name, path) for name, paths in people.values() for path in paths), tuple(ignored))


def _subfolders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _ignored_subfolders(folder: Path) -> Iterator[Message]:
    for path in _subfolders(folder):
        yield Message(
            "{folder} is ignored: the pictures of a person must lie directly in the person's folder.", folder=path
        )


def _import_one(
    name: PersonName, pictures: Sequence[Path], store: PeopleStore, detect: FaceFinder
) -> Iterator[ImportOutcome]:
    try:
        person = store.find(name)
    except PersonNotFoundError:
        person = None
    is_new = person is None
    label = person.name if person else name
    present = {sample.path for sample in store.samples(person)} if person else set()
    try:
        for path in pictures:
            try:
                picture, has_face = _sample_image(codec.read(path), detect)
                person = person or store.find_or_create(name)
                sample = store.add(person, picture, _modification_time(path))
            except PictureError as error:
                yield UnreadablePicture(label, path, error.message)
                continue
            yield ImportedPicture(label, path, sample.path not in present, has_face)
            present.add(sample.path)
    finally:
        if is_new and person and not store.samples(person):  # the disk refused the very first picture
            store.delete(person)


def _sample_image(image: Image, detect: FaceFinder) -> tuple[Image, bool]:
    """The part of a picture to store, and whether it has a face."""
    height, width = image.shape[:2]
    face = labeled_face(detect(image), width, height)
    return (sample_cut(image, face), True) if face else (image, False)


def _modification_time(path: Path) -> datetime | None:
    """When the file was last changed; None if the file system's value is not a valid date."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
