"""Boxes never wrap, and the face that a picture means is the one a person would point at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box, Face, labeled_face

numbers = st.integers(-300, 300)
boxes = st.builds(Box, numbers, numbers, st.integers(1, 300), st.integers(1, 300))


@given(boxes, st.integers(1, 200), st.integers(1, 200))
def test_a_clipped_box_lies_inside_the_picture_and_inside_the_box(box, width, height):
    inside = box.clip(width, height)
    if inside is None:
        assert box.right <= 0 or box.bottom <= 0 or box.left >= width or box.top >= height
    else:
        assert 0 <= inside.left < inside.right <= width
        assert 0 <= inside.top < inside.bottom <= height
        assert box.iou(inside) == pytest.approx(inside.area / box.area)


@given(boxes, boxes)
def test_overlap_is_symmetric_and_a_share(first, second):
    assert first.iou(second) == second.iou(first)
    assert 0 <= first.iou(second) <= 1
    assert first.iou(first) == 1


@given(boxes, boxes)
def test_covering_is_symmetric_and_a_share_at_least_as_large_as_the_overlap(first, second):
    assert first.containment(second) == second.containment(first)
    assert first.iou(second) <= first.containment(second) <= 1
    assert first.containment(first.expand(7)) == 1


def test_a_box_without_a_size_is_a_bug():
    with pytest.raises(ValueError, match="0x5"):
        Box(1, 1, 0, 5)


def test_a_grown_box_keeps_its_center():
    box = Box(10, 20, 30, 40)
    assert box.expand(5).center == box.center
    assert box.expand(5, 0) == Box(5, 20, 40, 40)


@pytest.mark.parametrize(
    ("faces", "expected"),
    [
        ([], None),
        ([Box(0, 0, 50, 50)], 0),
        ([Box(0, 0, 50, 50), Box(80, 80, 40, 40)], 1),  # smaller, but large enough and in the middle
        ([Box(0, 0, 50, 50), Box(90, 90, 20, 20)], 0),  # in the middle, but a face in the background
    ],
)
def test_the_face_meant_is_large_and_central(faces, expected):
    chosen = labeled_face([Face(box) for box in faces], 200, 200)
    assert (chosen and chosen.box) == (None if expected is None else faces[expected])
