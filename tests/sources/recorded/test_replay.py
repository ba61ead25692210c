"""A replay goes to other times, and says what it cannot read."""

import shutil

import pytest

from support.tagging.recordings import noise_frame, write_recording
from visavis.errors import SourceNotFoundError
from visavis.recordings.index import INDEX_FILE
from visavis.sources import open_source
from visavis.sources.recorded.replay import Replay


@pytest.fixture
def recording(tmp_path):
    """Three seconds in two parts, which began at 5 s."""
    frames = [noise_frame(index, size=(32 if index < 20 else 48, 24), time=5 + index / 10) for index in range(30)]
    return write_recording(tmp_path, frames)


def test_it_is_no_live_source_and_lasts_as_long(recording):
    source = open_source(str(recording.path), paced=True)
    assert isinstance(source, Replay)
    assert not source.live
    assert source.duration == pytest.approx(2.9)


@pytest.mark.parametrize(("seconds", "index"), [(0.0, 0), (1.25, 12), (1.95, 19), (2.0, 20), (2.55, 25), (99.0, 29)])
def test_a_jump_is_exact_in_every_part(recording, seconds, index):
    source = open_source(str(recording.path), paced=False)
    frames = iter(source)
    first = next(frames)
    assert (first.index, first.is_replayed) == (0, True)
    source.seek(seconds)
    jumped = next(frames)
    original = noise_frame(index, size=(32 if index < 20 else 48, 24))
    assert jumped.index == index
    assert (jumped.image == original.image).all()
    frames.close()


def test_in_real_time_it_begins_at_zero(recording):
    frames = iter(open_source(str(recording.path), paced=True))
    assert next(frames).time == 0.0
    frames.close()


def test_stopping_ends_it(recording):
    source = open_source(str(recording.path), paced=False)
    seen = []
    for frame in source:
        seen.append(frame)
        source.stop()
    assert len(seen) == 1


def test_a_missing_video_is_told_and_the_rest_is_shown(recording, monkeypatch):
    warned = []
    monkeypatch.setattr("visavis.sources.recorded.replay._log.warning", lambda text, *values: warned.append(values))
    (recording.path / "2.mkv").unlink()
    assert len(list(open_source(str(recording.path), paced=False))) == 20
    assert warned == [(str(recording.path), "2.mkv", 10)]


@pytest.mark.parametrize("content", [b"", b"{", b'{"version": 1}', b'{"version": 99}', b"\xff"])
def test_a_damaged_one_is_refused_with_a_sentence(recording, content):
    (recording.path / INDEX_FILE).write_bytes(content)
    with pytest.raises(SourceNotFoundError, match=r"recording\.json"):
        open_source(str(recording.path), paced=False)


def test_a_recording_is_replayed_wherever_it_lies(recording, tmp_path):
    shutil.move(recording.path, tmp_path / "elsewhere")
    assert len(list(open_source(str(tmp_path / "elsewhere"), paced=False))) == 30
