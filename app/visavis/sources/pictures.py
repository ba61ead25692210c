"""Frames from picture files: a folder, or a numbered image sequence."""

import logging
import re
import time
from collections.abc import Iterator
from pathlib import Path

from visavis.errors import PictureError, SourceNotFoundError
from visavis.imaging import codec, listing, media
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.imaging.listing import Listing, OtherFile
from visavis.messages import Message
from visavis.sources.pace import pace
from visavis.sources.source import Stoppable
from visavis.storage import disk

_log = logging.getLogger(__name__)

#: Frame rate of a numbered sequence, in frames per second; FFmpeg's default.
SEQUENCE_RATE = 25
#: Seconds for which each picture of a folder is displayed when paced.
_PICTURE_S = 1.0

#: The number in the name of a sequence.
_NUMBER = re.compile(r"%(?:0(\d+))?d")


class PictureFolder(Stoppable):
    """The pictures of a folder, sorted by name, or a single picture. Each is a frame whose `source` is its own path.

    Parameters
    ----------
    path : Path
        A folder, without its subfolders, or a picture.
    paced : bool
        Whether to display each for a second, or to read as fast as possible.
    """

    live = False

    def __init__(self, path: Path, *, paced: bool) -> None:
        super().__init__()
        self.name = str(path)
        self.passed_over: list[OtherFile] = []  #: files so far that are no pictures, or cannot be decoded
        self._path = path
        self._paced = paced

    def __iter__(self) -> Iterator[Frame]:
        self.passed_over.clear()
        try:
            paths = list(self._list().pictures) if self._path.is_dir() else [self._path]
        except OSError as error:
            raise SourceNotFoundError(
                "{path} cannot be opened: {reason}.", path=self.name, reason=disk.reason(error)
            ) from error
        if not paths:
            raise SourceNotFoundError("There are no pictures in {name}.", hint=media.PICTURE_HINT, name=self.name)
        for index, (path, image) in enumerate(_read_images(paths, self, self.passed_over)):
            yield Frame(image, time.monotonic(), index, 0.0, str(path))
            if self._paced and self._stopped.wait(_PICTURE_S):
                return

    def _list(self) -> Listing:
        """The pictures of the folder. What is passed over is logged."""
        found = listing.pictures_in(self._path)
        for other in found.others:
            _log.warning("%s It is passed over.", other.problem)
        self.passed_over.extend(found.others)
        return found


class NumberedImages(Stoppable):
    """A numbered image sequence: a video at 25 frames per second.

    The numbers may start anywhere and have gaps, which OpenCV's own reader does not support.

    Parameters
    ----------
    pattern : Path
        With `%d`, or `%04d` for at least four digits, once in the file name.
    paced : bool
        Whether to play in real time, or to read as fast as possible.
    """

    live = False

    def __init__(self, pattern: Path, *, paced: bool) -> None:
        super().__init__()
        self.name = str(pattern)
        self.passed_over: list[OtherFile] = []  #: pictures so far that cannot be decoded
        self._pattern = pattern
        self._paced = paced

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return pace(frames, self._stopped) if self._paced else frames

    def _frames(self) -> Iterator[Frame]:
        self.passed_over.clear()
        paths = numbered_paths(self._pattern)
        if not paths:
            raise SourceNotFoundError("No picture has a name like {name}.", name=self.name)
        for index, (_, image) in enumerate(_read_images(paths, self, self.passed_over)):
            yield Frame(image, time.monotonic(), index, index / SEQUENCE_RATE, self.name)


def is_pattern(path: Path) -> bool:
    """Whether this is a numbered sequence: `img_%04d.jpg`."""
    return len(_NUMBER.findall(path.name)) == 1


def numbered_paths(pattern: Path) -> list[Path]:
    """The paths that match the pattern, sorted by number."""
    before, digits, after = _NUMBER.split(pattern.name)
    name = re.compile(f"{re.escape(before)}(\\d{{{int(digits or 1)},}}){re.escape(after)}")
    try:
        found = [(int(match[1]), path) for path in pattern.parent.iterdir() if (match := name.fullmatch(path.name))]
    except OSError:
        return []
    return [path for _, path in sorted(found)]


def _read_images(paths: list[Path], source: Stoppable, passed_over: list[OtherFile]) -> Iterator[tuple[Path, Image]]:
    """Read the pictures until `source` is stopped. Those that cannot be decoded are logged, and added to `passed_over`.

    Raises
    ------
    SourceNotFoundError
        If none can be decoded.
    """
    last_error: PictureError | None = None
    any_read = False
    for path in paths:
        if source.stopped:
            return
        try:
            image = codec.read(path)
        except PictureError as error:
            _log.warning("%s It is skipped.", error)
            passed_over.append(OtherFile(path, error.message))
            last_error = error
            continue
        any_read = True
        yield path, image
    if last_error and not any_read:
        nothing = Message("None of the {count} pictures can be read.", count=len(paths))
        raise SourceNotFoundError(
            last_error.message if len(paths) == 1 else nothing, hint=last_error.hint
        ) from last_error
