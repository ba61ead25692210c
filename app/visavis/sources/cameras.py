"""The cameras of this computer, with names and stable IDs."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2

_log = logging.getLogger(__name__)

#: Where Linux (udev) has links to video devices whose names do not depend on the order of plugging in.
_LINKS = Path("/dev/v4l")


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """One camera that is connected now."""

    index: int
    """Its number among the cameras of `backend` in OpenCV. It may change when cameras are unplugged."""
    name: str
    """Display name; cameras of the same model share it."""
    id: str
    """Stable ID, whichever other cameras are connected; empty if only the number identifies this camera."""
    backend: int
    """The `cv2.CAP_*` backend that delivers its frames."""


def cameras(enumerate_: Callable[[], Iterable[Any]] | None = None) -> list[CameraInfo]:
    """List the cameras of this computer; empty if there are none, or the platform cannot list them.

    Parameters
    ----------
    enumerate_
        Seam for tests: gives cameras as `cv2_enumerate_cameras` describes them.
    """
    found: dict[str, CameraInfo] = {}
    try:
        for camera in (enumerate_ or _enumerate)():
            path = camera.path or f"{camera.name} {camera.index}"
            info = CameraInfo(camera.index, camera.name or f"camera {camera.index}", stable_id(path), camera.backend)
            found.setdefault(_device_key(path), info)  # the preferred backend comes first
    except Exception as error:  # noqa: BLE001 - a missing system library must not keep the window from opening
        _log.info("Cameras cannot be listed: %s: %s", type(error).__name__, error)
    return list(found.values())


def _enumerate() -> list[Any]:
    """All cameras, once for each backend that lists them and that this OpenCV supports, preferred backends first."""
    from cv2_enumerate_cameras import enumerate_cameras, supported_backends

    usable = cv2.videoio_registry.getCameraBackends()
    return [
        camera
        for backend in supported_backends
        if backend in usable
        for camera in sorted(enumerate_cameras(backend), key=lambda camera: camera.index)
    ]


def _device_key(path: str) -> str:
    """The part of a device's path that is the same for all backends: on Windows, all but the interface at the end."""
    return path.rsplit("#", 1)[0].casefold()


def stable_id(path: str, links: Path = _LINKS) -> str:
    """A path of the device that does not depend on the order of plugging in. On Windows and macOS, `path` is one."""
    for link in (*sorted(links.glob("by-id/*")), *sorted(links.glob("by-path/*"))):
        if link.resolve() == Path(path).resolve():
            return str(link)
    return path
