"""Samples: labeled pictures of people, and what their file names say."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from visavis.errors import PictureError
from visavis.imaging.crop import cut
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.storage import disk

_NAME = re.compile(r"(?P<time>\d{8}T\d{6}\.\d{3})Z-(?P<hash>[0-9a-f]{16})\.jpg")


@dataclass(frozen=True, slots=True)
class Sample:
    """One labeled picture of a person: named ``<time>-<hash>.jpg`` by us, anything where it was put in by hand."""

    path: Path
    person: str
    """The person's slug."""

    @property
    def taken(self) -> datetime | None:
        """When it was taken, UTC, to the millisecond; None where the file's name does not say."""
        match = _NAME.fullmatch(self.path.name)
        try:
            return datetime.strptime(match["time"] + "+0000", "%Y%m%dT%H%M%S.%f%z") if match else None
        except ValueError:  # there is no such day
            return None

    @property
    def hash(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of its content; reads the file where the name does not say.

        Raises
        ------
        PictureError
            If the file has to be read and cannot be.
        """
        match = _NAME.fullmatch(self.path.name)
        if match:
            return match["hash"]
        try:
            return content_hash(self.path.read_bytes())
        except OSError as error:
            raise PictureError(
                "{path} cannot be opened: {reason}.", path=self.path, reason=disk.reason(error)
            ) from error


def content_hash(content: bytes) -> str:
    """The first 16 hexadecimal digits of the SHA-256."""
    return hashlib.sha256(content).hexdigest()[:16]


def file_name(taken: datetime, content: bytes) -> str:
    """A sample's file name, such as ``20261122T024501.123Z-0123456789abcdef.jpg``; `taken` carries its time zone."""
    if taken.tzinfo is None:
        raise ValueError(f"{taken} has no time zone")
    time = taken.astimezone(UTC).isoformat(timespec="milliseconds").replace("-", "").replace(":", "")
    return f"{time.removesuffix('+0000')}Z-{content_hash(content)}.jpg"


def sample_cut(image: Image, face: Face) -> Image:
    """The part of a picture that is kept as a sample: the face with a box's width or height more on each side.

    It ends where the picture does: black bars would be stored as if they had been seen.

    Returns
    -------
    ndarray of uint8, shape (height, width, 3)
        BGR at the picture's own resolution; a copy.

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
    """A face in a picture, kept until the user has said who it is."""

    image: Image  #: (height, width, 3) uint8, BGR: the frame, or the part of it that a sample keeps
    face: Face  #: in pixels of `image`

    @classmethod
    def of(cls, image: Image, face: Face) -> "FaceCrop":
        """The part of a frame that a sample keeps: less to hold in memory than the frame.

        Raises
        ------
        ValueError
            If the face lies outside the picture.
        """
        width, height = image.shape[1], image.shape[0]
        wide = face.box.expand(face.box.width, face.box.height).clip(width, height)
        part = sample_cut(image, face)
        assert wide is not None  # else `sample_cut` had refused
        return cls(part, face.shift(-wide.left, -wide.top))
