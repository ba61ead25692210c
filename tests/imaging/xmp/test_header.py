"""XMP inside pictures, wherever each format has it."""

import struct
import zlib

import pytest

from support.media_files import corner_picture, encode_with_pillow, exif
from support.places import DATA
from support.tagging.xmp import mwg, packet
from visavis.imaging.xmp.document import XmpDocument
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.regions import read_regions

XMP = packet(mwg(("Ada", (0.5, 0.5, 0.2, 0.2)), size=None))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(text, *, is_packed=False, is_late=False):
    """A PNG with XMP, before its pixels or behind them."""
    content = encode_with_pillow(corner_picture(), "PNG")
    body = zlib.compress(text) if is_packed else text
    added = chunk(b"iTXt", b"XML:com.adobe.xmp\0" + bytes([is_packed, 0]) + b"\0\0" + body)
    at = content.index(b"IEND") - 4 if is_late else content.index(b"IDAT") - 4
    return content[:at] + added + content[at:]


def jpeg(*segments):
    content = encode_with_pillow(corner_picture(), "JPEG")
    parts = [b"\xff\xe1" + struct.pack(">H", len(each) + 2) + each for each in segments]
    return content[:2] + b"".join(parts) + content[2:]


def extension(text, *, size=100):
    """The parts of extended XMP, the last one first."""
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32
    parts = [head + struct.pack(">II", len(text), at) + text[at : at + size] for at in range(0, len(text), size)]
    return reversed(parts)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_xmp_of_each_format(kind):
    header = PictureHeader.parse(encode_with_pillow(corner_picture(), kind, xmp=XMP, exif=exif(3)), "a")
    assert (header.xmp, header.orientation) == (XMP, 3)


def test_xmp_of_a_tiff():
    assert PictureHeader.parse(encode_with_pillow(corner_picture(), "TIFF", tiffinfo={700: XMP}), "a").xmp == XMP


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize("is_late", [False, True])
def test_xmp_of_a_png(is_packed, is_late):
    assert PictureHeader.parse(png(XMP, is_packed=is_packed, is_late=is_late), "a").xmp == XMP


def test_long_xmp_of_a_jpeg_is_in_parts():
    header = PictureHeader.parse(jpeg(b"http://ns.adobe.com/xap/1.0/\0" + packet(), *extension(XMP)), "a")
    assert header.xmp == packet()
    assert read_regions(XmpDocument.parse(header.extended_xmp), header).regions[0].name == "Ada"
    assert PictureHeader.parse(jpeg(*list(extension(XMP))[1:]), "a").extended_xmp == b""  # a part is missing


def test_a_packed_bomb_is_not_unpacked():
    header = PictureHeader.parse(png(bytes(200_000_000), is_packed=True), "a")
    assert header is None or len(header.xmp) <= 16_000_000


@pytest.mark.parametrize("content", [b"", b"text", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", png(XMP)[:40]])
def test_what_is_damaged_has_no_header(content):
    assert PictureHeader.parse(content, "a") is None


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "cases").is_dir(), reason="needs the files that went wrong")
def test_a_phones_heic():
    content = (DATA / "cases" / "iphone_grid.heic").read_bytes()
    assert PictureHeader.parse(content, "a").upright_size == (1024, 1536)
