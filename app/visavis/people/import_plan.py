"""What is to be imported: the pictures of a folder, each with the name of its person."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import PersonNameError, StoreError
from visavis.imaging import codec
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.storage import disk


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The pictures to import."""

    pictures: tuple[tuple[PersonName, Path], ...]
    """Each with the name of the person; grouped by person."""
    ignored: tuple[Message, ...] = ()
    """A sentence on each file or folder that is left out."""

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The people, each once, in the first of the spellings that compare equal."""
        names: dict[str, PersonName] = {}
        for name, _ in self.pictures:
            names.setdefault(name.key, name)
        return tuple(names.values())


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
