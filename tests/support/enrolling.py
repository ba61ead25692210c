"""Faces and embeddings for tests of capture."""

from functools import cache

import cv2
import numpy as np

from visavis.enrollment.subject import Subject
from visavis.imaging.geometry import Box, Face

FACE = Face(Box(200, 150, 160, 160))
#: Embeddings of two people, with nothing in common.
SELF, OTHER = np.eye(16, dtype=np.float32)[:2]


@cache
def clear_frame(seed):
    """A picture whose `FACE` is clear, another one for each seed and always the same object."""
    noise = np.random.default_rng(seed).integers(60, 200, (60, 80, 3), np.uint8)
    return cv2.resize(noise, (640, 480), interpolation=cv2.INTER_CUBIC)


def looking_like(person, rng):
    """One more embedding of somebody: cosines of 0.98 and more with their others."""
    vector = person + np.concatenate([[0, 0], rng.normal(0, 0.02, len(person) - 2)]).astype(np.float32)
    return vector / np.linalg.norm(vector)


def barely_like(person, pictures):
    """An embedding that is just similar enough to be taken for somebody of whom there are so many pictures."""
    subject = Subject()
    for _ in range(pictures):
        subject = subject.plus(person)
    vectors = [
        (cosine * person + np.sqrt(1 - cosine**2) * np.eye(len(person))[-1]).astype(np.float32)
        for cosine in np.linspace(-1, 1, 801)
    ]
    return next(vector for vector in vectors if subject.has_face(vector))
