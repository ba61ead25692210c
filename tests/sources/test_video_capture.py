"""Cameras, streams and video files: frames, their times, and every way of failing."""

import contextlib
import http.server
import logging
import os
import subprocess
import sys
import threading

import cv2
import numpy as np
import pytest

from support.fakes import PATIENCE, FakeCapture, picture
from support.media_files import MP4_HEAD, NEITHER, STREAM_HEAD, video
from support.places import ROOT
from visavis.errors import SourceBusyError, SourceLostError, SourceNotFoundError
from visavis.imaging import codec
from visavis.sources.camera_settings import CameraSettings
from visavis.sources.cameras import CameraInfo
from visavis.sources.video_capture import Camera, NetworkStream, VideoFile

WEBCAM = CameraInfo(0, "Webcam", "usb-webcam", cv2.CAP_V4L2)


def camera(capture, info=WEBCAM, list_cameras=(WEBCAM,)):
    return Camera(info, list_cameras=lambda: list(list_cameras), open_capture=capture, patience=PATIENCE)


def test_a_camera_gives_frames_until_it_is_unplugged():
    capture = FakeCapture([picture(1), picture(2)])
    frames = iter(camera(capture))
    first, second = next(frames), next(frames)
    assert (first.index, first.time, first.source) == (0, 0.0, "Webcam")
    assert (second.index, second.time) == (1, second.taken_at - first.taken_at)
    assert second.image[0, 0, 0] == 2
    with pytest.raises(SourceLostError, match=r"^Webcam stopped delivering pictures\.$"):
        next(frames)
    assert capture.released


def test_a_camera_is_asked_for_fresh_frames():
    capture = FakeCapture([picture()])
    next(iter(camera(capture)))
    assert capture.get(cv2.CAP_PROP_BUFFERSIZE) == 1


def test_a_camera_gets_its_settings_and_its_frames_are_rotated():
    capture = FakeCapture([picture()])
    wanted = CameraSettings(width=1280, height=720, rate=15, rotation=90)
    frame = next(iter(Camera(WEBCAM, wanted, list_cameras=lambda: [WEBCAM], open_capture=capture)))
    asked = (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT, cv2.CAP_PROP_FPS)
    assert [capture.get(key) for key in asked] == [1280, 720, 15]
    height, width = picture().shape[:2]
    assert frame.image.shape == (width, height, 3)


@pytest.mark.parametrize(("rotation", "corner"), [(0, (0, 0)), (90, (0, -1)), (180, (-1, -1)), (270, (-1, 0))])
def test_a_picture_is_turned_clockwise(rotation, corner):
    image = np.zeros((48, 64, 3), np.uint8)
    image[0, 0] = 255
    wanted = CameraSettings(rotation=rotation)
    frame = next(iter(Camera(WEBCAM, wanted, list_cameras=lambda: [WEBCAM], open_capture=FakeCapture([image]))))
    assert frame.image[corner].tolist() == [255] * 3


def test_a_camera_is_found_by_its_id_though_its_number_changed():
    capture = FakeCapture([picture()])
    moved = CameraInfo(3, "Webcam", "usb-webcam", cv2.CAP_V4L2)
    next(iter(camera(capture, list_cameras=[CameraInfo(0, "Other", "usb-other", cv2.CAP_V4L2), moved])))
    assert capture.arguments == (3, cv2.CAP_V4L2)


def test_another_camera_is_not_opened_in_place_of_one_that_left():
    with pytest.raises(SourceNotFoundError, match="Webcam is not connected"):
        next(iter(camera(lambda *_: pytest.fail("opened"), list_cameras=[])))


def test_a_camera_without_an_id_is_opened_by_its_number():
    capture = FakeCapture([picture()])
    next(iter(camera(capture, CameraInfo(2, "camera 2", "", cv2.CAP_ANY), list_cameras=[])))
    assert capture.arguments == (2, cv2.CAP_ANY)


@pytest.mark.parametrize("capture", [FakeCapture(opened=False), FakeCapture()])
def test_a_camera_that_is_there_but_never_gave_a_frame_is_busy(capture):
    with pytest.raises(SourceBusyError):
        next(iter(camera(capture)))
    assert capture.released


def test_a_camera_that_is_not_listed_and_does_not_open_names_those_there_are():
    with pytest.raises(SourceNotFoundError, match="cannot be opened") as told:
        next(iter(camera(FakeCapture(opened=False), CameraInfo(2, "camera 2", "", cv2.CAP_ANY))))
    assert "0 (Webcam)" in str(told.value.hint)


def test_a_gray_camera_becomes_bgr():
    frame = next(iter(camera(FakeCapture([np.full((48, 64), 7, np.uint8)]))))
    assert frame.image.shape == (48, 64, 3)
    assert frame.image.max() == 7


@pytest.mark.parametrize(
    "make",
    [
        camera,
        lambda capture: NetworkStream("rtsp://host/1", "rtsp://host/1", open_capture=capture),
    ],
)
def test_stopping_ends_without_an_error(make):
    capture = FakeCapture([picture()] * 9)
    source = make(capture)
    for frame in source:
        if frame.index == 1:
            source.stop()
    assert frame.index == 1
    assert capture.released


@pytest.mark.parametrize("paced", [False, True])
def test_stopping_a_file_ends_without_an_error(mp4, paced):
    capture = FakeCapture([picture()] * 9)
    source = VideoFile(mp4, paced=paced, open_capture=capture)
    for frame in source:
        if frame.index == 1:
            source.stop()
    assert frame.index == 1
    assert capture.released


def test_leaving_the_iteration_releases_the_camera():
    capture = FakeCapture([picture()] * 9)
    with contextlib.closing(iter(camera(capture))) as frames:
        next(frames)
    assert capture.released


# Files


@pytest.fixture
def brightening(tmp_path):
    """Twelve frames at 24 a second, brighter from one to the next."""
    path = tmp_path / "vidéo 日本.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 24, (64, 48))
    for value in range(12):
        writer.write(picture(20 * value))
    writer.release()
    return path


@pytest.fixture(scope="module")
def mp4(tmp_path_factory):
    """A file that says that it is a video; what is in it, a fake of the capture says."""
    path = tmp_path_factory.mktemp("videos") / "a.mp4"
    path.write_bytes(MP4_HEAD)
    return path


@pytest.fixture
def file(mp4):
    return lambda capture: VideoFile(mp4, paced=False, open_capture=capture)


def test_a_video_file_gives_all_its_frames_in_their_time(brightening):
    source = VideoFile(brightening, paced=False)
    for _ in range(2):  # each iteration begins anew
        frames = list(source)
        assert [frame.index for frame in frames] == list(range(12))
        assert [frame.time for frame in frames] == pytest.approx([index / 24 for index in range(12)], abs=1e-3)
        assert {frame.source for frame in frames} == {str(brightening)}
        assert np.mean([frame.image.mean() for frame in frames]) == pytest.approx(110, abs=5)


def test_times_follow_the_files_own_timestamps(file):
    times = [100, 140, 500, 510]
    frames = list(file(FakeCapture([picture()] * 4, rate=25, times=times)))
    assert [frame.time for frame in frames] == pytest.approx([0, 0.04, 0.4, 0.41])


@pytest.mark.parametrize(("rate", "step"), [(25, 0.04), (0, 1 / 30), (90_000, 1 / 30), (-1, 1 / 30), (np.nan, 1 / 30)])
def test_a_clock_that_stands_still_gives_way_to_the_frame_rate(rate, step, file):
    frames = list(file(FakeCapture([picture()] * 3, rate=rate)))
    assert [frame.time for frame in frames] == pytest.approx([0, step, 2 * step])


@pytest.mark.parametrize("content", [b"", *NEITHER.values()], ids=["nothing", *NEITHER])
def test_a_file_that_is_neither_is_one_sentence(tmp_path, content):
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceNotFoundError, match=r"film\.mp4 is neither a picture nor a video\.$") as told:
        list(VideoFile(path, paced=False))
    assert "MP4" in str(told.value.hint)


@pytest.mark.parametrize(
    "content",
    [MP4_HEAD, STREAM_HEAD, video(".mp4")[:-200], video(".avi")[:300], video(".mkv")[:100]],
    ids=["a head", "a stream's head", "an MP4 without its end", "an AVI's headers", "an MKV's headers"],
)
def test_a_video_without_frames_is_one_sentence(tmp_path, content):
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceNotFoundError, match=r"film\.mp4 is neither a picture nor a video that can be read\.$"):
        list(VideoFile(path, paced=False))


def test_a_picture_is_no_video(tmp_path):
    codec.write(tmp_path / "a.png", picture())
    with pytest.raises(SourceNotFoundError, match=r"a\.png is a picture, not a video\.$"):
        list(VideoFile(tmp_path / "a.png", paced=False))


class OpenedAnew:
    """Opens a capture like the first one each time."""

    def __init__(self, **options):
        self._options = options

    def __call__(self, *_):
        capture = FakeCapture(**self._options)
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        return capture


def test_the_cover_of_a_song_is_no_video(file):
    with pytest.raises(SourceNotFoundError, match="neither a picture nor a video that can be read"):
        list(file(OpenedAnew(pictures=[picture()], rate=90_000, promised=209_000)))
    assert len(list(file(OpenedAnew(pictures=[picture()] * 3, rate=90_000, times=[0, 40, 80])))) == 3
    assert len(list(file(OpenedAnew(pictures=[picture()], rate=25)))) == 1


def test_a_huge_video_is_refused_before_a_frame_is_read(file):
    capture = FakeCapture([picture()], rate=25)
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, 16_000)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, 16_000)
    with pytest.raises(SourceNotFoundError, match=r"frames of 16000x16000 pixels, and more than 40 million are not"):
        list(file(capture))
    assert capture.given == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "film.mp4")
    with pytest.raises(SourceNotFoundError, match="it is no regular file"):
        list(VideoFile(tmp_path / "film.mp4", paced=False))


@pytest.mark.parametrize("rate", [30, 30_000])
def test_a_varying_rate_is_no_damage(file, monkeypatch, caplog, rate):
    """The number of frames is announced as the duration times the rate, usual or implausible."""
    monkeypatch.setattr(logging.getLogger("visavis"), "propagate", True)
    capture = FakeCapture([picture()] * 3, rate=rate, times=[0, 20_000, 40_000], promised=40 * rate)
    assert len(list(file(capture))) == 3
    assert "damaged" not in caplog.text


def test_a_missing_file_and_a_folder_are_no_video(tmp_path):
    for path in (tmp_path, tmp_path / "film.mp4"):
        with pytest.raises(SourceNotFoundError, match="There is no file"):
            list(VideoFile(path, paced=False))


def test_a_name_that_is_not_unicode_does_not_crash(tmp_path, brightening):
    path = tmp_path / b"\xff.avi".decode("utf-8", "surrogateescape")
    try:
        brightening.rename(path)
    except (OSError, UnicodeError):
        pytest.skip("file names here are Unicode")
    with pytest.raises(SourceNotFoundError):
        list(VideoFile(path, paced=False))


def test_a_truncated_file_is_logged(monkeypatch, caplog, file):
    monkeypatch.setattr(logging.getLogger("visavis"), "propagate", True)
    assert len(list(file(FakeCapture([picture()] * 5, promised=100)))) == 5
    assert "5 of 100 frames" in caplog.text


# Streams


@pytest.fixture
def address():
    """A camera on this computer that sends five JPEG pictures over http, then hangs up."""
    jpeg = codec.encode(picture())

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=next")
            self.end_headers()
            for _ in range(5):
                self.wfile.write(b"--next\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(jpeg))
                self.wfile.write(jpeg + b"\r\n")

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/live"
        server.shutdown()
        thread.join()


def test_a_stream_gives_frames_and_its_end_is_a_loss(address):
    frames = []
    with pytest.raises(SourceLostError, match=r"^http://camera/live stopped delivering pictures"):
        frames.extend(NetworkStream(address, "http://camera/live"))  # list.extend keeps what came before the error
    assert [frame.index for frame in frames] == list(range(5))
    assert {frame.source for frame in frames} == {"http://camera/live"}


def test_an_address_of_a_film_ends_with_it():
    stream = NetworkStream(
        "http://host/a.mp4", "http://host/a.mp4", open_capture=FakeCapture([picture()] * 5, promised=5)
    )
    assert len(list(stream)) == 5


def test_a_stream_is_not_waited_for_without_end():
    capture = FakeCapture([picture()])
    next(iter(NetworkStream("rtsp://me:secret@host/1", "rtsp://host/1", open_capture=capture)))
    address, backend, (*limits,) = capture.arguments
    assert (address, backend) == ("rtsp://me:secret@host/1", cv2.CAP_FFMPEG)
    assert limits[0::2] == [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, cv2.CAP_PROP_READ_TIMEOUT_MSEC]


@pytest.mark.parametrize("scheme", ["rtsp", "http"])
def test_a_password_is_neither_in_the_error_nor_in_opencvs_output(scheme):
    program = f"""
from visavis.errors import SourceNotFoundError
from visavis.sources import open_source
try:
    list(open_source("{scheme}://me:secret@127.0.0.1:9/1?token=secret", paced=False))
except SourceNotFoundError as error:
    print(error, error.hint)
"""
    folder = str(ROOT / "app")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=folder)
    assert done.stdout.startswith(f"{scheme}://127.0.0.1:9/1 does not answer with video.")
    assert "secret" not in done.stdout
    assert not done.stderr
