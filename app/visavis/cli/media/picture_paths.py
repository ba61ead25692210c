"""The pictures of the folders that a command is given, and what it says of everything else in them."""

import os
from collections.abc import Sequence
from pathlib import Path

from visavis.cli.command import say
from visavis.errors import PictureError
from visavis.escaping import line
from visavis.imaging import listing
from visavis.storage import disk


def pictures_below(folder: Path) -> tuple[Path, ...]:
    """The pictures in a folder and its subfolders, sorted; what is passed over is named and counted on stderr.

    Raises
    ------
    PictureError
        If the folder cannot be read.
    """
    found = _list(folder)
    _tell(folder, found.others)
    return found.pictures


def media_below(folder: Path, without: Path) -> tuple[Path, ...]:
    """The same with the videos; what lies in the folder `without` is left out.

    Raises
    ------
    PictureError
        If the folder cannot be read.
    """
    found = _list(folder)
    _tell(folder, [other for other in found.others if not other.is_video])
    paths = [*found.pictures, *(other.path for other in found.others if other.is_video)]
    left_out = os.path.realpath(without)
    return tuple(sorted(path for path in paths if not Path(os.path.realpath(path)).is_relative_to(left_out)))


def _list(folder: Path) -> listing.Listing:
    try:
        return listing.pictures_below(folder)
    except OSError as error:
        raise PictureError("{path} cannot be opened: {reason}.", path=folder, reason=disk.reason(error)) from error


def _tell(folder: Path, others: Sequence[listing.OtherFile]) -> None:
    """Name and count what is passed over, on stderr."""
    for other in others:
        say(line(f"visavis: {other.problem} It is passed over."))
    if others:
        count = len(others)
        say(line(f"visavis: {count} {'file' if count == 1 else 'files'} of {folder} passed over."))
