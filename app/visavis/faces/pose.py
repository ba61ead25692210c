"""The pose of a head, estimated from five landmarks."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

#: Largest yaw of a frontal face; beyond it, one cheek is hidden. Measured: 98 % of 239 LFW faces are within.
MAX_FRONTAL_YAW = 0.35
#: Least pitch of a frontal face (LFW: 0.15 to 0.79).
MIN_FRONTAL_PITCH = 0.2
#: Largest pitch of a frontal face.
MAX_FRONTAL_PITCH = 0.9
#: Distance, in pixels, below which two landmarks are the same point.
_SAME_POINT = 1e-6


@dataclass(frozen=True, slots=True)
class Pose:
    """The pose of a head. Five points show well in which direction a head is turned, but only roughly how far."""

    yaw: float
    """How far the tip of the nose is to the right (in the picture) of the middle between the eyes, in distances between
    the eyes. 0 is frontal."""
    pitch: float
    """Where the tip of the nose is between the eyes (0) and the mouth (1); smaller when the person looks up."""
    roll: float
    """By how many degrees the line through the eyes is rotated clockwise in the picture."""
    eye_distance: float
    """In pixels. Decreases as the head turns."""

    @classmethod
    def from_landmarks(cls, landmarks: NDArray[np.float32]) -> Self:
        """Estimate the pose of a face.

        Parameters
        ----------
        landmarks : ndarray of float, shape (5, 2)
            `visavis.imaging.geometry.Face.landmarks`: left eye, right eye, nose, left and right corner of the mouth;
            (x, y) in pixels.
        """
        points = landmarks.astype(np.float64)
        between_eyes = points[1] - points[0]
        distance = float(np.hypot(*between_eyes))
        if distance < _SAME_POINT:
            return cls(0.0, 0.5, 0.0, 0.0)
        # the axes of the head, so that roll has no influence
        across = between_eyes / distance
        down = np.array([-between_eyes[1], between_eyes[0]]) / distance
        eyes, mouth = points[:2].mean(axis=0), points[3:].mean(axis=0)
        height = float((mouth - eyes) @ down)
        nose = points[2] - eyes
        pitch = float(nose @ down) / height if abs(height) > _SAME_POINT else 0.5
        roll = math.degrees(math.atan2(between_eyes[1], between_eyes[0]))
        return cls(float(nose @ across) / distance, pitch, roll, distance)

    @property
    def is_frontal(self) -> bool:
        """Whether both halves of the face are well visible."""
        return abs(self.yaw) <= MAX_FRONTAL_YAW and MIN_FRONTAL_PITCH <= self.pitch <= MAX_FRONTAL_PITCH
