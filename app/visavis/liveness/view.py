"""One look at a face for the liveness hint: its shape, from five landmarks, and small gray patches of it."""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.faces import alignment
from visavis.imaging.image import Image

#: Rows of `Face.landmarks` that lie nearly in one plane: the eyes and the corners of the mouth.
_PLANE = [0, 1, 3, 4]
#: Row of `Face.landmarks` that lies before this plane: the nose.
_NOSE = 2
#: Distance of the eyes in an aligned chip, in pixels.
_CHIP_EYE_DISTANCE = float(alignment.REFERENCE[1, 0] - alignment.REFERENCE[0, 0])
#: Standard deviation of the Gaussian that removes the noise of a chip, in pixels.
_SMOOTHING = 1.2
#: Half the width and half the height of the patch around an eye, in pixels of the chip: from lid to lid.
_EYE = (11, 7)
#: Half the width and half the height of the patch around the nose, in pixels of the chip.
_NOSE_PATCH = (12, 9)
#: Side of the whole face, in pixels. A quarter of the chip's pixels are enough to register two faces.
FACE_SIDE = 56
#: Where the face is in it, and no background: an ellipse as (center), (half axes), in shares of the side.
_ELLIPSE = ((0.5, 0.57), (0.34, 0.40))

Patch = NDArray[np.float32]
"""Gray values of mean 0 and length 1, shape (n,): the product of two patches is their correlation."""
Shape = NDArray[np.float64]
"""An affine map without its shift, shape (2, 2), from pixels of the frame to those of the aligned chip."""


@dataclass(frozen=True, slots=True, eq=False)
class LivenessView:
    """One face in one frame, as the cues see it."""

    time: float  #: in seconds of the source
    shape: Shape  #: how the eyes and the mouth lie, apart from the place
    parallax: tuple[float, float]
    """Where the nose is, relative to the eyes and the mouth, in distances of the eyes, to the right and down in the
    frame. No affine motion of the five points changes it: only depth, a face that moves in itself, and errors do."""
    eyes: tuple[Patch, Patch]  #: the left and the right one in the frame
    nose: Patch
    face: NDArray[np.uint8]  #: the aligned face in gray, shape (FACE_SIDE, FACE_SIDE)

    @classmethod
    def of(cls, image: Image, landmarks: NDArray[np.float32], time: float) -> Self:
        """Look at the face with these landmarks in a BGR frame, shape (height, width, 3), uint8.

        Parameters
        ----------
        landmarks : ndarray of float32, shape (5, 2)
            `visavis.imaging.geometry.Face.landmarks`.

        Raises
        ------
        ValueError
            If the landmarks are in one place.
        """
        [chip] = alignment.aligned_chips(image, landmarks[None])
        gray = cv2.GaussianBlur(cv2.cvtColor(chip, cv2.COLOR_BGR2GRAY), (0, 0), _SMOOTHING)
        left, right, nose = alignment.REFERENCE[:3]
        shape, parallax = measure_shape(landmarks)
        return cls(
            time,
            shape,
            parallax,
            (normalize(_cut(gray, left, _EYE)), normalize(_cut(gray, right, _EYE))),
            normalize(_cut(gray, nose, _NOSE_PATCH)),
            np.asarray(cv2.resize(gray, (FACE_SIDE, FACE_SIDE), interpolation=cv2.INTER_AREA), np.uint8),
        )


def measure_shape(landmarks: NDArray[np.float32]) -> tuple[Shape, tuple[float, float]]:
    """Fit the affine map from the eyes and the mouth to those of the aligned chip, and apply it to the nose.

    If all five points move by one affine map, as those of a photo do far from the camera, the fit moves with them, and
    the nose is mapped to the same place: affine coordinates are invariant [1]_.

    Returns
    -------
    shape : ndarray of float64, shape (2, 2)
        `LivenessView.shape`.
    parallax : tuple of float
        `LivenessView.parallax`.

    References
    ----------
    .. [1] Koenderink, J. J. and van Doorn, A. J. (1991). Affine structure from motion. Journal of the Optical Society
       of America A 8(2). doi:10.1364/JOSAA.8.000377
    """
    points = np.column_stack([landmarks.astype(np.float64), np.ones(len(landmarks))])
    fit, *_ = np.linalg.lstsq(points[_PLANE], alignment.REFERENCE[_PLANE].astype(np.float64), rcond=None)
    x, y = ((points[_NOSE] @ fit) - alignment.REFERENCE[_NOSE]) / _CHIP_EYE_DISTANCE
    return fit[:2].T, (float(x), float(y))


def anisotropy(first: Shape, second: Shape) -> float:
    """By how much the map from one view to the other stretches one direction against the other, from 1.

    It is 1 for a turn in the frame, a shift and another size, and infinite where a shape has collapsed to a line.
    """
    if abs(float(np.linalg.det(second))) <= np.finfo(np.float64).eps:
        return float("inf")
    long, short = np.linalg.svd(np.linalg.inv(second) @ first, compute_uv=False)
    return float(long / short) if short > 0 else float("inf")


def normalize(values: NDArray[np.float32]) -> Patch:
    """Gray values as a patch; zeros if they are all the same."""
    flat = values.astype(np.float32).ravel()
    flat -= flat.mean()
    length = float(np.sqrt(flat @ flat))
    return np.asarray(flat / length, np.float32) if length > 0 else flat


def face_mask() -> NDArray[np.uint8]:
    """Where `LivenessView.face` shows the face and no background: 255, else 0; shape (FACE_SIDE, FACE_SIDE)."""
    mask = np.zeros((FACE_SIDE, FACE_SIDE), np.uint8)
    center, axes = (tuple(round(share * FACE_SIDE) for share in pair) for pair in _ELLIPSE)
    cv2.ellipse(mask, center, axes, 0, 0, 360, 255, -1)
    return mask


def _cut(gray: NDArray[np.uint8], center: NDArray[np.float32], half: tuple[int, int]) -> NDArray[np.float32]:
    x, y = (round(float(value)) for value in center)
    return gray[y - half[1] : y + half[1], x - half[0] : x + half[0]].astype(np.float32)
