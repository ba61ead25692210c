"""Videos as H.264 in MP4, with the sound of their source, through PyAV, which is optional (the extra `video`)."""

import array
import contextlib
import importlib.util
import logging
import os
import statistics
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.errors import DiskError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.imaging.video.sound import SoundCopy
from visavis.storage import disk

_log = logging.getLogger(__name__)

#: Ticks of the times of frames, per second: those of MPEG.
_TICKS = 90_000
#: Quality of the encoder (libx264's constant rate factor): not told from the source by eye at normal size.
_QUALITY = "20"
#: Speed of the encoder. "superfast" with two parts of "veryfast" that it lacks: blocks that later frames copy get more
#: bits (mbtree), for which the encoder looks at the next frames. Measured with 200 frames of two videos at 640x360, in
#: one run: 1.9 and 3.1 ms of processor time for a frame, 1.18 and 1.00 times the bytes of "veryfast", and a PSNR of
#: 0.4 and 0.1 dB less. "veryfast" took 4.5 and 3.7 ms. "superfast" alone made 1.7 and 1.3 times the bytes.
_PRESET, _LOOKAHEAD = "superfast", "mbtree=1:rc-lookahead=10"
#: Shortest duration of a frame, in seconds.
_TICK_S = 0.001
#: Duration of the only frame of a video, in seconds.
_FRAME_S = 1 / 30


def is_available() -> bool:
    """Whether PyAV is installed."""
    return importlib.util.find_spec("av") is not None


class H264Video:
    """One video that is being written. It is private, and written whole or not at all.

    Parameters
    ----------
    path : Path
        Of the video to be written.
    source : Path
        The video whose sound is kept.
    start : float
        Which time of the source is the beginning, in seconds since its first frame.
    """

    def __init__(self, path: Path, source: Path, start: float = 0.0) -> None:
        self._path = path
        self._partial = path.with_name(f".tmp-{path.name}")
        self._start = start
        self._source = source
        self._output: Any = None
        self._video: Any = None
        self._sound: SoundCopy | None = None
        self._steps = array.array("i")
        self._previous: int | None = None
        self._interval = 0.0

    def add(self, frame: Frame, image: Image) -> None:
        """Add the picture of a frame.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        import av

        with self._translate_errors():
            image = _with_even_sides(image)
            if self._output is None:
                self._open(image.shape[1], image.shape[0])
            if (self._video.width, self._video.height) != (image.shape[1], image.shape[0]):
                size = (self._video.width, self._video.height)
                image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
            time = max(round((frame.time - self._start) * _TICKS), 0)
            if self._previous is not None:
                time = max(time, self._previous + round(_TICK_S * _TICKS))
                self._steps.append(time - self._previous)
            self._previous, self._interval = time, frame.interval
            picture = av.VideoFrame.from_ndarray(image, format="bgr24")
            picture.pts, picture.time_base = time, Fraction(1, _TICKS)
            self._output.mux(self._video.encode(picture))
            if self._sound is not None:
                self._sound.copy_until(time / _TICKS)

    def close(self) -> None:
        """Finish the file.

        Raises
        ------
        DiskError
            If it cannot be written.
        """
        if self._output is None:
            return
        with self._translate_errors():
            try:
                if self._previous is not None:
                    last = self._last_duration()
                    for packet in self._video.encode(None):
                        if packet.pts == self._previous:
                            packet.duration = last
                        self._output.mux(packet)
                    if self._sound is not None:
                        self._sound.copy_until((self._previous + last) / _TICKS)
                        self._sound.close()
                self._output.close()
                self._output = None
                disk.sync(self._partial)
                self._partial.chmod(0o600)
                os.replace(self._partial, self._path)
            finally:
                self.discard()

    def discard(self) -> None:
        """Give the file up; nothing of it stays."""
        if self._output is not None:
            output, self._output = self._output, None
            with contextlib.suppress(Exception):  # PyAV writes the index, which a full disk does not take
                output.close()
        self._partial.unlink(missing_ok=True)

    def _open(self, width: int, height: int) -> None:
        import av

        disk.make_private(self._path.parent)
        self._partial.touch(mode=0o600)
        self._output = av.open(str(self._partial), "w", format="mp4", options={"movflags": "+faststart"})
        options = {"crf": _QUALITY, "preset": _PRESET, "x264-params": _LOOKAHEAD}
        options["bf"] = "0"  # in order, so that the last frame is last
        self._video = self._output.add_stream("libx264", rate=30, options=options)
        self._video.width, self._video.height, self._video.pix_fmt = width, height, "yuv420p"
        self._video.codec_context.time_base = Fraction(1, _TICKS)
        self._video.codec_context.thread_type = "FRAME"  # several frames at once; PyAV's default is slices of one
        self._sound = SoundCopy.open(self._source, self._output, self._start)

    def _last_duration(self) -> int:
        """For how long the last frame is shown, in ticks: as long as usual, or as the source's rate says if shorter."""
        usual = [*([statistics.median(self._steps)] if self._steps else [])]
        usual += [self._interval * _TICKS] if self._interval > 0 else []
        return max(round(min(usual, default=_FRAME_S * _TICKS)), 1)

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        import av

        try:
            yield
        except OSError as error:  # FFmpeg's errors about the disk are among them
            self.discard()
            raise disk.disk_error(error, self._path) from error
        except av.error.FFmpegError as error:
            self.discard()
            raise DiskError("Cannot write {path}: {reason}.", path=self._path, reason=str(error.strerror)) from error


def _with_even_sides(image: Image) -> Image:
    """With one more column or row where their number is odd: H.264 halves the resolution of colors."""
    height, width = image.shape[:2]
    if height % 2 == width % 2 == 0:
        return image
    return np.asarray(cv2.copyMakeBorder(image, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE), np.uint8)
