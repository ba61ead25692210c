"""The pictures of folders, and what is passed over in them. Hidden and system folders are left out everywhere."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from visavis.imaging.media import media_type, not_media
from visavis.messages import Message
from visavis.storage import disk

#: Folders and files that systems and synchronizers put among the user's: thumbnails, trash, older versions, metadata.
#: They are compared in lower case. Those whose names begin with a dot are hidden anyway.
_SYSTEM_NAMES = frozenset(
    {
        "$recycle.bin",
        "#recycle",
        "#snapshot",
        "@eadir",
        "__macosx",
        "desktop.ini",
        "ehthumbs.db",
        "icon\r",
        "lost+found",
        "system volume information",
        "thumbs.db",
    }
)
#: Extensions of what programs write beside a picture, named after the picture or its stem: XMP, and edits of Apple's.
_SIDECARS = frozenset({".xmp", ".aae"})


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file or folder of a listing that is no picture, or cannot be read."""

    path: Path
    problem: Message
    """A sentence on what is wrong with it."""
    is_video: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder, or of a folder with its subfolders."""

    pictures: tuple[Path, ...] = ()
    """Sorted by path."""
    others: tuple[OtherFile, ...] = ()
    """What is passed over, without hidden files, those of the system, and sidecars of the pictures."""


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is passed over in listings: it is hidden, or the system's.

    Hidden are copies in progress and macOS's ._ files, too. What the user names outright is never hidden.
    """
    return name.startswith(".") or name.lower() in _SYSTEM_NAMES


def subfolders(folder: Path) -> list[Path]:
    """The folders directly inside `folder`, sorted by name, without hidden ones.

    Raises
    ------
    OSError
        If the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not is_hidden(entry.name) and _is_folder(entry)]
    return [folder / name for name in sorted(names)]


def pictures_in(folder: Path, *, follow_links: bool = True, is_known: Callable[[str], bool] | None = None) -> Listing:
    """The pictures directly inside `folder`.

    Parameters
    ----------
    follow_links : bool
        Whether a link to a picture counts as one. Otherwise it is one of the others.
    is_known : callable, optional
        Whether a file of this name is a picture that we wrote: it is not opened then.

    Raises
    ------
    OSError
        If the folder cannot be read.
    """
    names: list[str] = []
    others: list[OtherFile] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if is_known and is_known(name) and entry.is_file(follow_symlinks=False):  # first: there may be thousands
                names.append(name)
            elif is_hidden(name) or _is_folder(entry):
                continue
            elif other := _other_file(folder / name, is_link=not follow_links and entry.is_symlink()):
                others.append(other)
            else:
                names.append(name)
    others.sort(key=lambda other: other.path)
    pictures = tuple([folder / name for name in sorted(names)])
    return Listing(pictures, tuple(_without_sidecars(others, pictures) if others else ()))


def pictures_below(folder: Path) -> Listing:
    """The pictures in a folder and its subfolders. Links to folders are followed once.

    The others include a subfolder that cannot be read, and a link to a folder that `folder` lies in: nobody who names
    a folder means what is around it.

    Raises
    ------
    OSError
        If the folder itself cannot be read.
    """
    root = os.path.realpath(folder)
    seen = {root}
    listings = [pictures_in(folder)]
    waiting = subfolders(folder)
    while waiting:
        inside = waiting.pop()
        real = os.path.realpath(inside)
        if real in seen:
            continue
        seen.add(real)
        if Path(root).is_relative_to(real):
            leads_out = Message("{path} is a link to a folder that it lies in.", path=inside)
            listings.append(Listing(others=(OtherFile(inside, leads_out),)))
            continue
        try:
            listings.append(pictures_in(inside))
            waiting += subfolders(inside)
        except OSError as error:
            listings.append(Listing(others=(_unreadable(inside, error),)))
    return join(listings)


def join(listings: Iterable[Listing]) -> Listing:
    """Several listings as one."""
    pictures: list[Path] = []
    others: list[OtherFile] = []
    for listing in listings:
        pictures += listing.pictures
        others += listing.others
    return Listing(tuple(sorted(pictures)), tuple(sorted(others, key=lambda other: other.path)))


def _without_sidecars(others: Iterable[OtherFile], pictures: Iterable[Path]) -> list[OtherFile]:
    """What is passed over, without what programs write beside a picture that is listed: that belongs to the picture."""
    beside = {name for path in pictures for name in (path.name, path.stem)}
    return [other for other in others if other.path.suffix.lower() not in _SIDECARS or other.path.stem not in beside]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _other_file(path: Path, *, is_link: bool) -> OtherFile | None:
    """Why a file is passed over; None if it is a picture. `is_link`: it is a link, which does not count here."""
    if is_link:
        return OtherFile(path, Message("{path} is a link.", path=path))
    try:
        kind = media_type(path)
    except OSError as error:
        return _unreadable(path, error)
    if kind is None:
        return OtherFile(path, not_media(path))
    return OtherFile(path, Message("{path} is a video.", path=path), is_video=True) if kind.is_video else None


def _unreadable(path: Path, error: OSError) -> OtherFile:
    return OtherFile(path, Message("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)))
