"""Samples: labeled pictures of people, and their file names."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from visavis.errors import FileError, PictureError
from visavis.imaging.crop import cut
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.storage import data_files, disk

#: File name of a sample that we wrote.
_NAME = re.compile(r"(?P<time>\d{8}T\d{6}\.\d{3})Z-(?P<hash>[0-9a-f]{16})\.jpg")


def is_sample_name(name: str) -> bool:
    """Whether a file of this name is a sample that the store wrote: a JPEG."""
    return _NAME.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Sample:
    """One labeled picture of a person. The store names it ``<time>-<hash>.jpg``; the user may add any other name."""

    path: Path
    person: str
    """The person's slug."""
    is_aside: bool = False
    """Whether it was set aside, in a folder of its own inside the person's: then it is not a sample."""

    @property
    def folder(self) -> Path:
        """The person's folder."""
        return self.path.parent.parent if self.is_aside else self.path.parent

    @property
    def taken(self) -> datetime | None:
        """When it was taken, in UTC to the millisecond; None if the file name does not say."""
        match = _NAME.fullmatch(self.path.name)
        try:
            return datetime.strptime(match["time"] + "+0000", "%Y%m%dT%H%M%S.%f%z") if match else None
        except ValueError:  # no valid date
            return None

    @property
    def hash(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of the content, from the file name or the file.

        Raises
        ------
        PictureError
            If the file must be read and cannot be.
        """
        match = _NAME.fullmatch(self.path.name)
        if match:
            return match["hash"]
        return content_hash(self.read())

    def read(self) -> bytes:
        """The content of the picture's file.

        Raises
        ------
        PictureError
            If it cannot be read.
        """
        try:
            return data_files.read(self.path)
        except OSError as error:
            raise PictureError(
                "{path} cannot be opened: {reason}.", path=self.path, reason=disk.reason(error)
            ) from error
        except FileError as error:  # it is sealed
            raise PictureError(error.message, hint=error.hint) from error


@dataclass(frozen=True, slots=True)
class NewPicture:
    """The content of a picture that is to become a sample."""

    content: bytes
    """Of a JPEG file, from `codec.encode`."""
    taken: datetime
    """With its time zone."""
    is_aside: bool = False
    """Whether it is set aside, not a sample."""

    @property
    def file_name(self) -> str:
        """See `file_name`."""
        return file_name(self.taken, self.content)


def content_hash(content: bytes) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()[:16]


def file_name(taken: datetime, content: bytes) -> str:
    """The file name of a sample, such as ``20261122T024501.123Z-0123456789abcdef.jpg``. `taken` needs a time zone."""
    if taken.tzinfo is None:
        raise ValueError(f"{taken} has no time zone")
    time = taken.astimezone(UTC).isoformat(timespec="milliseconds").replace("-", "").replace(":", "")
    return f"{time.removesuffix('+0000')}Z-{content_hash(content)}.jpg"


def sample_cut(image: Image, face: Face) -> Image:
    """Cut a sample: the face with a margin of the width and height of its box on each side.

    The sample ends at the border of the picture, since black bars would be stored as content.

    Returns
    -------
    ndarray of uint8, shape (height, width, 3)
        BGR at the resolution of the picture; a copy.

    Raises
    ------
    ValueError
        If the face lies outside the picture.
    """
    height, width = image.shape[:2]
    inside = face.box.expand(face.box.width, face.box.height).clip(width, height)
    if face.box.clip(width, height) is None or inside is None:
        raise ValueError(f"{face.box} lies outside a picture of {width}x{height}")
    return cut(image, inside)


@dataclass(frozen=True, slots=True, eq=False)
class FaceCrop:
    """A face with the part of the picture around it, until the user says who it is."""

    image: Image  #: (height, width, 3) uint8, BGR: the frame, or the part of it that a sample keeps
    face: Face  #: in pixels of `image`
    is_marked: bool = False  #: whether the user drew the box: then no detector may find this face again

    @classmethod
    def from_image(cls, image: Image, face: Face, *, is_marked: bool = False) -> "FaceCrop":
        """Cut the part of a frame that a sample keeps, which needs less memory than the frame.

        Raises
        ------
        ValueError
            If the face lies outside the picture.
        """
        width, height = image.shape[1], image.shape[0]
        area = face.box.expand(face.box.width, face.box.height).clip(width, height)
        crop = sample_cut(image, face)
        assert area is not None  # or `sample_cut` would have raised
        return cls(crop, face.shift(-area.left, -area.top), is_marked)
