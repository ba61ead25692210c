"""Files dropped on the window or chosen in its menu, sorted into people, pictures of one person, or a video."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.messages import Message
from visavis.people import import_plan
from visavis.people.import_plan import ImportPlan
from visavis.people.names import PersonName
from visavis.sources import VIDEO_EXTENSIONS
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
    except OSError as error:
        raise StoreError("{path} cannot be read: {reason}.", path=error.filename, reason=disk.reason(error)) from error
    pictures = [path for path in files if codec.is_picture(path)]
    if files and not folders and len(pictures) == len(files):
        return DroppedPictures(tuple(pictures))
    if len(files) == len(paths) == 1:
        if files[0].suffix.lower() in VIDEO_EXTENSIONS:
            return DroppedVideo(files[0])
        raise StoreError("{name} is neither a picture nor a video.", hint=_HINT, name=files[0].name)
    raise StoreError("These cannot be imported together.", hint=_HINT)


def plan_for(name: PersonName, pictures: Sequence[Path]) -> ImportPlan:
    """The plan to import pictures of one person."""
    return ImportPlan(tuple((name, path) for path in pictures))


def _of_folders(folders: Sequence[Path]) -> DroppedPeople | DroppedPictures:
    if len(folders) > 1:
        plans = [import_plan.plan(folder, PersonName(folder.name)) for folder in folders]
        pictures = tuple(picture for plan in plans for picture in plan.pictures)
        return DroppedPeople(ImportPlan(pictures, tuple(sentence for plan in plans for sentence in plan.ignored)))
    [folder] = folders
    inside = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
    own = codec.pictures_in(folder)
    if own and not any(codec.pictures_in(path) for path in inside):
        return DroppedPictures(tuple(own), folder.name)
    return DroppedPeople(import_plan.plan(folder))
