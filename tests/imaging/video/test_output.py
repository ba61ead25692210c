"""Videos written on a thread of their own: the same as without, and errors reach whoever adds pictures."""

import threading

import av
import numpy as np
import pytest

from support.fakes import picture
from visavis.errors import DiskError
from visavis.imaging.frames import Frame
from visavis.imaging.video import h264
from visavis.imaging.video.h264 import H264Video
from visavis.imaging.video.output import ThreadedVideo, open_video
from visavis.imaging.video.plain import PlainVideo


class Recorded:
    """A video output that writes nothing, and can fail."""

    def __init__(self, fails_at=None):
        self.pictures, self.threads, self.ends, self._fails_at = [], set(), [], fails_at

    def add(self, frame, image):
        if frame.index == self._fails_at:
            raise DiskError("The disk is full.")
        self.threads.add(threading.current_thread())
        self.pictures.append((frame.index, image))

    def close(self):
        self.ends.append("closed")

    def discard(self):
        self.ends.append("discarded")


def frames(count):
    return [Frame(picture(40 + 20 * n % 200), 0.0, n, n / 10, "film", 0.1) for n in range(count)]


def add(video, count):
    for frame in frames(count):
        video.add(frame, frame.image)


def test_pictures_are_written_in_order_by_another_thread():
    output = Recorded()
    video = ThreadedVideo(output)
    given = frames(50)
    for frame in given:
        video.add(frame, frame.image)
    video.close()
    assert [number for number, _ in output.pictures] == list(range(50))
    assert all(image is frame.image for (_, image), frame in zip(output.pictures, given, strict=True))
    assert threading.current_thread() not in output.threads
    assert output.ends == ["closed"]


def test_an_error_reaches_who_adds_pictures_and_nothing_more_is_written():
    output = Recorded(fails_at=3)
    video = ThreadedVideo(output)
    with pytest.raises(DiskError, match="The disk is full"):
        add(video, 50)
    video.discard()
    assert [number for number, _ in output.pictures] == [0, 1, 2]
    assert output.ends == ["discarded"]


def test_an_error_at_the_last_picture_is_raised_at_the_end():
    output = Recorded(fails_at=1)
    video = ThreadedVideo(output)
    add(video, 2)
    with pytest.raises(DiskError):
        video.close()
    assert output.ends == []


def test_a_discarded_video_ends_its_thread():
    output = Recorded()
    video = ThreadedVideo(output)
    add(video, 5)
    video.discard()
    assert not any(thread.is_alive() for thread in output.threads)
    assert output.ends == ["discarded"]


def test_a_video_without_pictures_is_none(tmp_path):
    for kind in (PlainVideo(tmp_path / "a.mp4"), H264Video(tmp_path / "b.mp4", tmp_path / "none.mp4")):
        ThreadedVideo(kind).close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("has_extra", [True, False])
def test_the_thread_changes_nothing_in_the_file(tmp_path, monkeypatch, has_extra):
    monkeypatch.setattr(h264, "is_available", lambda: has_extra)
    none, given = tmp_path / "none.mp4", frames(30)
    plain = H264Video(tmp_path / "a.mp4", none) if has_extra else PlainVideo(tmp_path / "a.mp4")
    for video in (plain, open_video(tmp_path / "b.mp4", none)):
        for frame in given:
            video.add(frame, frame.image)
        video.close()
    assert decoded(tmp_path / "a.mp4") == decoded(tmp_path / "b.mp4")


def decoded(path):
    """The times and pictures of a video."""
    with av.open(str(path)) as container:
        return [(frame.pts, np.asarray(frame.to_ndarray(format="bgr24")).tobytes()) for frame in container.decode()]
