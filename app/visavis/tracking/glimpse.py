"""How a face looks at a glance: too coarse to say whose it is, enough to see that it is no longer the same view."""

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image

#: Pixels of a glimpse's side.
_SIDE = 12
#: Correlation above which two glimpses are of one face in one pose. Measured: between two people's pictures (Labeled
#: Faces in the Wild, 20 people, 6,840 pairs) it never reached 0.9, and 0.85 in one of a thousand; between neighboring
#: webcam frames (2,100) it was above 0.94 in 99 of a hundred, and above 0.97 after a quarter of a second in half.
_ALIKE = 0.9
#: Least spread of gray values that is a picture of anything.
_LEAST_CONTRAST = 2.0

Glimpse = NDArray[np.float32]
"""Gray values of mean 0 and length 1, shape (144,)."""


def glimpse(image: Image, box: Box) -> Glimpse | None:
    """How the face in `box` looks at a glance: some fifteen microseconds.

    Returns
    -------
    ndarray of float32, shape (144,), or None
        None where there is nothing to see: a plain area, or all of it outside the picture.
    """
    inside = box.clipped(image.shape[1], image.shape[0])
    if inside is None:
        return None
    step = max(min(inside.width, inside.height) // (3 * _SIDE), 1)
    green = image[inside.top : inside.bottom : step, inside.left : inside.right : step, 1]
    coarse = cv2.resize(green, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.float32).ravel()
    coarse -= coarse.mean()
    length = float(np.sqrt(coarse @ coarse))
    return np.asarray(coarse / length, np.float32) if length >= _LEAST_CONTRAST * _SIDE else None


def alike(one: Glimpse | None, other: Glimpse | None) -> bool:
    """Whether two glimpses are surely of one face; where nothing was to be seen, that is not sure."""
    return one is not None and other is not None and float(one @ other) >= _ALIKE
