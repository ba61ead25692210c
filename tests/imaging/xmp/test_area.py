"""Areas turn as pictures do, in all eight orientations."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.media_files import encode_with_pillow, exif
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.imaging.xmp.area import Area, is_same_face
from visavis.imaging.xmp.header import PictureHeader

SHARES = st.floats(-1, 2, allow_nan=False)
SIZES = st.floats(0.001, 2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_area_is_where_the_decoder_shows_it(kind, orientation):
    stored = np.zeros((80, 120, 3), np.uint8)
    stored[8:32, 12:72] = 255
    content = encode_with_pillow(stored, kind, exif=exif(orientation))
    image = codec.decode(content, "a")
    header = PictureHeader.parse(content, "a")
    assert (header.width, header.height, header.orientation) == (120, 80, orientation)
    assert header.upright_size == (image.shape[1], image.shape[0])
    box = Area(12 / 120, 8 / 80, 60 / 120, 24 / 80).box_in(*header.upright_size, orientation)
    seen = cv2.boundingRect((image[..., 0] > 127).astype(np.uint8))
    assert np.abs(np.subtract((box.left, box.top, box.width, box.height), seen)).max() <= 1  # of a lossy picture


@given(SHARES, SHARES, SIZES, SIZES, st.integers(1, 8))
def test_upright_and_stored_are_inverse(left, top, width, height, orientation):
    area = Area(left, top, width, height)
    back = area.to_upright(orientation).to_stored(orientation)
    assert np.allclose((back.left, back.top, back.width, back.height), (left, top, width, height), rtol=0, atol=1e-9)


@pytest.mark.parametrize(
    "area",
    [
        Area(float("nan"), 0, 1, 1),
        Area(0, 0, float("inf"), 1),
        Area(0, 0, 0, 1),
        Area(0.5, 0.5, -0.2, 0.2),
        Area(1.1, 0, 0.2, 0.2),
        Area(-0.5, 0, 0.2, 0.2),
        Area(1e300, 0, 1, 1),
    ],
)
def test_what_is_not_in_the_picture_has_no_box(area):
    assert area.box_in(400, 300, 1) is None


def test_boxes_of_one_face_differ_by_program():
    eyes_and_mouth, head, neighbor = Box(40, 40, 40, 40), Box(20, 10, 90, 100), Box(100, 40, 40, 40)
    assert is_same_face(eyes_and_mouth, head)
    assert not is_same_face(eyes_and_mouth, neighbor)
    assert not is_same_face(eyes_and_mouth, Box(0, 0, 400, 300))
