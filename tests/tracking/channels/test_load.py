"""Every frame is analyzed where the time suffices; where it does not, the first channel keeps its analyses."""

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.tracking.channels.load import AnalysisLoad

IMAGE = np.zeros((4, 4, 3), np.uint8)


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def run(load, clock, costs, seconds=4.0, rate=25, begin=0):
    """Let each channel deliver at a rate; an analysis of a channel costs what is said, also of those that were slow."""
    for index in range(round(seconds * rate)):
        clock.now += 1 / rate
        for channel, cost in costs.items():
            load.see(Frame(IMAGE, clock.now, begin + index, 0.0, f"camera {channel}", channel=channel))
            load.record(channel, cost)


def test_one_channel_is_never_reduced(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.5})
    assert load.interval(0) == 0


def test_two_channels_that_fit_are_analyzed_frame_by_frame(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.015, 1: 0.015})  # 0.75 of the time
    assert (load.interval(0), load.interval(1)) == (0, 0)


def test_the_second_gets_what_the_first_leaves(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.02, 1: 0.02})  # the first takes half of the time, 0.4 are left
    assert load.interval(0) == 0
    assert load.interval(1) == pytest.approx(0.05, rel=0.05)


def test_the_second_keeps_a_minimum_however_much_the_first_needs(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.08, 1: 0.08})
    assert load.interval(0) == 0
    assert load.interval(1) == pytest.approx(0.4, rel=0.05)
    run(load, clock, {0: 0.08, 1: 5.0}, begin=1000)
    assert load.interval(1) == 0.5


def test_three_share_alike_after_the_first(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.02, 1: 0.02, 2: 0.02})
    assert load.interval(1) == load.interval(2) == pytest.approx(0.1, rel=0.05)


def test_a_channel_without_frames_needs_nothing(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.03, 1: 0.03})
    assert load.interval(1) > 0
    run(load, clock, {1: 0.03}, begin=1000)  # the first has an outage
    assert load.interval(1) == 0
    run(load, clock, {0: 0.03, 1: 0.03}, begin=2000)
    assert load.interval(1) > 0


def test_the_first_slow_analyses_while_networks_warm_up_reduce_nothing(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 2.0, 1: 2.0}, seconds=0.2)
    assert load.interval(1) == 0


def test_another_source_begins_anew(clock):
    load = AnalysisLoad(clock)
    run(load, clock, {0: 0.03, 1: 0.03})
    load.remove(1)
    run(load, clock, {0: 0.015, 1: 0.015}, seconds=6)
    assert load.interval(1) == 0
