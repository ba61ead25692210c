"""Jumps in a recording: the newest one counts, and the pictures after it are those of that time."""

import threading

import pytest

from support.media_files import video
from visavis.imaging.frames import Frame
from visavis.sources.jumps import Jumps, Seekable
from visavis.sources.pace import pace
from visavis.sources.video_capture import VideoFile

RATE = 10


@pytest.fixture(params=[".mp4", ".avi", ".webm"])
def path(request, tmp_path):
    """A video of 4 s whose brightness says which frame it is."""
    path = tmp_path / f"video{request.param}"
    path.write_bytes(video(request.param, frames=40, rate=RATE))
    return path


def shade(frame):
    return int(frame.image.mean())


def test_only_the_newest_jump_counts():
    jumps = Jumps()
    jumps.ask(3.0)
    jumps.ask(-1.0)
    assert jumps.take() == 0.0
    assert jumps.take() is None
    assert jumps.count == 1


def test_a_video_says_how_long_it_is(path):
    source = VideoFile(path, paced=False)
    assert isinstance(source, Seekable)
    assert source.duration == 0.0
    next(iter(source))
    assert source.duration == pytest.approx(4.0, abs=0.2)


@pytest.mark.parametrize("target", [2.0, 0.5, 3.5])
def test_a_jump_goes_on_from_that_time(path, target):
    all_frames = {round(frame.time, 2): shade(frame) for frame in VideoFile(path, paced=False)}
    source = VideoFile(path, paced=False)
    frames = iter(source)
    for _ in range(15):
        before = next(frames)
    source.seek(target)
    after = next(frames)
    assert after.time == pytest.approx(target, abs=1.5 / RATE)
    assert after.index == before.index + 1
    assert min(abs(after.time - time) for time in all_frames) < 0.006  # the time that this frame has otherwise
    expected = min(all_frames, key=lambda time: abs(time - after.time))
    assert abs(shade(after) - all_frames[expected]) <= 3
    rest = list(frames)
    assert rest[0].time > after.time
    assert rest[-1].time == pytest.approx(3.9, abs=1.5 / RATE)


def test_a_jump_before_the_first_frame_and_one_beyond_the_end(path):
    source = VideoFile(path, paced=False)
    source.seek(2.0)
    assert next(iter(source)).time == pytest.approx(2.0, abs=1.5 / RATE)
    source = VideoFile(path, paced=False)
    frames = iter(source)
    next(frames)
    source.seek(99.0)
    assert [frame.time for frame in frames] == pytest.approx([3.9], abs=1.5 / RATE)


def test_a_jump_does_not_wait_for_the_next_frame():
    """A film may show a frame a minute. Nobody waits for that one to jump."""
    jumps, stopped = Jumps(), threading.Event()

    def frames():
        yield Frame(None, 0.0, 0, 0.0)
        jumps.ask(5000.0)
        yield Frame(None, 0.0, 1, 3600.0)
        assert jumps.take() == 5000.0
        yield Frame(None, 0.0, 2, 5000.0)

    assert [frame.index for frame in pace(frames(), stopped, jumps=jumps)] == [0, 2]


def test_stopping_ends_the_waiting_of_a_paced_video(tmp_path):
    path = tmp_path / "slow.mp4"
    path.write_bytes(video(frames=3, rate=0.02))
    source = VideoFile(path, paced=True)
    seen = []
    for frame in source:
        seen.append(frame.index)
        threading.Timer(0.05, source.stop).start()
    assert seen == [0]


def test_no_damage_is_told_after_a_jump(path, caplog):
    source = VideoFile(path, paced=False)
    frames = iter(source)
    next(frames)
    source.seek(3.5)
    list(frames)
    assert "damaged" not in caplog.text
