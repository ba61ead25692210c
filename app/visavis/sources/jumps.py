"""Jumps in a recording: the user asks for another time, and the thread that reads goes on from there."""

import threading
from typing import Protocol, runtime_checkable


@runtime_checkable
class Seekable(Protocol):
    """A source that can go on from another time."""

    @property
    def duration(self) -> float:
        """Seconds from the first frame to the end; 0 while it is unknown."""

    def seek(self, seconds: float) -> None:
        """Go on from the frame nearest that time, in seconds since the first frame. Any thread may call it."""


class Jumps:
    """The newest requested time. One thread reads the recording, others ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._target: float | None = None
        self.count = 0  #: jumps that the reader has made

    def ask(self, seconds: float) -> None:
        """Ask for another time; it replaces one that was not taken yet."""
        with self._lock:
            self._target = max(seconds, 0.0)
        self._woken.set()

    def take(self) -> float | None:
        """Take the requested time; None if there is none."""
        with self._lock:
            target, self._target = self._target, None
            if target is not None:
                self._woken.clear()
                self.count += 1
            return target

    def wake(self) -> None:
        """End the waiting of the reader."""
        self._woken.set()

    def wait(self, seconds: float) -> bool:
        """Wait until somebody asks or wakes, but at most `seconds`; return whether that happened."""
        return self._woken.wait(seconds)
