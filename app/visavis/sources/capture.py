"""Frames through OpenCV: cameras, network streams and video files. The only place with cv2.VideoCapture."""

import contextlib
import logging
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.errors import SourceLostError, SourceNotFoundError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image, as_bgr
from visavis.messages import Message
from visavis.sources.camera_settings import CameraSettings
from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.pace import paced
from visavis.sources.source import Stoppable

_log = logging.getLogger(__name__)

Open = Callable[..., Any]
"""What opens a capture: `cv2.VideoCapture`, or a test's."""

#: Extensions of video files, for file dialogs and dropped files. Any other file can be opened by its path.
VIDEO_EXTENSIONS = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v", ".mpg", ".mpeg", ".wmv", ".ogv"})

#: Milliseconds to wait for a stream to answer, and for each of its frames.
_TIMEOUT_MS = 5000
#: Frames a second of a file that does not say, or says nonsense.
_USUAL_RATE = 30.0
#: No video has more; some containers put their clock's ticks there (90,000, 1,000).
_HIGHEST_RATE = 480.0
#: Seconds between two frames beyond which a file's clock jumped, as where two recordings were joined.
_LONGEST_STEP = 10.0
#: Share of the promised frames that counts as all of them: some containers only estimate.
_NEARLY = 0.9
#: Nothing is asked of the camera.
_ANY = CameraSettings()
_ROTATIONS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


class Camera(Stoppable):
    """A camera of this computer, found by its id each time it is opened: its number may have changed.

    Parameters
    ----------
    camera : CameraInfo
        Without an id it is opened by its number.
    wanted : CameraSettings
        What is asked of it; it gives the nearest that it has.
    listed, open_
        The seams for tests.
    """

    live = True

    def __init__(
        self,
        camera: CameraInfo,
        wanted: CameraSettings = _ANY,
        *,
        listed: Callable[[], list[CameraInfo]] = cameras,
        open_: Open = cv2.VideoCapture,
    ) -> None:
        super().__init__()
        self.name = camera.name
        self.id = camera.id
        self._camera = camera
        self._wanted = wanted
        self._listed = listed
        self._open = open_

    def __iter__(self) -> Iterator[Frame]:
        camera = self._camera
        if camera.id:
            found = next((other for other in self._listed() if other.id == camera.id), None)
            if found is None:
                raise SourceNotFoundError("{name} is not connected.", name=self.name)
            camera = found
        with _opened(self._open, camera.index, camera.backend) as capture:
            if capture is None:
                raise SourceNotFoundError("{name} cannot be opened.", hint=self._hint(), name=_capital(self.name))
            _ask(capture, self._wanted)
            for frame in _as_they_come(capture, self):
                yield _rotated(frame, self._wanted.rotation)

    def _hint(self) -> Message:
        there = ", ".join(f"{camera.index} ({camera.name})" for camera in self._listed())
        if not there:
            return Message("No camera was found. Connect one, or choose a file, a folder, an address, or demo.")
        return Message("Close other programs that use it, or choose another. Cameras: {cameras}.", cameras=there)


class NetworkStream(Stoppable):
    """A network camera, or whatever else sends video: `rtsp://`, `http://` or `https://`.

    Parameters
    ----------
    address : str
        With user name and password where they are needed.
    name : str
        The address as it may be shown: without them.
    open_
        The seam for tests.
    """

    live = True

    def __init__(self, address: str, name: str, *, open_: Open = cv2.VideoCapture) -> None:
        super().__init__()
        self.name = name
        self._address = address
        self._open = open_

    def __iter__(self) -> Iterator[Frame]:
        timeouts = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _TIMEOUT_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _TIMEOUT_MS]
        with _opened(self._open, self._address, cv2.CAP_FFMPEG, timeouts) as capture:
            if capture is None:
                raise SourceNotFoundError(
                    "{name} does not answer with video.",
                    hint="Check the address, the user name and password in it, and that this computer reaches it.",
                    name=self.name,
                )
            yield from _as_they_come(capture, self)


class VideoFile(Stoppable):
    """A video file.

    Parameters
    ----------
    path : Path
        Any video that OpenCV's FFmpeg reads.
    paced : bool
        Whether to play in real time, or as fast as it can be read.
    open_
        The seam for tests.
    """

    live = False

    def __init__(self, path: Path, *, paced: bool, open_: Open = cv2.VideoCapture) -> None:
        super().__init__()
        self.name = str(path)
        self._path = path
        self._paced = paced
        self._open = open_

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return paced(frames, self._stopped) if self._paced else frames

    def _frames(self) -> Iterator[Frame]:
        if not self._path.is_file():
            raise SourceNotFoundError("There is no file {path}.", hint="Check its name and folder.", path=self.name)
        index = -1
        with _opened(self._open, str(self._path.absolute())) as capture:  # absolute: "rtsp:x.mp4" is a file, too
            if capture is not None:
                times = _times(capture)
                for index, image in enumerate(_pictures(capture, self)):
                    yield Frame(image, time.monotonic(), index, next(times), self.name)
                promised = capture.get(cv2.CAP_PROP_FRAME_COUNT)
                if not self.stopped and 0 < index + 1 < _NEARLY * promised:
                    _log.warning("%s is damaged: %d of %d frames could be read.", self.name, index + 1, promised)
        if index < 0 and not self.stopped:
            raise SourceNotFoundError(
                "{name} is no video that can be read.", hint="Videos can be MP4, AVI, MKV, MOV or WebM.", name=self.name
            )


def _ask(capture: Any, wanted: CameraSettings) -> None:
    """Ask a camera for what is wanted; not every one obeys."""
    if wanted.width:
        # uncompressed, USB 2 carries no more than a few large frames a second
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, wanted.width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, wanted.height)
    if wanted.rate:
        capture.set(cv2.CAP_PROP_FPS, wanted.rate)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # old frames are of no use


def _rotated(frame: Frame, rotation: int) -> Frame:
    """The frame turned clockwise by so many degrees, as the camera hangs."""
    if rotation == 0:
        return frame
    return replace(frame, image=np.asarray(cv2.rotate(frame.image, _ROTATIONS[rotation]), np.uint8))


@contextlib.contextmanager
def _opened(open_: Open, *arguments: Any) -> Iterator[Any]:
    """An open capture, released at the end; None if it does not open."""
    if any(isinstance(argument, str) and not _is_unicode(argument) for argument in arguments):
        yield None  # OpenCV crashes on the name of a file that is not valid UTF-8
        return
    capture = open_(*arguments)
    try:
        yield capture if capture.isOpened() else None
    finally:
        capture.release()


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _pictures(capture: Any, source: Stoppable) -> Iterator[Image]:
    """Pictures until there are no more, or `source` is stopped."""
    while not source.stopped:
        delivered, image = capture.read()
        if not delivered:
            return
        yield image if image.ndim == 3 and image.shape[2] == 3 else as_bgr(image)  # some cameras are gray


def _as_they_come(capture: Any, source: "Camera | NetworkStream") -> Iterator[Frame]:
    """The frames of something live, until it is stopped; its failing is an error.

    An address may also be that of a film: it knows its length, and ends.
    """
    first, index = None, -1
    for index, image in enumerate(_pictures(capture, source)):
        now = time.monotonic()
        first = now if first is None else first
        yield Frame(image, now, index, now - first, source.name)
    if source.stopped or 0 < _NEARLY * capture.get(cv2.CAP_PROP_FRAME_COUNT) <= index + 1:
        return
    if first is None:
        raise SourceNotFoundError(
            "{name} opened, but gives no pictures.",
            hint="Close other programs that use it, or choose another source.",
            name=_capital(source.name),
        )
    raise SourceLostError("{name} stopped giving pictures.", name=_capital(source.name))


def _times(capture: Any) -> Iterator[float]:
    """Where the frame just read lies in its file, in seconds since the first.

    By the file's own timestamps, since not every file has a steady rate; a step backwards, on the spot or too far is
    a fault of the file, and counts as one frame.
    """
    rate = capture.get(cv2.CAP_PROP_FPS)
    usual = 1 / (rate if math.isfinite(rate) and 0 < rate <= _HIGHEST_RATE else _USUAL_RATE)
    place, before = 0.0, capture.get(cv2.CAP_PROP_POS_MSEC)
    while True:
        yield place
        now = capture.get(cv2.CAP_PROP_POS_MSEC)
        step = (now - before) / 1000
        place += step if 0 < step < _LONGEST_STEP else usual
        before = now


def _capital(name: str) -> str:
    """For a sentence's beginning: "camera 3" becomes "Camera 3"; addresses stay as they are."""
    return name if "://" in name else name[:1].upper() + name[1:]
