"""Pictures that were cut off: read with a warning, or refused in a sentence."""

import logging
import re

import cv2
import numpy as np
import pytest

from support.media_files import encode_with_pillow
from support.places import DATA
from visavis.errors import PictureError
from visavis.imaging import codec

CUT = {
    "a JPEG": ("JPEG", {}),
    "a PNG": ("PNG", {}),
    "a WebP": ("WEBP", {"quality": 90}),
    "a WebP without loss": ("WEBP", {"lossless": True}),
    "a bitmap": ("BMP", {}),
    "a GIF": ("GIF", {}),
    "a TIFF": ("TIFF", {}),
    "a TIFF with LZW": ("TIFF", {"compression": "tiff_lzw"}),
    "an AVIF": ("AVIF", {}),
}


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
@pytest.mark.parametrize(("kind", "options"), CUT.values(), ids=CUT)
def test_a_picture_that_was_cut_off_is_read_with_a_warning_or_refused_in_a_sentence(
    monkeypatch, caplog, kind, options, share
):
    monkeypatch.setattr(logging.getLogger("visavis"), "propagate", True)
    noise = np.random.default_rng(1).integers(0, 255, (90, 60, 3), np.uint8)
    content = encode_with_pillow(cv2.GaussianBlur(noise, (9, 9), 0), kind, **options)
    part = content[: int(share * len(content))]
    refused = None
    try:
        codec.decode(part, "holiday.jpg")
    except PictureError as error:
        refused = error
    is_lost = kind == "AVIF" or "compression" in options  # where the pixels are is said at the end
    assert (refused is not None) == is_lost or options.get("lossless")
    if refused:
        assert str(refused) == "holiday.jpg is not a picture that can be decoded."
        assert "damaged" in str(refused.hint)
    else:
        assert "holiday.jpg is damaged" in caplog.text


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "cases").is_dir(), reason="needs the files that went wrong")
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_of_an_iphone_s_picture_that_was_cut_off_it_is_said(monkeypatch, caplog, share):
    monkeypatch.setattr(logging.getLogger("visavis"), "propagate", True)
    content = (DATA / "cases" / "iphone_grid.heic").read_bytes()
    codec.decode(content[: int(share * len(content))], "holiday.heic")
    assert re.search(rf"holiday\.heic is damaged: ({int(100 * share) - 1}|{int(100 * share)}) %", caplog.text)
