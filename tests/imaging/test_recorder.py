"""What is written back: pictures as pictures, videos as videos, under their own names."""

import errno
import itertools
import os
import stat
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.places import DATA
from visavis.errors import DiskError
from visavis.imaging import codec
from visavis.imaging.codec import read
from visavis.imaging.frames import Frame
from visavis.imaging.recorder import Recorder
from visavis.imaging.video import h264
from visavis.sources import VideoFile
from visavis.storage import disk


@pytest.fixture(autouse=True, params=["PyAV", "OpenCV"])
def writer(request, monkeypatch):
    """With and without the extra."""
    if request.param == "OpenCV":
        monkeypatch.setattr(h264, "is_available", lambda: False)
    elif not h264.is_available():
        pytest.skip("PyAV is not installed")
    return request.param


def frame(source, index=0, value=0):
    return Frame(np.full((48, 64, 3), value, np.uint8), 0.0, index, index / 10, source)


def test_pictures_of_one_name_from_two_folders_do_not_overwrite_each_other(tmp_path):
    recording = Recorder(tmp_path / "out")
    for value, source in ((10, "a/1.png"), (200, "b/1.png")):
        shown = frame(source, value=value)
        recording.add(shown, shown.image, is_still=True)
    recording.close()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["1-2.png", "1.png"]
    assert read(tmp_path / "out" / "1.png").mean() == 10


@pytest.mark.parametrize("given_as", ["file", "folder", "parent", "link"])
@pytest.mark.parametrize(("name", "is_still"), [("1.png", True), ("clip.mp4", False)])
def test_a_copy_replaces_no_source(tmp_path, given_as, name, is_still):
    folder = tmp_path / "parent" / "pictures"
    folder.mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "loop").symlink_to("loop")
    given = {"file": folder / name, "folder": folder, "parent": folder.parent, "link": tmp_path / "link" / name}
    (folder / name).write_bytes(b"the original")
    for source in (f"elsewhere/{name}", str(folder / name)):
        with Recorder(folder, [tmp_path / "loop", given[given_as]]) as recording:
            recording.add(frame(source), frame(source).image, is_still=is_still)
    assert (folder / name).read_bytes() == b"the original"


def test_a_copy_replaces_an_earlier_one(tmp_path):
    for _ in range(2):
        with Recorder(tmp_path / "out", [tmp_path / "pictures"]) as recording:
            recording.add(frame("pictures/1.png"), frame("pictures/1.png").image, is_still=True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1.png"]


def test_a_video_keeps_its_length_and_pace(tmp_path):
    recording = Recorder(tmp_path)
    for index in range(12):
        shown = frame("clip.avi", index, 100)
        recording.add(shown, shown.image, is_still=False)
    recording.close()
    [path] = tmp_path.iterdir()
    assert path.name == "clip.mp4"
    frames = list(VideoFile(path, paced=False))
    assert len(frames) == 12
    assert abs(frames[-1].time - 1.1) < 0.05


def test_a_video_of_one_frame_is_written_too(tmp_path):
    recording = Recorder(tmp_path)
    shown = frame("clip.avi")
    recording.add(shown, shown.image, is_still=False)
    recording.close()
    assert len(list(VideoFile(tmp_path / "clip.mp4", paced=False))) == 1


def test_a_video_is_private_and_removed_if_interrupted(tmp_path):
    def record(seen):
        with Recorder(tmp_path) as recording:
            for index in range(5):  # two wait and one is being written, so the first is in the file
                recording.add(frame("clip.avi", index), frame("clip.avi").image, is_still=False)
            seen()

    record(lambda: None)
    assert modes(tmp_path) == {"clip.mp4": 0o600}
    (tmp_path / "clip.mp4").unlink()

    def interrupt():
        assert modes(tmp_path) == {".tmp-clip.mp4": 0o600}
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record(interrupt)
    assert modes(tmp_path) == {}


#: Times of frames as real videos have them, in seconds.
ODD_TIMES = {
    "a dropped frame": [0.0, *(index / 30 for index in range(2, 90))],
    "a burst": [0.0, *(0.1 + index / 5000 for index in range(30)), *(0.2 + index / 30 for index in range(60))],
    "a burst at the start": [*(index / 1000 for index in range(10)), 1.0, 2.0],
    "once a minute": [60.0 * index for index in range(5)],
    "a pause": [0.0, 0.04, 0.08, 40.0, 40.04],
    "a variable rate": [0.0, 0.01, 0.2, 0.25, 0.4, 0.45, 0.7],
    "all at once": [0.0] * 5,
}


@pytest.mark.parametrize("times", ODD_TIMES.values(), ids=ODD_TIMES)
def test_a_video_lasts_as_long_as_its_source(tmp_path, times):
    check_times(tmp_path, times)


@given(st.lists(st.floats(0, 20), min_size=1, max_size=40))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_times_are_kept(tmp_path, steps):
    check_times(tmp_path, [sum(steps[:count]) for count in range(len(steps))])


def check_times(folder, times):
    with Recorder(folder) as recording:
        for index, time in enumerate(times):
            shown = Frame(np.full((48, 64, 3), 7, np.uint8), 0.0, index, time, "clip.avi")
            recording.add(shown, shown.image, is_still=False)
    [path] = folder.iterdir()
    written = [shown.time for shown in VideoFile(path, paced=False)]
    assert len(written) == len(times)
    tolerance = 0.001 * len(times) + 0.001  # players show no shorter time than a millisecond
    assert written == pytest.approx([time - times[0] for time in times], abs=tolerance)
    capture = cv2.VideoCapture(str(path))
    duration = capture.get(cv2.CAP_PROP_FRAME_COUNT) / capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    steps = sorted(after - before for before, after in itertools.pairwise(times)) or [0.033]
    assert duration == pytest.approx(times[-1] - times[0] + steps[len(steps) // 2], abs=tolerance + steps[-1] / 2)
    path.unlink()


@pytest.mark.real
@pytest.mark.skipif(not (DATA / "cases").is_dir(), reason="needs the files that went wrong")
def test_the_copy_of_a_video_with_a_dropped_frame_lasts_as_long(tmp_path):
    frames = list(VideoFile(DATA / "cases" / "phone_drop.mp4", paced=False))
    with Recorder(tmp_path) as recording:
        for shown in frames:
            recording.add(shown, shown.image, is_still=False)
    copy = list(VideoFile(tmp_path / "phone_drop.mp4", paced=False))
    assert [shown.time for shown in copy] == pytest.approx([shown.time for shown in frames], abs=0.001)
    assert copy[-1].time + copy[-1].interval == pytest.approx(3.0, abs=0.05)


def test_the_last_picture_of_a_slide_show_lasts_as_long_as_its_rate_says(tmp_path):
    with Recorder(tmp_path) as recording:
        for index in range(4):
            shown = Frame(np.full((48, 64, 3), 7, np.uint8), 0.0, index, 20.0 * index, "clip.mkv", 1 / 30)
            recording.add(shown, shown.image, is_still=False)
    capture = cv2.VideoCapture(str(tmp_path / "clip.mp4"))
    duration = capture.get(cv2.CAP_PROP_FRAME_COUNT) / capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    assert duration == pytest.approx(60.03, abs=0.01)


def test_a_frame_of_another_size_is_not_lost(tmp_path):
    with Recorder(tmp_path) as recording:
        for index, size in enumerate([(48, 64), (96, 128), (48, 64)]):
            shown = Frame(np.full((*size, 3), 90, np.uint8), 0.0, index, index / 10, "clip.avi")
            recording.add(shown, shown.image, is_still=False)
    frames = list(VideoFile(tmp_path / "clip.mp4", paced=False))
    assert [shown.image.shape for shown in frames] == [(48, 64, 3)] * 3


@pytest.mark.parametrize(
    ("source", "copy"),
    [
        ("a.HEIC", "a.jpg"),
        ("a.gif", "a.jpg"),
        ("a", "a.jpg"),
        ("a.jfif", "a.jfif"),
        ("a.tif", "a.tif"),
        ("a.PNG", "a.png"),
    ],
)
def test_a_still_keeps_its_name_and_its_format_if_we_write_it(tmp_path, source, copy):
    with Recorder(tmp_path) as recording:
        shown = frame(source)
        recording.add(shown, shown.image, is_still=True)
    assert [path.name for path in tmp_path.iterdir()] == [copy]
    assert codec.read(tmp_path / copy).shape == (48, 64, 3)


Writer = cv2.VideoWriter


class LossyWriter:
    """What `cv2.VideoWriter` is to a recorder on a disk that fills up: it says nothing, and writes only a part."""

    fourcc = staticmethod(Writer.fourcc)

    def __init__(self, path, *arguments):
        self._path = path
        self._writer = Writer(path, *arguments)

    def isOpened(self):  # noqa: N802 - OpenCV's name
        return True

    def write(self, image):
        self._writer.write(image)

    def release(self):
        self._writer.release()
        content = Path(self._path).read_bytes()
        Path(self._path).write_bytes(content[: len(content) // 2])


def refuse(error):
    def refuse(*_):
        raise error

    return refuse


@pytest.mark.parametrize("writer", ["OpenCV"], indirect=True)
@pytest.mark.parametrize(
    ("code", "reason"), [(errno.ENOSPC, "no space left on device"), (errno.EDQUOT, "disk quota exceeded")]
)
def test_a_video_that_did_not_fit_is_an_error_and_no_file(tmp_path, monkeypatch, writer, code, reason):
    monkeypatch.setattr(cv2, "VideoWriter", LossyWriter)
    monkeypatch.setattr(disk, "require_space", refuse(OSError(code, "")))
    with pytest.raises(DiskError, match=rf"clip\.mp4: {reason}\.$"), Recorder(tmp_path) as recording:  # noqa: PT012
        for index in range(12):
            shown = frame("clip.avi", index)
            recording.add(shown, shown.image, is_still=False)
    assert modes(tmp_path) == {}


@pytest.mark.parametrize("writer", ["OpenCV"], indirect=True)
def test_a_long_video_ends_early_if_the_disk_is_full(tmp_path, monkeypatch, writer):
    monkeypatch.setattr(disk, "require_space", refuse(OSError(errno.ENOSPC, "")))
    with pytest.raises(DiskError, match="no space left on device"), Recorder(tmp_path) as recording:  # noqa: PT012
        for index in range(1000):
            shown = frame("clip.avi", index)
            recording.add(shown, shown.image, is_still=False)
    assert index < 200
    assert modes(tmp_path) == {}


def modes(folder):
    return {path.name: stat.S_IMODE(path.stat().st_mode) if os.name == "posix" else 0o600 for path in folder.iterdir()}
