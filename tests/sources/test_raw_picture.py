"""Whatever array a driver gives becomes a BGR picture, or is told by its reason."""

import cv2
import numpy as np
import pytest

from support.odd_cameras import CONVERTED, UNUSABLE, OddCapture, gray, scene
from visavis.sources.raw_picture import PictureConverter, UnusableReason


def converter(fourcc="", size=(64, 48)):
    return PictureConverter(OddCapture(fourcc=fourcc, size=size).get)


@pytest.mark.parametrize("kind", CONVERTED)
def test_a_picture_of_any_usual_format_is_converted(kind):
    make, fourcc, has_colors = CONVERTED[kind]
    image = converter(fourcc)(make())
    assert image.dtype == np.uint8
    assert image.flags.c_contiguous
    expected = scene() if has_colors else cv2.cvtColor(gray(), cv2.COLOR_GRAY2BGR)
    expected = expected[:, : image.shape[1]]
    assert image.shape == expected.shape
    assert np.abs(image.astype(int) - expected).mean() < 6  # chroma is subsampled


@pytest.mark.parametrize("kind", UNUSABLE)
def test_any_other_is_told_by_its_reason(kind):
    make, reason = UNUSABLE[kind]
    assert converter()(make()) is UnusableReason[reason]


def test_values_that_are_not_finite_are_black():
    picture = scene().astype(np.float32) / 255
    picture[:10] = np.nan
    picture[10:20] = np.inf
    image = converter()(picture)
    assert not image[:20].any()
    assert image[20:].mean() > 50


def test_a_dark_picture_of_ten_bits_stays_dark():
    convert = converter("Y16 ")
    convert(np.full((48, 64), 1023, np.uint16))
    assert convert(np.full((48, 64), 40, np.uint16)).max() == 10


def test_a_row_without_a_known_size_is_unknown():
    assert converter(size=(0, 0))(np.zeros((1, 64 * 48 * 3), np.uint8)) is UnusableReason.UNKNOWN
