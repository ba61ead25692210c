"""A camera that other programs see, such as for calls. Pictures are sent to it through the package pyvirtualcam."""

import importlib
import sys
from collections.abc import Callable
from typing import Any, Protocol

import cv2
import numpy as np

from visavis.errors import VisavisError
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.process.extras import CAMERA


class VirtualCameraError(VisavisError):
    """There is no virtual camera, or it takes no pictures."""


class VirtualCamera(Protocol):
    """An open virtual camera. All pictures have the size with which it was opened."""

    @property
    def device(self) -> str:
        """The name under which other programs list it."""

    def send(self, image: Image) -> None:
        """Show a picture: BGR uint8, of any size.

        Raises
        ------
        VirtualCameraError
            If the device is gone.
        """

    def close(self) -> None:
        """Release the device."""


OpenVirtualCamera = Callable[[int, int, float], VirtualCamera]
"""Opens a virtual camera for pictures of (width, height) pixels and that many a second."""

#: What makes a device, by the name of the system that `sys.platform` begins with.
_DEVICE_HINTS = {
    "linux": Message("Load the kernel module first: sudo modprobe v4l2loopback (package v4l2loopback-dkms)."),
    "darwin": Message("Install OBS Studio, start its virtual camera once, and close it."),
    "win32": Message("Install OBS Studio: its virtual camera comes with it."),
}


def device_hint(platform: str) -> Message:
    """What to install where there is no device."""
    found = (hint for system, hint in _DEVICE_HINTS.items() if platform.startswith(system))
    return next(found, _DEVICE_HINTS["linux"])


def open_virtual_camera(width: int, height: int, rate: float) -> VirtualCamera:
    """Open the system's virtual camera.

    Raises
    ------
    VirtualCameraError
        If pyvirtualcam is not installed, or the system has no such device.
    """
    try:
        library = importlib.import_module("pyvirtualcam")
    except ImportError as error:
        raise VirtualCameraError(
            "The package that sends pictures to other programs is not installed.",
            hint="Install it: {command}",
            command=CAMERA.command,
            extra=CAMERA.name,
        ) from error
    return open_with(library, width, height, rate)


def open_with(library: Any, width: int, height: int, rate: float) -> VirtualCamera:
    """Open a camera of pyvirtualcam, or of a stand-in for it.

    Raises
    ------
    VirtualCameraError
        If the system has no device.
    """
    try:
        camera = library.Camera(width=width, height=height, fps=rate, fmt=library.PixelFormat.BGR)
    except RuntimeError as error:
        raise VirtualCameraError(
            "This computer has no virtual camera for other programs.", hint=device_hint(sys.platform)
        ) from error
    return _LibraryCamera(camera, width, height)


class _LibraryCamera:
    """A camera of pyvirtualcam."""

    def __init__(self, camera: Any, width: int, height: int) -> None:
        self._camera = camera
        self._size = (width, height)
        self.device = str(camera.device)

    def send(self, image: Image) -> None:
        try:
            self._camera.send(fit_picture(image, *self._size))
        except (OSError, RuntimeError) as error:
            raise VirtualCameraError("The virtual camera {device} takes no pictures.", device=self.device) from error

    def close(self) -> None:
        self._camera.close()


def fit_picture(image: Image, width: int, height: int) -> Image:
    """Scale a picture to fit into `width` x `height` pixels, centered on black.

    Returns
    -------
    ndarray of uint8, shape (height, width, 3)
        BGR.
    """
    if image.shape[:2] == (height, width):
        return image
    scale = min(width / image.shape[1], height / image.shape[0])
    size = (max(round(image.shape[1] * scale), 1), max(round(image.shape[0] * scale), 1))
    scaled = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    whole = np.zeros((height, width, 3), np.uint8)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    whole[top : top + size[1], left : left + size[0]] = scaled
    return whole
