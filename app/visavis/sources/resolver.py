"""Opening of sources by the text that the user typed."""

import difflib
import os
import re
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import cv2

from visavis.errors import SourceNotFoundError
from visavis.imaging import media
from visavis.imaging.media import MediaType
from visavis.messages import Message
from visavis.sources import demo
from visavis.sources.camera_settings import CameraSettings
from visavis.sources.cameras import CameraInfo, cameras
from visavis.sources.demo import Demo
from visavis.sources.pictures import NumberedImages, PictureFolder, is_pattern, numbered_paths
from visavis.sources.recorded.replay import Replay, is_recording
from visavis.sources.source import Source
from visavis.sources.video_capture import Camera, NetworkStream, VideoFile
from visavis.storage import disk
from visavis.storage.whole_number import parse_whole_number

#: Schemes of addresses that can be opened.
_SCHEMES = ("rtsp", "http", "https")

#: Numbers of cameras are below this: OpenCV reads larger ones as a backend and a camera in one.
_MAX_CAMERAS = 100


def open_source(
    text: str,
    *,
    paced: bool,
    settings: Mapping[str, CameraSettings] = MappingProxyType({}),
    list_cameras: Callable[[], list[CameraInfo]] = cameras,
) -> Source:
    """The source that `text` names. It opens when iterated.

    Parameters
    ----------
    text : str
        `demo`, a camera's number, name or ID (or a unique part), a video file, a picture, a folder of
        pictures, a recording, numbered images (`img_%04d.jpg`), or an address (`rtsp://`, `http://`, `https://`).
    paced : bool
        Whether recorded sources play in real time, or are read as fast as possible. Live sources have their own pace.
    settings : mapping of str to CameraSettings
        The requested settings of cameras, by ID.
    list_cameras
        Seam for tests.

    Raises
    ------
    SourceNotFoundError
        If there is no such source. Errors of reading are raised when it is iterated.
    """
    if text.casefold() == demo.NAME:
        return Demo(paced=paced)
    if "://" in text:
        return _stream(text)
    if (number := parse_whole_number(text.removeprefix("/dev/video"))) is not None:
        return _camera(_numbered_camera(number, list_cameras()), settings)
    path = Path(text)
    if text and os.path.isdir(path):
        if is_recording(path):
            return Replay(path, paced=paced)
        return PictureFolder(path, paced=paced)
    if os.path.isfile(path) or _is_unplayable(path):
        return PictureFolder(path, paced=paced) if _media_type(path).is_picture else VideoFile(path, paced=paced)
    if is_pattern(path) and numbered_paths(path):
        return NumberedImages(path, paced=paced)
    return _camera(_named_camera(text, list_cameras()), settings)


def default_source(list_cameras: Callable[[], list[CameraInfo]] = cameras) -> tuple[str, Message | None]:
    """The text of the source to open if the user chose none, and a notice for the user.

    It is the first camera, without a notice. Without a camera, it is the demo.
    """
    for camera in list_cameras():
        return camera.id or str(camera.index), None
    return demo.NAME, Message("No camera was found. This is the demo: two people, animated from photos.")


def public_address(text: str) -> str:
    """An address without user name, password and tokens, for display and logs. The text need not be a valid address.

    It drops what is before the last "@" except the scheme, and what follows a "?", "#", ";" or "=". A password that
    was not escaped may contain any character.
    """
    scheme, separator, rest = text.partition("://")
    if not scheme.isalnum():  # not an address
        scheme, separator, rest = "", "", text
    return scheme + separator + re.split(r"[?#;=]", rest.rpartition("@")[2])[0]


def _stream(text: str) -> NetworkStream:
    if text.partition("://")[0].lower() not in _SCHEMES:
        raise SourceNotFoundError(
            "{text} is not an address that can be opened.", hint=_HINT_ADDRESS, text=public_address(text)
        )
    return NetworkStream(text, public_address(text))


_HINT_ADDRESS = Message("Addresses can begin with rtsp://, http:// or https://.")


def _is_unplayable(path: Path) -> bool:
    """Whether there is something that is neither a file nor a device: a pipe, a socket, a link that leads nowhere."""
    if not os.path.lexists(path):
        return False
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return True
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def _media_type(path: Path) -> MediaType:
    """What a file is.

    Raises
    ------
    SourceNotFoundError
        If it is neither a picture nor a video, or cannot be read.
    """
    try:
        kind = media.media_type(path)
    except OSError as error:
        raise SourceNotFoundError(
            "{path} cannot be opened: {reason}.", hint=media.HINT, path=str(path), reason=disk.reason(error)
        ) from error
    if kind is None:
        raise SourceNotFoundError(media.not_media(path), hint=media.HINT)
    return kind


def _camera(camera: CameraInfo, settings: Mapping[str, CameraSettings]) -> Camera:
    return Camera(camera, settings.get(camera.id, CameraSettings()))


def _numbered_camera(number: int, available: Sequence[CameraInfo]) -> CameraInfo:
    """The camera with that number, listed or not, since not every platform lists all cameras."""
    if number >= _MAX_CAMERAS:
        raise SourceNotFoundError("There is no camera {number}.", hint=_camera_list(available), number=number)
    unlisted = CameraInfo(number, f"camera {number}", "", cv2.CAP_ANY)
    return next((camera for camera in available if camera.index == number), unlisted)


def _named_camera(text: str, available: Sequence[CameraInfo]) -> CameraInfo:
    wanted = text.casefold()
    exact = [camera for camera in available if wanted in (camera.id.casefold(), camera.name.casefold())]
    partial = [camera for camera in available if wanted in camera.id.casefold() or wanted in camera.name.casefold()]
    matching = (exact or partial) if text else []
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise SourceNotFoundError(
            "{count} cameras match {text}.",
            hint="Choose one by its number. {cameras}",
            count=len(matching),
            text=repr(text),
            cameras=_camera_list(matching),
        )
    raise SourceNotFoundError(
        "There is no camera, file or folder called {text}.",
        hint=_suggestion(text, available),
        text=repr(public_address(text)),
    )


def _suggestion(text: str, available: Sequence[CameraInfo]) -> Message:
    """A hint with the most similar name, or with all cameras."""
    path = Path(text)
    try:
        others = set(os.listdir(path.parent)) - {path.name} if path.name else ()
        beside = [str(path.with_name(name)) for name in sorted(others)]
    except (OSError, ValueError):
        beside = []
    names = [demo.NAME, *(camera.name for camera in available), *beside]
    near = difflib.get_close_matches(text, names, n=1, cutoff=0.7)
    return Message("Did you mean {names}?", names=near[0]) if near else _camera_list(available)


def _camera_list(available: Sequence[CameraInfo]) -> Message:
    if not available:
        return Message("No camera was found. A source can also be a file, a folder, an address, or demo.")
    return Message("Cameras: {cameras}.", cameras=", ".join(f"{camera.index} ({camera.name})" for camera in available))
