"""Clocks of visits: how long somebody stays is measured on one that nobody sets, and only told by the calendar."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from visavis.imaging.frames import Frame


class SourceClock(Protocol):
    """The clock of the sources of one recorder. It never goes back while a source is read."""

    def time_of(self, frame: Frame) -> float:
        """When a frame was taken, in seconds."""
        ...

    def now(self) -> float:
        """The present, in seconds."""
        ...

    def date(self, seconds: float) -> datetime:
        """The date and time of a moment, in UTC, as the computer's clock has it now."""
        ...


def elapsed_s() -> float:
    """Seconds on a clock that nobody sets, and that also runs while the computer sleeps, if the system has one."""
    boot_time: int | None = getattr(time, "CLOCK_BOOTTIME", None)  # Linux
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


class LiveClock:
    """For sources that show the present.

    Parameters
    ----------
    elapsed, monotonic, wall : callable
        The clocks of the computer: the one that also runs in its sleep, that of frames, and the calendar.
    """

    def __init__(
        self,
        elapsed: Callable[[], float] = elapsed_s,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._elapsed = elapsed
        self._monotonic = monotonic
        self._wall = wall

    def time_of(self, frame: Frame) -> float:
        return self._elapsed() - (self._monotonic() - frame.taken_at)

    def now(self) -> float:
        return self._elapsed()

    def date(self, seconds: float) -> datetime:
        return self._wall() - timedelta(seconds=self._elapsed() - seconds)


class FileClock:
    """For a file that is read as fast as possible: its times count from the moment at which the reading began.

    Parameters
    ----------
    started : datetime
        That moment, with its time zone.
    """

    def __init__(self, started: datetime) -> None:
        self._started = started
        self._newest = 0.0

    def time_of(self, frame: Frame) -> float:
        self._newest = frame.time
        return frame.time

    def now(self) -> float:
        return self._newest

    def date(self, seconds: float) -> datetime:
        return self._started + timedelta(seconds=seconds)
