"""Frames through OpenCV: cameras, network streams and video files. The only module that uses cv2.VideoCapture."""

import contextlib
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.errors import SourceNotFoundError
from visavis.imaging import media
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image, as_bgr
from visavis.imaging.media import MediaType
from visavis.messages import Message
from visavis.sources.camera_settings import CameraSettings
from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.jumps import Jumps
from visavis.sources.live_capture import COMPLETE, LiveSource, Patience
from visavis.sources.pace import pace
from visavis.sources.source import Stoppable
from visavis.sources.timestamps import announced_duration, file_clock, has_rate, time_after_jump, timestamps, usual_rate
from visavis.sources.video_size import announced_size, edited_duration
from visavis.storage import disk

_log = logging.getLogger(__name__)

Open = Callable[..., Any]
"""Opens a capture: `open_video_capture`, or a fake of the tests."""

#: Timeout for opening a network stream, and for each of its frames, in milliseconds.
_TIMEOUT_MS = 5000
#: Maximum size of a video's frames, in pixels: 8K, as films have it (8,192 x 4,320), and a little more. Reading and
#: analyzing a video of this size takes 0.7 GB.
_MAX_PIXELS = 40_000_000
#: Codecs of pictures. FFmpeg takes the cover of a song for a video of one frame, without a plausible rate.
_COVER_CODECS = frozenset({b"MJPG", b"MPNG", b"BMP ", b"GIF ", b"WEBP"})
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
        self.number = camera.index
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
        self.duration = 0.0  #: seconds from the first frame to the end, as the file says; 0 while it is unknown
        self._path = path
        self._paced = paced
        self._open = open_capture
        self._jumps = Jumps()

    def seek(self, seconds: float) -> None:
        """Go on from the frame nearest that time, in seconds since the first frame. Any thread may call it."""
        self._jumps.ask(seconds)

    def stop(self) -> None:
        super().stop()
        self._jumps.wake()

    def __iter__(self) -> Iterator[Frame]:
        frames = self._frames()
        return pace(frames, self._stopped, jumps=self._jumps) if self._paced else frames

    def frame_count(self) -> int | None:
        """The number of frames that the file announces, which may be wrong; None if it announces none."""
        with self._open_file() as capture:
            count = capture.get(cv2.CAP_PROP_FRAME_COUNT) if capture is not None else 0
        return int(count) if count >= 1 else None

    def _frames(self) -> Iterator[Frame]:
        kind = self._require_video()
        self._require_size(*announced_size(self._path))
        index, now = -1, 0.0
        with self._open_file() as capture:
            if capture is not None and not self._is_cover(capture):
                sides = (capture.get(key) for key in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT))
                self._require_size(*map(int, sides))
                interval = 1 / usual_rate(capture) if has_rate(capture) else 0.0
                self.duration = self._duration(capture)
                is_stream = kind is MediaType.MPEG_STREAM
                for index, (image, now) in enumerate(self._read(capture, is_stream=is_stream)):
                    yield Frame(image, time.monotonic(), index, now, self.name, interval)
                if index >= 0 and not (is_stream or self.stopped or self._jumps.count):
                    self._tell_damage(capture, index + 1, now)
        if index < 0 and not self.stopped:
            raise SourceNotFoundError(
                "{name} is neither a picture nor a video that can be read.",
                hint="It may be damaged, or have only sound.",
                name=self.name,
            )

    def _read(self, capture: Any, *, is_stream: bool) -> Iterator[tuple[Image, float]]:
        """The images and their times, until there are no more or the source is stopped. It goes where it is asked to.

        The indexes of frames go on after a jump: only their times go back.
        """
        times, start, origin = None, 0.0, None
        while not self.stopped:
            target = self._jumps.take()
            if target is not None:
                last = max(self.duration - 1 / usual_rate(capture), 0.0)
                times, start = None, min(target, last) if self.duration else target
                capture.set(cv2.CAP_PROP_POS_MSEC, 1000 * start)
            delivered, image = capture.read()
            if not delivered:
                return
            if target is not None:
                start = time_after_jump(capture, origin or 0.0, start)
            elif origin is None:
                origin = file_clock(capture)
            times = times or timestamps(capture, is_stream=is_stream, start=start)
            yield image if image.ndim == 3 and image.shape[2] == 3 else as_bgr(image), next(times)

    def _tell_damage(self, capture: Any, count: int, end: float) -> None:
        """Log if frames are missing at the end. Where the rate varies, fewer than announced is no damage.

        A stream announces nothing: OpenCV then computes the number of frames from its clock, which may jump.
        """
        announced = capture.get(cv2.CAP_PROP_FRAME_COUNT)
        if count < COMPLETE * announced and end < COMPLETE * self.duration:
            _log.warning("%s is damaged: %d of %d frames could be read.", self.name, count, announced)

    def _duration(self, capture: Any) -> float:
        edited = edited_duration(self._path)
        return min(filter(None, (announced_duration(capture), edited)), default=0.0)

    def _open_file(self) -> contextlib.AbstractContextManager[Any]:
        return _open_capture(self._open, str(self._path.absolute()))  # absolute: "rtsp:x.mp4" is a file, too

    def _is_cover(self, capture: Any) -> bool:
        """Whether the file is a song with a picture: that is a video of one frame."""
        if not _may_be_cover(capture):
            return False
        with self._open_file() as other:  # reading ahead here would lose the time of the first frame
            return other is None or not (other.grab() and other.grab())

    def _require_video(self) -> MediaType:
        """What kind of video the file is."""
        try:
            kind = media.media_type(self._path)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise SourceNotFoundError(
                "There is no file {path}.", hint="Check its name and folder.", path=self.name
            ) from error
        except OSError as error:
            raise SourceNotFoundError(
                "{path} cannot be opened: {reason}.", hint=media.HINT, path=self.name, reason=disk.reason(error)
            ) from error
        if kind is None:
            raise SourceNotFoundError(media.not_media(self.name), hint=media.HINT)
        if kind.is_picture:
            raise SourceNotFoundError("{path} is a picture, not a video.", hint=media.HINT, path=self.name)
        return kind

    def _require_size(self, width: int, height: int) -> None:
        if width * height > _MAX_PIXELS:
            raise SourceNotFoundError(
                "{name} has frames of {width}x{height} pixels, and more than {count} million are not read.",
                hint="Make it smaller with another program, then try again.",
                name=self.name,
                width=width,
                height=height,
                count=_MAX_PIXELS // 1_000_000,
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


def _may_be_cover(capture: Any) -> bool:
    """Whether what was opened as a video may be the cover of a song."""
    codec = int(capture.get(cv2.CAP_PROP_FOURCC)) & 0xFFFFFFFF
    return codec.to_bytes(4, "little") in _COVER_CODECS and not has_rate(capture)
