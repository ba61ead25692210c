"""Pictures as camera drivers deliver them, converted to BGR; what cannot be converted is told by its reason."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.image import Image, as_bgr
from visavis.messages import Message

#: Minimum width and height of a picture, in pixels. Below that, no detector finds a face.
_MIN_SIDE = 16
#: Maximum width and height of a picture, in pixels.
_MAX_SIDE = 16_384
#: Maximum number of pixels of a picture: four times what the largest cameras of phones deliver to a program.
_MAX_PIXELS = 50_000_000
#: The first bytes of a JPEG.
_JPEG = bytes((0xFF, 0xD8))
#: OpenCV's conversions of packed pictures with two bytes a pixel, by the FOURCC that the driver names.
_PACKED = {"UYVY": cv2.COLOR_YUV2BGR_UYVY, "YVYU": cv2.COLOR_YUV2BGR_YVYU}
#: OpenCV's conversions of planar pictures with 12 bits a pixel, by the FOURCC that the driver names.
_PLANAR = {
    "NV12": cv2.COLOR_YUV2BGR_NV12,
    "NV21": cv2.COLOR_YUV2BGR_NV21,
    "YV12": cv2.COLOR_YUV2BGR_YV12,
    "I420": cv2.COLOR_YUV2BGR_I420,
    "YU12": cv2.COLOR_YUV2BGR_I420,
}


class UnusableReason(Enum):
    """Why a picture of a driver cannot be used."""

    FAILED = Message("failed reads")
    MISSING = Message("missing pictures")
    EMPTY = Message("empty pictures")
    UNKNOWN = Message("pictures in a format that is not known")
    SIZE = Message("pictures of a size that cannot be used")


class PictureConverter:
    """Converts the pictures of one capture.

    A 16-bit picture often has only 10, 12 or 14 significant bits, in the low end. The largest value so far tells how
    many, so that a dark picture does not become bright.

    Parameters
    ----------
    get : callable
        Gives a property of the capture by its `cv2.CAP_PROP_*`, 0 if it is not known.
    """

    def __init__(self, get: Callable[[int], float]) -> None:
        self._get = get
        self._bits = 8  # significant bits of 16-bit pictures so far

    def __call__(self, array: object) -> Image | UnusableReason:
        """Convert a picture.

        Parameters
        ----------
        array
            What a driver gave: usually an array of uint8, shape (height, width, 3), BGR. Gray, BGRA, two channels
            (YUYV and its kin), planar YUV, 16 bits, floating point in 0..1 or 0..255, and one row of raw bytes or of a
            JPEG are converted, too.

        Returns
        -------
        ndarray of uint8, shape (height, width, 3), or UnusableReason
            BGR, contiguous.
        """
        if array is None:
            return UnusableReason.MISSING
        if not isinstance(array, np.ndarray):
            return UnusableReason.UNKNOWN
        if array.size == 0:
            return UnusableReason.EMPTY
        pixels = self._as_bytes(array)
        if pixels is None:
            return UnusableReason.UNKNOWN
        if pixels.ndim == 2:
            pixels = self._unpack(pixels)
        if pixels is None or pixels.ndim not in (2, 3):
            return UnusableReason.UNKNOWN
        height, width = pixels.shape[:2]
        if not (min(height, width) >= _MIN_SIDE and max(height, width) <= _MAX_SIDE and height * width <= _MAX_PIXELS):
            return UnusableReason.SIZE
        if pixels.ndim == 3 and pixels.shape[2] == 2:
            return self._unpack_yuyv(pixels)
        if pixels.ndim == 3 and pixels.shape[2] not in (1, 3, 4):
            return UnusableReason.UNKNOWN
        return np.ascontiguousarray(as_bgr(pixels))

    def _as_bytes(self, array: NDArray[Any]) -> NDArray[np.uint8] | None:
        """The array with 8 bits a value; None for types that pictures do not have."""
        if array.dtype == np.uint8:
            return array
        if array.dtype == np.uint16:
            self._bits = max(self._bits, int(array.max()).bit_length())
            return np.asarray(array >> (self._bits - 8), np.uint8)
        if array.dtype.kind != "f":
            return None
        finite = np.isfinite(array)
        if not finite.any():
            return None
        values = np.where(finite, array, 0)
        scale = 255.0 if values.max() <= 1.0 else 1.0
        return np.asarray(np.clip(values * scale, 0, 255), np.uint8)

    def _unpack(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
        """A picture of raw bytes, shape (height, width) or more dimensions; None if its format is not known."""
        if min(pixels.shape) > 1:
            width, height, conversion = self._width, self._height, _PLANAR.get(self._fourcc)
            if conversion is not None and pixels.shape == (height * 3 // 2, width) and not (height % 2 or width % 2):
                return np.asarray(cv2.cvtColor(np.ascontiguousarray(pixels), conversion), np.uint8)
            return pixels
        row = np.ascontiguousarray(pixels).reshape(-1)
        if row[:2].tobytes() == _JPEG:
            decoded = cv2.imdecode(row, cv2.IMREAD_COLOR)
            return None if decoded is None else np.asarray(decoded, np.uint8)
        height, width = self._height, self._width
        if height < _MIN_SIDE or width < _MIN_SIDE:
            return None
        for channels in (1, 2, 3, 4):
            if row.size == height * width * channels:
                return row.reshape(height, width, channels)
        if row.size == height * width * 3 // 2 and self._fourcc in _PLANAR:
            return self._unpack(row.reshape(height * 3 // 2, width))
        return None

    def _unpack_yuyv(self, pixels: NDArray[np.uint8]) -> Image:
        """The picture of two bytes a pixel: brightness and, by turns, both colors."""
        conversion = _PACKED.get(self._fourcc, cv2.COLOR_YUV2BGR_YUY2)
        if pixels.shape[1] % 2:  # has no color for its last column
            luma = 1 if conversion == cv2.COLOR_YUV2BGR_UYVY else 0
            return as_bgr(np.ascontiguousarray(pixels[:, :, luma]))
        return np.asarray(cv2.cvtColor(np.ascontiguousarray(pixels), conversion), np.uint8)

    @property
    def _width(self) -> int:
        return int(self._get(cv2.CAP_PROP_FRAME_WIDTH))

    @property
    def _height(self) -> int:
        return int(self._get(cv2.CAP_PROP_FRAME_HEIGHT))

    @property
    def _fourcc(self) -> str:
        return int(self._get(cv2.CAP_PROP_FOURCC)).to_bytes(8, "little", signed=True)[:4].decode("latin-1").upper()
