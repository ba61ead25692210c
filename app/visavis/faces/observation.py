"""One look at a face: how much it counts beside others, and whether it is too poor to tell who it is.

The measures are those of ISO/IEC 29794-5 (face image quality): sharpness, illumination, pose, inter-eye distance.
"""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from visavis.faces import quality
from visavis.faces.pose import Pose, pose
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image

#: A look that is worse than this says too little of who it is. Measured on Labeled Faces in the Wild, 20 people with
#: templates of five and 200 strangers, on copies that were blurred, shaken, shrunk, darkened or overexposed, at the
#: line for 1 % of strangers. Of sharper pictures 0.2 % of people, and 1-3 % of strangers, were given a wrong name; of
#: those below it 1-11 %, and 3-23 %.
LEAST_SHARPNESS = 0.02
#: Pixels. Of faces with the eyes 7 apart 17 % of strangers were given a name; with 8-10, 2 %.
LEAST_EYE_DISTANCE = 8.0
#: Of 255. Darker faces are hardly ever found: none in pictures at 10 % of their light, half at 20 %, named as well as
#: any. Of faces as bright as the other limit, half were not recognized, and 3 % taken for someone else.
DARKEST, BRIGHTEST = 15.0, 240.0
#: Of 14 faces beyond, none was recognized: what is seen there is no longer the face, or its landmarks are wrong.
MOST_YAW = 0.6
#: What is at least as good counts fully: 98 % and more of such looks were recognized in the same test.
GOOD_SHARPNESS = 0.15
GOOD_EYE_DISTANCE = 20.0
GOOD_DARKEST, GOOD_BRIGHTEST = 40.0, 200.0
GOOD_YAW = 0.3
#: Between a box's width and the distance of the eyes in it, where no landmarks are known: the mean of LFW's faces.
_EYES_IN_BOX = 0.36


class QualityIssue(Enum):
    """Why a look is too poor to tell; the value says it in a few words."""

    SMALL = "too far away"
    DARK = "too dark"
    BRIGHT = "too bright"
    BLURRED = "blurred"
    TURNED = "turned away"


@dataclass(frozen=True, slots=True)
class FaceObservation:
    """What can be measured on a face in one frame."""

    eye_distance: float  #: in pixels of the frame
    brightness: float  #: mean gray, 0..255
    sharpness: float  #: on a chip of fixed size, free of contrast (`quality.Quality`)
    yaw: float  #: as `pose.Pose`: 0 is frontal, either side

    @property
    def flaw(self) -> QualityIssue | None:
        """Why this look is too poor to tell who it is, or None."""
        if self.eye_distance < LEAST_EYE_DISTANCE:
            return QualityIssue.SMALL
        if self.brightness < DARKEST:
            return QualityIssue.DARK
        if self.brightness > BRIGHTEST:
            return QualityIssue.BRIGHT
        if self.sharpness < LEAST_SHARPNESS:
            return QualityIssue.BLURRED
        if self.yaw > MOST_YAW:
            return QualityIssue.TURNED
        return None

    @property
    def weight(self) -> float:
        """How much it counts among other looks at the same face: 1 for a good one, 0 for one with a flaw."""
        if self.flaw:
            return 0.0
        return min(
            _between(self.eye_distance, LEAST_EYE_DISTANCE, GOOD_EYE_DISTANCE),
            _between(self.sharpness, LEAST_SHARPNESS, GOOD_SHARPNESS),
            _between(self.brightness, DARKEST, GOOD_DARKEST),
            _between(self.brightness, BRIGHTEST, GOOD_BRIGHTEST),
            _between(self.yaw, MOST_YAW, GOOD_YAW),
        )


def measure(image: Image, face: Face) -> FaceObservation:
    """Measure a face of a BGR picture, shape (height, width, 3), uint8."""
    seen = quality.measure(image, face.box)
    head = Pose(0.0, 0.5, 0.0, _EYES_IN_BOX * face.box.width) if face.landmarks is None else pose(face.landmarks)
    return FaceObservation(head.eye_distance, seen.brightness, seen.sharpness, abs(head.yaw))


def _between(value: float, worst: float, good: float) -> float:
    """Where a measure lies between its worst that counts, 0.1, and its good, 1."""
    return float(np.interp((value - worst) / (good - worst), (0, 1), (0.1, 1)))
