"""The frame rate of a log is a standard one where the file has one."""

import numpy as np
import pytest

from support.tagging.face_logs import face_log
from visavis.tagging.face_log import NAME


@pytest.mark.parametrize(
    ("step", "rate"),
    [(1 / 25, 25.0), (1001 / 30000, 30000 / 1001), (1001 / 24000, 24000 / 1001), (1 / 24, 24.0), (1 / 13, 13.0)],
)
def test_rate(step, rate):
    times = np.round(np.arange(200) * step, 5)
    assert face_log(times=times).rate == pytest.approx(rate, rel=1e-4 if rate == 13.0 else 1e-12)


def test_a_single_frame_has_a_usual_rate():
    assert face_log(frames=1).rate == 30.0


def test_durations_reach_from_frame_to_frame():
    log = face_log(times=[0, 0.1, 0.5], rate=10)
    assert log.durations == pytest.approx([0.1, 0.4, 0.1])


@pytest.mark.parametrize(("rate", "is_video", "known"), [(30.0, True, 0), (1.0, True, 1), (30.0, False, 1)])
def test_a_name_that_is_seen_for_a_moment_is_none(rate, is_video, known):
    log = face_log(("Ada", 5, 5), ("Bob", 0, 9), rate=rate, is_video=is_video)
    assert (log.faces[:, NAME] == 0).sum() == known
    assert (log.faces[:, NAME] == 1).sum() == 10


def test_scenes():
    log = face_log(cuts=(0, 20, 50))
    assert [log.scene_at(frame) for frame in (0, 19, 20, 99)] == [(0, 2), (0, 2), (2, 5), (5, pytest.approx(10))]
