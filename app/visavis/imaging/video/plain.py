"""Videos as MPEG-4 without sound, through OpenCV, where PyAV is not installed."""

import itertools
import os
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.errors import DiskError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.imaging.video.mp4_times import write_times
from visavis.messages import verbatim
from visavis.storage import disk

#: Frame rate with which a video is written, before its frames get their times, in frames per second. It decides on the
#: bits per frame; a video of one frame lasts as long as one of these.
_RATE = 30.0
#: Minimum time between two frames, in seconds.
_TICK_S = 0.001
#: Number of frames after which it is checked that the disk has space.
_CHECK_FRAMES = 100
#: Space that must be left on the disk then, in bytes.
_SPACE_BYTES = 2**16


class PlainVideo:
    """One video without sound. Its frames have the times of the source's, so that it lasts as long."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._partial = path.with_name(f".tmp-{path.name}")
        self._times: list[float] = []
        self._interval = 0.0
        self._size = (0, 0)
        self._writer: Any = None

    def add(self, frame: Frame, image: Image) -> None:
        if self._writer is None:
            self._size = (image.shape[1], image.shape[0])
            self._open_writer()
        elif len(self._times) % _CHECK_FRAMES == 0:
            self._require_space()
        if self._size != (image.shape[1], image.shape[0]):  # the writer would drop it without a word
            image = np.asarray(cv2.resize(image, self._size, interpolation=cv2.INTER_AREA), np.uint8)
        self._times.append(frame.time)
        self._interval = frame.interval
        self._writer.write(image)

    def close(self) -> None:
        """Finish the file, and check that all of it was written: the writer does not say."""
        if self._writer is None:
            return
        self._writer.release()
        with disk.translate_errors(self._path):
            try:
                write_times(self._partial, *_spread(self._times, self._interval))
                disk.sync(self._partial)
                self._partial.chmod(0o600)
                os.replace(self._partial, self._path)
            except ValueError as error:
                self._require_space()
                raise DiskError(
                    "Cannot write {path}: {reason}.", path=self._path, reason=verbatim(str(error))
                ) from error
            finally:
                self._partial.unlink(missing_ok=True)

    def discard(self) -> None:
        if self._writer is not None:
            self._writer.release()
        with disk.translate_errors(self._partial):
            self._partial.unlink(missing_ok=True)

    def _open_writer(self) -> None:
        with disk.translate_errors(self._path):
            self._partial.touch(mode=0o600)
        codec = cv2.VideoWriter.fourcc(*"mp4v")
        self._writer = cv2.VideoWriter(str(self._partial), cv2.CAP_FFMPEG, codec, _RATE, self._size)
        if not self._writer.isOpened():
            self._require_space()
            raise DiskError("Cannot write {path}.", hint="Check that the folder can be written to.", path=self._path)

    def _require_space(self) -> None:
        """Raise a `DiskError` with the reason if the disk does not take more: the writer does not say."""
        with disk.translate_errors(self._path):
            disk.require_space(self._path.parent, _SPACE_BYTES)


def _spread(times: Sequence[float], interval: float) -> tuple[list[float], float]:
    """Times from 0 on, each a tick or more after the one before, and the end of the last frame.

    The last frame lasts as long as frames usually do: as the median, or as the `interval` of the source's rate, if that
    is shorter. Pictures that follow each other by minutes do not make the video minutes longer.
    """
    spread = [0.0]
    for before, after in itertools.pairwise(times):
        spread.append(spread[-1] + max(after - before, _TICK_S))
    steps = [after - before for before, after in itertools.pairwise(spread)]
    usual = [*([statistics.median(steps)] if steps else []), *([interval] if interval > 0 else [])]
    return spread, spread[-1] + max(min(usual, default=1 / _RATE), _TICK_S)
