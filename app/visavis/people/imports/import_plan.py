"""What is to be imported: the pictures of a folder, each with the name of its person."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import PersonNameError, StoreError
from visavis.imaging import listing
from visavis.imaging.listing import Listing, OtherFile
from visavis.messages import Message
from visavis.people.names import PersonName
from visavis.storage import disk

#: Number of files that an error names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The pictures to import."""

    pictures: tuple[tuple[PersonName, Path], ...]
    """Each with the name of the person; grouped by person."""
    ignored: tuple[Message, ...] = ()
    """A sentence on each folder that is left out, and on pictures outside of people's folders."""
    others: tuple[tuple[PersonName, OtherFile], ...] = ()
    """The files in people's folders that are no pictures, each with the name of the person."""

    @property
    def file_count(self) -> int:
        """The number of files about which the import says something."""
        return len(self.pictures) + len(self.others)

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The people, each once, in the first of the spellings that compare equal."""
        names: dict[str, PersonName] = {}
        for name, _ in self.pictures:
            names.setdefault(name.key, name)
        return tuple(names.values())


def plan(folder: Path, name: PersonName | None = None) -> ImportPlan:
    """List the pictures of `folder`: of a folder per person, or, with a `name`, of that one person.

    Folders whose names compare equal are one person, with the name of the first. Hidden folders and
    those of the system are left out.

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
    found = listing.pictures_in(folder)
    if not found.pictures:
        raise StoreError(
            "{folder} has no pictures. {problems}" if found.others else "{folder} has no pictures.",
            hint="Without --as, each person needs a folder of their own.",
            folder=folder,
            problems=tuple(other.problem for other in found.others[:_NAMED]),
        )
    return ImportPlan(
        tuple((name, path) for path in found.pictures),
        tuple(_ignored_subfolders(folder)),
        tuple((name, other) for other in found.others),
    )


def _plan_for_many(folder: Path) -> ImportPlan:
    people: dict[str, tuple[PersonName, list[Listing]]] = {}
    ignored: list[Message] = []
    for inside in listing.subfolders(folder):
        try:
            found = listing.pictures_in(inside)
            nested = 0 if found.pictures else _count_below(inside)
            if not nested:
                ignored += _ignored_subfolders(inside)
        except OSError as error:
            reason = disk.reason(error)
            ignored.append(Message("{folder} is ignored: it cannot be read: {reason}.", folder=inside, reason=reason))
            continue
        if not found.pictures:
            ignored.append(_without_pictures(inside, nested))
            ignored += [other.problem for other in found.others]
            continue
        try:
            name = PersonName(inside.name)
        except PersonNameError as error:
            ignored.append(Message("{folder} is ignored. {error}", folder=inside, error=error.message))
            continue
        people.setdefault(name.key, (name, []))[1].append(found)
    stray = listing.pictures_in(folder)
    if not people and stray.pictures:
        raise StoreError(
            "{folder} has pictures, but no folders of people.",
            hint="If all pictures show one person, name that person with --as NAME. "
            "Otherwise make a folder for each person.",
            folder=folder,
        )
    if not people:
        raise StoreError(
            "{folder} has no folders with pictures. {problems}"
            if ignored
            else "{folder} has no folders with pictures.",
            hint="Each person needs a folder with their name: DIR/NAME/.",
            folder=folder,
            problems=tuple(ignored[:_NAMED]),
        )
    if stray.pictures:
        ignored.append(
            Message(
                "Pictures directly in {folder} are ignored ({count}): they are not in a person's folder.",
                folder=folder,
                count=len(stray.pictures),
            )
        )
    ignored += [other.problem for other in stray.others]
    found_of = [(name, found) for name, listings in people.values() for found in listings]
    return ImportPlan(
        tuple((name, path) for name, found in found_of for path in found.pictures),
        tuple(ignored),
        tuple((name, other) for name, found in found_of for other in found.others),
    )


def _ignored_subfolders(folder: Path) -> Iterator[Message]:
    """What is said of the folders in a person's folder: they may be another person's, or show somebody else."""
    for path in listing.subfolders(folder):
        if count := _count_below(path):
            yield Message(
                "{folder} is ignored, with {count} pictures: the pictures of a person must lie directly in the "
                "person's folder.",
                one="{folder} is ignored, with {count} picture: the pictures of a person must lie directly in the "
                "person's folder.",
                folder=path,
                count=count,
            )
        else:
            yield Message(
                "{folder} is ignored: the pictures of a person must lie directly in the person's folder.", folder=path
            )


def _without_pictures(folder: Path, nested: int) -> Message:
    """What is said of a folder without pictures of its own, by the number of pictures in the folders inside it."""
    if not nested:
        return Message("{folder} has no pictures.", folder=folder)
    return Message(
        "{folder} is ignored: its {count} pictures lie in folders inside it. If these are people, import {folder} "
        "itself.",
        one="{folder} is ignored: its {count} picture lies in a folder inside it. If that is a person's, import "
        "{folder} itself.",
        folder=folder,
        count=nested,
    )


def _count_below(folder: Path) -> int:
    """The number of pictures in a folder and in all folders inside it; 0 if it cannot be read."""
    try:
        return len(listing.pictures_below(folder).pictures)
    except OSError:
        return 0
