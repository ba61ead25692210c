"""Into the people store: folders of pictures, one a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from itertools import groupby
from pathlib import Path

from visavis.errors import PersonNameError, PersonNotFoundError, PictureError, StoreError
from visavis.imaging import codec
from visavis.imaging.geometry import FaceFinder, meant
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.people.samples import sample_cut
from visavis.people.store import PeopleStore
from visavis.storage import disk


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What is to be imported."""

    pictures: tuple[tuple[PersonName, Path], ...]
    """The person's name and the picture; one person's pictures follow each other."""
    ignored: tuple[Message, ...] = ()
    """A sentence for each thing that is left out."""


class ImportResult(Enum):
    """What came of a picture."""

    IMPORTED = "imported"
    ALREADY = "already there"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came of one picture, and whose it is."""

    name: str
    path: Path
    result: ImportResult
    face: bool = False
    """Whether a face was found in it; a picture without one is kept whole."""
    problem: Message | None = None
    """Why it could not be read, in a sentence; None if it was."""


def plan(folder: Path, name: PersonName | None = None) -> ImportPlan:
    """Look through `folder`: a folder a person, called as they are; or, with a `name`, that one person's pictures.

    Folders whose names compare equal are one person, called as the first of them. Hidden folders are passed over.

    Raises
    ------
    StoreError
        If there is no such folder, or it has no pictures where they are looked for.
    """
    if not folder.is_dir():
        raise StoreError(
            "{folder} is not a folder." if folder.exists() else "There is no folder {folder}.",
            hint="Give a folder that has a folder of pictures for each person.",
            folder=folder,
        )
    try:
        return _of_one(folder, name) if name is not None else _of_many(folder)
    except OSError as error:
        raise StoreError(
            "{path} cannot be read: {reason}.", path=error.filename or folder, reason=disk.reason(error)
        ) from error


def run(planned: ImportPlan, store: PeopleStore, detect: FaceFinder) -> Iterator[ImportOutcome]:
    """Import picture by picture; an unreadable one never stops the rest, and what is imported stays, come what may.

    Of each picture the face that is meant is kept, with wide margin; all of it where no face is found.

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
            "{folder} cannot be imported into itself.", hint="Pictures in there count already.", folder=store.folder
        )
    for name, pictures in groupby(planned.pictures, key=lambda picture: picture[0]):
        yield from _import_one(name, [path for _, path in pictures], store, detect)


def _of_one(folder: Path, name: PersonName) -> ImportPlan:
    pictures = codec.pictures_in(folder)
    if not pictures:
        raise StoreError("{folder} has no pictures.", hint="Without --as, it takes one folder a person.", folder=folder)
    return ImportPlan(tuple((name, path) for path in pictures), tuple(_nested(folder)))


def _of_many(folder: Path) -> ImportPlan:
    persons: dict[str, tuple[PersonName, list[Path]]] = {}
    ignored: list[Message] = []
    for inside in _folders_in(folder):
        ignored += _nested(inside)
        pictures = codec.pictures_in(inside)
        if not pictures:
            ignored.append(Message("{folder} has no pictures.", folder=inside))
            continue
        try:
            name = PersonName(inside.name)
        except PersonNameError as error:
            ignored.append(Message("{folder} is ignored. {error}", folder=inside, error=error.message))
            continue
        persons.setdefault(name.key, (name, []))[1].extend(pictures)
    stray = codec.pictures_in(folder)
    if not persons and stray:
        raise StoreError(
            "{folder} has pictures, but no folders of people.",
            hint="If all are of one person, say of whom with --as NAME; else make one folder a person.",
            folder=folder,
        )
    if not persons:
        raise StoreError(
            "{folder} has no folders with pictures.", hint="It takes one folder a person: DIR/NAME/.", folder=folder
        )
    if stray:
        ignored.append(
            Message(
                "Pictures directly in {folder} are ignored ({count}): nobody's folder holds them.",
                folder=folder,
                count=len(stray),
            )
        )
    return ImportPlan(tuple((name, path) for name, paths in persons.values() for path in paths), tuple(ignored))


def _folders_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _nested(folder: Path) -> Iterator[Message]:
    for path in _folders_in(folder):
        yield Message("{folder} is ignored: a person's pictures lie directly in their folder.", folder=path)


def _import_one(
    name: PersonName, pictures: Sequence[Path], store: PeopleStore, detect: FaceFinder
) -> Iterator[ImportOutcome]:
    try:
        person = store.find(name)
    except PersonNotFoundError:
        person = None
    is_new = person is None
    called = person.name if person else name
    known = {sample.path for sample in store.samples(person)} if person else set()
    try:
        for path in pictures:
            try:
                picture, found = _wanted_part(codec.read(path), detect)
                person = person or store.find_or_create(name)
                kept = store.add(person, picture, _modified(path)).path
            except PictureError as error:
                yield ImportOutcome(called, path, ImportResult.UNREADABLE, problem=error.message)
                continue
            yield ImportOutcome(called, path, ImportResult.ALREADY if kept in known else ImportResult.IMPORTED, found)
            known.add(kept)
    finally:
        if is_new and person and not store.samples(person):  # the disk refused the very first picture
            store.delete(person)


def _wanted_part(image: Image, detect: FaceFinder) -> tuple[Image, bool]:
    height, width = image.shape[:2]
    face = meant(detect(image), width, height)
    return (sample_cut(image, face), True) if face else (image, False)


def _modified(path: Path) -> datetime | None:
    """When the file was last changed; None where the file system says something that is no date."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None
