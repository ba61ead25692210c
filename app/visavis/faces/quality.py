"""The quality of a sample, and why it is refused. Terms of ISO/IEC 29794-5 (face image quality)."""

from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np

from visavis.faces.pose import MAX_FRONTAL_PITCH, MAX_FRONTAL_YAW, Pose
from visavis.imaging.crop import cut, cut_view, resize_square
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Side, in pixels, of the gray chip on which sharpness and exposure are measured. It is fixed, so that large faces do
#: not appear blurred.
_SIDE = 64

#: Least width of a face, in pixels (PhotoPrism learns from 80).
MIN_SAMPLE_WIDTH = 80
#: Least sharpness. Measured: 0.10 is the 5th percentile of 129 LFW faces, and 420 webcam faces are all above it. The
#: same LFW faces, blurred with a Gaussian of 2 pixels (faces 110 pixels wide), have a median of 0.04 and a 95th
#: percentile of 0.09.
MIN_SAMPLE_SHARPNESS = 0.08
#: Least mean gray, 0..255 (InsightFace's GUI: 45).
MIN_SAMPLE_BRIGHTNESS = 45
#: Highest mean gray, 0..255 (InsightFace's GUI: 220).
MAX_SAMPLE_BRIGHTNESS = 220
#: Least mean gray, 0..255, of the darker half of a face. Measured: at most 2 of 239 LFW faces are below, and no frame
#: of two webcam clips.
MIN_HALF_BRIGHTNESS = 45
#: Least distance of the eyes, in pixels, if landmarks are known: that of a face of `MIN_SAMPLE_WIDTH` with the largest
#: yaw that is accepted. Measured in 239 LFW faces: the median is 0.37 of the width, the 5th percentile 0.33.
MIN_SAMPLE_EYE_DISTANCE = 24
#: Largest roll, in degrees, in either direction.
MAX_SAMPLE_ROLL = 30


class Refusal(Enum):
    """Why a picture is refused. The value says what to do, in a few words."""

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
    OTHER_PERSON = "somebody else is in view"


@dataclass(frozen=True, slots=True)
class Quality:
    """What is measured on one face."""

    width: int  #: of the box, in pixels
    sharpness: float  #: variance of the Laplacian / variance of the gray values: independent of contrast
    brightness: float  #: mean gray, 0..255
    balance: float = 0.0  #: (left - right) / (left + right) of the mean gray of the halves of the box, -1..1

    @property
    def weight(self) -> float:
        """How much the picture counts in a template, 0.1..1. A picture that just passes counts half."""
        parts = (self.sharpness / (2 * MIN_SAMPLE_SHARPNESS), self.width / (2 * MIN_SAMPLE_WIDTH) + 0.5)
        return float(np.clip(min(parts), 0.1, 1.0))

    @property
    def refusal(self) -> Refusal | None:
        """The first requirement that this face does not meet, or None."""
        if self.width < MIN_SAMPLE_WIDTH:
            return Refusal.TOO_SMALL
        if self.brightness < MIN_SAMPLE_BRIGHTNESS:
            return Refusal.TOO_DARK
        if self.brightness > MAX_SAMPLE_BRIGHTNESS:
            return Refusal.TOO_BRIGHT
        if self.brightness * (1 - abs(self.balance)) < MIN_HALF_BRIGHTNESS:
            return Refusal.UNEVEN
        if self.sharpness < MIN_SAMPLE_SHARPNESS:
            return Refusal.BLURRED
        return None


def measure(image: Image, box: Box) -> Quality:
    """Measure the face in `box` of a BGR picture, shape (height, width, 3), uint8."""
    gray = cv2.cvtColor(resize_square(cut_view(image, box), _SIDE), cv2.COLOR_BGR2GRAY)
    variance = float(gray.var())
    sharpness = float(cv2.Laplacian(gray, cv2.CV_64F).var()) / variance if variance > 1 else 0.0
    left, right = float(gray[:, : _SIDE // 2].mean()), float(gray[:, _SIDE // 2 :].mean())
    return Quality(box.width, sharpness, float(gray.mean()), (left - right) / max(left + right, 1.0))


def pose_refusal(head: Pose) -> Refusal | None:
    """Return why a pose is not accepted for a sample, or None. Left and right are those of the person."""
    if head.eye_distance < MIN_SAMPLE_EYE_DISTANCE:
        return Refusal.TOO_SMALL
    if abs(head.roll) > MAX_SAMPLE_ROLL:
        return Refusal.UPRIGHT
    if head.is_frontal:
        return None
    if abs(head.yaw) > MAX_FRONTAL_YAW:
        return Refusal.TURN_RIGHT if head.yaw > 0 else Refusal.TURN_LEFT
    return Refusal.LOOK_UP if head.pitch > MAX_FRONTAL_PITCH else Refusal.LOOK_DOWN


def fingerprint(image: Image, box: Box) -> int:
    """Return a perceptual hash of the face, 64 bits: the dHash of a 9x8 gray grid.

    Each bit says which of two neighbors is brighter.
    Two pictures whose fingerprints differ in few bits (`hamming_distance`) are near-duplicates.
    """
    gray = cv2.cvtColor(cut(image, box), cv2.COLOR_BGR2GRAY)
    grid = cv2.resize(gray, (9, 8), interpolation=cv2.INTER_AREA)
    return int.from_bytes(np.packbits(grid[:, 1:] > grid[:, :-1]).tobytes())


def hamming_distance(first: int, second: int) -> int:
    """Return in how many of the 64 bits two fingerprints differ."""
    return (first ^ second).bit_count()
