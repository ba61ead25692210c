"""Recorded frames in real time."""

import threading

from support.fakes import picture
from visavis.imaging.frames import Frame
from visavis.sources.pace import pace


class Clock:
    """Time that passes while someone waits on it; a wait takes `slow` seconds longer than asked."""

    def __init__(self, slow=0.0):
        self.now = 1000.0
        self._slow = slow

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.now += seconds + self._slow
        return False


def frames(times, clock=None, cost=0.0):
    for index, time in enumerate(times):
        if clock:
            clock.now += cost
        yield Frame(picture(), 0.0, index, time)


def test_frames_come_at_their_time():
    clock = Clock()
    assert [frame.taken_at for frame in pace(frames([0, 0.5, 2]), clock, clock)] == [1000, 1000.5, 1002]


def test_waits_that_are_too_long_do_not_add_up():
    clock = Clock(slow=0.01)
    last = list(pace(frames([index / 25 for index in range(251)], clock, cost=0.02), clock, clock))[-1]
    assert 10 <= last.taken_at - 1000.02 < 10.05


def test_late_frames_are_passed_on_at_once():
    clock = Clock()
    times = []
    for frame in pace(frames([0, 0.1, 0.2, 0.9]), clock, clock):
        times.append(round(frame.taken_at - 1000, 6))
        clock.now += 0.3  # the reader is slow
    assert times == [0, 0.3, 0.6, 0.9]


def test_a_film_that_was_paused_goes_on_at_its_pace():
    clock = Clock()
    times = []
    for frame in pace(frames([0, 0.5, 1.0, 1.5]), clock, clock):
        times.append(round(frame.taken_at - 1000, 6))
        clock.now += 60.0 if frame.index == 1 else 0.0
    assert times == [0, 0.5, 60.5, 61.0]


def test_stopping_ends_the_waiting_at_once():
    stopped = threading.Event()
    seen = []
    for frame in pace(frames([0, 3600]), stopped):
        seen.append(frame.index)
        stopped.set()
    assert seen == [0]
