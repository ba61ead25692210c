"""How good a picture of a face is, and why it is refused. Words after ISO/IEC 29794-5 (face image quality)."""

from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np

from visavis.faces.pose import LOWEST, MOST_YAW, Pose
from visavis.imaging.crop import cut, resized, viewed
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

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
#: Least mean gray of the darker half of a face. Measured: at most 2 of 239 LFW faces lie
#: below, and no frame of two webcam clips.
DARKEST_HALF = 45
#: Least distance of the eyes in pixels, where landmarks are known: what a face of `LEAST_WIDTH` has that is turned as
#: far as is accepted. Measured: 0.37 of the width in the middle of 239 LFW faces, 0.33 in the lowest twentieth.
LEAST_EYES = 24
#: The eyes' line may be turned this far, in degrees, either way.
MOST_ROLL = 30


class Refusal(Enum):
    """Why a picture is not taken; the value is what to do, in a few words."""

    NO_FACE = "no face in view"
    SEVERAL_FACES = "more than one face in view"
    CUT_OFF = "move into the picture"
    TOO_SMALL = "come closer"
    TOO_DARK = "too dark: turn toward the light"
    TOO_BRIGHT = "too bright: turn away from the light"
    UNEVEN = "too dark on one side: turn toward the light"
    TURN_LEFT = "turn a little to the left"
    TURN_RIGHT = "turn a little to the right"
    LOOK_UP = "look up a little"
    LOOK_DOWN = "look down a little"
    UPRIGHT = "hold your head upright"
    BLURRED = "hold still"
    DUPLICATE = "turn a little: this view is there already"


@dataclass(frozen=True, slots=True)
class Quality:
    """What can be measured on one face."""

    width: int  #: of the box, in pixels
    sharpness: float  #: variance of the Laplacian over variance of the gray values: free of contrast
    brightness: float  #: mean gray, 0..255
    balance: float = 0.0  #: light from the sides, -1..1: (left - right) / (left + right), means of the box's halves

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
        if self.brightness * (1 - abs(self.balance)) < DARKEST_HALF:
            return Refusal.UNEVEN
        if self.sharpness < LEAST_SHARPNESS:
            return Refusal.BLURRED
        return None


def measure(image: Image, box: Box) -> Quality:
    """Measure the face in `box` of a BGR picture, shape (height, width, 3), uint8."""
    gray = cv2.cvtColor(resized(viewed(image, box), _SIDE), cv2.COLOR_BGR2GRAY)
    variance = float(gray.var())
    sharpness = float(cv2.Laplacian(gray, cv2.CV_64F).var()) / variance if variance > 1 else 0.0
    left, right = float(gray[:, : _SIDE // 2].mean()), float(gray[:, _SIDE // 2 :].mean())
    return Quality(box.width, sharpness, float(gray.mean()), (left - right) / max(left + right, 1.0))


def turned(head: Pose) -> Refusal | None:
    """What somebody is asked to do whose head is turned too far for a sample, or None. Left and right are theirs."""
    if head.eye_distance < LEAST_EYES:
        return Refusal.TOO_SMALL
    if abs(head.roll) > MOST_ROLL:
        return Refusal.UPRIGHT
    if head.frontal:
        return None
    if abs(head.yaw) > MOST_YAW:
        return Refusal.TURN_RIGHT if head.yaw > 0 else Refusal.TURN_LEFT
    return Refusal.LOOK_UP if head.pitch > LOWEST else Refusal.LOOK_DOWN


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
