"""Frames through OpenCV: cameras, network streams and video files. The only module that uses cv2.VideoCapture."""

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

from visavis.errors import SourceNotFoundError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image, as_bgr
from visavis.messages import Message
from visavis.sources.camera_settings import CameraSettings
from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.live_capture import COMPLETE, LiveSource, Patience
from visavis.sources.pace import pace
from visavis.sources.source import Stoppable

_log = logging.getLogger(__name__)

Open = Callable[..., Any]
"""Opens a capture: `open_video_capture`, or a fake of the tests."""

#: Extensions of video files, for file dialogs and dropped files. Any other file can be opened by its path.
VIDEO_EXTENSIONS = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v", ".mpg", ".mpeg", ".wmv", ".ogv"})

#: Timeout for opening a network stream, and for each of its frames, in milliseconds.
_TIMEOUT_MS = 5000
#: Frame rate of a file that has none or an implausible one, in frames per second.
_DEFAULT_RATE = 30.0
#: Maximum plausible frame rate, in frames per second. Some containers give the ticks of their clock instead (90,000 or
#: 1,000).
_MAX_RATE = 480.0
#: Maximum seconds between two frames. A longer step is a jump of the file's clock, as between joined recordings.
_MAX_STEP_S = 10.0
#: Leaves all settings to the camera.
_DEFAULTS = CameraSettings()
#: How long cameras and streams are waited for.
_PATIENCE = Patience()
#: OpenCV's rotations, by clockwise degrees.
_ROTATIONS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def open_video_capture(*arguments: Any) -> Any:
    """A new `cv2.VideoCapture`, which is looked up when it is called, so that it can be replaced at any time."""
    return cv2.VideoCapture(*arguments)


class Camera(LiveSource):
    """A camera of this computer. It is found by its ID each time it is opened, since its number may have changed.

    Parameters
    ----------
    camera : CameraInfo
        Without an ID, the camera is opened by its number.
    settings : CameraSettings
        The requested settings. The camera uses the nearest that it has.
    list_cameras, open_capture, patience
        Seams for tests.
    """

    def __init__(
        self,
        camera: CameraInfo,
        settings: CameraSettings = _DEFAULTS,
        *,
        list_cameras: Callable[[], list[CameraInfo]] = cameras,
        open_capture: Open = open_video_capture,
        patience: Patience = _PATIENCE,
    ) -> None:
        super().__init__(camera.name, patience)
        self.id = camera.id
        self._camera = camera
        self._settings = settings
        self._list_cameras = list_cameras
        self._open = open_capture

    def __iter__(self) -> Iterator[Frame]:
        for frame in self.read(self._open_configured):
            yield _rotate(frame, self._settings.rotation)

    def _open_configured(self) -> Any:
        """The opened capture; None if a camera that is there cannot be opened."""
        camera = self._camera
        if camera.id:
            found = next((other for other in self._list_cameras() if other.id == camera.id), None)
            if found is None:
                raise SourceNotFoundError("{name} is not connected.", name=self.title)
            camera = found
        capture = self._open(camera.index, camera.backend)
        if not capture.isOpened():
            capture.release()
            if camera.id:
                return None
            raise SourceNotFoundError("{name} cannot be opened.", hint=self._hint(), name=self.title)
        try:
            _configure(capture, self._settings)
        except Exception as error:  # noqa: BLE001  drivers raise anything; the camera has settings of its own
            _log.warning("The settings of %s were not accepted: %s", self.name, error)
        return capture

    def _hint(self) -> Message:
        there = ", ".join(f"{camera.index} ({camera.name})" for camera in self._list_cameras())
        if not there:
            return Message("No camera was found. Connect one, or choose a file, a folder, an address, or demo.")
        return Message("Close other programs that use it, or choose another. Cameras: {cameras}.", cameras=there)


class NetworkStream(LiveSource):
    """A network camera or another stream of video: `rtsp://`, `http://` or `https://`.

    Parameters
    ----------
    address : str
        With the user name and password, if it needs them.
    name : str
        The address to display: without user name and password.
    open_capture, patience
        Seams for tests.
    """

    def __init__(
        self, address: str, name: str, *, open_capture: Open = open_video_capture, patience: Patience = _PATIENCE
    ) -> None:
        super().__init__(name, patience, is_private=True)
        self._address = address
        self._open = open_capture

    def __iter__(self) -> Iterator[Frame]:
        return self.read(self._open_stream)

    def _open_stream(self) -> Any:
        timeouts = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _TIMEOUT_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _TIMEOUT_MS]
        if _is_unicode(self._address):
            capture = self._open(self._address, cv2.CAP_FFMPEG, timeouts)
            if capture.isOpened():
                return capture
            capture.release()
        raise SourceNotFoundError(
            "{name} does not answer with video.",
            hint="Check the address, the user name and the password in it, and whether this computer can reach it.",
            name=self.name,
        )


class VideoFile(Stoppable):
    """A video file.

    Parameters
    ----------
    path : Path
        A video that OpenCV's FFmpeg can read.
    paced : bool
        Whether to play in real time, or to read as fast as possible.
    open_capture
        Seam for tests.
    """

    live = False

    def __init__(self, path: Path, *, paced: bool, open_capture: Open = open_video_capture) -> None:
        super().__init__()
        self.name = str(path)
        self._path = path
        self._paced = paced
        self._open = open_capture

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return pace(frames, self._stopped) if self._paced else frames

    def _frames(self) -> Iterator[Frame]:
        if not self._path.is_file():
            raise SourceNotFoundError("There is no file {path}.", hint="Check its name and folder.", path=self.name)
        index = -1
        with _open_capture(self._open, str(self._path.absolute())) as capture:  # absolute: "rtsp:x.mp4" is a file, too
            if capture is not None:
                timestamps = _timestamps(capture)
                for index, image in enumerate(_read_images(capture, self)):
                    yield Frame(image, time.monotonic(), index, next(timestamps), self.name)
                announced = capture.get(cv2.CAP_PROP_FRAME_COUNT)
                if not self.stopped and 0 < index + 1 < COMPLETE * announced:
                    _log.warning("%s is damaged: %d of %d frames could be read.", self.name, index + 1, announced)
        if index < 0 and not self.stopped:
            raise SourceNotFoundError(
                "{name} is not a video that can be read.",
                hint="Videos can be MP4, AVI, MKV, MOV or WebM.",
                name=self.name,
            )


def _configure(capture: Any, settings: CameraSettings) -> None:
    """Request settings of a camera, which may ignore them."""
    if settings.width:
        # uncompressed, USB 2 transfers only a few large frames per second
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, settings.width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, settings.height)
    if settings.rate:
        capture.set(cv2.CAP_PROP_FPS, settings.rate)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # old frames are useless


def _rotate(frame: Frame, rotation: int) -> Frame:
    """Rotate a frame clockwise, by degrees."""
    if rotation == 0:
        return frame
    return replace(frame, image=np.asarray(cv2.rotate(frame.image, _ROTATIONS[rotation]), np.uint8))


@contextlib.contextmanager
def _open_capture(open_capture: Open, *arguments: Any) -> Iterator[Any]:
    """Open a capture, and release it at the end; None if it cannot be opened."""
    if any(isinstance(argument, str) and not _is_unicode(argument) for argument in arguments):
        yield None  # OpenCV crashes on file names that are not valid UTF-8
        return
    capture = open_capture(*arguments)
    try:
        yield capture if capture.isOpened() else None
    finally:
        capture.release()


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _read_images(capture: Any, source: Stoppable) -> Iterator[Image]:
    """Read the images of a file until there are no more, or `source` is stopped."""
    while not source.stopped:
        delivered, image = capture.read()
        if not delivered:
            return
        yield image if image.ndim == 3 and image.shape[2] == 3 else as_bgr(image)


def _timestamps(capture: Any) -> Iterator[float]:
    """The time of the frame that was just read, in seconds since the first frame.

    It follows the timestamps of the file, since the frame rate may vary. A timestamp that goes back, stands still or
    jumps too far is a fault of the file, and counts as one frame.
    """
    rate = capture.get(cv2.CAP_PROP_FPS)
    usual_step = 1 / (rate if math.isfinite(rate) and 0 < rate <= _MAX_RATE else _DEFAULT_RATE)
    elapsed, previous = 0.0, capture.get(cv2.CAP_PROP_POS_MSEC)
    while True:
        yield elapsed
        now = capture.get(cv2.CAP_PROP_POS_MSEC)
        step = (now - previous) / 1000
        elapsed += step if 0 < step < _MAX_STEP_S else usual_step
        previous = now
