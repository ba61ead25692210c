"""The size that a picture's header gives, before anything is decoded: a few bytes can ask for gigabytes."""

import struct
from collections.abc import Callable

from visavis.errors import PictureError
from visavis.imaging.media import MediaType
from visavis.messages import Message

#: Maximum size of a picture, in pixels. Cameras and phones give up to 108 million (12,000 x 9,000). Reading such a
#: picture and looking for faces in it takes 0.7 GB.
MAX_PIXELS = 120_000_000

#: Pixels up to which a file may be as small as it likes.
_FEW_PIXELS = 4_000_000
#: Maximum number of pixels for each byte of a file. A picture of one color has up to 400 as a JPEG or a PNG, and a
#: black and white one 8,256 as a PNG: deflate gives at most 1,032 bytes for one. More is only empty or missing.
_MAX_PIXELS_A_BYTE = 10_000

#: Markers of a JPEG that a frame header follows, which has the size.
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
#: Markers of a JPEG without a length: they stand alone.
_JPEG_LONE = frozenset({0x01, *range(0xD0, 0xD9)})


def require_size(width: int, height: int, name: str) -> None:
    """Refuse a picture that has too many pixels.

    Raises
    ------
    PictureError
        If it has.
    """
    if width * height > MAX_PIXELS:
        raise PictureError(
            "{name} has {width}x{height} pixels, and more than {count} million are not read.",
            hint=Message("Make it smaller with another program, then try again."),
            name=name,
            width=width,
            height=height,
            count=MAX_PIXELS // 1_000_000,
        )


def require_content(width: int, height: int, size: int, name: str) -> None:
    """Refuse a picture with far more pixels than its file can hold: decoding nothing takes seconds, too.

    Parameters
    ----------
    size : int
        Of the file, in bytes.

    Raises
    ------
    PictureError
        If it has.
    """
    if width * height > max(_FEW_PIXELS, size * _MAX_PIXELS_A_BYTE):
        raise PictureError(
            "{name} has {width}x{height} pixels in {size} bytes: it is empty or damaged.",
            hint=Message("If another program shows it, save it there as a JPEG."),
            name=name,
            width=width,
            height=height,
            size=size,
        )


def dimensions(content: bytes, kind: MediaType) -> tuple[int, int] | None:
    """The width and height, in pixels, that the header of a picture gives.

    None if it does not give any, or is of a format that is not known here: then the decoder must be asked.
    """
    find = _FINDERS.get(kind)
    try:
        return find(content) if find else None
    except (struct.error, IndexError):  # it ends too soon
        return None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while (at := content.find(b"\xff", at)) >= 0:
        marker = content[at + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        if marker in {0xD9, 0xDA}:  # the end, or the pixels
            return None
        if marker == 0xFF:  # filling
            at += 1
        elif marker in _JPEG_LONE or marker == 0:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return None


def _png(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _bmp(content: bytes) -> tuple[int, int]:
    if content[14] == 12:
        width, height = struct.unpack_from("<HH", content, 18)
    else:
        width, height = struct.unpack_from("<ii", content, 18)
    return abs(width), abs(height)


def _webp(content: bytes) -> tuple[int, int] | None:
    match content[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
        case b"VP8L":
            bits = int.from_bytes(content[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = (each & 0x3FFF for each in struct.unpack_from("<HH", content, 26))
        case _:
            return None
    return width, height


_FINDERS: dict[MediaType, Callable[[bytes], tuple[int, int] | None]] = {
    MediaType.JPEG: _jpeg,
    MediaType.PNG: _png,
    MediaType.BMP: _bmp,
    MediaType.WEBP: _webp,
}
