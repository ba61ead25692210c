"""Kinds of pictures, made from the given ones: gray, dark, small and blurred, as cheap cameras and old photos are."""

from collections.abc import Callable

import cv2
import numpy as np

from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis_training.data.sensor_noise import Exposure, expose

#: How a dark picture is exposed: with a quarter of the light. The shipped calibration was measured without shot noise.
_DARK = Exposure(light=0.25, white_electrons=None)
#: Width of the face in a small picture, in pixels: that in Labeled Faces in the Wild, scaled to 92x112.
_SMALL_FACE = 45
#: Standard deviation of the blur as a share of the width of the face: 2.5 pixels in Labeled Faces in the Wild.
_BLUR = 0.023

Alteration = Callable[[Image, Box], Image]
"""From a BGR picture and the box of its face to the altered picture."""


def gray(image: Image, _: Box) -> Image:
    """Return the picture without color."""
    return np.asarray(cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)


def dark(image: Image, _: Box) -> Image:
    """Return the picture with a quarter of its light, and noise. The same picture always gives the same noise."""
    return expose(image, _DARK, np.random.default_rng(0))


def small(image: Image, face: Box) -> Image:
    """Return the picture scaled so that the face is 45 pixels wide; unchanged if it is no wider."""
    scale = _SMALL_FACE / face.width
    if scale >= 1:
        return image
    size = (max(round(image.shape[1] * scale), 1), max(round(image.shape[0] * scale), 1))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def out_of_focus(image: Image, face: Box) -> Image:
    """Return the picture out of focus."""
    return np.asarray(cv2.GaussianBlur(image, (0, 0), max(_BLUR * face.width, 0.1)), np.uint8)


KINDS: dict[str, Alteration] = {"gray": gray, "dark": dark, "small": small, "blurred": out_of_focus}
"""The alterations by the name of the kind."""
