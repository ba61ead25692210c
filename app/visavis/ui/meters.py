"""Numbers that are read while they change: rates, and texts that must stay long enough to be read."""

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Rate:
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


class Steady(Generic[T]):
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
