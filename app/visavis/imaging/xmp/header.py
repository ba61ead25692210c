"""What a picture's file says of it besides the pixels: its size, its orientation and its XMP."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from visavis.imaging import pillow_decoder
from visavis.imaging.media import MediaType, media_type_of
from visavis.imaging.xmp.area import swaps_sides

#: How the parts of a JPEG begin that have XMP which is too long for one part (XMP part 3, 1.1.3.1). A checksum of 32
#: characters, the length of the whole and the place of the part follow, 4 bytes each.
_JPEG_EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
#: How the chunk of a PNG begins that has XMP (XMP part 3, 1.1.5).
_PNG_KEYWORD = b"XML:com.adobe.xmp\0"
#: Largest XMP that is unpacked, in bytes.
_MAX_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """Of one picture."""

    width: int  #: of the stored picture, in pixels
    height: int
    orientation: int = 1  #: 1 to 8 (EXIF 2.32, tag 274): how to turn the stored picture upright
    xmp: bytes = b""  #: the XMP in the file; empty if there is none
    extended_xmp: bytes = b""  #: a second document, with what was too long for the first one

    @classmethod
    def parse(cls, content: bytes, name: str) -> "PictureHeader | None":
        """Read the header of a picture; None if that cannot be done.

        Raises
        ------
        PictureError
            If the decoder of its format is not installed, or it has too many pixels.
        """
        kind = media_type_of(content)
        if kind is None or kind.is_video:
            return None
        facts = pillow_decoder.read_header(content, kind, name)
        if facts is None:
            return None
        width, height, orientation, xmp = facts
        if kind is MediaType.PNG:
            xmp = next(_png_xmp(content), xmp)
        extended = _jpeg_extension(content) if kind is MediaType.JPEG else b""
        return cls(width, height, orientation, xmp, extended)

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height of the upright picture, in pixels."""
        return (self.height, self.width) if swaps_sides(self.orientation) else (self.width, self.height)


def _png_xmp(content: bytes) -> Iterator[bytes]:
    """The XMP of a PNG, before or behind its pixels."""
    at = 8
    while at + 12 <= len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] == b"iTXt" and content.startswith(_PNG_KEYWORD, at + 8):
            body = content[at + 8 + len(_PNG_KEYWORD) : end]
            *_, text = body[2:].split(b"\0", 2)  # behind the language and the translated keyword
            yield _unpack(text) if body[:1] == b"\1" else text
        at = end + 4


def _unpack(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MAX_BYTES)
    except zlib.error:
        return b""


def _jpeg_extension(content: bytes) -> bytes:
    """The extended XMP of a JPEG, of all its parts; empty if there is none, or a part is missing."""
    parts: dict[int, bytes] = {}
    whole = 0
    at = 2
    while content[at : at + 1] == b"\xff" and content[at + 1 : at + 2] not in {b"\xd9", b"\xda", b""}:
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if content.startswith(_JPEG_EXTENSION, at + 4):
            place = at + 4 + len(_JPEG_EXTENSION) + 32
            whole = int.from_bytes(content[place : place + 4], "big")
            parts[int.from_bytes(content[place + 4 : place + 8], "big")] = content[place + 8 : end]
        at = max(end, at + 4)
    joined = b"".join(parts[offset] for offset in sorted(parts))
    return joined if len(joined) == whole <= _MAX_BYTES else b""
