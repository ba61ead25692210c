"""What the network sees: any picture, any box, never distorted, never wrapped."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from visavis.imaging.crop import cut, pad_to_square, resize_square
from visavis.imaging.geometry import Box
from visavis.imaging.image import as_bgr
from visavis.networks.cnn64_input import CNN64_MARGIN, CNN64_SIDE, chip, normalize, whole_chip

sides = st.integers(1, 120)
pictures = st.tuples(sides, sides).flatmap(lambda size: arrays.arrays(np.uint8, (*size, 3)))
places = st.builds(Box, st.integers(-200, 200), st.integers(-200, 200), st.integers(1, 150), st.integers(1, 150))


def test_200x300_becomes_300x300_with_bars_of_50_then_64x64_undistorted():
    picture = np.full((300, 200, 3), 255, np.uint8)
    padded = pad_to_square(picture)
    assert padded.shape == (300, 300, 3)
    assert not padded[:, :50].any()
    assert not padded[:, 250:].any()
    assert (padded[:, 50:250] == 255).all()
    assert resize_square(picture, CNN64_SIDE).shape == (64, 64, 3)


@given(pictures)
def test_any_picture_becomes_a_chip(picture):
    result = whole_chip(picture)
    assert result.shape == (CNN64_SIDE, CNN64_SIDE, 3)
    assert result.dtype == np.uint8
    prepared = normalize(result[np.newaxis])
    assert prepared.dtype == np.float32
    assert 0 <= prepared.min() <= prepared.max() <= 1


@given(pictures)
def test_padding_adds_black_and_changes_nothing(picture):
    padded = pad_to_square(picture)
    assert padded.shape[0] == padded.shape[1] == max(picture.shape[:2])
    assert padded.sum(dtype=np.int64) == picture.sum(dtype=np.int64)


@given(pictures, places)
def test_a_cut_is_the_pixels_inside_and_black_outside(picture, box):
    result = cut(picture, box)
    assert result.shape == (box.height, box.width, 3)
    canvas = np.zeros((1000, 1000, 3), np.uint8)  # the same, on a canvas so large that nothing reaches over its border
    canvas[400 : 400 + picture.shape[0], 400 : 400 + picture.shape[1]] = picture
    there = box.shift(400, 400)
    assert (result == canvas[there.top : there.bottom, there.left : there.right]).all()


@given(pictures, places)
def test_a_chip_is_the_box_with_ten_pixels_more_on_each_side(picture, box):
    assert (chip(picture, box) == whole_chip(cut(picture, box.expand(CNN64_MARGIN)))).all()


def test_channels_become_rgb():
    blue = np.zeros((1, CNN64_SIDE, CNN64_SIDE, 3), np.uint8)
    blue[..., 0] = 255
    assert normalize(blue)[0, 0, 0].tolist() == [0, 0, 1]


@given(st.sampled_from([(), (1,), (3,), (4,)]), st.sampled_from([np.uint8, np.uint16]), sides, sides)
def test_gray_alpha_and_16_bit_become_bgr(channels, dtype, height, width):
    full = np.full((height, width, *channels), np.iinfo(dtype).max, dtype)
    result = as_bgr(full)
    assert result.shape == (height, width, 3)
    assert result.dtype == np.uint8
    assert (result == 255).all()


@pytest.mark.parametrize(
    "bad", [np.zeros((0, 5, 3), np.uint8), np.zeros((5, 5, 2), np.uint8), np.zeros((5, 5), np.float32)]
)
def test_an_array_that_is_not_a_picture_is_a_bug(bad):
    with pytest.raises(ValueError, match="no picture"):
        as_bgr(bad)
