"""Decoding of pictures with Pillow: of formats that OpenCV does not read well, and of damaged files.

Pillow is imported when the first of these is read, so that a start without them does not pay for it.
"""

import importlib
import io
import struct
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError
from visavis.imaging import heif_boxes
from visavis.imaging.dimensions import require_content, require_size
from visavis.imaging.image import Image, as_bgr
from visavis.imaging.media import MediaType
from visavis.messages import Message

if TYPE_CHECKING:
    from PIL import Image as Pillow
    from PIL.ImageFile import ImageFile

#: Pillow's name of each format, and the module that reads it.
_FORMATS = {
    MediaType.JPEG: ("JPEG", "PIL.JpegImagePlugin"),
    MediaType.PNG: ("PNG", "PIL.PngImagePlugin"),
    MediaType.WEBP: ("WEBP", "PIL.WebPImagePlugin"),
    MediaType.BMP: ("BMP", "PIL.BmpImagePlugin"),
    MediaType.TIFF: ("TIFF", "PIL.TiffImagePlugin"),
    MediaType.GIF: ("GIF", "PIL.GifImagePlugin"),
    MediaType.AVIF: ("AVIF", "PIL.AvifImagePlugin"),
    MediaType.HEIC: ("HEIF", "pi_heif"),
}
#: The end marker of a JPEG. Behind a file that was cut off, it makes the decoder give what is there.
_JPEG_END = b"\xff\xd9"
#: The value of missing pixels in a JPEG: all coefficients are 0. Elsewhere they are 0.
_JPEG_GRAY = 128
#: Tags of a TIFF. A camera's raw file has a small preview as its first picture, and says so.
_SUBFILE_TYPE, _DNG_VERSION = 254, 50706
#: The tag of EXIF that says how a picture is turned.
_ORIENTATION = 274
#: What Pillow raises for a file that it cannot decode. Its readers of formats do not agree on one.
_UNDECODABLE = (
    ArithmeticError,
    AttributeError,
    AssertionError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)


@dataclass(frozen=True, slots=True, eq=False)
class DecodedPicture:
    """A picture, and how much of it was there."""

    image: Image
    share: float
    """Share of its rows that the file has; 1 if it is not damaged."""


def decode(content: bytes, kind: MediaType, name: str) -> DecodedPicture | None:
    """Decode a picture, upright; of several pictures the first one. None if it cannot be decoded.

    Parameters
    ----------
    name : str
        Of the file, for error messages.

    Raises
    ------
    PictureError
        If the decoder for this format is not installed, or the picture has too many pixels.
    """
    pillow, transpose = _load(kind, name)
    warnings.filterwarnings("ignore", module=r"PIL\.")  # on each: others may have reset the filters
    if kind is MediaType.JPEG:
        content += _JPEG_END
    try:
        with pillow.open(io.BytesIO(content), formats=(_FORMATS[kind][0],)) as picture:
            require_size(picture.width, picture.height, name)
            require_content(picture.width, picture.height, len(content), name)
            if kind is MediaType.TIFF:
                _require_main_picture(picture, name)
            share = _fill(picture, kind)
            if kind in {MediaType.HEIC, MediaType.AVIF}:  # whose decoders leave tiles out and say nothing
                share = min(share, len(content) / _announced_size(content))
            return DecodedPicture(_to_bgr(transpose(picture)), share)
    except _UNDECODABLE:
        return None


def read_header(content: bytes, kind: MediaType, name: str) -> tuple[int, int, int, bytes] | None:
    """What the header of a picture says: width and height as stored, orientation (1 to 8), XMP; None if it is damaged.

    XMP that lies behind the pixels of a PNG is not found, and of a JPEG's the main part only.

    Raises
    ------
    PictureError
        If the decoder for this format is not installed, or the picture has too many pixels.
    """
    pillow, _ = _load(kind, name)
    warnings.filterwarnings("ignore", module=r"PIL\.")
    try:
        with pillow.open(io.BytesIO(content), formats=(_FORMATS[kind][0],)) as picture:
            require_size(picture.width, picture.height, name)
            require_content(picture.width, picture.height, len(content), name)
            is_heic = kind is MediaType.HEIC  # its decoder turns it as the boxes say, and ignores EXIF
            orientation = heif_boxes.orientation(content) if is_heic else picture.getexif().get(_ORIENTATION, 1)
            orientation = orientation if orientation in range(1, 9) else 1
            width, height = picture.size
            if kind in {MediaType.TIFF, MediaType.HEIC} and orientation >= 5:  # whose readers give the upright size
                width, height = height, width
            xmp = picture.info.get("xmp", b"")
            return width, height, orientation, xmp if isinstance(xmp, bytes) else str(xmp).encode()
    except _UNDECODABLE:
        return None


def _announced_size(content: bytes) -> int:
    """The size that the boxes of a HEIC or an AVIF say the file has; at least 1.

    A box begins with its size, 4 bytes, and its name, 4 bytes. A size of 1 means that 8 bytes with the size follow; 0
    means: to the end of the file (ISO/IEC 14496-12, 4.2).
    """
    at = 0
    while at + 16 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        if size < 8:
            return max(len(content), 1)
        at += size
    return max(at, 1)


def _load(kind: MediaType, name: str) -> tuple[Any, Any]:
    """Pillow's module, and its function that turns a picture upright.

    HEIC and AVIF have their orientation twice, as a transformation and in EXIF. Both readers leave it to be applied
    once, by this function or not at all.
    """
    missing = None
    try:
        from PIL import Image as Pillow
        from PIL import ImageOps

        plugin = importlib.import_module(_FORMATS[kind][1])
        if kind is MediaType.HEIC:
            plugin.register_heif_opener()
        is_there = getattr(plugin, "SUPPORTED", True)
    except ImportError as error:
        is_there, missing = False, error
    if not is_there:
        raise PictureError(
            "{name} is a picture in {format}, and the decoder for it is not installed.",
            hint=Message("Save it as a JPEG, or install Visavis again with all its packages."),
            name=name,
            format=kind.value,
        ) from missing
    Pillow.MAX_IMAGE_PIXELS = None  # `require_size` has a limit for every format, and a sentence
    return Pillow, ImageOps.exif_transpose


def _require_main_picture(picture: "Pillow.Image", name: str) -> None:
    tags: Any = getattr(picture, "tag_v2", {})
    if _DNG_VERSION in tags or tags.get(_SUBFILE_TYPE, 0) & 1:
        raise PictureError(
            "{name} is a camera's raw picture, which is not read.", hint=Message("Save it as a JPEG."), name=name
        )


def _fill(picture: "ImageFile", kind: MediaType) -> float:
    """Read the pixels, as far as they are there; return the share of rows that are."""
    try:
        picture.load()
    except (OSError, SyntaxError, EOFError, ValueError):
        if not picture.tile:
            raise
        picture.tile = []  # nothing is left to be read; what was read remains
        picture.load()
    else:
        if kind is not MediaType.JPEG:
            return 1.0
    rows = np.asarray(picture).reshape(picture.height, -1)
    missing = (rows == (_JPEG_GRAY if kind is MediaType.JPEG else 0)).all(axis=1)
    if not missing.any():
        return 1.0
    there = np.flatnonzero(~missing)
    return float(there[-1] - there[0] + 1) / picture.height if there.size else 0.0


def _to_bgr(picture: "Pillow.Image") -> Image:
    """Convert a picture of any of Pillow's modes to BGR, uint8. Alpha is dropped."""
    if picture.mode.startswith("I;16"):
        return as_bgr(np.asarray(picture).astype(np.uint16))
    if picture.mode in {"I", "F"}:
        return as_bgr(_to_bytes(np.asarray(picture)))
    rgb: NDArray[np.uint8] = np.asarray(picture.convert("RGB"))
    return np.ascontiguousarray(rgb[..., ::-1])


def _to_bytes(gray: NDArray[Any]) -> NDArray[np.uint8]:
    """Gray values of 32 bits as bytes. The range is that of the smallest type that fits: to 1, 255, or 65,535."""
    values = np.nan_to_num(gray.astype(np.float64))
    top = float(values.max(initial=0.0))
    scale = 255.0 if top <= 1 and gray.dtype.kind == "f" else 1.0 if top <= 255 else 255 / 65535
    return np.clip(np.rint(values * scale), 0, 255).astype(np.uint8)
