"""A look counts from nothing to fully, and one with a flaw says which."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.observation import FaceObservation, QualityIssue, measure
from visavis.imaging.geometry import Box, Face

BOX = Box(20, 20, 120, 120)
FRONTAL = np.array([(55, 65), (105, 65), (80, 95), (60, 118), (100, 118)], np.float32)


@pytest.fixture
def pattern():
    random = np.random.default_rng(1)
    large, fine = (random.integers(-50, 50, (side, side, 3)).astype(np.float32) for side in (4, 40))
    both = sum(cv2.resize(part, (160, 160), interpolation=cv2.INTER_CUBIC) for part in (large, fine))
    return np.clip(both + 128, 0, 255).astype(np.uint8)


def test_a_clear_look_counts_fully(pattern):
    look = measure(pattern, Face(BOX, FRONTAL))
    assert (look.flaw, look.weight) == (None, 1.0)
    assert measure(pattern, Face(BOX)).flaw is None


@pytest.mark.parametrize(
    ("spoil", "flaw"),
    [
        (lambda picture: picture // 32, QualityIssue.DARK),
        (lambda picture: 255 - picture // 32, QualityIssue.BRIGHT),
        (lambda picture: cv2.GaussianBlur(picture, (0, 0), 6), QualityIssue.BLURRED),
    ],
)
def test_each_flaw_has_its_name(pattern, spoil, flaw):
    look = measure(spoil(pattern), Face(BOX, FRONTAL))
    assert (look.flaw, look.weight) == (flaw, 0.0)


def test_a_small_face_and_one_turned_away(pattern):
    turned = FRONTAL.copy()
    turned[2, 0] += 60
    assert measure(pattern, Face(BOX, turned)).flaw is QualityIssue.TURNED
    assert measure(pattern, Face(Box(20, 20, 12, 12), FRONTAL / 10)).flaw is QualityIssue.SMALL


@given(st.floats(0, 500), st.floats(0, 255), st.floats(0, 1), st.floats(0, 5))
def test_a_weight_lies_between_nothing_and_one(eye_distance, brightness, sharpness, yaw):
    look = FaceObservation(eye_distance, brightness, sharpness, yaw)
    assert (look.weight == 0) == (look.flaw is not None)
    assert 0 <= look.weight <= 1
