"""Watching whether the pictures of a live source show anything: a frozen or black picture is told by no driver."""

import numpy as np

from visavis.errors import SourcePictureError
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image

#: Seconds of the very same bytes after which a picture is frozen. The noise of a sensor changes every picture.
FROZEN_S = 5.0
#: Seconds of black pictures after which a camera is taken to be covered.
BLACK_S = 3.0
#: Mean of a picture, 0..255, below which it is black: a covered sensor gives 0 to 3, a dark room 8 and more.
_BLACK_MEAN = 5.0
#: Largest value of a black picture, 0..255. A night scene has a lamp somewhere.
_BLACK_MAX = 40
#: Step between the pixels that are looked at first.
_STEP = 16


class FrozenPictureError(SourcePictureError):
    """A source delivers the same picture over and over."""


class PictureWatch:
    """Follows the frames of one source, also across its outages."""

    def __init__(self) -> None:
        self._image: Image | None = None  # of the previous frame
        self._changed_at = 0.0  # when it came first
        self._lit_at: float | None = None  # when a picture was not black for the last time

    def see(self, frame: Frame) -> SourcePictureError | None:
        """Take the next frame; return what is wrong with the pictures, or None."""
        now, image = frame.taken_at, frame.image
        is_same = self._image is not None and _are_same(image, self._image)
        self._image = image
        if not is_same:
            self._changed_at = now
        if self._lit_at is None or not _is_black(image):
            self._lit_at = now
        name = frame.source[:1].upper() + frame.source[1:] if "://" not in frame.source else frame.source
        if now - self._lit_at >= BLACK_S:
            return SourcePictureError(
                "{name} delivers black pictures.", hint="Is its lens covered, or its shutter closed?", name=name
            )
        if now - self._changed_at >= FROZEN_S:
            return FrozenPictureError(
                "{name} delivers the same picture over and over.",
                hint="If it does not go on by itself, unplug the camera and plug it in again.",
                name=name,
            )
        return None


def _are_same(image: Image, other: Image) -> bool:
    """Whether two pictures have the same bytes. A few pixels suffice to tell most that differ."""
    if image.shape != other.shape or not np.array_equal(image[::_STEP, ::_STEP], other[::_STEP, ::_STEP]):
        return False
    return np.array_equal(image, other)


def _is_black(image: Image) -> bool:
    part = image[::_STEP, ::_STEP]
    return float(part.mean()) < _BLACK_MEAN and int(part.max()) < _BLACK_MAX
