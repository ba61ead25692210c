"""How good a picture of a face is, and why it is refused. Words after ISO/IEC 29794-5 (face image quality)."""

from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np

from visavis.geometry import Box
from visavis.images import Image
from visavis.preprocessing import cut, resized

#: Side, in pixels, of the gray chip on which sharpness and exposure are measured: fixed, so that size does not pass
#: for blur.
_SIDE = 64

#: Least width of a face, in pixels, that is worth learning from (PhotoPrism learns from 80).
LEAST_WIDTH = 80
#: Least sharpness. Measured: 0.10 is the 5th percentile of 129 LFW faces, and 420 webcam faces all lie above; the same
#: LFW faces blurred with a Gaussian of 2 pixels (faces of 110) have a median of 0.04 and a 95th percentile of 0.09.
LEAST_SHARPNESS = 0.08
#: Mean gray of 255 outside of which a face is too dark or too bright (InsightFace's GUI: 45 and 220).
DARKEST, BRIGHTEST = 45, 220


class Refusal(Enum):
    """Why a picture is not taken; the value is what to do, in a few words."""

    NO_FACE = "no face in view"
    SEVERAL_FACES = "more than one face in view"
    CUT_OFF = "move into the picture"
    TOO_SMALL = "come closer"
    TOO_DARK = "too dark: turn toward the light"
    TOO_BRIGHT = "too bright: turn away from the light"
    BLURRED = "hold still"
    DUPLICATE = "turn a little: this view is there already"


@dataclass(frozen=True, slots=True)
class Quality:
    """What can be measured on one face."""

    width: int  #: of the box, in pixels
    sharpness: float  #: variance of the Laplacian over variance of the gray values: free of contrast
    brightness: float  #: mean gray, 0..255

    @property
    def weight(self) -> float:
        """How much the picture counts in a template, 0.1..1: half of what a clear one counts where it just passes."""
        parts = (self.sharpness / (2 * LEAST_SHARPNESS), self.width / (2 * LEAST_WIDTH) + 0.5)
        return float(np.clip(min(parts), 0.1, 1.0))

    @property
    def refusal(self) -> Refusal | None:
        """The first gate that this face fails, or None."""
        if self.width < LEAST_WIDTH:
            return Refusal.TOO_SMALL
        if self.brightness < DARKEST:
            return Refusal.TOO_DARK
        if self.brightness > BRIGHTEST:
            return Refusal.TOO_BRIGHT
        if self.sharpness < LEAST_SHARPNESS:
            return Refusal.BLURRED
        return None


def measure(image: Image, box: Box) -> Quality:
    """Measure the face in `box` of a BGR picture, shape (height, width, 3), uint8."""
    gray = cv2.cvtColor(resized(cut(image, box), _SIDE), cv2.COLOR_BGR2GRAY)
    variance = float(gray.var())
    sharpness = float(cv2.Laplacian(gray, cv2.CV_64F).var()) / variance if variance > 1 else 0.0
    return Quality(box.width, sharpness, float(gray.mean()))


def fingerprint(image: Image, box: Box) -> int:
    """A perceptual hash of the face, 64 bits: which of two neighbors on a 9x8 gray grid is brighter (dHash).

    Two pictures whose fingerprints differ in few bits (`distance`) are near-duplicates.
    """
    gray = cv2.cvtColor(cut(image, box), cv2.COLOR_BGR2GRAY)
    grid = cv2.resize(gray, (9, 8), interpolation=cv2.INTER_AREA)
    return int.from_bytes(np.packbits(grid[:, 1:] > grid[:, :-1]).tobytes())


def distance(first: int, second: int) -> int:
    """In how many of 64 bits two fingerprints differ."""
    return (first ^ second).bit_count()
