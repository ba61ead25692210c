"""Faces for the liveness hint, drawn from random blobs: a plane that tilts, a head that turns, and eyes that blink."""

import cv2
import numpy as np

from visavis.faces.alignment import REFERENCE
from visavis.imaging.geometry import Box, Face

#: Width and height of the frames, in pixels.
SIZE = 240
#: Center of the face in the frames, in pixels.
CENTER = np.array([120.0, 120.0])
#: Where the aligned chip has the center of the face, in pixels.
CHIP_CENTER = REFERENCE.mean(axis=0)


def surface(seed=0, eyes_open=True):
    """A face seen from the front: a chip with smooth random shades and dark eyes, (112, 112, 3) uint8."""
    coarse = np.random.default_rng(seed).uniform(70, 200, (14, 14)).astype(np.float32)
    gray = cv2.resize(coarse, (112, 112), interpolation=cv2.INTER_CUBIC)
    for x, y in REFERENCE[:2]:
        cv2.ellipse(gray, (round(float(x)), round(float(y))), (9, 6), 0, 0, 360, 235.0, -1)
        if eyes_open:
            cv2.circle(gray, (round(float(x)), round(float(y))), 5, 10.0, -1)
        else:
            cv2.ellipse(gray, (round(float(x)), round(float(y))), (9, 6), 0, 0, 360, 120.0, -1)
    return np.repeat(np.clip(gray, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def frame(face=None, affine=((1.0, 0.0), (0.0, 1.0)), noise=0.0, seed=0, nose=0.0):
    """A frame with a face that an affine map has moved, and the face with its landmarks.

    `nose` moves the nose aside, in distances of the eyes, and the shades in the middle of the face with it.
    """
    face = surface() if face is None else face
    if nose:
        face = _with_depth(face, nose)
    matrix = np.asarray(affine, float)
    shift = CENTER - matrix @ CHIP_CENTER
    image = cv2.warpAffine(face, np.column_stack([matrix, shift]), (SIZE, SIZE), borderValue=(90, 90, 90))
    if noise:
        image = np.clip(image + np.random.default_rng(seed).normal(0, noise, image.shape), 0, 255).astype(np.uint8)
    points = REFERENCE.copy()
    points[2, 0] += nose * 35.2
    landmarks = (points @ matrix.T + shift).astype(np.float32)
    return image, Face(Box(70, 70, 100, 100), landmarks, 0.99)


def tilted(degrees):
    """The affine map of a plane that is tilted about an upright axis, twice as large as the chip."""
    return ((1.6 * np.cos(np.radians(degrees)), 0.0), (0.0, 1.6))


def _with_depth(face, nose):
    """What stands out in the middle of a face shifts more than its outline does."""
    rows, columns = np.mgrid[0:112, 0:112].astype(np.float32)
    near = np.exp(-(((columns - 56) / 22) ** 2 + ((rows - 70) / 26) ** 2)).astype(np.float32)
    return cv2.remap(face, (columns - nose * 35.2 * near).astype(np.float32), rows, cv2.INTER_LINEAR)
