"""One observation of a face: how much it counts, and whether its quality is too low to recognize anybody.

The measures are those of ISO/IEC 29794-5 (face image quality): sharpness, illumination, pose, inter-eye distance.

The limits were measured with SFace on Labeled Faces in the Wild (LFW): 20 people with templates of one and five sharp
pictures, 200 strangers, on copies that were blurred, shaken, shrunk and darkened, at the threshold for an FPIR of 1 %.
"""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from visavis.faces import quality
from visavis.faces.pose import Pose
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image

#: Least sharpness. Of the pictures of people just above it, 77 % were recognized with one sample and 90 % with five,
#: and none got a wrong name; of the 24 below it, one did in some draws of the samples. Strangers were named no more
#: often than in sharp pictures.
MIN_PROBE_SHARPNESS = 0.006
#: Least distance of the eyes, in pixels. Of faces with the eyes 5-6 pixels apart, half were recognized with one sample;
#: with 6-8 pixels, nine in ten. No stranger and nobody else was named wrongly more often than in large faces.
MIN_PROBE_EYE_DISTANCE = 6.0
#: Least mean gray, 0..255. At 6 % of the light, with noise, two fifths of all faces are found. With a mean gray of 5-8,
#: 92 % of those were recognized with five samples and 82 % with one, and no stranger of 65 was named.
MIN_PROBE_BRIGHTNESS = 5.0
#: Highest mean gray, 0..255. Of overexposed faces with 240-250, half were recognized with five samples; of brighter
#: ones, 29 %, and 0.8 % were taken for another person.
MAX_PROBE_BRIGHTNESS = 250.0
#: Largest yaw (`pose.Pose.yaw`). Of 14 faces turned by 0.6 to 1.2, copies of a few pictures, none was mistaken, and
#: three quarters and more were recognized in most draws of the samples.
MAX_PROBE_YAW = 1.0
#: Sharpness from which an observation counts fully. This limit and those below: 98 % and more of such observations were
#: recognized in the same test.
GOOD_SHARPNESS = 0.15
#: Distance of the eyes, in pixels, from which an observation counts fully.
GOOD_EYE_DISTANCE = 10.0
#: Mean gray, 0..255, from which an observation counts fully.
GOOD_MIN_BRIGHTNESS = 15.0
#: Mean gray, 0..255, up to which an observation counts fully.
GOOD_MAX_BRIGHTNESS = 200.0
#: Yaw up to which an observation counts fully.
GOOD_YAW = 0.3
#: Distance of the eyes as a share of the width of the box, for faces without landmarks: the mean of LFW.
_EYE_DISTANCE_SHARE = 0.36
#: Weight of an observation that just reaches a limit.
_LIMIT_WEIGHT = 0.1


class QualityIssue(Enum):
    """Why the quality of an observation is too low, in a few words."""

    SMALL = "too far away"
    DARK = "too dark"
    BRIGHT = "too bright"
    BLURRED = "blurred"
    TURNED = "turned away"


@dataclass(frozen=True, slots=True)
class FaceObservation:
    """What is measured on a face in one frame."""

    eye_distance: float  #: in pixels of the frame
    brightness: float  #: mean gray, 0..255
    sharpness: float  #: on a chip of fixed size, independent of contrast (`quality.Quality.sharpness`)
    yaw: float  #: `pose.Pose.yaw` without its sign: 0 is frontal

    @property
    def issue(self) -> QualityIssue | None:
        """Why the face cannot be recognized from this observation, or None."""
        if self.eye_distance < MIN_PROBE_EYE_DISTANCE:
            return QualityIssue.SMALL
        if self.brightness < MIN_PROBE_BRIGHTNESS:
            return QualityIssue.DARK
        if self.brightness > MAX_PROBE_BRIGHTNESS:
            return QualityIssue.BRIGHT
        if self.sharpness < MIN_PROBE_SHARPNESS:
            return QualityIssue.BLURRED
        if self.yaw > MAX_PROBE_YAW:
            return QualityIssue.TURNED
        return None

    @property
    def weight(self) -> float:
        """How much it counts among other observations of the face: 1 for a good one, 0 for one with an issue."""
        if self.issue:
            return 0.0
        return min(
            _weight(self.eye_distance, MIN_PROBE_EYE_DISTANCE, GOOD_EYE_DISTANCE),
            _weight(self.sharpness, MIN_PROBE_SHARPNESS, GOOD_SHARPNESS),
            _weight(self.brightness, MIN_PROBE_BRIGHTNESS, GOOD_MIN_BRIGHTNESS),
            _weight(self.brightness, MAX_PROBE_BRIGHTNESS, GOOD_MAX_BRIGHTNESS),
            _weight(self.yaw, MAX_PROBE_YAW, GOOD_YAW),
        )


def measure(image: Image, face: Face) -> FaceObservation:
    """Measure a face of a BGR picture, shape (height, width, 3), uint8."""
    measured = quality.measure(image, face.box)
    if face.landmarks is None:
        return FaceObservation(_EYE_DISTANCE_SHARE * face.box.width, measured.brightness, measured.sharpness, 0.0)
    pose = Pose.from_landmarks(face.landmarks)
    return FaceObservation(pose.eye_distance, measured.brightness, measured.sharpness, abs(pose.yaw))


def _weight(value: float, limit: float, good: float) -> float:
    """Interpolate the weight of a measure between its limit and the value from which it counts fully."""
    return float(np.interp((value - limit) / (good - limit), (0, 1), (_LIMIT_WEIGHT, 1)))
