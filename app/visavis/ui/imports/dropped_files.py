"""Files dropped on the window or chosen in its menu, sorted into people, pictures of one person, or a video."""

from collections.abc import Mapping, Sequence
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

_HINT = Message("Choose folders of people, pictures of one person, or one video.")


@dataclass(frozen=True, slots=True)
class DroppedPeople:
    """One folder of pictures for each person."""

    plan: ImportPlan


@dataclass(frozen=True, slots=True)
class DroppedPictures:
    """Pictures of one person whose name is not known yet."""

    paths: tuple[Path, ...]
    suggestion: str = ""  #: name of the folder, if all pictures lie in one
    source: Path | None = None  #: the one picture, or the folder: what can be shown; None for several pictures


@dataclass(frozen=True, slots=True)
class DroppedVideo:
    """A video: to show, or to enroll a person from."""

    path: Path


DroppedFiles = DroppedPeople | DroppedPictures | DroppedVideo


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
        return DroppedPictures(tuple(kinds), source=next(iter(kinds)) if len(kinds) == 1 else None)
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
        return DroppedPeople(
            ImportPlan(
                tuple(picture for plan in plans for picture in plan.pictures),
                tuple(sentence for plan in plans for sentence in plan.ignored),
                tuple(other for plan in plans for other in plan.others),
            )
        )
    [folder] = folders
    own = listing.pictures_in(folder).pictures
    if own and not any(listing.pictures_in(path).pictures for path in listing.subfolders(folder)):
        return DroppedPictures(own, folder.name, folder)
    return DroppedPeople(import_plan.plan(folder))
