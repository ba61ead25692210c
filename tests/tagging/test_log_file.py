"""A log that was written is the same when it is read."""

import numpy as np
import pytest

from support.tagging.face_logs import face_log
from visavis.errors import FileError
from visavis.tagging import log_file


@pytest.mark.parametrize(
    "log",
    [
        face_log(("Ada", 0, 9), (None, 5, 19, {"vector": None}), ("Zoë", 3, 4), source="f\u00fclm.mp4", cuts=(3, 7)),
        face_log(frames=3),
        face_log((None, 0, 0), frames=1, is_video=False),
    ],
)
def test_a_log_survives_a_file(tmp_path, log):
    log_file.write(tmp_path / "log.npz", log)
    read = log_file.read(tmp_path / "log.npz")
    for name in ("source", "is_video", "size", "end", "names"):
        assert getattr(read, name) == getattr(log, name)
    for name in ("times", "faces", "scores", "cuts"):
        assert np.array_equal(getattr(read, name), getattr(log, name))
    assert read.tracks.keys() == log.tracks.keys()
    for track, summary in log.tracks.items():
        other = read.tracks[track]
        assert (summary.vector is None) == (other.vector is None)
        assert summary.vector is None or np.array_equal(summary.vector, other.vector)
        for name in ("quality", "may_be_guest", "best_frame", "best_box", "best_rank", "picture"):
            assert getattr(other, name) == getattr(summary, name)


def test_a_damaged_file_is_no_log(tmp_path):
    path = tmp_path / "log.npz"
    log_file.write(path, face_log(("Ada", 0, 9)))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(FileError):
        log_file.read(path)
