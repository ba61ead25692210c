"""A sample's shake, and how much of its chip lies outside the picture."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces import alignment
from visavis.faces.traits import outside_share, shake
from visavis.imaging.geometry import Box, Face

BOX = Box(20, 20, 120, 120)


@pytest.fixture
def pattern():
    """A picture as sharp in all directions."""
    noise = np.random.default_rng(1).integers(0, 255, (160, 160, 3), np.uint8)
    return cv2.GaussianBlur(noise, (0, 0), 1.5)


def shift(picture, kernel):
    kernel = np.asarray(kernel, np.float32)
    return cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def test_a_still_picture_has_no_shake_however_sharp_it_is(pattern):
    for picture in (pattern, cv2.GaussianBlur(pattern, (0, 0), 3), pattern // 4):
        assert np.abs(shake(picture, BOX)).max() < 0.5


@pytest.mark.parametrize(
    ("kernel", "index", "sign"),
    [(np.ones((1, 9)), 0, -1), (np.ones((9, 1)), 0, 1), (np.eye(9), 1, -1), (np.eye(9)[::-1], 1, 1)],
)
def test_a_shaken_picture_is_less_sharp_along_its_path(pattern, kernel, index, sign):
    values = shake(shift(pattern, kernel), BOX)
    assert sign * values[index] > 1
    assert abs(values[1 - index]) < 0.8


@given(st.integers(0, 255))
def test_a_flat_face_has_no_shake(shade):
    assert shake(np.full((160, 160, 3), shade, np.uint8), BOX).tolist() == [0, 0]


def face(landmarks):
    return Face(alignment.box_around(landmarks), landmarks=landmarks)


def test_a_face_in_the_middle_lies_inside(pattern):
    assert outside_share(pattern, face(alignment.REFERENCE + 24)) == pytest.approx(0, abs=1e-6)
    assert outside_share(pattern, Face(Box(40, 40, 60, 60))) == pytest.approx(0, abs=1e-6)


def test_the_share_is_that_of_the_black_part_of_the_chip():
    white = np.full((90, 80, 3), 255, np.uint8)
    for turn in (0.0, 0.3):
        rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]], np.float32)
        landmarks = (alignment.REFERENCE - 56) @ rotation.T + (40, 35)
        chip = alignment.aligned_chips(white, landmarks[np.newaxis].astype(np.float32))[0]
        share = outside_share(white, face(landmarks.astype(np.float32)))
        assert share == pytest.approx((chip == 0).mean(), abs=0.03)
        assert share > 0.3


def test_a_face_beyond_the_picture_is_outside_altogether(pattern):
    assert outside_share(pattern, Face(Box(500, 500, 60, 60))) == 1
