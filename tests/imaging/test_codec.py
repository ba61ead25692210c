"""Pictures in and out of files, those that are none included."""

import logging
import os
import re
import struct
import subprocess
import sys
import tracemalloc

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageOps

from support.media_files import MP4_HEAD, NEITHER, corners, encode_with_pillow, exif, png_of_size
from support.media_files import corner_picture as picture
from support.places import DATA, ROOT
from visavis.errors import PictureError
from visavis.imaging import codec
from visavis.imaging.dimensions import dimensions
from visavis.imaging.media import MediaType


def png(array):
    return cv2.imencode(".png", array)[1].tobytes()


def put(path, content):
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("extension", sorted(codec.WRITTEN_EXTENSIONS))
@pytest.mark.parametrize("name", ["plain", "王伟 محمد 🦊"])
def test_written_content_is_read_back(tmp_path, name, extension):
    path = tmp_path / name / (name + extension)

    codec.write(path, picture())
    read = codec.read(path)

    assert read.shape == (40, 30, 3)
    assert read.dtype == np.uint8
    assert corners(read) == corners(picture())


@pytest.mark.parametrize("extension", ["jpg", "png", "webp"])
def test_pictures_are_upright(tmp_path, extension):
    """Orientation 6: the camera was held upright, its rows are the picture's columns."""
    path = tmp_path / f"a.{extension}"
    exif = Pillow.Exif()
    exif[0x0112] = 6
    lying = np.rot90(picture())
    Pillow.fromarray(lying[..., ::-1]).save(path, exif=exif)

    assert codec.read(path).shape == (40, 30, 3)
    assert corners(codec.read(path)) == corners(picture())


@pytest.mark.parametrize(
    ("array", "pixel"),
    [
        (np.full((4, 5), 99, np.uint8), [99, 99, 99]),
        (np.full((4, 5), 0xABCD, np.uint16), [0xAB, 0xAB, 0xAB]),
        (np.full((4, 5, 3), (0x12FF, 0x3400, 0xFFFF), np.uint16), [0x12, 0x34, 0xFF]),
        (np.full((4, 5, 4), (1, 2, 3, 0), np.uint8), [1, 2, 3]),
    ],
    ids=["gray", "16-bit gray", "16-bit", "alpha"],
)
def test_every_kind_becomes_bgr_bytes(tmp_path, array, pixel):
    read = codec.read(put(tmp_path / "a.png", png(array)))

    assert read.shape == (4, 5, 3)
    assert read.dtype == np.uint8
    assert (read == pixel).all()


@pytest.mark.parametrize("mode", ["1", "P", "L", "LA", "RGBA", "CMYK"])
def test_every_mode_of_pillow_is_read(tmp_path, mode):
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Pillow.fromarray(picture()).convert(mode).save(path)

    assert codec.read(path).shape == (40, 30, 3)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_all_orientations_of_all_formats_are_upright(kind, orientation):
    """What an orientation does is undone by its opposite: 6 and 8 are each other's, the others are their own."""
    opposite = {6: 8, 8: 6}.get(orientation, orientation)
    stored = ImageOps.exif_transpose(with_orientation(Pillow.fromarray(picture()[..., ::-1].copy()), opposite))
    content = encode_with_pillow(stored, kind, exif=exif(orientation), quality=95)
    assert corners(codec.decode(content, "a")) == corners(picture())


def with_orientation(image, orientation):
    image.getexif()[0x0112] = orientation
    return image


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_is_its_first_picture(kind):
    first, second = (Pillow.fromarray(np.full((20, 30, 3), value, np.uint8)) for value in (200, 10))
    content = encode_with_pillow(first, kind, save_all=True, append_images=[second])
    assert codec.decode(content, "a").shape == (20, 30, 3)
    assert codec.decode(content, "a").mean() == pytest.approx(200, abs=3)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("1", "TIFF"),
        ("L", "AVIF"),
        ("P", "GIF"),
        ("PA", "TIFF"),
        ("LA", "TIFF"),
        ("RGBA", "WEBP"),
        ("CMYK", "TIFF"),
        ("CMYK", "JPEG"),
        ("YCbCr", "TIFF"),
    ],
)
def test_colors_of_every_mode_are_right(mode, kind):
    content = encode_with_pillow(Pillow.fromarray(picture()[..., ::-1].copy()).convert(mode), kind)
    want = picture()
    if mode in {"1", "L", "LA"}:
        want = np.asarray(Pillow.fromarray(want[..., ::-1].copy()).convert("L").convert("RGB"))
    assert corners(codec.decode(content, "a")) == (corners(want) if mode != "1" else corners(codec.decode(content, "")))


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_16_bits_become_8(kind):
    values = np.array([[0, 0x12FF], [0x8000, 0xFFFF]], np.uint16)
    read = codec.decode(encode_with_pillow(Pillow.fromarray(values), kind), "a")
    assert read[..., 0].tolist() == [[0, 0x12], [0x80, 0xFF]]


@pytest.mark.parametrize(("dtype", "top"), [(np.float32, 1.0), (np.float32, 255.0), (np.int32, 65535), (np.int32, 255)])
def test_gray_of_32_bits_becomes_8(dtype, top):
    values = np.array([[0, top / 2], [top / 4, top]]).astype(dtype)
    read = codec.decode(encode_with_pillow(Pillow.fromarray(values), "TIFF"), "a")
    assert read[..., 0].astype(int) == pytest.approx(np.array([[0, 127], [64, 255]]), abs=1)


# Damaged pictures

GRADIENT = np.dstack([np.add.outer(np.arange(240), np.arange(320)) % 251] * 3).astype(np.uint8)
DAMAGED = {
    "a JPEG without its end": (codec.encode(GRADIENT)[:-2], 1.0),
    "a JPEG with garbage behind": (codec.encode(GRADIENT) + b"garbage" * 99, 1.0),
    "most of a JPEG": (codec.encode(GRADIENT)[: len(codec.encode(GRADIENT)) * 9 // 10], 0.7),
    "half a JPEG": (codec.encode(GRADIENT)[: len(codec.encode(GRADIENT)) // 2], 0.3),
    "half a progressive JPEG": (
        encode_with_pillow(GRADIENT, "JPEG", progressive=True, quality=95)[
            : len(encode_with_pillow(GRADIENT, "JPEG", progressive=True, quality=95)) // 2
        ],
        0.9,
    ),
    "most of a PNG": (png(GRADIENT)[: len(png(GRADIENT)) * 9 // 10], 0.7),
    "a PNG without its end": (png(GRADIENT)[:-12], 1.0),
    "most of a bitmap": (encode_with_pillow(GRADIENT, "BMP")[:-40_000], 0.7),
    "most of a WebP": (
        encode_with_pillow(GRADIENT, "WEBP")[: len(encode_with_pillow(GRADIENT, "WEBP")) * 9 // 10],
        0.7,
    ),
    "most of a TIFF": (encode_with_pillow(GRADIENT, "TIFF")[:-40_000], 0.7),
}


@pytest.mark.parametrize(("content", "share"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_picture_is_read_as_far_as_it_goes(content, share):
    read = codec.decode(content, "a.jpg")
    assert read.shape == GRADIENT.shape
    rows = np.abs(read.astype(int) - GRADIENT).mean(axis=(1, 2)) < 25
    assert rows.mean() >= share


def test_a_damaged_picture_is_named(monkeypatch, caplog):
    monkeypatch.setattr(logging.getLogger("visavis"), "propagate", True)
    codec.decode(DAMAGED["most of a JPEG"][0], "holiday.jpg")
    assert re.search(r"holiday\.jpg is damaged: \d\d % of it could be read", caplog.text)


@given(st.sampled_from(["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "AVIF"]), st.floats(0, 1))
def test_a_cut_picture_is_read_or_refused(kind, share):
    content = encode_with_pillow(GRADIENT, kind)
    try:
        read = codec.decode(content[: int(share * len(content))], "a.jpg")
    except PictureError:
        return
    assert read.shape == GRADIENT.shape


BROKEN = {
    "a JPEG of headers": codec.encode(picture())[:400],
    "the beginning of a JPEG": codec.encode(picture())[:50],
    "5 % of a JPEG": codec.encode(np.zeros((400, 400, 3), np.uint8))[:640],
    "half a PNG": png(picture())[:60],
    "headers of a WebP": encode_with_pillow(GRADIENT, "WEBP")[:40],
    "headers of a bitmap": encode_with_pillow(GRADIENT, "BMP")[:60],
    "half a HEIC": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(80),
    "half an AVIF": encode_with_pillow(GRADIENT, "AVIF")[:-300],
    "no pixels": png_of_size(0, 10),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_too_little_of_a_picture_is_an_error(tmp_path, content):
    with pytest.raises(PictureError, match=r"a\.jpg is not a picture that can be decoded\.$") as told:
        codec.read(put(tmp_path / "a.jpg", content))
    assert "JPEG" in str(told.value.hint)


@pytest.mark.parametrize("content", NEITHER.values(), ids=NEITHER)
def test_a_file_that_is_neither_is_an_error(tmp_path, content):
    with pytest.raises(PictureError, match=r"a\.jpg is neither a picture nor a video\.$") as told:
        codec.read(put(tmp_path / "a.jpg", content))
    assert "PNG" in str(told.value.hint)


def test_a_video_is_no_picture(tmp_path):
    with pytest.raises(PictureError, match=r"a\.jpg is a video, not a picture\.$"):
        codec.read(put(tmp_path / "a.jpg", MP4_HEAD))


def webp_of_size(width, height):
    """The header of an extended WebP."""
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x1e\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + sizes


def with_size(content, at, width, height, order):
    """A picture whose header is changed to another size."""
    return content[:at] + struct.pack(order, width, height) + content[at + struct.calcsize(order) :]


HUGE = {
    "a PNG": png_of_size(16_000, 16_000),
    "a larger PNG": png_of_size(1_000_000, 1_000_000),
    "a JPEG": codec.encode(picture()).replace(struct.pack(">HH", 40, 30), struct.pack(">HH", 16_000, 16_000), 1),
    "a bitmap": with_size(encode_with_pillow(picture(), "BMP"), 18, 16_000, -16_000, "<ii"),
    "a WebP": webp_of_size(16_000, 16_000),
    "a GIF": with_size(encode_with_pillow(picture(), "GIF"), 6, 60_000, 60_000, "<HH"),
    "a TIFF": encode_with_pillow(Pillow.new("1", (16_000, 16_000)), "TIFF", compression="group4"),
}


@pytest.mark.parametrize("content", HUGE.values(), ids=HUGE)
def test_a_huge_picture_is_refused_before_it_is_decoded(content):
    tracemalloc.start()
    try:
        with pytest.raises(PictureError, match=r"a\.jpg has \d+x\d+ pixels, and more than 120 million are not read"):
            codec.decode(content, "a.jpg")
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()


@given(st.integers(1, 300), st.integers(1, 300), st.sampled_from(["JPEG", "PNG", "WEBP", "BMP"]), st.booleans())
@settings(max_examples=40)
def test_the_size_is_known_before_decoding(width, height, name, lossless):
    kind = MediaType[name]
    options = {"lossless": lossless} if kind is MediaType.WEBP else {"progressive": lossless}
    content = encode_with_pillow(np.zeros((height, width, 3), np.uint8), name, **options)
    assert dimensions(content, kind) == (width, height)


@given(st.binary(max_size=200), st.sampled_from(list(MediaType)))
def test_a_broken_header_has_no_size(content, kind):
    size = dimensions(content, kind)
    assert size is None or min(size) >= 0


def test_a_file_of_gigabytes_is_not_read(tmp_path):
    with (tmp_path / "a.jpg").open("wb") as file:
        file.write(codec.encode(picture()))
        file.truncate(1_000_000_001)
    with pytest.raises(PictureError, match=r"a\.jpg is too large for a picture"):
        codec.read(tmp_path / "a.jpg")


@pytest.mark.skipif(os.name != "posix", reason="pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.jpg")
    with pytest.raises(PictureError, match=r"a\.jpg cannot be opened: it is no regular file\.$"):
        codec.read(tmp_path / "a.jpg")


def test_a_missing_decoder_is_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    with pytest.raises(PictureError, match="a picture in HEIC, and the decoder for it is not installed") as told:
        codec.decode(BROKEN["half a HEIC"], "a.heic")
    assert "JPEG" in str(told.value.hint)


def test_usual_pictures_need_no_pillow():
    program = """
import sys
from visavis.imaging import codec
import numpy as np
codec.decode(codec.encode(np.zeros((9, 9, 3), np.uint8)), "a")
assert "PIL" not in sys.modules and "pi_heif" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT / "app")


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "cases").is_dir(), reason="needs the files that went wrong")
@pytest.mark.parametrize(
    ("name", "shape"),
    [("exif6.jfif", (512, 512, 3)), ("cut2.jpg", (512, 512, 3)), ("iphone_grid.heic", (1536, 1024, 3))],
)
def test_the_pictures_that_went_wrong_are_read(name, shape):
    assert codec.read(DATA / "cases" / name).shape == shape


def test_an_empty_file_is_an_error(tmp_path):
    with pytest.raises(PictureError, match=r"a\.jpg is empty\.$"):
        codec.read(put(tmp_path / "a.jpg", b""))


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(PictureError, match=r"a\.jpg cannot be opened: no such file or directory\.$"):
        codec.read(tmp_path / "a.jpg")


def test_a_folder_is_no_picture(tmp_path):
    (tmp_path / "a.jpg").mkdir()

    with pytest.raises(PictureError, match=r"a\.jpg cannot be opened"):
        codec.read(tmp_path / "a.jpg")


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"BM", b"RIFF\0\0\0\0WEBP"]),
)
def test_any_bytes_are_a_picture_or_an_error(rest, magic):
    try:
        image = codec.decode(magic + rest, "bytes")
    except PictureError:
        return
    assert image.ndim == 3


def test_a_picture_too_large_for_its_format_is_an_error():
    with pytest.raises(PictureError, match=r"A picture of 70000x1 pixels is too large for a JPEG file\.$"):
        codec.encode(np.zeros((1, 70_000, 3), np.uint8))


@pytest.mark.real
@pytest.mark.parametrize("name", ["corrupted.png", "empty.png"])
def test_broken_pictures_met_in_the_wild(name):
    path = DATA / "broken" / name
    if not path.exists():
        pytest.skip("no pictures beside the checkout")
    with pytest.raises(PictureError):
        codec.read(path)
