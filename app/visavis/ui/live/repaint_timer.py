"""Schedules painting: once per frame, together with the answers to that frame if they arrive soon.

A frame and its answers arrive a few milliseconds apart. Painting for both would double the cost and show each frame
first with the boxes of the previous one. The picture is never painted more often than the screen refreshes.
"""

#: Time that a frame waits for its answers if the previous ones came within it, in seconds: half a refresh at 60 Hz.
PATIENCE_S = 0.008
#: Time that answers to an already painted frame wait for the next frame, in seconds.
GRACE_S = 0.05
#: Weight of the newest latency in its running mean.
_NEWEST_WEIGHT = 0.2


class RepaintTimer:
    """Computes when to paint. Times are seconds on a monotonic clock.

    Parameters
    ----------
    refresh_hz : float
        Refresh rate of the screen; 0 if unknown.
    """

    def __init__(self, refresh_hz: float = 60.0) -> None:
        self.refresh_hz = refresh_hz
        self._latency_s = GRACE_S  # of answers, after their frame
        self._arrived = self._painted = float("-inf")

    def frame(self, now: float) -> float:
        """A frame arrived: the delay until it is painted if nothing else arrives, in seconds."""
        self._arrived = now
        return self._not_before(now, now + (PATIENCE_S if self._latency_s <= PATIENCE_S else 0.0))

    def answers(self, now: float, *, newest: bool) -> float:
        """Answers arrived, to the newest frame or an earlier one: the delay until they are painted, in seconds."""
        if newest:
            self._latency_s += _NEWEST_WEIGHT * (now - self._arrived - self._latency_s)
        waiting = self._painted < self._arrived
        return self._not_before(now, now if newest and waiting else now + GRACE_S)

    def mark_painted(self, now: float) -> None:
        """The view painted everything that had arrived."""
        self._painted = now

    def _not_before(self, now: float, wanted: float) -> float:
        shown = self._painted + 1 / self.refresh_hz if self.refresh_hz > 0 else now
        return max(wanted, shown, now) - now
