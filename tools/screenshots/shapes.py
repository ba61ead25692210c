"""Drawn shapes, each kind in a folder of its own: pictures without a face, for the mode "What is this?"."""

from pathlib import Path

import cv2
import numpy as np

from visavis.imaging import codec
from visavis.imaging.image import Image

#: Pictures of each kind.
_COUNT = 24
#: Corners of each kind: 0 for a circle.
_KINDS = {"Circle": 0, "Star": 10}
_WIDTH, _HEIGHT = 640, 480


def write_shapes(folder: Path) -> Path:
    """Write pictures of each kind, in a folder named after it."""
    for kind in _KINDS:
        for number in range(_COUNT):
            codec.write(folder / kind / f"{number}.png", shape(kind, number))
    return folder


def shape(kind: str, number: int) -> Image:
    """Draw a shape, 640x480 pixels; size, place and brightness differ a little for each number."""
    random = np.random.default_rng([number, _KINDS[kind]])
    picture = np.full((_HEIGHT, _WIDTH, 3), random.uniform(20, 50), np.uint8)
    radius, turn = random.uniform(140, 190), random.uniform(-0.2, 0.2)
    middle = np.array([_WIDTH / 2, _HEIGHT / 2]) + random.uniform(-25, 25, 2)
    corners = _KINDS[kind] or 90
    angles = turn - np.pi / 2 + 2 * np.pi * np.arange(corners) / corners
    far = np.full(corners, radius)
    if _KINDS[kind]:
        far[1::2] *= 0.42
    points = middle + far[:, np.newaxis] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    color = random.uniform(190, 250, 3)
    cv2.fillPoly(picture, [np.round(points).astype(np.int32)], color.tolist(), cv2.LINE_AA)
    return picture
