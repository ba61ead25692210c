"""A worker does a file only with the same program and the same file, and answers in plain values."""

import json

import pytest

from support.tagging.clips import write_clip
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.storage.paths import DataFolders
from visavis.tagging import log_file
from visavis.tagging.engines.file_task import EngineError, file_record, given_up, to_watched, watch_file
from visavis.tagging.engines.program_version import program_versions

SNAPSHOT = PipelineSnapshot("live", "cpu").encode()


@pytest.fixture
def ask(tmp_path, published_networks):
    """Asks for a file; the options change what is asked."""
    folders = DataFolders(tmp_path / "data", published_networks.parent)

    def ask(path, /, *, versions=None, snapshot=SNAPSHOT, **changes):
        record = {**file_record(path), **changes}
        return watch_file(snapshot, record, versions or program_versions(), "w1", folders)

    return ask


@pytest.fixture
def film(tmp_path, photos):
    return write_clip(tmp_path / "a.mp4", (photos[0], 0.5))


def test_the_log_has_the_path_that_the_user_gave(ask, film, tmp_path):
    reply = ask(film, source="films/a.mp4")
    (tmp_path / "log.npz").write_bytes(to_watched(film, reply).log)
    assert log_file.read(tmp_path / "log.npz").source == "films/a.mp4"


def test_the_same_file_has_the_same_log(ask, film):
    assert ask(film) == ask(film)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"versions": {**program_versions(), "OpenCV": "3.0"}}, "Worker w1 has OpenCV 4."),
        ({"versions": {"Quantum": "1"}}, "Worker w1 has Quantum -, and this computer has 1."),
        ({"size": 3}, "Worker w1 sees another file at "),
        ({"path": "/nowhere/a.mp4"}, "Worker w1 does not see /nowhere/a.mp4."),
        ({"snapshot": b"PK"}, "A file of arrays is damaged"),
        ({"snapshot": PipelineSnapshot("none", "cpu").encode()}, "none"),
    ],
)
def test_what_cannot_be_done_here_is_refused_in_plain_values(ask, film, asked, refusal):
    reply = ask(film, **asked)
    assert reply.keys() == {"refused", "hint"}
    with pytest.raises(EngineError) as told:
        to_watched(film, json.loads(json.dumps(reply)))
    assert refusal in str(told.value)
    assert str(told.value.hint)


def test_what_cannot_be_read_is_an_error_of_that_file(ask, tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"hello" * 99)
    reply = ask(tmp_path / "a.mp4")
    assert "neither a picture nor a video" in str(to_watched(tmp_path / "a.mp4", reply).error)


def test_the_share_that_was_watched_is_reported(film, tmp_path, published_networks, monkeypatch):
    monkeypatch.setattr("visavis.tagging.engines.file_task._REPORT_S", 0.0)
    shares = []
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    watch_file(SNAPSHOT, file_record(film), program_versions(), "w1", folders, shares.append)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.2
    assert 0.8 < shares[-1] <= 1


def test_a_file_is_given_up_with_a_hint(film):
    assert str(given_up(film).error) == f"The process that read {film} died 3 times."
    assert str(given_up(film).error.hint)
