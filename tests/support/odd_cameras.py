"""Cameras that misbehave: what a `cv2.VideoCapture` gave, or did, on somebody's computer."""

import threading
from collections.abc import Callable

import cv2
import numpy as np


def scene(width=64, height=48):
    """A picture with structure in all channels: BGR, uint8, sides divisible by 4."""
    x, y = np.meshgrid(np.linspace(30, 220, width), np.linspace(40, 200, height))
    return np.stack([x, y, (x + y) / 2], axis=2).astype(np.uint8)


def gray(image=None):
    return cv2.cvtColor(scene() if image is None else image, cv2.COLOR_BGR2GRAY)


#: Pictures that are converted, by kind: what a driver gives, its FOURCC, and whether colors survive.
CONVERTED: dict[str, tuple[Callable[[], object], str, bool]] = {
    "bgr": (scene, "", True),
    "bgra": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2BGRA), "", True),
    "gray": (gray, "", False),
    "gray with an axis": (lambda: gray()[:, :, np.newaxis], "", False),
    "yuyv": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2YUV_YUY2), "YUYV", True),
    "uyvy": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2YUV_UYVY), "UYVY", True),
    "yuyv of odd width": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2YUV)[:, :63, :2], "YUYV", False),
    "16 bits": (lambda: gray().astype(np.uint16) * 257, "Y16 ", False),
    "10 bits in 16": (lambda: gray().astype(np.uint16) * 4, "Y16 ", False),
    "12 bits in 16": (lambda: gray().astype(np.uint16) * 16, "Y16 ", False),
    "16 bits in color": (lambda: scene().astype(np.uint16) * 257, "", True),
    "row of a jpeg": (lambda: cv2.imencode(".jpg", scene())[1].reshape(1, -1), "MJPG", True),
    "column of a jpeg": (lambda: cv2.imencode(".jpg", scene())[1].reshape(-1, 1), "MJPG", True),
    "row of yuyv": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2YUV_YUY2).reshape(1, -1), "YUYV", True),
    "row of bgr": (lambda: scene().reshape(1, -1), "BGR3", True),
    "planar": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2YUV_I420), "I420", True),
    "row of planar": (lambda: cv2.cvtColor(scene(), cv2.COLOR_BGR2YUV_I420).reshape(1, -1), "I420", True),
    "share of white": (lambda: scene().astype(np.float32) / 255, "", True),
    "floats to 255": (lambda: scene().astype(np.float64), "", True),
    "not contiguous": (lambda: np.ascontiguousarray(scene()[:, ::-1])[:, ::-1], "", True),
    "part of a larger one": (lambda: np.pad(scene(), ((4, 4), (4, 4), (0, 0)))[4:-4, 4:-4], "", True),
}

#: Pictures that cannot be used, by kind, each with the name of its `UnusableReason`.
UNUSABLE: dict[str, tuple[Callable[[], object], str]] = {
    "none": (lambda: None, "MISSING"),
    "empty": (lambda: np.empty((0, 0, 3), np.uint8), "EMPTY"),
    "no rows": (lambda: np.empty((0, 64, 3), np.uint8), "EMPTY"),
    "no channels": (lambda: np.empty((48, 64, 0), np.uint8), "EMPTY"),
    "a list": (lambda: [[1, 2], [3, 4]], "UNKNOWN"),
    "objects": (lambda: np.array([[object()]]), "UNKNOWN"),
    "text": (lambda: np.array([["a"]]), "UNKNOWN"),
    "32 bits": (lambda: scene().astype(np.int32), "UNKNOWN"),
    "complex": (lambda: scene().astype(np.complex64), "UNKNOWN"),
    "nothing finite": (lambda: np.full((48, 64, 3), np.nan), "UNKNOWN"),
    "five channels": (lambda: np.zeros((48, 64, 5), np.uint8), "UNKNOWN"),
    "four dimensions": (lambda: np.zeros((1, 48, 64, 3), np.uint8), "UNKNOWN"),
    "no dimension": (lambda: np.array(7, np.uint8), "UNKNOWN"),
    "row of unknown bytes": (lambda: np.zeros((1, 777), np.uint8), "UNKNOWN"),
    "row of a broken jpeg": (lambda: np.frombuffer(b"\xff\xd8 broken", np.uint8).reshape(1, -1), "UNKNOWN"),
    "one pixel": (lambda: np.zeros((1, 1, 3), np.uint8), "SIZE"),
    "a strip": (lambda: np.zeros((20_000, 20, 3), np.uint8), "SIZE"),
}


class OddCapture:
    """A capture whose reads give, raise, or call what is listed, and then fail as an unplugged camera does.

    Parameters
    ----------
    reads : sequence
        A picture is delivered; an exception is raised; `FAILED` is a failed read; a function blocks as long as it
        wants, and gives the picture.
    raising : collection of str
        The names of other methods that raise.
    """

    FAILED = object()

    def __init__(self, reads=(), *, opened=True, fourcc="", raising=(), size=(64, 48)):
        self._reads = iter(reads)
        self._opened = opened
        self._raising = raising
        self._values = {
            cv2.CAP_PROP_FOURCC: cv2.VideoWriter.fourcc(*fourcc) if fourcc else 0.0,
            cv2.CAP_PROP_FRAME_WIDTH: size[0],
            cv2.CAP_PROP_FRAME_HEIGHT: size[1],
        }
        self.released = threading.Event()

    def __call__(self, *arguments):
        self._maybe_raise("open")
        return self

    def isOpened(self):  # noqa: N802 - OpenCV's name
        self._maybe_raise("isOpened")
        return self._opened

    def read(self):
        read = next(self._reads, self.FAILED)
        if isinstance(read, BaseException):
            raise read
        if read is self.FAILED:
            return False, None
        return True, read() if callable(read) else read

    def get(self, key):
        self._maybe_raise("get")
        return self._values.get(key, 0.0)

    def set(self, key, value):
        self._maybe_raise("set")
        return True

    def release(self):
        self.released.set()
        self._maybe_raise("release")

    def _maybe_raise(self, method):
        if method in self._raising:
            raise cv2.error(f"OpenCV(4.14.0) error: (-215:Assertion failed) in {method}")
