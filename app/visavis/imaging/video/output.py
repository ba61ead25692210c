"""A video that is being written: H.264 where PyAV is installed, on a thread of its own."""

import threading
from pathlib import Path
from typing import Protocol

from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.imaging.video import h264
from visavis.imaging.video.h264 import H264Video
from visavis.imaging.video.plain import PlainVideo
from visavis.process.handover import Handover

#: Pictures that wait to be encoded. Encoding a picture takes about as long as reading and drawing the next one, so more
#: would only take memory.
_WAITING = 2


class VideoOutput(Protocol):
    """A video that is being written, whole or not at all."""

    def add(self, frame: Frame, image: Image) -> None:
        """Add the picture of a frame. Nobody changes the picture later.

        Raises
        ------
        DiskError
            If this one, or one that was added before, cannot be written.
        """
        ...

    def close(self) -> None:
        """Finish the file. It may raise a DiskError as well."""
        ...

    def discard(self) -> None:
        """Give the file up; nothing of it stays. After `close`, it does nothing."""
        ...


def open_video(path: Path, source: Path, start: float = 0.0) -> VideoOutput:
    """Begin a video; what cannot be written is told when pictures are added.

    Parameters
    ----------
    path : Path
        Of the video to be written.
    source : Path
        The video whose sound is kept, where PyAV is installed.
    start : float
        Which time of the source is the beginning, in seconds since its first frame.
    """
    return ThreadedVideo(H264Video(path, source, start) if h264.is_available() else PlainVideo(path))


class ThreadedVideo:
    """Writes a video on a thread of its own, so that the next picture is made while one is encoded."""

    def __init__(self, output: VideoOutput) -> None:
        self._output = output
        self._pictures: Handover[tuple[Frame, Image]] = Handover(_WAITING)
        self._error: Exception | None = None
        self._thread: threading.Thread | None = None

    def add(self, frame: Frame, image: Image) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._write, name="encoder", daemon=True)
            self._thread.start()
        if not self._pictures.put((frame, image)):
            self._raise_error()

    def close(self) -> None:
        self._pictures.close()
        self._wait()
        self._raise_error()
        self._output.close()

    def discard(self) -> None:
        self._pictures.leave()
        self._wait()
        self._output.discard()

    def _write(self) -> None:
        try:
            for frame, image in self._pictures:
                self._output.add(frame, image)
        except Exception as error:  # noqa: BLE001  raised on the thread that adds pictures
            self._error = error
        finally:
            self._pictures.leave()

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _raise_error(self) -> None:
        if self._error is not None:
            raise self._error
