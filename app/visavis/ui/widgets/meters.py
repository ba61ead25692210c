"""Figures for people who read them while they change: rates, remaining time, steady texts."""

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class RateMeter:
    """The rate of an event over the last seconds."""

    def __init__(self, window_s: float = 2.0) -> None:
        self._window_s = window_s
        self._times: deque[float] = deque()

    def tick(self, now: float) -> None:
        """Count one event at `now`, in seconds on a monotonic clock."""
        self._times.append(now)
        self._forget(now)

    def per_second(self, now: float) -> float:
        """Events per second; 0 if there were fewer than two within the window."""
        self._forget(now)
        if len(self._times) < 2:
            return 0.0
        return (len(self._times) - 1) / max(now - self._times[0], 1e-3)

    def _forget(self, now: float) -> None:
        while self._times and now - self._times[0] > self._window_s:
            self._times.popleft()


class RemainingTime:
    """Estimates the remaining time of a task from its progress so far."""

    def __init__(self, least: float = 0.05) -> None:
        self._least = least  # of the whole: an earlier estimate means nothing
        self._begun = (0.0, 0.0)
        self._share = float("inf")

    def seconds(self, share: float | None, now: float) -> float | None:
        """The remaining seconds if `share`, 0..1, is done at `now`; None while there is no estimate.

        A falling share starts a new stage.
        """
        if share is None:
            self._share = float("inf")
            return None
        if share < self._share:
            self._begun = (share, now)
        self._share = share
        done, passed = share - self._begun[0], now - self._begun[1]
        return passed / done * (1 - share) if done >= self._least else None


class SteadyText(Generic[T]):
    """Holds each value for a minimum time, so that values that change at frame rate can be read."""

    def __init__(self, least_s: float) -> None:
        self._least_s = least_s
        self._shown: T | None = None
        self._since = float("-inf")

    def offer(self, value: T, now: float) -> T:
        """Update with the newest value; return the value to show."""
        if self._shown is None or (value != self._shown and now - self._since >= self._least_s):
            self._shown, self._since = value, now
        return self._shown
