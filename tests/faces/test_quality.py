"""Samples of low quality are refused, each with its reason."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.quality import Quality, Refusal, fingerprint, hamming_distance, measure
from visavis.imaging.geometry import Box

BOX = Box(20, 20, 120, 120)


@pytest.fixture
def pattern():
    """A picture with coarse and fine structure, as a face has both."""
    random = np.random.default_rng(1)
    large, fine = (random.integers(-50, 50, (side, side, 3)).astype(np.float32) for side in (4, 40))
    both = sum(cv2.resize(part, (160, 160), interpolation=cv2.INTER_CUBIC) for part in (large, fine))
    return np.clip(both + 128, 0, 255).astype(np.uint8)


def test_a_clear_picture_passes(pattern):
    assert measure(pattern, BOX).refusal is None


@pytest.mark.parametrize(
    ("spoil", "box", "reason"),
    [
        (lambda picture: picture, Box(20, 20, 60, 60), Refusal.TOO_SMALL),
        (lambda picture: picture // 6, BOX, Refusal.TOO_DARK),
        (lambda picture: 255 - picture // 6, BOX, Refusal.TOO_BRIGHT),
        (lambda picture: cv2.GaussianBlur(picture, (0, 0), 8), BOX, Refusal.BLURRED),
        (lambda picture: np.full_like(picture, 128), BOX, Refusal.BLURRED),
    ],
)
def test_each_fault_is_refused_for_its_reason(pattern, spoil, box, reason):
    assert measure(spoil(pattern), box).refusal is reason


def test_sharpness_does_not_depend_on_contrast(pattern):
    half = (pattern // 2 + 64).astype(np.uint8)
    assert measure(half, BOX).sharpness == pytest.approx(measure(pattern, BOX).sharpness, rel=0.1)


@given(st.integers(1, 300), st.floats(0, 1), st.floats(0, 255))
def test_refusal_is_defined_for_all_measures(width, sharpness, brightness):
    assert Quality(width, sharpness, brightness).refusal in {None, *Refusal}


def test_fingerprints_tell_light_from_content(pattern):
    first = fingerprint(pattern, BOX)
    assert 0 <= first < 2**64
    brighter = cv2.convertScaleAbs(pattern, alpha=1.1, beta=10)
    assert hamming_distance(first, fingerprint(brighter, BOX)) <= 4
    assert hamming_distance(first, fingerprint(pattern[::-1, ::-1].copy(), BOX)) > 10
    assert hamming_distance(first, first) == 0
