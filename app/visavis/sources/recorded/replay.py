"""Replaying a recording: its frames as they were, with their times."""

import bisect
import contextlib
import itertools
import logging
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.errors import FileError, SourceNotFoundError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.recordings.index import INDEX_FILE, RecordedPart, RecordingIndex
from visavis.sources.jumps import Jumps
from visavis.sources.pace import pace
from visavis.sources.source import Stoppable
from visavis.sources.video_capture import open_video_capture

_log = logging.getLogger(__name__)


class Replay(Stoppable):
    """A recording as a source. Its frames are those that were analyzed, with the names of their sources.

    Parameters
    ----------
    folder : Path
        Folder of the recording.
    paced : bool
        Whether to play in real time, or to read as fast as possible.

    Raises
    ------
    SourceNotFoundError
        If it is no recording, or damaged.
    """

    live = False

    def __init__(self, folder: Path, *, paced: bool) -> None:
        super().__init__()
        self.name = str(folder)
        self.index = _load(folder)
        self.duration = self.index.duration + self.index.parts[-1].interval
        self._folder = folder
        self._paced = paced
        self._jumps = Jumps()

    def seek(self, seconds: float) -> None:
        """Go on from the frame at that time, in seconds since the first frame. Any thread may call it."""
        self._jumps.ask(seconds)

    def stop(self) -> None:
        super().stop()
        self._jumps.wake()

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return pace(frames, self._stopped, jumps=self._jumps) if self._paced else frames

    def _frames(self) -> Iterator[Frame]:
        """The frames; it goes where it is asked to. In real time, times count from the first frame."""
        times, parts = self.index.times, self.index.parts
        origin = times[0] if self._paced else 0.0
        starts = [0, *itertools.accumulate(part.frames for part in parts)]
        at: int | None = 0
        while at is not None and not self.stopped:
            number = bisect.bisect_right(starts, at) - 1
            if number == len(parts):
                return
            part = parts[number]
            begin, at = at, None
            for position, image in enumerate(self._images(part, begin - starts[number]), start=begin):
                index, now = self.index.frames[position], times[position] - origin
                yield Frame(image, time.monotonic(), index, now, part.source, part.interval, is_replayed=True)
                if self.wait(0.0):
                    return
                if (target := self._jumps.take()) is not None:
                    at = _position(times, times[0] + target)
                    break
                at = starts[number + 1] if position + 1 == starts[number + 1] else None
            if at is None:
                self._tell_damage(part)

    def _images(self, part: RecordedPart, first: int) -> Iterator[Image]:
        """The pictures of a part, from that one on, until there are no more."""
        width, height = part.size
        with contextlib.closing(_Video(self._folder / part.file, first)) as video:
            for _ in range(first, part.frames):
                image = video.read()
                if image is None or image.shape[0] < height or image.shape[1] < width:
                    return
                yield image[:height, :width]

    def _tell_damage(self, part: RecordedPart) -> None:
        _log.warning("%s is damaged: %s has not all of its %d frames.", self.name, part.file, part.frames)


class _Video:
    """One video of a recording, from one of its frames on."""

    def __init__(self, path: Path, first: int) -> None:
        self._capture: Any = open_video_capture(str(path.absolute()), cv2.CAP_FFMPEG)
        if first:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, first)

    def read(self) -> Image | None:
        """The next picture; None if there is none."""
        is_read, image = self._capture.read()
        return np.asarray(image, np.uint8) if is_read else None

    def close(self) -> None:
        self._capture.release()


def is_recording(folder: Path) -> bool:
    """Whether a folder is a recording."""
    return (folder / INDEX_FILE).is_file()


def _position(times: Sequence[float], wanted: float) -> int:
    """The position of the frame at a time: the last one that is not after it. Times may go back after a jump."""
    return max((at for at, time in enumerate(times) if time <= wanted), default=0)


def _load(folder: Path) -> RecordingIndex:
    try:
        return RecordingIndex.load(folder)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceNotFoundError("{path} is no recording.", path=str(folder)) from error
    except FileError as error:
        raise SourceNotFoundError(error.message, hint=error.hint) from error
