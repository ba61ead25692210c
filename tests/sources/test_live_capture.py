"""A driver may raise, block or deliver nonsense: frames go on, or the source is lost with one sentence."""

import itertools
import logging
import threading

import cv2
import pytest

from support.fakes import frames_until
from support.odd_cameras import CONVERTED, UNUSABLE, OddCapture, scene
from visavis.errors import SourceBusyError, SourceLostError, SourceNotFoundError
from visavis.process import driver_thread
from visavis.sources import Persistent, live_capture
from visavis.sources.cameras import CameraInfo
from visavis.sources.live_capture import Patience
from visavis.sources.raw_picture import UnusableReason
from visavis.sources.video_capture import Camera, NetworkStream

WEBCAM = CameraInfo(0, "webcam", "usb-webcam", 0)
#: No pauses; a read that blocks is given up at once.
HURRY = Patience(open_s=0.05, silence_s=0.05, failures=3, pause_s=0)
#: No pauses; a read may take its time.
CALM = Patience(failures=3, pause_s=0)


def camera(*captures, patience=CALM, info=WEBCAM):
    """A camera that opens as these captures, one after the other."""
    waiting = iter(captures)

    def open_next(*arguments):
        return next(waiting)(*arguments)

    return Camera(info, list_cameras=lambda: [info], open_capture=open_next, patience=patience)


@pytest.fixture
def block():
    """A read that blocks until the test is over."""
    over = threading.Event()
    yield lambda: over.wait(30) and None
    over.set()
    for thread in threading.enumerate():
        if isinstance(thread, driver_thread.DriverThread):
            thread.join(5)


@pytest.mark.parametrize("kind", UNUSABLE)
def test_unusable_pictures_are_skipped_and_counted(kind):
    make, reason = UNUSABLE[kind]
    source = camera(OddCapture([scene(), make(), scene(), make(), scene()], size=(0, 0)))
    assert [frame.index for frame in frames_until(source, 3)] == [0, 1, 2]
    assert source.skipped == {UnusableReason[reason]: 2}


@pytest.mark.parametrize("kind", CONVERTED)
def test_pictures_of_other_formats_are_frames(kind):
    make, fourcc, _ = CONVERTED[kind]
    (frame,) = frames_until(camera(OddCapture([make()], fourcc=fourcc)), 1)
    assert (frame.image.shape[0], frame.image.shape[2]) == (48, 3)


@pytest.mark.parametrize(
    "glitch", [OddCapture.FAILED, cv2.error("decode"), ValueError("bug"), MemoryError(), OSError(5, "I/O error")]
)
def test_a_read_that_fails_now_and_then_costs_a_frame(glitch):
    source = camera(OddCapture([glitch, scene(), glitch, glitch, scene(), glitch, scene()]))
    assert len(frames_until(source, 3)) == 3
    assert source.skipped == {UnusableReason.FAILED: 4}


def test_the_first_picture_that_is_skipped_is_logged(caplog, monkeypatch):
    monkeypatch.setattr(live_capture, "_log", logging.getLogger("of this test"))  # the program's own may not propagate
    frames_until(camera(OddCapture([scene(), None, None, scene()])), 2)
    assert caplog.messages == ["Webcam: missing pictures are skipped, and counted."]


def test_a_driver_that_raises_on_and_on_is_lost_with_its_own_words():
    source = camera(OddCapture([scene(), *[ValueError("bus reset\nat line 7")] * 3]))
    with pytest.raises(SourceLostError, match=r"^Webcam failed: bus reset\.$"):
        list(source)


@pytest.mark.parametrize("method", ["open", "isOpened"])
def test_a_driver_that_raises_on_opening_is_busy(method):
    with pytest.raises(SourceBusyError, match=r"^Webcam failed: OpenCV"):
        list(camera(OddCapture([scene()], raising={method})))


@pytest.mark.parametrize("method", ["set", "get", "release"])
def test_other_methods_may_raise(method):
    assert len(frames_until(camera(OddCapture([scene()] * 2, raising={method})), 2)) == 2


def test_what_a_driver_of_a_stream_says_is_not_shown_since_it_may_have_the_password():
    capture = OddCapture([scene(), *[cv2.error("rtsp://me:secret@host")] * 3])
    source = NetworkStream("rtsp://me:secret@host", "rtsp://host", open_capture=capture, patience=CALM)
    with pytest.raises(SourceLostError, match=r"^rtsp://host stopped delivering pictures\.$"):
        list(source)


def test_formats_that_are_not_known_are_no_reason_to_try_again():
    unknown = UNUSABLE["five channels"][0]()
    with pytest.raises(SourceNotFoundError, match="no usable picture: pictures in a format that is not known"):
        list(camera(OddCapture(itertools.repeat(unknown)), patience=HURRY))


def test_missing_pictures_from_the_beginning_are_a_reason_to_try_again():
    with pytest.raises(SourceBusyError, match="no usable picture: missing pictures"):
        list(camera(OddCapture(itertools.repeat(None)), patience=HURRY))


def test_a_camera_may_change_its_size():
    frames = frames_until(camera(OddCapture([scene(), scene(96, 64), scene()])), 3)
    assert [frame.image.shape[:2] for frame in frames] == [(48, 64), (64, 96), (48, 64)]


# Blocking


def test_a_read_that_blocks_is_an_outage_and_another_opening_goes_on(block):
    told = []
    blocked = OddCapture([scene(), block])
    inner = camera(blocked, OddCapture([scene()] * 2), patience=HURRY)
    frames = frames_until(Persistent(lambda: inner, on_status=told.append, pauses=(0,)), 3)
    assert [frame.index for frame in frames] == [0, 1, 2]
    assert [type(error) for error in told] == [SourceLostError, type(None)]
    assert not blocked.released.is_set()


def test_an_abandoned_capture_is_released_when_its_read_returns():
    returned = threading.Event()
    blocked = OddCapture([scene(), lambda: returned.wait(5) and None])
    with pytest.raises(SourceLostError, match="has sent no picture for"):
        list(camera(blocked, patience=HURRY))
    returned.set()
    assert blocked.released.wait(5)


def test_stopping_does_not_wait_for_a_read_that_blocks(block):
    capture = OddCapture([scene(), block])
    source = camera(capture)
    ended = threading.Event()

    def read():
        for _ in source:
            pass
        ended.set()

    thread = threading.Thread(target=read)
    thread.start()
    source.stop()
    assert ended.wait(2)
    thread.join()


def test_opening_that_blocks_is_given_up(block):
    source = Camera(WEBCAM, list_cameras=lambda: [WEBCAM], open_capture=lambda *_: block(), patience=HURRY)
    with pytest.raises(SourceBusyError, match="in use by another program, or does not answer"):
        list(source)


def test_listing_cameras_that_blocks_is_given_up(block):
    source = Camera(WEBCAM, list_cameras=block, open_capture=OddCapture(), patience=HURRY)
    with pytest.raises(SourceBusyError):
        list(source)


def test_a_driver_that_never_returns_holds_few_threads(block):
    opened = []

    def open_blocked(*_):
        opened.append(1)
        return block()

    source = Camera(WEBCAM, list_cameras=lambda: [WEBCAM], open_capture=open_blocked, patience=HURRY)
    for _ in range(6):
        with pytest.raises(SourceBusyError):
            list(source)
    assert len(opened) == 3


def test_a_source_that_ended_holds_no_thread():
    frames_until(camera(OddCapture([scene()] * 3)), 3)
    assert not driver_thread.is_any_blocked()


def test_cv2_is_asked_for_its_capture_when_a_source_is_opened(monkeypatch):
    monkeypatch.setattr(cv2, "VideoCapture", OddCapture([scene()]))
    source = Camera(CameraInfo(0, "camera 0", "", 0), list_cameras=list, patience=CALM)
    assert len(frames_until(source, 1)) == 1
