"""What a file is, by its content: a picture and of which format, a video, or neither.

The whole program asks here. A name says nothing: `photo.jpg` may be a text, and a picture may have any name or none.
"""

import re
from enum import Enum
from pathlib import Path

from visavis.errors import FileError
from visavis.messages import Message
from visavis.storage import data_files

#: What pictures can be.
PICTURE_HINT = Message("Pictures can be JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF or HEIC.")
#: What pictures and videos can be.
HINT = Message(
    "Pictures can be JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF or HEIC; videos can be MP4, MOV, AVI, MKV, WebM or MPEG."
)

#: Bytes at the beginning of a file that tell what it is: three packets of an MPEG transport stream, with their times.
_HEAD = 3 * 192


class MediaType(Enum):
    """A format of pictures, or a kind of video. The value is its name for users."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    BMP = "BMP"
    TIFF = "TIFF"
    GIF = "GIF"
    AVIF = "AVIF"
    HEIC = "HEIC"
    VIDEO = "video"
    """A video in a file with times of its own, such as MP4 or MKV."""
    MPEG_STREAM = "MPEG stream"
    """A video as it is broadcast. Its clock may jump, as where two recordings were joined."""

    @property
    def is_picture(self) -> bool:
        return self not in _VIDEOS

    @property
    def is_video(self) -> bool:
        return self in _VIDEOS

    @property
    def extensions(self) -> tuple[str, ...]:
        """The usual extensions of such files, in lower case, the most usual one first."""
        return _EXTENSIONS[self]


_VIDEOS = frozenset({MediaType.VIDEO, MediaType.MPEG_STREAM})

#: The usual extensions: of files that are written, and for the filters of file dialogs.
_EXTENSIONS = {
    MediaType.JPEG: (".jpg", ".jpeg", ".jfif", ".jpe"),
    MediaType.PNG: (".png",),
    MediaType.WEBP: (".webp",),
    MediaType.BMP: (".bmp", ".dib"),
    MediaType.TIFF: (".tif", ".tiff"),
    MediaType.GIF: (".gif",),
    MediaType.AVIF: (".avif",),
    MediaType.HEIC: (".heic", ".heif", ".hif"),
    MediaType.VIDEO: (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".wmv", ".ogv", ".flv", ".3gp"),
    MediaType.MPEG_STREAM: (".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".vob"),
}

#: How pictures begin. The numbers after BM are the sizes that the header of a BMP can have.
_PICTURES = (
    (MediaType.JPEG, re.compile(rb"\xff\xd8\xff")),
    (MediaType.PNG, re.compile(rb"\x89PNG\r\n\x1a\n")),
    (MediaType.WEBP, re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    (MediaType.BMP, re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", re.DOTALL)),
    (MediaType.TIFF, re.compile(rb"II[*+]\x00|MM\x00[*+]")),
    (MediaType.GIF, re.compile(rb"GIF8[79]a")),
)
#: How videos begin whose clock runs through: AVI, MKV and WebM, Ogg with pictures, WMV, Flash, IVF, YUV4MPEG, MXF.
_CONTAINERS = re.compile(
    rb"RIFF.{4}AVI |\x1aE\xdf\xa3|OggS.{0,200}(?:theora|fishead|OVP80|BBCD)|\x30\x26\xb2\x75\x8e\x66\xcf\x11"
    rb"|FLV\x01|DKIF|YUV4MPEG2|\x06\x0e\x2b\x34\x02\x05\x01\x01",
    re.DOTALL,
)
#: How MPEG streams begin: program and elementary streams, H.264 and H.265 without a container; transport streams with
#: packets of 188 bytes, or of 192 with their times.
_MPEG_STREAMS = re.compile(
    rb"\x00\x00\x01[\xba\xb3\xb0]|\x00?\x00\x00\x01(?:[\x09\x27\x67]|[\x40\x42\x46]\x01)"
    rb"|G.{187}G.{187}G|.{4}G.{191}G.{191}G",
    re.DOTALL,
)
#: The first box of MP4 and QuickTime files and of pictures that use the same container. The first bytes, its size, are
#: no text.
_BOX = re.compile(rb"(?=.{0,3}[\x00-\x08])(.{4})(ftyp|moov|mdat|wide|free|skip|pnot)(.{4})?", re.DOTALL)
#: Brands of AVIF and HEIC: the format of pictures in that container.
_BRANDS = {
    **dict.fromkeys((b"avif", b"avis"), MediaType.AVIF),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1"), MediaType.HEIC),
}
#: Brands of files that have sound only, and of a camera's raw data.
_NEITHER = frozenset({b"M4A ", b"M4B ", b"M4P ", b"F4A ", b"F4B ", b"crx "})


def media_type_of(content: bytes) -> MediaType | None:
    """What a file is whose content begins like this; None if it is neither a picture nor a video."""
    head = content[:_HEAD]
    for kind, beginning in _PICTURES:
        if beginning.match(head):
            return kind
    if box := _BOX.match(head):
        return _type_in_box(head, *box.groups())
    if _CONTAINERS.match(head):
        return MediaType.VIDEO
    return MediaType.MPEG_STREAM if _MPEG_STREAMS.match(head) else None


def media_type(path: Path) -> MediaType | None:
    """What a file is; None if it is neither a picture nor a video.

    Raises
    ------
    IrregularFileError
        If it is a pipe, a socket or a device.
    OSError
        If it is a folder, or cannot be opened, or is encrypted and cannot be decrypted.
    """
    try:
        return media_type_of(data_files.read_head(path, _HEAD))
    except FileError as error:  # it is sealed
        raise OSError(str(error)) from error


def not_media(name: str | Path) -> Message:
    """The sentence on a file that is neither."""
    return Message("{name} is neither a picture nor a video.", name=str(name))


def _type_in_box(head: bytes, size: bytes, box: bytes, brand: bytes | None) -> MediaType | None:
    """What a file is that begins with a box. A picture names its format first, or among the compatible brands."""
    if box != b"ftyp" or brand is None:
        return MediaType.VIDEO
    if brand in _NEITHER:
        return None
    if brand not in _BRANDS:
        return MediaType.VIDEO
    end = min(int.from_bytes(size, "big"), len(head))
    brands = [brand, *(head[at : at + 4] for at in range(16, end - 3, 4))]
    return next((MediaType.AVIF for each in brands if _BRANDS.get(each) is MediaType.AVIF), MediaType.HEIC)
