"""The size of a picture before it is decoded, against that of its file."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from visavis.errors import PictureError
from visavis.imaging import codec


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_a_small_file_with_many_pixels_is_refused_before_it_is_decoded(kind):
    """Decoding the nothing in it took six seconds."""
    stored = io.BytesIO()
    Image.new("RGB", (16, 20)).save(stored, kind)
    content = bytearray(stored.getvalue())
    if kind == "BMP":
        content[22:26] = (7_000_000).to_bytes(4, "little")  # the height
    else:
        entry = content.index(b"\x01\x01")  # the tag ImageLength, of type long or short
        content[entry + 2 : entry + 12] = b"\x04\x00" + (1).to_bytes(4, "little") + (5_000_000).to_bytes(4, "little")
    with pytest.raises(PictureError, match="bytes: it is empty or damaged"):
        codec.decode(bytes(content), "a")


@pytest.mark.parametrize("extension", [".png", ".jpg", ".bmp", ".tif"])
def test_a_large_picture_of_one_color_is_read(extension):
    done, content = cv2.imencode(extension, np.full((3000, 4000, 3), 90, np.uint8))
    assert done
    assert codec.decode(content.tobytes(), "a").shape == (3000, 4000, 3)
