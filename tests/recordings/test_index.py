"""The index of a recording is read as it was written, and refused if it cannot be one."""

import json

import pytest

from support.tagging.recordings import index_of
from visavis.errors import DamagedFileError
from visavis.recordings.index import INDEX_FILE, RecordingIndex


def test_it_is_read_as_it_was_written(tmp_path):
    index = index_of("Ada", "王伟", has_unknown=True)
    index.save(tmp_path)
    assert RecordingIndex.load(tmp_path) == index


def test_tracks_beyond_those_recorded_go_on(tmp_path):
    number = index_of().track_numbers()
    assert [number() for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize(
    "change",
    [
        {"parts": []},
        {"frames": [0]},
        {"frames": [1, 0]},
        {"frames": [-1, 0]},
        {"times": [0.0]},
        {"tracks": [-1]},
        {"limits": []},
        {"limits": [{"frame": 1, "limits": [0.5, 2.0, 0.1, 4, 40]}]},
        {"limits": [{"frame": 0, "limits": [-0.5, 2.0, 0.1, 4, 40]}]},
        {"limits": [{"frame": 0, "limits": [0.5, 2.0, 0.1, 4, 0]}]},
        {"parts": [{"file": "../1.mkv", "source": "", "interval": 0.0, "size": [32, 24], "frames": 2}]},
        {"parts": [{"file": "1.mkv", "source": "", "interval": 0.0, "size": [0, 24], "frames": 2}]},
        {"parts": [{"file": "1.mkv", "source": "", "interval": -1.0, "size": [32, 24], "frames": 2}]},
        {"parts": [{"file": "1.mkv", "source": "", "interval": 0.0, "size": [32, 24], "frames": 0}]},
        {"started": "today"},
    ],
)
def test_what_cannot_be_is_refused(tmp_path, change):
    index_of().save(tmp_path)
    values = json.loads((tmp_path / INDEX_FILE).read_text("utf-8"))
    (tmp_path / INDEX_FILE).write_text(json.dumps(values | change), "utf-8")
    with pytest.raises(DamagedFileError):
        RecordingIndex.load(tmp_path)
