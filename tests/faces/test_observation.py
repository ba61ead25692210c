"""An observation has a weight from 0 to 1, and says why its quality is too low."""

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


def test_a_clear_observation_counts_fully(pattern):
    observation = measure(pattern, Face(BOX, FRONTAL))
    assert (observation.issue, observation.weight) == (None, 1.0)
    assert measure(pattern, Face(BOX)).issue is None


@pytest.mark.parametrize(
    ("spoil", "issue"),
    [
        (lambda picture: picture // 32, QualityIssue.DARK),
        (lambda picture: 255 - picture // 32, QualityIssue.BRIGHT),
        (
            lambda picture: np.linspace(np.full((160, 3), 40), np.full((160, 3), 220), 160).astype(np.uint8),
            QualityIssue.BLURRED,
        ),
    ],
)
def test_each_quality_issue_is_found(pattern, spoil, issue):
    observation = measure(spoil(pattern), Face(BOX, FRONTAL))
    assert (observation.issue, observation.weight) == (issue, 0.0)


def test_small_and_averted_faces_have_an_issue(pattern):
    turned = FRONTAL.copy()
    turned[2, 0] += 60
    assert measure(pattern, Face(BOX, turned)).issue is QualityIssue.TURNED
    assert measure(pattern, Face(Box(20, 20, 12, 12), FRONTAL / 10)).issue is QualityIssue.SMALL


@given(st.floats(0, 500), st.floats(0, 255), st.floats(0, 1), st.floats(0, 5))
def test_the_weight_is_zero_exactly_with_an_issue(eye_distance, brightness, sharpness, yaw):
    observation = FaceObservation(eye_distance, brightness, sharpness, yaw)
    assert (observation.weight == 0) == (observation.issue is not None)
    assert 0 <= observation.weight <= 1
