"""Who is marked by name in pictures, as a first look before an import of marked people."""

import os
from collections.abc import Iterable
from pathlib import Path

from visavis.errors import PictureError, StoreError
from visavis.imaging import codec, listing
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.storage import disk

#: Number of pictures that a first look reads: some milliseconds each.
_LOOKED_AT = 100


def find_marked_names(pictures: Iterable[Path]) -> tuple[str, ...]:
    """The names of people who are marked in the first pictures, each once, in order of appearance."""
    finder = SidecarFinder()
    names: dict[str, None] = {}
    for path, _ in zip(pictures, range(_LOOKED_AT), strict=False):
        try:
            header = PictureHeader.parse(codec.read_bytes(path), str(path))
        except PictureError:  # the import says why
            continue
        if header is not None:
            found = sidecar.read_faces(path, header, finder)
            names |= dict.fromkeys(region.name for region in found.regions if region.name is not None)
    return tuple(names)


def pictures_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The pictures among files, and in folders with their subfolders.

    Raises
    ------
    StoreError
        If a folder cannot be read.
    """
    pictures: list[Path] = []
    for path in paths:
        try:
            pictures += listing.pictures_below(path).pictures if path.is_dir() else (path,)
        except OSError as error:
            name = os.fspath(error.filename or path)
            raise StoreError("{path} cannot be read: {reason}.", path=name, reason=disk.reason(error)) from error
    return tuple(pictures)
