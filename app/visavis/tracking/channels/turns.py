"""The mailboxes of several channels, and whose frame is analyzed next."""

import threading
import time
from collections.abc import Callable, Iterator

from visavis.imaging.frames import Frame
from visavis.tracking.channels.load import AnalysisLoad


class Turns:
    """One mailbox with one slot for each channel, read by one thread.

    A new frame replaces one of the same channel that was not taken. The channel that was served longest ago is next, so
    that no fast source keeps a slow one waiting. If this computer cannot analyze every frame of every channel, those
    after the first wait between two turns, as `AnalysisLoad` says. Any thread may put frames; iterating waits for them,
    and ends when the mailboxes are closed and empty.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds, as `Frame.taken_at` has it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._changed = threading.Condition()
        self._slots: dict[int, Frame] = {}
        self._served: dict[int, float] = {}  # when each channel had its last turn
        self._urgent: set[int] = set()
        self._load = AnalysisLoad(clock)
        self._closed = False

    def put(self, frame: Frame, *, is_urgent: bool = False) -> None:
        """Put a frame into the slot of its channel.

        Parameters
        ----------
        is_urgent : bool
            Whether it is taken as soon as possible, however often its channel can be analyzed.
        """
        with self._changed:
            self._load.see(frame)
            self._slots[frame.channel] = frame
            if is_urgent:
                self._urgent.add(frame.channel)
            self._changed.notify_all()

    def hand_over(self, frame: Frame) -> bool:
        """Put a frame after the one before it was taken, so that none is skipped; False if the mailboxes are closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or frame.channel not in self._slots)
            if self._closed:
                return False
            self._slots[frame.channel] = frame
            self._urgent.add(frame.channel)
            self._changed.notify_all()
            return True

    def record(self, channel: int, seconds: float) -> None:
        """Take note of how long an analysis of a channel took."""
        with self._changed:
            self._load.record(channel, seconds)

    def remove(self, channel: int) -> None:
        """Drop what is known of a channel, and its frame: it has another source, or none."""
        with self._changed:
            self._slots.pop(channel, None)
            self._load.remove(channel)

    def interval(self, channel: int) -> float:
        """Seconds from one turn of a channel to its next because this computer is too slow; 0 if it is not."""
        with self._changed:
            return self._load.interval(channel)

    def close(self) -> None:
        """End the iteration after the frames that are there."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Frame]:
        while True:
            with self._changed:
                while (channel := self._next()) is None:
                    if self._closed and not self._slots:
                        return
                    self._changed.wait(self._wait_s())
                frame = self._slots.pop(channel)
                self._urgent.discard(channel)
                self._served[channel] = self._clock()
                self._changed.notify_all()
            yield frame

    def _next(self) -> int | None:
        """The channel whose turn it is; None if there is no frame, or its turn has not come."""
        now = self._clock()
        due = [channel for channel in self._slots if self._due_at(channel) <= now]
        return min(due, key=lambda channel: self._served.get(channel, float("-inf")), default=None)

    def _due_at(self, channel: int) -> float:
        if self._closed or channel in self._urgent or channel not in self._served:
            return float("-inf")
        interval = self._load.interval(channel)
        return self._served[channel] + interval if interval else float("-inf")

    def _wait_s(self) -> float | None:
        """Seconds until the first frame may be taken; None if none waits for that."""
        now = self._clock()
        return min((max(self._due_at(channel) - now, 0.0) for channel in self._slots), default=None)
