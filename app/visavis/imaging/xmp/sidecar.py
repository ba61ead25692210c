"""Sidecars: XMP in a file beside a picture.

digiKam and darktable name it after the whole file, `photo.jpg.xmp`; Lightroom after its stem, `photo.xmp`, which a
`photo.png` beside it would share. A new one is named after the whole file. One that is there is used where it is.
"""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from visavis.errors import XmpError
from visavis.imaging.media import media_type
from visavis.imaging.xmp.document import XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion, WrittenRegions, write_regions
from visavis.imaging.xmp.regions import FaceRegions, read_regions
from visavis.messages import Message
from visavis.storage import disk, shared_file
from visavis.storage.regular_file import open_regular

#: Endings of sidecars; the second one is of old systems.
_ENDINGS = (".xmp", ".XMP")
#: Largest sidecar that is read, in bytes.
_MAX_BYTES = 16_000_000
#: Rights of a new sidecar: those of its picture, of these.
_RIGHTS = 0o666


class SidecarFinder:
    """Finds the sidecars of pictures. One named after the stem counts where one picture has that stem.

    What is in a folder is read once.
    """

    def __init__(self) -> None:
        self._names: dict[Path, dict[str, list[str]]] = {}

    def find(self, picture: Path) -> list[Path]:
        """The sidecars of a picture, the one that counts first."""
        by_stem = self._names.get(picture.parent)
        if by_stem is None:
            by_stem = self._names.setdefault(picture.parent, _names_by_stem(picture.parent))
        of_stem = by_stem.get(picture.stem, [])
        own = [name for name in by_stem.get(picture.name, []) if Path(name).suffix in _ENDINGS]
        shared = [name for name in of_stem if Path(name).suffix in _ENDINGS and name not in own]
        others = [name for name in of_stem if name != picture.name and Path(name).suffix not in _ENDINGS]
        if shared and any(_is_picture(picture.with_name(name)) for name in others):
            shared = []
        return [picture.with_name(name) for name in (*own, *shared) if name != picture.name]


def _names_by_stem(folder: Path) -> dict[str, list[str]]:
    by_stem: dict[str, list[str]] = {}
    with contextlib.suppress(OSError):  # then its pictures cannot be read either
        for name in sorted(os.listdir(folder), reverse=True):  # .xmp before .XMP
            by_stem.setdefault(Path(name).stem, []).append(name)
    return by_stem


def _is_picture(path: Path) -> bool:
    try:
        kind = media_type(path)
    except OSError:
        return False
    return kind is not None and kind.is_picture


def read_faces(picture: Path, header: PictureHeader, finder: SidecarFinder) -> FaceRegions:
    """The faces that are marked in a picture: by its sidecar, or else in the picture's file.

    What cannot be read is among the problems.
    """
    problems: list[Message] = []
    sources = [*((str(path), _read(path)) for path in finder.find(picture))]
    sources += [(str(picture), content) for content in (header.xmp, header.extended_xmp) if content]
    for name, content in sources:
        try:
            if isinstance(content, XmpError):
                raise content
            found = read_regions(XmpDocument.parse(content), header)
        except XmpError as error:
            problems.append(Message("the XMP of {path} cannot be read: {reason}", path=name, reason=error.message))
            continue
        if found.regions or found.problems:
            return FaceRegions(found.regions, (*problems, *found.problems))
    return FaceRegions((), tuple(problems))


def write_faces(
    picture: Path, header: PictureHeader, faces: Sequence[NewRegion], finder: SidecarFinder
) -> tuple[Path, WrittenRegions]:
    """Mark faces in the sidecar of a picture, and only there. A new one begins with the XMP in the picture's file.

    It is written whole or not at all, and not at all if nothing changes or there is nothing to mark.

    Raises
    ------
    XmpError
        If there is a sidecar that cannot be read or extended. It stays as it is.
    DiskError
        If it cannot be written.
    """
    found = finder.find(picture)
    path = Path(os.path.realpath(found[0])) if found else picture.with_name(picture.name + _ENDINGS[0])
    before = _read(path) if found else b""
    if isinstance(before, XmpError):
        raise before
    written = write_regions(before, header, faces) if found else _begin(header, faces)
    is_new = not found and written.written > 0
    if is_new or (found and written.content != before):
        shared_file.write_whole(path, written.content, _rights(path if found else picture))
    return path, written


def _begin(header: PictureHeader, faces: Sequence[NewRegion]) -> WrittenRegions:
    if header.xmp:
        with contextlib.suppress(XmpError):
            return write_regions(header.xmp, header, faces)
    return write_regions(b"", header, faces)


def _read(path: Path) -> bytes | XmpError:
    try:
        with open_regular(path) as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        return XmpError(disk.reason(error))
    return content if len(content) <= _MAX_BYTES else XmpError("it is too large")


def _rights(path: Path) -> int:
    try:
        return os.stat(path).st_mode & _RIGHTS
    except OSError:
        return 0o600
