"""What a video's file announces before FFmpeg decodes a frame, which alone can take gigabytes: size and edits."""

import re
import struct
from pathlib import Path
from typing import BinaryIO

from visavis.storage.regular_file import open_regular

#: Bytes at the beginning in which MKV, WebM and AVI files have their headers.
_HEAD = 2**16
#: Maximum size of the box `moov` that is searched, in bytes: the index of a video of many hours.
_MAX_INDEX = 2**26
#: Bytes of a box before its content.
_BOX_HEADER = 8
#: Bytes of a track header (ISO/IEC 14496-12, tkhd) after its kind, by version; width and height are the last 8, each
#: in 65,536ths of a pixel.
_TRACK_HEADERS = {0: 84, 1: 96}
#: Width and height in MKV and WebM (RFC 9559, PixelWidth and PixelHeight): numbers of 1 to 4 bytes.
_MATROSKA = re.compile(
    rb"\xb0(?:\x81(.)|\x82(..)|\x83(...)|\x84(....)).{0,16}?\xba(?:\x81(.)|\x82(..)|\x83(...)|\x84(....))", re.DOTALL
)
#: Width and height in the main header of AVI files.
_AVI = re.compile(rb"avih.{36}(.{4})(.{4})", re.DOTALL)
#: Ticks of a second and duration in ticks in the header of an MP4 (ISO/IEC 14496-12, mvhd), of version 0 and 1.
_MOVIE_HEADER = re.compile(rb"mvhd(?:\0.{11}(.{4})(.{4})|\1.{19}(.{4})(.{8}))", re.DOTALL)


def announced_size(path: Path) -> tuple[int, int]:
    """The width and height of a video's frames, in pixels; (0, 0) if the file does not say, or not in a known place.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    with open_regular(path) as file:
        head = file.read(_HEAD)
        if head.startswith(b"\x1aE\xdf\xa3"):
            found = _MATROSKA.search(head)
            sizes = [int.from_bytes(each, "big") for each in found.groups() if each is not None] if found else [0, 0]
            return sizes[0], sizes[1]
        if head.startswith(b"RIFF"):
            avi = _AVI.search(head)
            return (struct.unpack("<I", avi[1])[0], struct.unpack("<I", avi[2])[0]) if avi else (0, 0)
        return _largest_track(_read_index(file))


def edited_duration(path: Path) -> float:
    """For how many seconds an MP4 is shown whose edit lists leave a part of it out; 0 if it has none.

    Players obey edit lists (ISO/IEC 14496-12, 8.6.6), and so does FFmpeg; the number of frames that OpenCV gives counts
    what they leave out.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    with open_regular(path) as file:
        index = _read_index(file)
    found = _MOVIE_HEADER.search(index)
    if found is None or b"elst" not in index:
        return 0.0
    ticks, duration = (int.from_bytes(each, "big") for each in found.groups() if each is not None)
    return duration / ticks if ticks else 0.0


def _read_index(file: BinaryIO) -> bytes:
    """The content of the box `moov` of an MP4 file, or as much of it as is searched; empty if there is none."""
    at, end = 0, file.seek(0, 2)
    while at + _BOX_HEADER <= end:
        file.seek(at)
        header = file.read(2 * _BOX_HEADER)
        size, kind = struct.unpack_from(">I4s", header)
        if kind == b"moov":
            return header[_BOX_HEADER:] + file.read(min(size, _MAX_INDEX))
        size = int.from_bytes(header[_BOX_HEADER:], "big") if size == 1 else size
        if size < _BOX_HEADER:
            break
        at += size
    return b""


def _largest_track(index: bytes) -> tuple[int, int]:
    sizes = [(0, 0)]
    for found in re.finditer(b"tkhd", index):
        length = _TRACK_HEADERS.get(index[found.end()], 0) if found.end() < len(index) else 0
        if length and found.end() + length <= len(index):
            width, height = struct.unpack_from(">II", index, found.end() + length - 8)
            sizes.append((width >> 16, height >> 16))
    return max(sizes, key=lambda size: size[0] * size[1])
