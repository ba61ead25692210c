"""Checkpoints are written atomically, are private, and resume only their own training."""

import os

import numpy as np
import pytest

from visavis.errors import TrainingError
from visavis_training.fitting.checkpoint import Checkpoint, FitState, load_run
from visavis_training.fitting.progress import FitProgress

RUN = {"options": {"epochs": 3}, "fingerprint": "abc"}


@pytest.fixture
def checkpoint(tmp_path):
    return Checkpoint(tmp_path / "training" / "state.npz", RUN)


def arrays(count):
    return [np.full((2, index + 1), index, np.float32) for index in range(count)]


STATE = FitState(FitProgress(2, best=0.5, wait=1), arrays(12), arrays(3), arrays(11))


def test_a_saved_state_is_loaded_unchanged(checkpoint):
    checkpoint.save(STATE)
    read = checkpoint.load()
    assert read.progress == STATE.progress
    for kind in ("weights", "optimizer", "best"):
        stored, given = getattr(read, kind), getattr(STATE, kind)
        assert len(stored) == len(given)
        assert all(np.array_equal(*both) for both in zip(stored, given, strict=True))
    assert load_run(checkpoint.path) == RUN


@pytest.mark.skipif(os.name != "posix", reason="the platform has no modes")
def test_the_file_is_private(checkpoint):
    checkpoint.save(STATE)
    assert (checkpoint.path.stat().st_mode & 0o777, checkpoint.path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_missing_checkpoint_is_an_error(checkpoint):
    with pytest.raises(TrainingError, match="no interrupted training"):
        load_run(checkpoint.path)


def test_a_checkpoint_of_other_pictures_is_refused(checkpoint, tmp_path):
    checkpoint.save(STATE)
    with pytest.raises(TrainingError, match="pictures have changed"):
        Checkpoint(checkpoint.path, {**RUN, "fingerprint": "abd"}).load()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04"])
def test_a_damaged_file_is_an_error(checkpoint, content):
    checkpoint.path.parent.mkdir()
    checkpoint.path.write_bytes(content)
    with pytest.raises(TrainingError, match="cannot be read"):
        checkpoint.load()


def test_clear_deletes_the_file(checkpoint):
    checkpoint.save(STATE)
    checkpoint.clear()
    checkpoint.clear()
    assert not checkpoint.path.exists()
