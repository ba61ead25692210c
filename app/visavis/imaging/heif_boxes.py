"""How a HEIC or an AVIF says that its picture is turned: in boxes of the file, whatever its EXIF says.

ISO/IEC 23008-12 (HEIF) has the transformations of a picture as properties of its item, and ISO/IEC 23000-22 (MIAF),
7.3.6.7, lets readers ignore the orientation of EXIF. Decoders do, so a picture without these boxes is upright.
"""

import struct
from collections.abc import Iterator

#: How the axes of the stored picture lie in the upright one, as (x of x, y of x, x of y, y of y), for each orientation
#: of EXIF 2.32 (tag 274). y points down.
_ORIENTATIONS = {
    (1, 0, 0, 1): 1,
    (-1, 0, 0, 1): 2,
    (-1, 0, 0, -1): 3,
    (1, 0, 0, -1): 4,
    (0, 1, 1, 0): 5,
    (0, 1, -1, 0): 6,
    (0, -1, -1, 0): 7,
    (0, -1, 1, 0): 8,
}
#: A quarter turn counterclockwise, and the mirrors by the axis of `imir`: 0 exchanges top and bottom, 1 left and right.
_QUARTER = (0, -1, 1, 0)
_MIRRORS = ((1, 0, 0, -1), (-1, 0, 0, 1))

Axes = tuple[int, int, int, int]


def orientation(content: bytes) -> int:
    """The orientation of the main picture, 1 to 8; 1 also if the boxes are damaged."""
    try:
        return _ORIENTATIONS[_axes(content)]
    except (IndexError, KeyError, struct.error):
        return 1


def _axes(content: bytes) -> Axes:
    meta = dict(_boxes(dict(_boxes(content))[b"meta"][4:]))
    version = meta[b"pitm"][0]
    [main] = struct.unpack_from(">I" if version else ">H", meta[b"pitm"], 4)
    properties = list(_boxes(dict(_boxes(meta[b"iprp"]))[b"ipco"]))
    axes = (1, 0, 0, 1)
    for number in _property_numbers(meta[b"iprp"], main):
        kind, value = properties[number - 1] if number else (b"", b"")
        if kind == b"irot":
            for _ in range(value[0] & 3):
                axes = _then(axes, _QUARTER)
        elif kind == b"imir":
            axes = _then(axes, _MIRRORS[value[0] & 1])
    return axes


def _then(first: Axes, second: Axes) -> Axes:
    """One transformation after another."""
    (a, b, c, d), (e, f, g, h) = first, second
    return (a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h)


def _property_numbers(iprp: bytes, item: int) -> Iterator[int]:
    """The numbers of an item's properties, from 1 on, in their order (23008-12, 9.3)."""
    for kind, content in _boxes(iprp):
        if kind != b"ipma":
            continue
        version, is_wide = content[0], content[3] & 1
        [entries] = struct.unpack_from(">I", content, 4)
        at = 8
        for _ in range(entries):
            [owner] = struct.unpack_from(">I" if version else ">H", content, at)
            at += 4 if version else 2
            count, at = content[at], at + 1
            for _ in range(count):
                [number] = struct.unpack_from(">H" if is_wide else ">B", content, at)
                at += 2 if is_wide else 1
                if owner == item:
                    yield number & (0x7FFF if is_wide else 0x7F)  # the first bit says whether it is essential


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes that follow one another: name and content (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(content):
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        if size == 0:
            size = len(content) - at
        if size < head:
            return
        yield content[at + 4 : at + 8], content[at + head : at + size]
        at += size
