"""Reading and writing of picture files: the only module that decodes and encodes them."""

import os
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.storage import disk

_HINT = Message("Pictures can be JPEG, PNG, WebP or BMP.")

#: Extensions of picture files, in lower case.
EXTENSIONS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})

#: JPEG quality of a stored sample, of 100 (docs/formats.md).
QUALITY = 95


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
        return path.read_bytes()
    except OSError as error:
        raise PictureError("{path} cannot be opened: {reason}.", path=path, reason=disk.reason(error)) from error


def decode(content: NDArray[np.uint8] | bytes, name: str) -> Image:
    """Decode the content of a picture file; `name` is for the error message.

    Raises
    ------
    PictureError
        If it is empty or not a picture.
    """
    array = np.frombuffer(content, np.uint8)
    if array.size == 0:
        raise PictureError("{name} is empty.", hint=_HINT, name=name)
    try:
        image = cv2.imdecode(array, cv2.IMREAD_COLOR)
    except cv2.error:  # a header that promises more pixels than OpenCV allows
        image = None
    if image is None:
        raise PictureError("{name} is not a picture that can be decoded.", hint=_HINT, name=name)
    return np.asarray(image, np.uint8)


def encode(image: Image, extension: str = ".jpg") -> bytes:
    """The content of a picture file of that format; JPEG at quality 95.

    Raises
    ------
    PictureError
        If the picture is too large for that format: a side of a JPEG has at most 65,500 pixels.
    """
    done, content = cv2.imencode(extension, image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not done:
        height, width = image.shape[:2]
        raise PictureError(
            "A picture of {width}x{height} pixels is too large for a {extension} file.",
            width=width,
            height=height,
            extension=extension,
        )
    return content.tobytes()


def write(path: Path, image: Image) -> None:
    """Write a picture, whole or not at all, in the format that the extension names."""
    disk.write_whole(path, encode(image, path.suffix))


def is_picture(path: Path) -> bool:
    """Whether the name is that of a picture. Hidden files are not: copies in progress, macOS's ._ files."""
    return is_picture_name(path.name)


def is_picture_name(name: str) -> bool:
    """Like `is_picture`, for a file name."""
    return name[name.rfind(".") :].lower() in EXTENSIONS and not name.startswith(".")


def pictures_in(folder: Path, *, follow_links: bool = True) -> list[Path]:
    """The pictures directly inside `folder`, sorted by name.

    Parameters
    ----------
    follow_links : bool
        Whether a link to a picture counts as one.

    Raises
    ------
    OSError
        If the folder cannot be read.
    """
    with os.scandir(folder) as entries:  # knows links and folders without another call for each
        names = [
            entry.name
            for entry in entries
            if is_picture_name(entry.name) and entry.is_file(follow_symlinks=follow_links)
        ]
    return [folder / name for name in sorted(names)]
