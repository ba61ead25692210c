"""What is written back: pictures as pictures, videos as videos, under their own names."""

import os
import stat

import numpy as np
import pytest

from visavis.imaging.codec import read
from visavis.imaging.frames import Frame
from visavis.imaging.recorder import Recorder
from visavis.sources import VideoFile


def frame(source, index=0, value=0):
    return Frame(np.full((48, 64, 3), value, np.uint8), 0.0, index, index / 10, source)


def test_pictures_of_one_name_from_two_folders_do_not_overwrite_each_other(tmp_path):
    recording = Recorder(tmp_path / "out")
    for value, source in ((10, "a/1.png"), (200, "b/1.png")):
        shown = frame(source, value=value)
        recording.add(shown, shown.image)
    recording.close()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["1-2.png", "1.png"]
    assert read(tmp_path / "out" / "1.png").mean() == 10


def test_a_video_keeps_its_length_and_pace(tmp_path):
    recording = Recorder(tmp_path)
    for index in range(12):
        shown = frame("clip.avi", index, 100)
        recording.add(shown, shown.image)
    recording.close()
    [path] = tmp_path.iterdir()
    assert path.name == "clip.mp4"
    frames = list(VideoFile(path, paced=False))
    assert len(frames) == 12
    assert abs(frames[-1].time - 1.1) < 0.05


def test_a_video_of_one_frame_is_written_too(tmp_path):
    recording = Recorder(tmp_path)
    shown = frame("clip.avi")
    recording.add(shown, shown.image)
    recording.close()
    assert len(list(VideoFile(tmp_path / "clip.mp4", paced=False))) == 1


def test_a_video_is_private_and_removed_if_interrupted(tmp_path):
    def record(seen):
        with Recorder(tmp_path) as recording:
            for index in range(3):
                recording.add(frame("clip.avi", index), frame("clip.avi").image)
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


def modes(folder):
    return {path.name: stat.S_IMODE(path.stat().st_mode) if os.name == "posix" else 0o600 for path in folder.iterdir()}
