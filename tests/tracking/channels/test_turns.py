"""The channels have turns: the newest frame of each, none waits for a fast one, and none is lost that must not be."""

import itertools
import threading

import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.tracking.channels.turns import Turns

IMAGE = np.zeros((4, 4, 3), np.uint8)
PATIENCE_S = 20.0


class Clock:
    """Stands still unless it is turned."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def turns(clock):
    return Turns(clock)


def frame(channel, index, taken_at=0.0):
    return Frame(IMAGE, taken_at, index, 0.0, f"camera {channel}", channel=channel)


def served(frames, count):
    return [(each.channel, each.index) for each in itertools.islice(frames, count)]


def test_a_newer_frame_replaces_one_of_its_channel_only(turns):
    turns.put(frame(1, 0))
    turns.put(frame(0, 0))
    turns.put(frame(0, 1))
    turns.close()
    assert sorted(served(turns, 9)) == [(0, 1), (1, 0)]


def test_a_fast_channel_keeps_no_other_one_waiting(turns, clock):
    frames, order = iter(turns), []
    turns.put(frame(1, 0))
    for index in range(6):  # the fast one has a new frame before every turn
        turns.put(frame(0, index))
        clock.now += 0.01
        each = next(frames)
        order.append(each.channel)
        if each.channel == 1:
            turns.put(frame(1, each.index + 1))
    assert sorted(order) == [0, 0, 0, 1, 1, 1]


def make_slow(turns, clock):
    """Two channels of which each takes three quarters of the time; return the reader."""
    frames = iter(turns)
    for index in range(60):
        clock.now += 0.04
        for channel in (0, 1):
            turns.put(frame(channel, index, clock.now), is_urgent=True)
            assert next(frames).channel == channel
            turns.record(channel, 0.03)
    return frames


def test_on_a_slow_computer_the_second_waits_and_the_first_does_not(turns, clock):
    frames = make_slow(turns, clock)
    interval = turns.interval(1)
    assert interval > 0.1
    assert turns.interval(0) == 0
    order = []
    for index in range(60, 160):
        clock.now += 0.04
        turns.put(frame(0, index, clock.now))
        turns.put(frame(1, index, clock.now))
        order.append(next(frames).channel)
    analyzed = order.count(1)
    assert analyzed == pytest.approx(100 * 0.04 / interval, abs=5)
    assert order.count(0) == 100 - analyzed


def test_an_urgent_frame_does_not_wait(turns, clock):
    frames = make_slow(turns, clock)
    turns.put(frame(1, 200, clock.now), is_urgent=True)
    assert next(frames).index == 200


def test_a_frame_that_waits_for_its_turn_is_taken_when_that_comes():
    turns = Turns(lambda: ticks.pop(0) if len(ticks) > 1 else ticks[0])
    ticks = [0.0]
    frames = iter(turns)
    for index in range(60):
        ticks[:] = [index * 0.04]
        for channel in (0, 1):
            turns.put(frame(channel, index, ticks[0]), is_urgent=True)
            next(frames)
            turns.record(channel, 0.03)
    now = ticks[0]
    turns.put(frame(1, 60, now))
    ticks[:] = [now] * 12 + [now + 1.0]  # the clock goes on while the reader waits
    assert next(frames).index == 60


def test_frames_that_are_handed_over_are_all_taken(turns):
    def hand_over():
        handed.extend(turns.hand_over(frame(0, index)) for index in range(20))
        turns.close()

    handed = []
    reader = threading.Thread(target=hand_over, daemon=True)
    reader.start()
    assert served(turns, 99) == [(0, index) for index in range(20)]
    reader.join(PATIENCE_S)
    assert handed == [True] * 20


def test_closing_ends_the_waiting_on_both_sides(turns):
    turns.put(frame(0, 0))
    waiting = threading.Thread(target=lambda: answers.append(turns.hand_over(frame(0, 1))), daemon=True)
    answers = []
    waiting.start()
    turns.close()
    waiting.join(PATIENCE_S)
    assert answers == [False]
    assert served(turns, 9) == [(0, 0)]
    assert list(turns) == []


def test_the_frame_of_a_removed_channel_is_dropped(turns):
    turns.put(frame(0, 0))
    turns.put(frame(1, 0))
    turns.remove(1)
    turns.close()
    assert served(turns, 9) == [(0, 0)]
