"""What a file is, its content says: in every format, under any name."""

import os
import socket

import cv2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.media_files import NEITHER, corner_picture, encode_with_pillow, video
from support.places import DATA
from visavis.imaging.media import MediaType, media_type, media_type_of
from visavis.storage.regular_file import IrregularFileError

#: Heads of containers that nothing here can write.
HEADS = {
    "AVIF named as MIAF": (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avifmiaf", MediaType.AVIF),
    "HEIC of a phone": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", MediaType.HEIC),
    "a burst of a phone": (b"\x00\x00\x00\x18ftypmsf1\x00\x00\x00\x00msf1hevc", MediaType.HEIC),
    "QuickTime without a type": (b"\x00\x00\x07\xd0moov\x00\x00\x00\x6cmvhd", MediaType.VIDEO),
    "QuickTime, data first": (b"\x00\x00\x00\x08wide\x01\x23\x45\x67mdat", MediaType.VIDEO),
    "Flash": (b"FLV\x01\x05\x00\x00\x00\x09", MediaType.VIDEO),
    "WMV": (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"), MediaType.VIDEO),
    "Ogg with pictures": (b"OggS\x00\x02" + bytes(22) + b"\x01\x2a\x80theora", MediaType.VIDEO),
    "MPEG program stream": (b"\x00\x00\x01\xba\x44\x00\x04", MediaType.MPEG_STREAM),
    "MPEG elementary stream": (b"\x00\x00\x01\xb3\x14\x00", MediaType.MPEG_STREAM),
    "MPEG transport stream": ((b"G" + bytes(187)) * 3, MediaType.MPEG_STREAM),
    "of a camcorder": ((bytes(4) + b"G" + bytes(187)) * 3, MediaType.MPEG_STREAM),
    "H.264": (b"\x00\x00\x00\x01\x67\x42\x00\x1e", MediaType.MPEG_STREAM),
    "a JPEG without a JFIF header": (b"\xff\xd8\xff\xdb\x00\x43", MediaType.JPEG),
    "a large TIFF": (b"II+\x00\x08\x00\x00\x00", MediaType.TIFF),
}
PICTURES = {
    kind: encode_with_pillow(corner_picture(), kind.name)
    for kind in MediaType
    if kind.is_picture and kind is not MediaType.HEIC
}


@pytest.mark.parametrize("name", ["photo.jpg", "photo", "clip.mp4", "notes.txt", "写真.HEIC"])
@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_what_it_is_under_any_name(tmp_path, kind, name):
    path = tmp_path / name
    path.write_bytes(PICTURES[kind])
    assert media_type(path) is kind


@pytest.mark.parametrize("extension", [".mp4", ".avi", ".mkv", ".webm", ".mov", ".ts", ".mpg"])
def test_a_video_is_a_video_under_any_name(extension):
    kind = media_type_of(video(extension))
    assert kind is not None
    assert kind.is_video
    assert extension in kind.extensions


@pytest.mark.parametrize(("head", "kind"), HEADS.values(), ids=HEADS)
def test_containers_are_told_apart(head, kind):
    assert media_type_of(head) is kind


@pytest.mark.parametrize("content", [b"", *NEITHER.values()], ids=["nothing", *NEITHER])
def test_everything_else_is_neither(content):
    assert media_type_of(content) is None


@given(st.text(min_size=1))
def test_no_text_is_a_picture_or_a_video(text):
    printed = "".join(character for character in text if character.isprintable() or character.isspace())
    assert media_type_of(printed.encode()) in {None, MediaType.GIF}  # a text may begin with GIF89a


@given(st.binary(max_size=700))
def test_any_content_has_an_answer(content):
    kind = media_type_of(content)
    assert kind is None or kind.is_picture != kind.is_video


def test_extensions_belong_to_one_type_each():
    extensions = [extension for kind in MediaType for extension in kind.extensions]
    assert len(extensions) == len(set(extensions))
    assert all(extension == extension.lower() for extension in extensions)


def test_opencv_can_write_the_first_extension_of_what_is_written():
    for kind in (MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.BMP, MediaType.TIFF):
        assert media_type_of(cv2.imencode(kind.extensions[0], corner_picture())[1].tobytes()) is kind


@pytest.mark.skipif(os.name != "posix", reason="pipes in folders")
@pytest.mark.parametrize("kind", ["pipe", "socket", "link to a device", "link in a circle", "folder"])
def test_nothing_but_a_regular_file_is_opened(tmp_path, kind):
    path = tmp_path / "photo.jpg"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as server:
                server.bind(str(path))
        case "link to a device":
            path.symlink_to("/dev/zero")
        case "link in a circle":
            path.symlink_to(path)
        case "folder":
            path.mkdir()
    with pytest.raises(OSError) as refused:  # noqa: PT011  each has another
        media_type(path)
    assert isinstance(refused.value, IrregularFileError) == (kind in {"pipe", "socket", "link to a device"})


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "cases").is_dir(), reason="needs the files that went wrong")
def test_the_files_that_went_wrong():
    kinds = {path.name: media_type(path) for path in (DATA / "cases").iterdir()}
    assert kinds["exif6.jfif"] is MediaType.JPEG
    assert kinds["cut2.jpg"] is MediaType.JPEG
    assert kinds["iphone_grid.heic"] is MediaType.HEIC
    assert kinds["phone_drop.mp4"] is MediaType.VIDEO
    assert kinds["readme.txt"] is None
