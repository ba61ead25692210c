"""A recording has every pixel and every time, is whole or absent, and keeps what it has when the disk is full."""

import os
from types import SimpleNamespace

import numpy as np
import pytest

from support.tagging.recordings import LIMITS, noise_frame, write_recording
from visavis.errors import DiskError
from visavis.recordings.store import RecordingStore
from visavis.sources import open_source
from visavis.sources.recorded import writer as writer_module
from visavis.sources.recorded.writer import RecordingWriter


def same(one, other):
    facts = [(each.index, each.time, each.source, each.interval, each.image.shape) for each in (one, other)]
    return facts[0] == facts[1] and np.array_equal(one.image, other.image)


def replay(recording):
    return list(open_source(str(recording.path), paced=False))


FILMS = {
    "equal intervals": [noise_frame(index) for index in range(40)],
    "intervals that vary": [noise_frame(index, time=index**1.7 / 3) for index in range(30)],
    "frames left out": [noise_frame(index) for index in (0, 1, 5, 6, 40)],
    "one frame": [noise_frame(7)],
    "odd sides": [noise_frame(index, size=(33, 25)) for index in range(5)],
    "sizes that change": [noise_frame(index, size=(32 + 2 * (index // 3), 24)) for index in range(9)],
    "other sources": [noise_frame(index, source=f"{index}.jpg", time=0.0) for index in range(3)],
    "intervals of a file": [noise_frame(index, interval=0.04) for index in range(3)],
    "a frame analyzed twice": [noise_frame(0), noise_frame(1), noise_frame(1), noise_frame(2)],
}


@pytest.mark.parametrize("film", FILMS)
def test_a_replay_has_the_same_frames(tmp_path, film):
    frames = FILMS[film]
    replayed = replay(write_recording(tmp_path, frames))
    assert len(replayed) == len(frames)
    assert all(map(same, replayed, frames))


def test_the_index_says_what_decided_on_the_answers(tmp_path):
    writer = RecordingWriter(tmp_path)
    slow = (1.0, 2.0, 0.4, 1, None)
    for index, (names, limits) in enumerate([(["Ada"], LIMITS), ([], slow), ([None], slow), (["Bob"], LIMITS)]):
        writer.add_track(10 + index)
        writer.add(noise_frame(index), names, limits)
    index = writer.finish().index
    assert index.limits == ((0, LIMITS), (1, slow), (3, LIMITS))
    assert (index.people, index.has_unknown, index.tracks) == (frozenset({"Ada", "Bob"}), True, (10, 11, 12, 13))


def test_what_shows_no_source_is_not_recorded(tmp_path):
    blank = noise_frame(0)
    writer = RecordingWriter(tmp_path)
    writer.add(type(blank)(blank.image, taken_at=-1.0), [], LIMITS)
    assert writer.finish() is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs modes")
def test_a_recording_is_private(tmp_path):
    path = write_recording(tmp_path / "recordings", [noise_frame(0)]).path
    modes = {each.name: each.stat().st_mode & 0o777 for each in (path.parent, path, *path.iterdir())}
    assert modes == {"recordings": 0o700, path.name: 0o700, "1.mkv": 0o600, "recording.json": 0o600}


def test_it_is_no_recording_before_it_is_finished(tmp_path):
    writer = RecordingWriter(tmp_path)
    writer.add(noise_frame(0), [], LIMITS)
    assert RecordingStore(tmp_path).recordings() == []
    recording = writer.finish()
    assert RecordingStore(tmp_path).recordings() == [recording]


def test_it_is_not_kept_if_somebody_was_forgotten_meanwhile(tmp_path):
    asked = []
    writer = RecordingWriter(tmp_path, may_keep=asked.append)
    writer.add(noise_frame(0), ["Ada"], LIMITS)
    assert writer.finish() is None
    assert asked == [frozenset({"Ada"})]
    assert list(tmp_path.iterdir()) == []


def test_it_does_not_begin_on_a_disk_that_is_almost_full(small_disk):
    with pytest.raises(DiskError, match="less than 200 MB are free"):
        RecordingWriter(small_disk)
    assert list(small_disk.iterdir()) == []


def test_it_ends_before_the_disk_is_full_and_is_kept(tmp_path, monkeypatch):
    free = iter([10**9, 10**9, 10**9, 10**6])
    monkeypatch.setattr(writer_module.shutil, "disk_usage", lambda folder: SimpleNamespace(free=next(free)))
    failures = []
    writer = RecordingWriter(tmp_path, on_failure=failures.append)
    for index in range(35):
        writer.add(noise_frame(index), [], LIMITS)
    recording = writer.finish()
    assert [str(error) for error in failures] == [
        f"The recording has ended: less than 200 MB are free on the disk of {tmp_path}."
    ]
    assert [frame.index for frame in replay(recording)] == list(range(20))


def test_of_a_full_disk_what_can_be_read_is_kept(small_disk, monkeypatch):
    """A quota: the space that is told is not there, and OpenCV does not say so."""
    monkeypatch.setattr(writer_module, "_RESERVE_BYTES", 0)
    failures = []
    writer = RecordingWriter(small_disk, on_failure=failures.append)
    frames = [noise_frame(index, size=(96, 64)) for index in range(20)]
    for frame in frames:
        writer.add(frame, ["Ada"], LIMITS)
    try:
        recording = writer.finish()
    except DiskError:
        assert list(small_disk.iterdir()) == []
        return
    assert failures
    replayed = replay(recording)
    assert 0 < len(replayed) == len(recording.index.frames) < 20
    assert all(map(same, replayed, frames))


def test_nothing_is_recorded_in_an_encrypted_data_folder(tmp_path, monkeypatch):
    """OpenCV writes the videos, which cannot be sealed."""

    class Store:
        seals = True

    monkeypatch.setattr(writer_module.sealed_store, "find_store", lambda path: Store() if path == tmp_path else None)
    with pytest.raises(DiskError, match="encrypted data folder"):
        RecordingWriter(tmp_path)
    assert list(tmp_path.iterdir()) == []
