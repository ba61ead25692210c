"""Reading and writing of picture files: the only module that decodes and encodes them."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.encryption import sealed_store
from visavis.errors import FileError, PictureError
from visavis.imaging import media, pillow_decoder
from visavis.imaging.dimensions import dimensions, require_content, require_size
from visavis.imaging.image import Image
from visavis.imaging.media import MediaType, media_type_of
from visavis.imaging.pillow_decoder import DecodedPicture
from visavis.messages import Message
from visavis.storage import disk
from visavis.storage.regular_file import open_regular

_log = logging.getLogger(__name__)

#: JPEG quality of a stored sample, of 100 (docs/formats.md).
QUALITY = 95
#: Maximum size of a picture's file, in bytes. The largest useful one is an uncompressed TIFF of 16 bits a color.
_MAX_BYTES = 1_000_000_000
#: Share of its rows from which a damaged picture is read. With less there is hardly a face in it.
_MIN_SHARE = 0.1
#: Bytes of a PNG's chunk beside its content: length, kind and checksum.
_PNG_CHUNK = 12
#: Formats that OpenCV decodes, upright and several times as fast as Pillow.
_BY_OPENCV = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.BMP})
#: Formats that are written.
_WRITTEN = _BY_OPENCV | {MediaType.TIFF}
#: Extensions of pictures that are written, in lower case.
WRITTEN_EXTENSIONS = frozenset(extension for kind in _WRITTEN for extension in kind.extensions)

_DAMAGED = Message("It is damaged. If another program shows it, save it there as a JPEG.")


def read(path: Path) -> Image:
    """Read a picture as BGR, upright as its EXIF orientation says. Any path works; gray and alpha become BGR.

    Raises
    ------
    PictureError
        If the file cannot be opened, is empty, or is not a picture.
    """
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """Read the content of a picture file.

    Raises
    ------
    PictureError
        If the file cannot be opened.
    """
    try:
        with open_regular(path) as file:
            is_small = os.fstat(file.fileno()).st_size <= _MAX_BYTES
            content = file.read() if is_small else b""
        if is_small:
            return sealed_store.unseal_from(path, content)
    except OSError as error:
        raise PictureError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error
    except FileError as error:  # it is sealed
        raise PictureError(error.message, hint=error.hint) from error
    raise PictureError("{path} is too large for a picture: more than 1 GB.", path=path)


def decode(content: NDArray[np.uint8] | bytes, name: str, on_damage: Callable[[float], object] | None = None) -> Image:
    """Decode the content of a picture file, whatever its name; `name` is for messages.

    A damaged file is read as far as it goes, and a warning is logged; of an animation, the first picture is read.

    Parameters
    ----------
    on_damage : callable, optional
        Gets the share of a damaged picture that could be read, 0..1.

    Raises
    ------
    PictureError
        If it is empty, not a picture, too damaged, too large, or of a format whose decoder is not installed.
    """
    content = bytes(content)
    if not content:
        raise PictureError("{name} is empty.", hint=media.PICTURE_HINT, name=name)
    kind = media_type_of(content)
    if kind is None:
        raise PictureError(media.not_media(name), hint=media.HINT)
    if kind.is_video:
        raise PictureError("{name} is a video, not a picture.", hint=media.PICTURE_HINT, name=name)
    if size := dimensions(content, kind):
        require_size(*size, name)
        require_content(*size, len(content), name)
    # of a damaged PNG, OpenCV's decoder would complain on stderr, and may allocate what a wrong length says
    is_damaged = kind is MediaType.PNG and not _is_whole_png(content)
    image = _decode_fast(content) if kind in _BY_OPENCV and not is_damaged else None
    return _decode_slowly(content, kind, name, on_damage) if image is None else image


def _is_whole_png(content: bytes) -> bool:
    """Whether a PNG consists of chunks, one behind the other up to its end."""
    at = 8
    while at + _PNG_CHUNK <= len(content):
        if content[at + 4 : at + 8] == b"IEND":
            return True
        at += _PNG_CHUNK + int.from_bytes(content[at : at + 4], "big")
    return False


def _decode_fast(content: bytes) -> Image | None:
    try:
        image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:  # a header that promises more pixels than OpenCV allows
        return None
    return None if image is None else np.asarray(image, np.uint8)


def _decode_slowly(content: bytes, kind: MediaType, name: str, on_damage: Callable[[float], object] | None) -> Image:
    """Decode what OpenCV does not: other formats, and damaged files.

    Raises
    ------
    PictureError
        If it cannot be decoded, or too little of it is there.
    """
    decoded = pillow_decoder.decode(content, kind, name)
    if decoded is None and kind is MediaType.TIFF:  # numbers of bits and channels that Pillow does not know
        return _require(_decode_fast(content), name)
    if decoded is None and kind is MediaType.WEBP:
        decoded = _decode_cut_webp(content)
    if decoded is None or decoded.share < _MIN_SHARE:
        return _require(None, name)
    if kind in _BY_OPENCV or decoded.share < 1:
        _warn_of_damage(name, decoded.share)
        if on_damage:
            on_damage(decoded.share)
    return decoded.image


def _warn_of_damage(name: str, share: float) -> None:
    if share < 1:
        _log.warning("%s is damaged: %d %% of it could be read.", name, int(100 * share))
    else:
        _log.warning("%s is damaged, but could be read.", name)


def _decode_cut_webp(content: bytes) -> DecodedPicture | None:
    """Decode a WebP that was cut off: with what is missing as zeros, the decoder gives what is there."""
    announced = int.from_bytes(content[4:8], "little") + 8
    if not len(content) < announced < _MAX_BYTES:
        return None
    image = _decode_fast(content.ljust(announced, b"\x00"))
    return None if image is None else DecodedPicture(image, len(content) / announced)


def _require(image: Image | None, name: str) -> Image:
    if image is None:
        raise PictureError("{name} is not a picture that can be decoded.", hint=_DAMAGED, name=name)
    return image


def encode(image: Image, kind: MediaType = MediaType.JPEG) -> bytes:
    """The content of a picture file of that format, which OpenCV must be able to write; JPEG at quality 95.

    Raises
    ------
    PictureError
        If the picture is too large for that format: a side of a JPEG has at most 65,500 pixels.
    """
    parameters = [cv2.IMWRITE_JPEG_QUALITY, QUALITY] if kind is MediaType.JPEG else []
    done, content = cv2.imencode(kind.extensions[0], image, parameters)
    if not done:
        height, width = image.shape[:2]
        raise PictureError(
            "A picture of {width}x{height} pixels is too large for a {format} file.",
            width=width,
            height=height,
            format=kind.value,
        )
    return content.tobytes()


def write(path: Path, image: Image) -> None:
    """Write a picture, whole or not at all, in the format of the extension, one of `WRITTEN_EXTENSIONS`."""
    disk.write_whole(path, encode(image, _written_type(path.suffix)))


def _written_type(extension: str) -> MediaType:
    return next(kind for kind in _WRITTEN if extension.lower() in kind.extensions)
