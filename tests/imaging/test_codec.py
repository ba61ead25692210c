"""Pictures in and out of files, those that are none included."""

import struct
import zlib

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from support.places import DATA
from visavis.errors import PictureError
from visavis.imaging import codec

#: Blue, green, red and white.
CORNERS = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 255]]], np.uint8)


def picture(height=40, width=30):
    """Four flat corners: they survive JPEG."""
    return cv2.resize(CORNERS, (width, height), interpolation=cv2.INTER_NEAREST)


def corners(image):
    """The colors of the corners, each channel as off or on."""
    return (image[[0, 0, -1, -1], [0, -1, 0, -1]] > 127).tolist()


def png(array):
    return cv2.imencode(".png", array)[1].tobytes()


def put(path, content):
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("extension", sorted(codec.EXTENSIONS))
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


def bomb(width, height):
    """A black PNG: some kilobytes that ask for three bytes a pixel."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)  # one bit a pixel, gray
    rows = zlib.compress(bytes(min((width + 15) // 8 * height, 40_000_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


BROKEN = {
    "text": b"this is no picture",
    "half a JPEG": codec.encode(picture())[:400],
    "the beginning of a JPEG": codec.encode(picture())[:50],
    "half a PNG": png(picture())[:60],
    "half a WebP": codec.encode(picture(), ".webp")[:-20],
    "half a BMP": codec.encode(picture(), ".bmp")[:-2000],
    "a flipped bit": png(picture())[:50] + b"\xff" + png(picture())[51:],
    "a bomb": bomb(17_000, 17_000),
    "a larger bomb": bomb(1_000_000, 1_000_000),
    "no pixels": bomb(0, 10),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_a_picture_is_an_error(tmp_path, content):
    with pytest.raises(PictureError, match=r"a\.jpg is not a picture that can be decoded\.$") as told:
        codec.read(put(tmp_path / "a.jpg", content))
    assert "PNG" in str(told.value.hint)


def test_an_empty_file_is_an_error(tmp_path):
    with pytest.raises(PictureError, match=r"a\.jpg is empty\.$"):
        codec.read(put(tmp_path / "a.jpg", b""))


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(PictureError, match=r"a\.jpg cannot be opened: no such file or directory\.$"):
        codec.read(tmp_path / "a.jpg")


def test_a_folder_is_no_picture(tmp_path):
    (tmp_path / "a.jpg").mkdir()

    assert codec.pictures_in(tmp_path) == []
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
    with pytest.raises(PictureError, match=r"A picture of 70000x1 pixels is too large for a \.jpg file\.$"):
        codec.encode(np.zeros((1, 70_000, 3), np.uint8))


def test_which_files_are_pictures(tmp_path):
    for name in ("b.JPG", "a.jpeg", "c.WebP", "d.txt", ".hidden.jpg", "._d.jpg", "e", "jpg"):
        (tmp_path / name).touch()

    assert [path.name for path in codec.pictures_in(tmp_path)] == ["a.jpeg", "b.JPG", "c.WebP"]


@pytest.mark.real
@pytest.mark.parametrize("name", ["corrupted.png", "empty.png"])
def test_broken_pictures_met_in_the_wild(name):
    path = DATA / "broken" / name
    if not path.exists():
        pytest.skip("no pictures beside the checkout")
    with pytest.raises(PictureError):
        codec.read(path)
