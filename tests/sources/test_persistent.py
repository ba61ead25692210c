"""A live source that fails midway comes back; everything else ends as it does."""

import pytest

from support.fakes import PATIENCE, FakeCapture, frames_until, picture
from support.media_files import MP4_HEAD
from visavis.errors import SourceBusyError, SourceLostError, SourceNotFoundError, SourcePictureError
from visavis.imaging.frames import Frame
from visavis.sources import Persistent
from visavis.sources.cameras import CameraInfo
from visavis.sources.picture_watch import FrozenPictureError
from visavis.sources.raw_picture import UnusableReason
from visavis.sources.video_capture import Camera, VideoFile

WEBCAM = CameraInfo(0, "Webcam", "usb-webcam", 0)


def camera(*captures, list_cameras=lambda: [WEBCAM]):
    """A camera that opens as these captures, one after the other; then the test fails."""
    waiting = iter(captures)
    return Camera(WEBCAM, list_cameras=list_cameras, open_capture=lambda *_: next(waiting), patience=PATIENCE)


def test_a_camera_that_comes_back_goes_on(tmp_path):
    told = []
    gone = FakeCapture(opened=False)
    inner = camera(FakeCapture([picture()] * 3), gone, gone, FakeCapture([picture()] * 3))
    source = Persistent(lambda: inner, on_status=told.append, pauses=(0, 0))
    frames = frames_until(source, 5)
    assert [frame.index for frame in frames] == [0, 1, 2, 3, 4]
    times = [frame.time for frame in frames]
    assert times == sorted(times)
    assert times[4] == frames[4].taken_at - frames[0].taken_at
    assert [type(error) for error in told] == [SourceLostError, type(None)]
    assert (source.name, source.live) == ("Webcam", True)


def test_it_is_tried_again_while_it_is_not_connected():
    there = iter([[WEBCAM], [], [], [WEBCAM]])
    told = []
    inner = camera(FakeCapture([picture()]), FakeCapture([picture()]), list_cameras=lambda: next(there))
    assert len(frames_until(Persistent(lambda: inner, on_status=told.append, pauses=(0,)), 2)) == 2
    assert told[-1] is None


def test_pauses_grow_and_begin_anew_after_an_outage(monkeypatch):
    gone = FakeCapture(opened=False)
    inner = camera(FakeCapture([picture()]), gone, gone, gone, FakeCapture([picture()]), FakeCapture([picture()]))
    source = Persistent(lambda: inner, on_status=lambda _: None, pauses=(1, 2, 3))
    waits = []
    monkeypatch.setattr(source._stopped, "wait", waits.append)
    frames_until(source, 3)
    assert waits == [1, 2, 3, 3, 1]


def test_a_source_that_is_not_there_says_so():
    told = []
    with pytest.raises(SourceNotFoundError, match="not connected"):
        list(Persistent(lambda: camera(list_cameras=list), on_status=told.append))
    assert told == []


def test_a_camera_that_is_in_use_elsewhere_is_tried_again_from_the_beginning():
    told = []
    inner = camera(FakeCapture(opened=False), FakeCapture(), FakeCapture([picture()]))
    source = Persistent(lambda: inner, on_status=told.append, pauses=(0,))
    assert [frame.index for frame in frames_until(source, 1)] == [0]
    assert [type(error) for error in told] == [SourceBusyError, type(None)]


def test_a_name_that_is_not_unicode_is_an_error():
    def fail():
        raise SourceNotFoundError("There is no camera 9.")

    with pytest.raises(SourceNotFoundError):
        list(Persistent(fail, on_status=print))


class Screen:
    """A live source whose pictures and times, ten a second, a test says; it ends when it is stopped."""

    live = True
    name = "screen"

    def __init__(self, *openings):
        self._openings = iter(openings)
        self.times_opened = 0
        self._now = 0.0
        self._is_stopped = False

    def stop(self):
        self._is_stopped = True

    def __iter__(self):
        self.times_opened += 1
        for index, image in enumerate(next(self._openings)):
            if self._is_stopped:
                return
            self._now += 0.1
            yield Frame(image, self._now, index, self._now, "screen")


def moving(count):
    return [picture(value) for value in range(90, 90 + count)]


def test_a_frozen_picture_is_told_and_its_source_opened_again_once():
    told = []
    frozen = [picture(7)] * 80
    screen = Screen(moving(5) + frozen, frozen + moving(9))
    frames = frames_until(Persistent(lambda: screen, on_status=told.append, pauses=(0,)), 145)
    assert screen.times_opened == 2
    assert [type(error) for error in told] == [FrozenPictureError, type(None)]
    assert [frame.index for frame in frames] == list(range(145))


def test_a_black_picture_is_told_and_its_source_stays_open():
    told = []
    screen = Screen(moving(5) + [picture(0)] * 90 + moving(5))
    frames_until(Persistent(lambda: screen, on_status=told.append, pauses=(0,)), 98)
    assert screen.times_opened == 1
    assert [type(error) for error in told] == [SourcePictureError, type(None)]


def test_skipped_pictures_are_counted_across_outages():
    inner = camera(FakeCapture([picture()]), FakeCapture([picture()]))
    source = Persistent(lambda: inner, on_status=lambda _: None, pauses=(0,))
    assert source.skipped == {}
    frames_until(source, 2)
    assert source.skipped == {UnusableReason.FAILED: 2}


def test_a_file_ends_once(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(MP4_HEAD)
    file = VideoFile(path, paced=False, open_capture=FakeCapture([picture()] * 3, rate=25))
    frames = list(Persistent(lambda: file, on_status=lambda _: pytest.fail("told")))
    assert [frame.time for frame in frames] == pytest.approx([0, 0.04, 0.08])


def test_stopping_ends_the_waiting_at_once():
    source = Persistent(lambda: camera(FakeCapture([picture()])), on_status=lambda _: source.stop(), pauses=(3600,))
    assert len(list(source)) == 1


def test_stopping_before_it_opens_opens_nothing():
    source = Persistent(camera, on_status=lambda _: None)
    source.stop()
    assert list(source) == []
