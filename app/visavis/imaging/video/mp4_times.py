"""The times of the frames in an MP4 file.

OpenCV writes videos of a constant rate. Frames of a real video come when they come: phones drop some, and screens are
recorded when they change. So the table of times is replaced when the file is complete, which changes no frame.
Source: ISO/IEC 14496-12, the boxes mvhd, tkhd, elst, mdhd, stts and stsz.
"""

import itertools
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

#: Ticks of the written times, per second. Durations have 32 bits, which is enough for 119 hours.
_TICKS = 10_000
#: Boxes that consist of boxes, on the way to those that have times.
_PARENTS = frozenset({b"trak", b"edts", b"mdia", b"minf", b"stbl"})
#: Bytes of a box before its content.
_HEADER = 8


def write_times(path: Path, times: Sequence[float], end: float) -> None:
    """Give the frames of an MP4 file that OpenCV wrote these times, in place.

    Parameters
    ----------
    times : sequence of float
        Of each frame, in seconds; the first is 0, and each is after the one before.
    end : float
        When the last frame ends, in seconds.

    Raises
    ------
    ValueError
        If the file is not complete, has another number of frames, or is not as OpenCV writes it.
    OSError
        If it cannot be read or written.
    """
    ticks = [round(time * _TICKS) for time in (*times, end)]
    durations = [after - before for before, after in itertools.pairwise(ticks)]
    with path.open("r+b") as file:
        start, content = _find_index(file)
        if _frame_count(content) != len(times):
            raise ValueError(f"{_frame_count(content)} of {len(times)} frames are in the file")
        try:
            index = _box(b"moov", _with_durations(content, durations))
        except (struct.error, IndexError) as error:
            raise ValueError("the index is not as OpenCV writes it") from error
        file.seek(start)
        file.write(index)


def _find_index(file: BinaryIO) -> tuple[int, bytes]:
    """Where the box `moov` begins, and its content. It must be last, since its size changes."""
    at, end = 0, file.seek(0, 2)
    while at + _HEADER <= end:
        file.seek(at)
        header = file.read(2 * _HEADER)
        size, kind = struct.unpack_from(">I4s", header)
        length = int.from_bytes(header[_HEADER:], "big") if size == 1 else size
        if at + length > end or length < _HEADER:
            break
        if kind == b"moov" and at + length == end and size != 1:
            return at, (header[_HEADER:] + file.read(max(length - len(header), 0)))[: length - _HEADER]
        at += length
    raise ValueError("the file is not complete")


def _frame_count(content: bytes) -> int:
    """The number of frames in the table of their sizes, of the only track."""
    found = content.find(b"stsz")
    return int(struct.unpack_from(">I", content, found + 12)[0]) if found > 0 and len(content) >= found + 16 else 0


def _with_durations(content: bytes, durations: Sequence[int]) -> bytes:
    """The boxes with these durations of the frames, in ticks."""
    total = sum(durations)
    movie_ticks = 0
    parts = []
    for kind, body in _boxes(content):
        if kind == b"mvhd":
            movie_ticks = struct.unpack_from(">I", body, 12)[0]
            parts.append(_box(kind, _with_number(body, 16, total * movie_ticks // _TICKS)))
        else:
            parts.append(_box(kind, _retime(kind, body, durations, total * movie_ticks // _TICKS)))
    return b"".join(parts)


def _retime(kind: bytes, body: bytes, durations: Sequence[int], movie_duration: int) -> bytes:
    if kind in _PARENTS:
        return b"".join(_box(each, _retime(each, inside, durations, movie_duration)) for each, inside in _boxes(body))
    change = _CHANGES.get(kind)
    return change(body, durations, movie_duration) if change else body


def _track_header(body: bytes, _: Sequence[int], movie_duration: int) -> bytes:
    return _with_number(body, 20, movie_duration)


def _edit_list(body: bytes, _: Sequence[int], movie_duration: int) -> bytes:
    return _with_number(body, 8, movie_duration)


def _media_header(body: bytes, durations: Sequence[int], _: int) -> bytes:
    return _with_number(_with_number(body, 12, _TICKS), 16, sum(durations))


def _time_table(body: bytes, durations: Sequence[int], _: int) -> bytes:
    """The table of durations: runs of equal ones, each as (number of frames, ticks)."""
    runs: list[tuple[int, int]] = []
    for duration in durations:
        if runs and runs[-1][1] == duration:
            runs[-1] = (runs[-1][0] + 1, duration)
        else:
            runs.append((1, duration))
    return body[:4] + struct.pack(">I", len(runs)) + b"".join(struct.pack(">II", *run) for run in runs)


_CHANGES: dict[bytes, Callable[[bytes, Sequence[int], int], bytes]] = {
    b"tkhd": _track_header,
    b"elst": _edit_list,
    b"mdhd": _media_header,
    b"stts": _time_table,
}


def _boxes(content: bytes) -> list[tuple[bytes, bytes]]:
    """The kinds and contents of the boxes in a box."""
    found, at = [], 0
    while at < len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        if size < _HEADER or at + size > len(content):
            raise ValueError(f"the box {kind!r} is not as OpenCV writes it")
        found.append((kind, content[at + _HEADER : at + size]))
        at += size
    return found


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", _HEADER + len(body), kind) + body


def _with_number(body: bytes, at: int, number: int) -> bytes:
    """The content of a box of version 0 with another 32-bit number at that place."""
    if body[0] != 0 or number >= 2**32:
        raise ValueError("the video is too long for its index")
    return body[:at] + struct.pack(">I", number) + body[at + 4 :]
