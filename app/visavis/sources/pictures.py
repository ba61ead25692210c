"""Frames from pictures: a folder of them, or numbered images that make a film."""

import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path

from visavis.errors import PictureError, SourceNotFoundError
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.sources.pace import paced
from visavis.sources.source import Stoppable

_log = logging.getLogger(__name__)

#: Numbered images a second; FFmpeg's default for them.
RATE = 25
#: Seconds each picture of a folder is shown when paced.
_SHOWN = 1.0

_NUMBER = re.compile(r"%(?:0(\d+))?d")


class PictureFolder(Stoppable):
    """The pictures of a folder, by name, or a single one. Each is a frame whose `source` is its own path.

    Parameters
    ----------
    path : Path
        A folder, whose folders are not looked into, or a picture.
    paced : bool
        Whether to show each for a second, or to go as fast as they can be read.
    """

    live = False

    def __init__(self, path: Path, *, paced: bool) -> None:
        super().__init__()
        self.name = str(path)
        self._path = path
        self._paced = paced

    def __iter__(self) -> Iterator[Frame]:
        try:
            paths = codec.pictures_in(self._path) if self._path.is_dir() else [self._path]
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise SourceNotFoundError("{path} cannot be opened: {reason}.", path=self.name, reason=reason) from error
        if not paths:
            raise SourceNotFoundError(
                "There are no pictures in {name}.", hint="They can be JPEG, PNG, WebP or BMP.", name=self.name
            )
        for index, (path, image) in enumerate(_readable(paths, self)):
            yield Frame(image, time.monotonic(), index, 0.0, str(path))
            if self._paced and self._stopped.wait(_SHOWN):
                return


class NumberedImages(Stoppable):
    """Images numbered in their names: a film at 25 frames a second.

    Numbers may begin anywhere and leave gaps, which OpenCV's own reader does not take.

    Parameters
    ----------
    pattern : Path
        With `%d`, or `%04d` for at least four digits, once in its last part.
    paced : bool
        Whether to play in real time, or as fast as they can be read.
    """

    live = False

    def __init__(self, pattern: Path, *, paced: bool) -> None:
        super().__init__()
        self.name = str(pattern)
        self._pattern = pattern
        self._paced = paced

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return paced(frames, self._stopped) if self._paced else frames

    def _frames(self) -> Iterator[Frame]:
        paths = numbered(self._pattern)
        if not paths:
            raise SourceNotFoundError("No picture has a name like {name}.", name=self.name)
        for index, (_, image) in enumerate(_readable(paths, self)):
            yield Frame(image, time.monotonic(), index, index / RATE, self.name)


def is_pattern(path: Path) -> bool:
    """Whether this names numbered images: `img_%04d.jpg`."""
    return codec.is_picture(path) and len(_NUMBER.findall(path.name)) == 1


def numbered(pattern: Path) -> list[Path]:
    """The pictures that fit the pattern, by their number."""
    before, digits, after = _NUMBER.split(pattern.name)
    name = re.compile(f"{re.escape(before)}(\\d{{{int(digits or 1)},}}){re.escape(after)}")
    try:
        found = [(int(match[1]), path) for path in pattern.parent.iterdir() if (match := name.fullmatch(path.name))]
    except OSError:
        return []
    return [path for _, path in sorted(found)]


def _readable(paths: list[Path], source: Stoppable) -> Iterator[tuple[Path, Image]]:
    """Those that decode, until `source` is stopped; the others are logged.

    Raises
    ------
    SourceNotFoundError
        If none does.
    """
    refused: PictureError | None = None
    some = False
    for path in paths:
        if source.stopped:
            return
        try:
            image = codec.read(path)
        except PictureError as error:
            _log.warning("%s It is skipped.", error)
            refused = error
            continue
        some = True
        yield path, image
    if refused and not some:
        nothing = Message("None of the {count} pictures can be read.", count=len(paths))
        raise SourceNotFoundError(refused.message if len(paths) == 1 else nothing, hint=refused.hint) from refused
