"""Files dropped on the window or chosen in its menu, sorted into people, pictures of one person, or a video."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import StoreError
from visavis.imaging import listing, media
from visavis.imaging.media import MediaType
from visavis.messages import Message
from visavis.people.imports import import_plan
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.names import PersonName
from visavis.storage import disk
from visavis.tagging import kept_tags

_HINT = Message("Choose folders of people, pictures of one person, or one video.")


@dataclass(frozen=True, slots=True)
class DroppedPeople:
    """One folder of pictures for each person."""

    plan: ImportPlan
    marked: tuple[str, ...] = ()  #: names of people whom other programs have marked in the first pictures
    folders: tuple[Path, ...] = ()  #: what was dropped


@dataclass(frozen=True, slots=True)
class DroppedPictures:
    """Pictures of one person whose name is not known yet."""

    paths: tuple[Path, ...]
    suggestion: str = ""  #: name of the folder, if all pictures lie in one
    source: Path | None = None  #: the one picture, or the folder: what can be shown; None for several pictures
    marked: tuple[str, ...] = ()  #: names of people whom other programs have marked in the first of them


@dataclass(frozen=True, slots=True)
class DroppedVideo:
    """A video: to show, or to enroll a person from."""

    path: Path


@dataclass(frozen=True, slots=True)
class DroppedResults:
    """What `visavis tag` found out about a video: a file, or the folder that it lies in."""

    path: Path


DroppedFiles = DroppedPeople | DroppedPictures | DroppedVideo | DroppedResults


def sort(paths: Sequence[Path]) -> DroppedFiles:
    """Sort files and folders. Reads folders, so do not call it in the GUI thread.

    Raises
    ------
    StoreError
        If they are of no supported kind, or of several kinds.
    """
    try:
        folders = [path for path in paths if path.is_dir()]
        files = [path for path in paths if not path.is_dir()]
        if len(paths) == 1 and kept_tags.is_results(paths[0]):
            return DroppedResults(paths[0])
        if folders and not files:
            return _of_folders(folders)
        kinds = {path: media.media_type(path) for path in files}
    except OSError as error:
        path = error.filename or paths[0]
        raise StoreError("{path} cannot be read: {reason}.", path=path, reason=disk.reason(error)) from error
    if folders or not files:
        raise StoreError("These cannot be imported together.", hint=_HINT)
    return _of_files(kinds)


def _of_files(kinds: Mapping[Path, MediaType | None]) -> DroppedPictures | DroppedVideo:
    """Sort files of which it is known what they are."""
    if all(kind is not None and kind.is_picture for kind in kinds.values()):
        source = next(iter(kinds)) if len(kinds) == 1 else None
        return DroppedPictures(tuple(kinds), source=source, marked=_marked_names(kinds))
    for path, kind in kinds.items():
        if kind is None:
            raise StoreError(media.not_media(path.name), hint=_HINT)
    if len(kinds) == 1:
        return DroppedVideo(*kinds)
    raise StoreError("These cannot be imported together.", hint=_HINT)


def plan_for(name: PersonName, pictures: Sequence[Path]) -> ImportPlan:
    """The plan to import pictures of one person."""
    return ImportPlan(tuple((name, path) for path in pictures))


def _of_folders(folders: Sequence[Path]) -> DroppedPeople | DroppedPictures:
    if len(folders) > 1:
        plans = [import_plan.plan(folder, PersonName(folder.name)) for folder in folders]
        whole = ImportPlan(
            tuple(picture for plan in plans for picture in plan.pictures),
            tuple(sentence for plan in plans for sentence in plan.ignored),
            tuple(other for plan in plans for other in plan.others),
        )
        return _of_people(whole, folders)
    [folder] = folders
    own = listing.pictures_in(folder).pictures
    if own and not any(listing.pictures_in(path).pictures for path in listing.subfolders(folder)):
        return DroppedPictures(own, folder.name, folder, _marked_names(own))
    return _of_people(import_plan.plan(folder), folders)


def _of_people(plan: ImportPlan, folders: Sequence[Path]) -> DroppedPeople:
    marked = _marked_names(path for _, path in plan.pictures)
    return DroppedPeople(plan, marked, tuple(folders))


def _marked_names(pictures: Iterable[Path]) -> tuple[str, ...]:
    from visavis.people.imports.marked_people import find_marked_names  # with XMP: the window starts without it

    return find_marked_names(pictures)
