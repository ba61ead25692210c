"""Numbers that are read while they change: rates, and texts that must stay long enough to be read."""

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class RateMeter:
    """How often something happens, over the last seconds."""

    def __init__(self, window_s: float = 2.0) -> None:
        self._window_s = window_s
        self._times: deque[float] = deque()

    def tick(self, now: float) -> None:
        """It happened; `now` in seconds on a clock that does not go back."""
        self._times.append(now)
        self._forget(now)

    def per_second(self, now: float) -> float:
        """Times a second; 0 where nothing happened twice within the window."""
        self._forget(now)
        if len(self._times) < 2:
            return 0.0
        return (len(self._times) - 1) / max(now - self._times[0], 1e-3)

    def _forget(self, now: float) -> None:
        while self._times and now - self._times[0] > self._window_s:
            self._times.popleft()


class RemainingTime:
    """How long something still takes, by how fast it went so far."""

    def __init__(self, least: float = 0.05) -> None:
        self._least = least  # of the whole: before, nobody can tell
        self._begun = (0.0, 0.0)
        self._share = float("inf")

    def seconds(self, share: float | None, now: float) -> float | None:
        """Seconds that are left, where `share` of it, 0..1, is done at `now`; None where that cannot be told.

        A share that falls begins anew: another stage.
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
    """A value that changes at frame rate, shown long enough to be read: a new one waits until the old had its time."""

    def __init__(self, least_s: float) -> None:
        self._least_s = least_s
        self._shown: T | None = None
        self._since = float("-inf")

    def offer(self, value: T, now: float) -> T:
        """The value to show, given that this is the newest."""
        if self._shown is None or (value != self._shown and now - self._since >= self._least_s):
            self._shown, self._since = value, now
        return self._shown
