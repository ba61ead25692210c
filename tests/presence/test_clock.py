"""Clocks: durations do not follow the calendar, and a file has its own time."""

from datetime import timedelta

from support.visits import NOON
from visavis.imaging.frames import Frame
from visavis.presence.clock import FileClock, LiveClock, elapsed_s


def test_a_live_frame_has_the_time_at_which_it_was_taken_also_after_the_computer_slept():
    clock = LiveClock(elapsed=lambda: 10_000.0, monotonic=lambda: 500.0, wall=lambda: NOON)
    frame = Frame(None, taken_at=499.5)
    assert clock.time_of(frame) == 9_999.5
    assert clock.date(9_999.5) == NOON - timedelta(seconds=0.5)


def test_the_times_of_a_file_count_from_the_beginning_of_the_reading():
    clock = FileClock(NOON)
    assert clock.time_of(Frame(None, taken_at=77.0, time=12.0)) == 12.0
    assert clock.now() == 12.0
    assert clock.date(12.0) == NOON + timedelta(seconds=12)


def test_elapsed_time_never_goes_back():
    times = [elapsed_s() for _ in range(100)]
    assert times == sorted(times)
