"""Files in folders of the user's, which other programs read and write, too."""

from pathlib import Path

from visavis.storage import disk

#: Prefix of files that are being written there: it says whose they are.
_TEMPORARY = ".visavis-tmp-"


def write_whole(path: Path, content: bytes, mode: int) -> None:
    """Write a file whole or not at all. Other programs may read it, as its mode says, so it is never sealed.

    Raises
    ------
    DiskError
        If it cannot be written. The old file, if any, is untouched.
    """
    with disk.open_whole(path, None, _TEMPORARY, mode) as file:
        file.write(content)


def remove_temporary_files(folder: Path) -> None:
    """Delete what killed programs of ours left in a folder. Files of other programs stay.

    Raises
    ------
    DiskError
        If one cannot be deleted.
    """
    disk.remove_temporary_files(folder, _TEMPORARY)
