"""The network takes back false alarms, keeps the surest of overlapping boxes, and later searches run only in need."""

import numpy as np
import pytest

from visavis.geometry import Box, Face
from visavis.verification import VerifiedDetector

PICTURE = np.zeros((200, 300, 3), np.uint8)
ONE, NEAR, FAR = Box(10, 10, 80, 80), Box(14, 12, 90, 90), Box(200, 50, 60, 60)


class Probabilities:
    """An O-Net that gives boxes these probabilities, in turn."""

    device = "CPU"

    def __init__(self, *values):
        self.values = list(values)

    def __call__(self, crops):
        outputs = np.full((len(crops), 15), 0.5, np.float32)
        outputs[:, 14] = [self.values.pop(0) for _ in crops]
        return outputs


def finds(*boxes):
    return lambda image: [Face(box) for box in boxes]


def test_what_the_network_doubts_is_no_face():
    [face] = VerifiedDetector([finds(ONE, FAR)], Probabilities(0.2, 0.97))(PICTURE)
    assert face.box == FAR
    assert face.probability == pytest.approx(0.97)
    assert face.landmarks.shape == (5, 2)


def test_of_overlapping_boxes_the_surest_is_kept_and_the_largest_face_comes_first():
    faces = VerifiedDetector([finds(FAR, NEAR, ONE)], Probabilities(0.95, 0.93, 0.99))(PICTURE)
    assert [face.box for face in faces] == [ONE, FAR]


def test_a_later_search_runs_only_where_the_first_found_nobody():
    never = [finds(ONE), lambda image: pytest.fail("searched again")]
    assert len(VerifiedDetector(never, Probabilities(0.99))(PICTURE)) == 1
    [face] = VerifiedDetector([finds(ONE), finds(FAR)], Probabilities(0.1, 0.99))(PICTURE)
    assert face.box == FAR
    assert VerifiedDetector([finds(), finds()], Probabilities())(PICTURE) == []
