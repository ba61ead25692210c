"""The times of a video's frames: those of the file, except where its clock is at fault."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.fakes import FakeCapture, picture
from visavis.sources.timestamps import timestamps


def times_of(clock, *, rate=25.0, is_stream=False):
    """The times of frames by the file's clock, in milliseconds."""
    capture = FakeCapture([picture()] * len(clock), rate=rate, times=clock)
    capture.read()
    found = timestamps(capture, is_stream=is_stream)
    times = [next(found)]
    for _ in clock[1:]:
        capture.read()
        times.append(next(found))
    return times


@pytest.mark.parametrize(
    ("clock", "times"),
    [
        pytest.param([100, 140, 500, 510], [0, 0.04, 0.4, 0.41], id="a variable rate"),
        pytest.param([0, 67, 100, 133], [0, 0.067, 0.1, 0.133], id="a dropped frame"),
        pytest.param([2000, 2040, 2080], [0, 0.04, 0.08], id="a late first frame"),
        pytest.param([-80, -40, 0, 40], [0, 0.04, 0.08, 0.12], id="a negative start"),
        pytest.param([0, 40, 40, 40, 80], [0, 0.04, 0.041, 0.042, 0.08], id="a burst"),
        pytest.param([0, 0, 0, 100, 140], [0, 0.04, 0.08, 0.1, 0.14], id="a burst at the start"),
        pytest.param([0, 40, 30, 70], [0, 0.04, 0.041, 0.07], id="frames out of order"),
        pytest.param([0, 60_000, 120_000], [0, 60, 120], id="once a minute"),
        pytest.param([0, 40, 9e7, 9e7 + 40], [0, 0.04, 0.08, 0.12], id="a fault of a day"),
        pytest.param([5000, 5040, 0, 40], [0, 0.04, 0.08, 0.12], id="another recording behind"),
        pytest.param([0, 40, np.nan, 120], [0, 0.04, 0.041, 0.12], id="no number"),
    ],
)
def test_times_follow_the_clock_of_the_file(clock, times):
    assert times_of(clock) == pytest.approx(times)


def test_the_clock_of_a_stream_may_jump():
    clock = [0, 40, 60_000, 60_040]
    assert times_of(clock, is_stream=True) == pytest.approx([0, 0.04, 0.08, 0.12])
    assert times_of(clock) == pytest.approx([0, 0.04, 60, 60.04])


@pytest.mark.parametrize("rate", [0.0, -1.0, 90_000.0, 1000.0, np.nan, np.inf])
def test_a_rate_that_is_none_is_not_used(rate):
    assert times_of([0, 0, 0], rate=rate) == pytest.approx([0, 1 / 30, 2 / 30])
    assert times_of([0, 500, 1000], rate=rate) == pytest.approx([0, 0.5, 1])


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=40), st.integers(-(10**6), 10**6))
def test_a_clock_that_runs_is_kept_to_a_millisecond_a_frame(steps, start):
    clock = [start + time for time in itertools.accumulate([0, *steps])]
    if len(clock) > 1 and clock[1] == clock[0]:
        clock[1:] = [time + 1 for time in clock[1:]]
    times = times_of(clock)
    assert all(before < after for before, after in itertools.pairwise(times))
    assert times == pytest.approx([(time - start) / 1000 for time in clock], abs=0.001 * len(clock))


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=40), st.floats(), st.booleans())
def test_times_always_rise(clock, rate, is_stream):
    times = times_of(clock, rate=rate, is_stream=is_stream)
    assert times[0] == 0
    assert all(before < after for before, after in itertools.pairwise(times))
