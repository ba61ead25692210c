"""Videos as H.264: the times of their frames, and whole or absent."""

import av
import numpy as np
import pytest

from support.fakes import picture
from visavis.errors import DiskError
from visavis.imaging.frames import Frame
from visavis.imaging.video.h264 import H264Video
from visavis.sources import VideoFile


def frames(*times, interval=0.0, **size):
    return [Frame(picture(40 + 20 * n % 200, **size), 0.0, n, time, "film", interval) for n, time in enumerate(times)]


def write(path, frames, start=0.0):
    video = H264Video(path, path.with_name("none.mp4"), start)
    for frame in frames:
        video.add(frame, frame.image)
    video.close()
    return path


@pytest.mark.parametrize("times", [[0, 0.04, 0.08, 0.12], [0, 0.1, 0.5, 0.51, 3.0], [0.0]])
def test_frames_keep_their_times(tmp_path, times):
    path = write(tmp_path / "a.mp4", frames(*times))
    assert [frame.time for frame in VideoFile(path, paced=False)] == pytest.approx(times, abs=1e-3)
    with av.open(str(path)) as container:
        [stream] = container.streams
        assert stream.codec_context.name == "h264"
        usual = np.median(np.diff(times)) if len(times) > 1 else 1 / 30
        assert float(stream.duration * stream.time_base) == pytest.approx(times[-1] + usual, abs=2e-3)


def test_the_last_frame_lasts_no_longer_than_the_rate_says(tmp_path):
    path = write(tmp_path / "a.mp4", frames(0, 0.04, 8.0, interval=0.04))
    with av.open(str(path)) as container:
        assert container.duration / av.time_base == pytest.approx(8.04, abs=2e-3)


def test_a_part_begins_at_zero(tmp_path):
    path = write(tmp_path / "a.mp4", frames(5.0, 5.1, 5.2), start=5.0)
    assert [frame.time for frame in VideoFile(path, paced=False)] == pytest.approx([0, 0.1, 0.2], abs=1e-3)


def test_odd_sides_are_made_even(tmp_path):
    path = write(tmp_path / "a.mp4", frames(0, 0.1, width=63, height=47))
    assert next(iter(VideoFile(path, paced=False))).image.shape == (48, 64, 3)


def test_pictures_of_another_size_are_fitted(tmp_path):
    given = [*frames(0, 0.1), Frame(picture(90, width=128, height=96), 0.0, 2, 0.2, "film")]
    assert len(list(VideoFile(write(tmp_path / "a.mp4", given), paced=False))) == 3


def test_times_that_stand_still_go_on(tmp_path):
    path = write(tmp_path / "a.mp4", frames(0, 0.1, 0.1, 0.1, 0.2))
    times = [frame.time for frame in VideoFile(path, paced=False)]
    assert len(times) == 5
    assert (np.diff(times) > 0).all()


def test_a_video_is_private_and_whole(tmp_path):
    path = write(tmp_path / "a.mp4", frames(0, 0.1))
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["a.mp4"]


def test_what_is_discarded_leaves_nothing(tmp_path):
    video = H264Video(tmp_path / "a.mp4", tmp_path / "none.mp4")
    for frame in frames(0, 0.1):
        video.add(frame, frame.image)
    video.discard()
    video.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_an_error_and_leaves_nothing(small_disk):
    video = H264Video(small_disk / "a.mp4", small_disk / "none.mp4")
    noise = np.random.default_rng(0)

    def fill():
        for n in range(200):
            image = noise.integers(0, 255, (240, 320, 3), np.uint8)
            video.add(Frame(image, 0.0, n, n / 25, "film"), image)
        video.close()

    with pytest.raises(DiskError, match=r"[Nn]o space left"):
        fill()
    assert list(small_disk.iterdir()) == []
