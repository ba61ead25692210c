"""What a user's text means."""

import os
import socket

import cv2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from support.fakes import picture
from support.media_files import MP4_HEAD, NEITHER
from visavis.errors import SourceNotFoundError
from visavis.imaging import codec
from visavis.sources.cameras import CameraInfo
from visavis.sources.demo import Demo
from visavis.sources.pictures import NumberedImages, PictureFolder
from visavis.sources.resolver import default_source, open_source, public_address
from visavis.sources.video_capture import Camera, NetworkStream, VideoFile

CAMERAS = [
    CameraInfo(0, "Integrated Camera", "/dev/v4l/by-id/usb-chicony-index0", cv2.CAP_V4L2),
    CameraInfo(2, "HD Pro Webcam C920", "/dev/v4l/by-id/usb-046d_C920_1A2B-index0", cv2.CAP_V4L2),
    CameraInfo(4, "HD Pro Webcam C920", "/dev/v4l/by-id/usb-046d_C920_3C4D-index0", cv2.CAP_V4L2),
]


def opened(text, list_cameras=CAMERAS):
    return open_source(text, paced=False, list_cameras=lambda: list_cameras)


@pytest.mark.parametrize(
    ("text", "camera"),
    [
        ("0", CAMERAS[0]),
        ("2", CAMERAS[1]),
        ("/dev/video4", CAMERAS[2]),
        ("integrated camera", CAMERAS[0]),
        ("INTEGRATED", CAMERAS[0]),
        ("/dev/v4l/by-id/usb-chicony-index0", CAMERAS[0]),
        ("3c4d", CAMERAS[2]),
        ("7", CameraInfo(7, "camera 7", "", cv2.CAP_ANY)),
    ],
)
def test_a_camera_is_meant_by_number_name_or_id(text, camera):
    source = opened(text)
    assert isinstance(source, Camera)
    assert source._camera == camera
    assert source.name == camera.name


@pytest.mark.parametrize("text", ["C920", "hd pro webcam c920"])
def test_a_name_that_two_cameras_have_is_asked_back(text):
    with pytest.raises(SourceNotFoundError, match="2 cameras match") as told:
        opened(text)
    assert "2 (HD Pro Webcam C920), 4 (" in str(told.value.hint)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("demo", Demo),
        ("Demo", Demo),
        ("RTSP://host/1", NetworkStream),
        ("http://127.0.0.1/", NetworkStream),
        ("https://host/", NetworkStream),
        (".", PictureFolder),
        ("film", VideoFile),
        ("img_0001.png", PictureFolder),
        ("img_%04d.png", NumberedImages),
    ],
)
def test_each_kind_of_source_is_recognized(tmp_path, monkeypatch, text, kind):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "film").write_bytes(MP4_HEAD)
    codec.write(tmp_path / "img_0001.png", picture())
    source = opened(text)
    assert type(source) is kind
    assert source.live == (kind is NetworkStream)


@pytest.mark.parametrize("content", NEITHER.values(), ids=NEITHER)
def test_a_file_that_is_neither_is_no_source(tmp_path, content):
    (tmp_path / "film.mp4").write_bytes(content)
    with pytest.raises(SourceNotFoundError, match=r"film\.mp4 is neither a picture nor a video\.$"):
        opened(str(tmp_path / "film.mp4"))


@pytest.mark.parametrize("name", ["pipe.mp4", "socket.mp4", "loop.mp4", "dangling.mp4"])
def test_what_is_neither_a_file_nor_a_device_cannot_be_opened(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.mp4")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.mp4")
    os.symlink("loop.mp4", "loop.mp4")
    os.symlink("nowhere", "dangling.mp4")
    with pytest.raises(SourceNotFoundError, match=f"{name} cannot be opened: "):
        opened(name)


def test_the_content_decides_between_pictures_and_videos(tmp_path):
    (tmp_path / "film.jpg").write_bytes(MP4_HEAD)
    codec.write(tmp_path / "photo.png", picture())
    (tmp_path / "photo.png").rename(tmp_path / "photo.mp4")
    assert type(opened(str(tmp_path / "film.jpg"))) is VideoFile
    assert type(opened(str(tmp_path / "photo.mp4"))) is PictureFolder


@pytest.mark.parametrize(
    "text", ["", "nobody", "no.mp4", "img_%d.png", "100", "9" * 30, "-1", "a\0b", "x" * 5000, "ftp://host/a", "://"]
)
def test_an_unknown_source_is_one_sentence_with_a_hint(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceNotFoundError) as told:
        opened(text)
    assert str(told.value.hint)


def test_the_near_name_is_offered(tmp_path):
    (tmp_path / "interview.mp4").touch()
    for text, meant in [
        (str(tmp_path / "intervew.mp4"), "interview.mp4?"),
        ("Integrted Camera", "Integrated Camera?"),
        ("dmeo", "demo?"),
    ]:
        with pytest.raises(SourceNotFoundError) as told:
            opened(text)
        assert str(told.value.hint).endswith(meant)


def test_the_default_is_the_first_camera_and_else_the_demo():
    assert default_source(lambda: CAMERAS) == (CAMERAS[0].id, None)
    text, sentence = default_source(list)
    assert text == "demo"
    assert sentence is not None
    assert str(sentence).startswith("No camera was found")
    assert isinstance(opened(text, list_cameras=[]), Demo)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("rtsp://cam.local:554/stream/1", "rtsp://cam.local:554/stream/1"),
        ("rtsp://me:secret@cam/1", "rtsp://cam/1"),
        ("rtsp://me:a@b/c:d@cam/1", "rtsp://cam/1"),
        ("http://cam/video?token=secret#x", "http://cam/video"),
        ("rtsp://cam:554/user=me_password=secret_channel=1", "rtsp://cam:554/user"),
    ],
)
def test_an_address_is_shown_without_its_secrets(text, name):
    assert public_address(text) == name


@pytest.mark.parametrize("text", ["rtsp:/me:secret@cam/1", "ftp://me:secret@cam/1", "me:secret@http://cam/1"])
def test_a_mistyped_address_keeps_its_secrets_too(text):
    with pytest.raises(SourceNotFoundError) as told:
        opened(text)
    assert "secret" not in str(told.value) + str(told.value.hint)
    assert "cam/1" in str(told.value)


def test_the_name_of_a_stream_is_its_public_address():
    assert opened("rtsp://me:secret@cam/1?token=secret").name == "rtsp://cam/1"


@example("me", "a://b", "rtsp")
@example("a://b@c", "?#", "http")
@given(st.text(min_size=1), st.text(min_size=1), st.sampled_from(["rtsp", "http", "https"]))
def test_users_and_passwords_are_never_displayed(user, password, scheme):
    assert public_address(f"{scheme}://{user}:{password}@cam/1") == f"{scheme}://cam/1"


@pytest.mark.skipif(os.name != "posix", reason="devices are files")
def test_a_device_that_is_no_camera_is_not_suggested_instead_of_itself(tmp_path):
    (tmp_path / "zero.mp4").symlink_to(os.devnull)
    with pytest.raises(SourceNotFoundError, match="There is no camera, file or folder") as told:
        open_source(str(tmp_path / "zero.mp4"), paced=False)
    assert "zero.mp4" not in str(told.value.hint)
