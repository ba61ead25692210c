"""From what the user typed to a source."""

import difflib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import cv2

from visavis.errors import SourceNotFoundError
from visavis.imaging.codec import is_picture
from visavis.messages import Message
from visavis.sources import demo
from visavis.sources.camera_settings import CameraSettings
from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.capture import Camera, NetworkStream, VideoFile
from visavis.sources.demo import Demo
from visavis.sources.pictures import NumberedImages, PictureFolder, is_pattern, numbered
from visavis.sources.source import Source

_SCHEMES = ("rtsp", "http", "https")

#: OpenCV takes numbers from 100 on for a backend and a camera in one.
_MOST_CAMERAS = 100


def open_source(
    text: str,
    *,
    paced: bool,
    wanted: Mapping[str, CameraSettings] = MappingProxyType({}),
    listed: Callable[[], list[CameraInfo]] = cameras,
) -> Source:
    """The source that `text` names; it opens when iterated.

    Parameters
    ----------
    text : str
        `demo`, a camera's number, name or id (or a part that only one has), a video file, a picture, a folder of
        pictures, numbered images (`img_%04d.jpg`), or an address (`rtsp://`, `http://`, `https://`).
    paced : bool
        Whether what is recorded plays in real time, or as fast as it can be read. What is live has its own pace.
    wanted : mapping of str to CameraSettings
        What is asked of cameras, by their ids.
    listed
        The seam for tests.

    Raises
    ------
    SourceNotFoundError
        If it names nothing there is. What cannot be read says so when iterated.
    """
    if text.casefold() == demo.NAME:
        return Demo(paced=paced)
    if "://" in text:
        return _stream(text)
    if (number := text.removeprefix("/dev/video")).isdecimal():
        return _camera(_numbered_camera(int(number), listed()), wanted)
    path = Path(text)
    if text and os.path.isdir(path):
        return PictureFolder(path, paced=paced)
    if os.path.isfile(path):
        return PictureFolder(path, paced=paced) if is_picture(path) else VideoFile(path, paced=paced)
    if is_pattern(path) and numbered(path):
        return NumberedImages(path, paced=paced)
    return _camera(_named_camera(text, listed()), wanted)


def default_source(listed: Callable[[], list[CameraInfo]] = cameras) -> tuple[str, Message | None]:
    """What to open when nothing was asked for, as `open_source` takes it, and the sentence that says so.

    The first camera, without a sentence; if there is none, the demo.
    """
    for camera in listed():
        return camera.id or str(camera.index), None
    return demo.NAME, Message("No camera was found: this is the demo, two people made to move from photos.")


def shown(text: str) -> str:
    """An address, or what was meant as one, as people and logs may see it.

    Nothing before the last "@" but the scheme, and nothing from a "?", "#", ";" or "=" on: user names, passwords and
    tokens are there, and passwords that were not escaped have any character.
    """
    scheme, separator, rest = text.partition("://")
    if not scheme.isalnum():  # no address at all
        scheme, separator, rest = "", "", text
    return scheme + separator + re.split(r"[?#;=]", rest.rpartition("@")[2])[0]


def _stream(text: str) -> NetworkStream:
    if text.partition("://")[0].lower() not in _SCHEMES:
        raise SourceNotFoundError("{text} is no address that can be opened.", hint=_HINT_ADDRESS, text=shown(text))
    return NetworkStream(text, shown(text))


_HINT_ADDRESS = Message("Addresses can begin with rtsp://, http:// or https://.")


def _camera(camera: CameraInfo, wanted: Mapping[str, CameraSettings]) -> Camera:
    return Camera(camera, wanted.get(camera.id, CameraSettings()))


def _numbered_camera(number: int, available: Sequence[CameraInfo]) -> CameraInfo:
    """A camera that is not listed is tried, too: not every platform lists them all."""
    if number >= _MOST_CAMERAS:
        raise SourceNotFoundError("There is no camera {number}.", hint=_cameras_there(available), number=number)
    unlisted = CameraInfo(number, f"camera {number}", "", cv2.CAP_ANY)
    return next((camera for camera in available if camera.index == number), unlisted)


def _named_camera(text: str, available: Sequence[CameraInfo]) -> CameraInfo:
    wanted = text.casefold()
    exact = [camera for camera in available if wanted in (camera.id.casefold(), camera.name.casefold())]
    part = [camera for camera in available if wanted in camera.id.casefold() or wanted in camera.name.casefold()]
    fitting = (exact or part) if text else []
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise SourceNotFoundError(
            "{count} cameras fit {text}.",
            hint="Choose one by its number. {cameras}",
            count=len(fitting),
            text=repr(text),
            cameras=_cameras_there(fitting),
        )
    raise SourceNotFoundError(
        "There is no camera, file or folder called {text}.", hint=_near(text, available), text=repr(shown(text))
    )


def _near(text: str, available: Sequence[CameraInfo]) -> Message:
    """What may have been meant."""
    path = Path(text)
    try:
        beside = [str(path.with_name(name)) for name in os.listdir(path.parent)] if path.name else []
    except (OSError, ValueError):
        beside = []
    names = [demo.NAME, *(camera.name for camera in available), *beside]
    near = difflib.get_close_matches(text, names, n=1, cutoff=0.7)
    return Message("Did you mean {names}?", names=near[0]) if near else _cameras_there(available)


def _cameras_there(available: Sequence[CameraInfo]) -> Message:
    if not available:
        return Message("No camera was found. A source can also be a file, a folder, an address, or demo.")
    return Message("Cameras: {cameras}.", cameras=", ".join(f"{camera.index} ({camera.name})" for camera in available))
