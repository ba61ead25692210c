"""Boxes in a transformed view are mapped back to their place in the picture."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.detection.transforms import ImageTransform
from visavis.imaging.geometry import Box

SPOT = Box(300, 90, 40, 40)


def picture(width=640, height=400, spot=SPOT):
    """Black with a bright square, BGR."""
    image = np.zeros((height, width, 3), np.uint8)
    image[spot.top : spot.bottom, spot.left : spot.right] = 200
    return image


def seen(view):
    """The box around what is bright in a view."""
    left, top, width, height = cv2.boundingRect((view.gray > 100).astype(np.uint8))
    return Box(left, top, width, height)


def test_a_view_is_gray_and_has_the_size_of_the_picture():
    view = ImageTransform.from_image(picture())
    assert (view.gray.shape, view.gray.dtype, view.pixel_size) == ((400, 640), np.uint8, 1)
    assert view.box_in_picture(seen(view)) == SPOT


def test_a_large_picture_is_shrunk_and_a_small_one_is_not_enlarged():
    view = ImageTransform.from_image(picture(), longest=160)
    assert (view.gray.shape, view.pixel_size) == ((100, 160), 4)
    assert view.box_in_picture(seen(view)).iou(SPOT) > 0.8
    assert ImageTransform.from_image(picture(), longest=2000).gray.shape == (400, 640)
    assert ImageTransform.from_image(picture(1, 500, Box(0, 0, 1, 1)), longest=10).gray.shape == (10, 1)


@pytest.mark.parametrize("longest", [None, 320])
def test_boxes_in_a_mirrored_view_are_mapped_back(longest):
    view = ImageTransform.from_image(picture(), longest).mirror()
    assert seen(view).center[0] * view.pixel_size == pytest.approx(640 - SPOT.center[0], abs=1)
    assert view.box_in_picture(seen(view)).iou(SPOT) > 0.95


@given(st.floats(-180, 180), st.sampled_from([None, 320]))
def test_boxes_in_a_rotated_view_are_mapped_back(degrees, longest):
    corner = picture(spot=Box(0, 0, 24, 24))
    for image, spot in ((picture(), SPOT), (corner, Box(0, 0, 24, 24))):
        view = ImageTransform.from_image(image, longest).rotate(degrees)
        back = view.box_in_picture(seen(view))
        assert back.center == pytest.approx(spot.center, abs=2)
        assert spot.width - 2 <= back.width <= 1.5 * spot.width + 3  # the box around a turned square is wider


def test_a_rotation_by_90_degrees_only_moves_pixels():
    image = picture()
    assert np.array_equal(
        ImageTransform.from_image(image).rotate(90).gray, np.rot90(ImageTransform.from_image(image).gray)
    )


def test_equalizing_adds_contrast_except_to_a_plain_picture():
    dull = (picture() // 25 + 3).astype(np.uint8)
    view = ImageTransform.from_image(dull).equalize()
    assert np.ptp(ImageTransform.from_image(dull).gray) == 8
    assert np.ptp(view.gray) > 150
    assert view.box_in_picture(seen(view)).containment(SPOT) == 1
    wall = ImageTransform.from_image(np.full((60, 80, 3), 90, np.uint8)).equalize()
    assert np.ptp(wall.gray) == 0
