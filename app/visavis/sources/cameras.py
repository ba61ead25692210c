"""The cameras of this computer, by name and by an id that stays theirs."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2

_log = logging.getLogger(__name__)

#: Where Linux (udev) names devices by what they are, rather than in the order in which they were plugged in.
_LINKS = Path("/dev/v4l")


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """One camera, as it can be opened now."""

    index: int
    """Its number, as OpenCV counts the cameras of `backend`; another one after it was unplugged, perhaps."""
    name: str
    """For people; two cameras of one make have the same."""
    id: str
    """Stays the same while other cameras come and go; "" if this one can only be told by its number."""
    backend: int
    """The `cv2.CAP_*` that delivers its pictures."""


def cameras(listed: Callable[[], Iterable[Any]] | None = None) -> list[CameraInfo]:
    """The cameras of this computer; empty where there is none, or where the platform cannot list them.

    Parameters
    ----------
    listed
        The seam for tests: gives cameras as `cv2_enumerate_cameras` describes them.
    """
    found: dict[str, CameraInfo] = {}
    try:
        for camera in (listed or _listed)():
            path = camera.path or f"{camera.name} {camera.index}"
            info = CameraInfo(camera.index, camera.name or f"camera {camera.index}", _stable(path), camera.backend)
            found.setdefault(_device(path), info)  # the preferred backend comes first
    except Exception as error:  # noqa: BLE001 - a missing system library must not keep the window from opening
        _log.info("Cameras cannot be listed: %s: %s", type(error).__name__, error)
    return list(found.values())


def _listed() -> list[Any]:
    """Every camera once for each backend that sees it and that this OpenCV can use, in the platform's order."""
    from cv2_enumerate_cameras import enumerate_cameras, supported_backends

    usable = cv2.videoio_registry.getCameraBackends()
    return [
        camera
        for backend in supported_backends
        if backend in usable
        for camera in sorted(enumerate_cameras(backend), key=lambda camera: camera.index)
    ]


def _device(path: str) -> str:
    """What two backends' names for one device have in common: on Windows all but the interface at the end."""
    return path.rsplit("#", 1)[0].casefold()


def _stable(path: str, links: Path = _LINKS) -> str:
    """The name of a device that does not depend on the order of plugging in; on Windows and macOS `path` is one."""
    for link in (*sorted(links.glob("by-id/*")), *sorted(links.glob("by-path/*"))):
        if link.resolve() == Path(path).resolve():
            return str(link)
    return path
