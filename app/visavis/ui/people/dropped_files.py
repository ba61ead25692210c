"""What was dropped on the window, or chosen in its menu: whose pictures, or a video? Decided without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.messages import Message
from visavis.people import importer
from visavis.people.importer import ImportPlan
from visavis.people.names import PersonName
from visavis.storage import disk

_HINT = Message("What can be taken: folders of people, pictures of one person, or one video.")

#: What is taken for a video.
_VIDEOS = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v", ".mpg", ".mpeg", ".wmv", ".ogv"})


@dataclass(frozen=True, slots=True)
class DroppedPeople:
    """Folders of pictures, one a person."""

    plan: ImportPlan

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name, _ in self.plan.pictures))


@dataclass(frozen=True, slots=True)
class DroppedPictures:
    """Pictures of one person, who has to be named."""

    paths: tuple[Path, ...]
    suggestion: str = ""  #: the folder's name, where they are all of one


@dataclass(frozen=True, slots=True)
class DroppedVideo:
    """A film: to be shown, or somebody to be enrolled from it."""

    path: Path


DroppedFiles = DroppedPeople | DroppedPictures | DroppedVideo


def sort(paths: Sequence[Path]) -> DroppedFiles:
    """What these files and folders are. Reads folders, so not in the GUI thread.

    Raises
    ------
    StoreError
        If they are nothing that can be taken, or several things at once.
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
        if files[0].suffix.lower() in _VIDEOS:
            return DroppedVideo(files[0])
        raise StoreError("{name} is neither a picture nor a video.", hint=_HINT, name=files[0].name)
    raise StoreError("These are several things at once.", hint=_HINT)


def plan_for(name: PersonName, pictures: Sequence[Path]) -> ImportPlan:
    """What is to be imported where all pictures are of one person."""
    return ImportPlan(tuple((name, path) for path in pictures))


def _of_folders(folders: Sequence[Path]) -> DroppedPeople | DroppedPictures:
    if len(folders) > 1:
        plans = [importer.plan(folder, PersonName(folder.name)) for folder in folders]
        pictures = tuple(picture for plan in plans for picture in plan.pictures)
        return DroppedPeople(ImportPlan(pictures, tuple(sentence for plan in plans for sentence in plan.ignored)))
    [folder] = folders
    inside = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
    own = codec.pictures_in(folder)
    if own and not any(codec.pictures_in(path) for path in inside):
        return DroppedPictures(tuple(own), folder.name)
    return DroppedPeople(importer.plan(folder))
