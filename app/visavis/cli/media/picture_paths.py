"""The pictures of the folders that a command is given, and what it says of everything else in them."""

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
    try:
        found = listing.pictures_below(folder)
    except OSError as error:
        raise PictureError("{path} cannot be opened: {reason}.", path=folder, reason=disk.reason(error)) from error
    for other in found.others:
        say(line(f"visavis: {other.problem} It is passed over."))
    if found.others:
        count = len(found.others)
        say(line(f"visavis: {count} {'file' if count == 1 else 'files'} of {folder} passed over."))
    return found.pictures
