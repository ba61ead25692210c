"""When the picture is painted: once a frame, with the frame's own answers where they come at once.

A frame and its answers arrive a few milliseconds apart. Painting for each would cost twice as much, and paint every
frame first with the boxes of the one before. Never more often than the screen shows.
"""

#: Seconds that a frame waits for its answers, where the last ones came within that; half a refresh of a usual screen.
PATIENCE_S = 0.008
#: Seconds that answers to a frame that is painted already wait for the next frame to take them along.
GRACE_S = 0.05
#: Of how long answers take, how much is taken from the newest.
_NEW = 0.2


class RepaintTimer:
    """Says how soon to paint. Moments are seconds on a clock that does not go back.

    Parameters
    ----------
    refresh_hz : float
        How often the screen shows a picture; 0 where it does not say.
    """

    def __init__(self, refresh_hz: float = 60.0) -> None:
        self.refresh_hz = refresh_hz
        self._latency_s = GRACE_S  # of answers, after their frame
        self._arrived = self._painted = float("-inf")

    def frame(self, now: float) -> float:
        """A frame arrived; seconds until it is painted, if nothing else comes."""
        self._arrived = now
        return self._not_before(now, now + (PATIENCE_S if self._latency_s <= PATIENCE_S else 0.0))

    def answers(self, now: float, *, newest: bool) -> float:
        """Answers arrived, to the newest frame or to one before; seconds until they are painted."""
        if newest:
            self._latency_s += _NEW * (now - self._arrived - self._latency_s)
        waiting = self._painted < self._arrived
        return self._not_before(now, now if newest and waiting else now + GRACE_S)

    def painted(self, now: float) -> None:
        """All that arrived was painted."""
        self._painted = now

    def _not_before(self, now: float, wanted: float) -> float:
        shown = self._painted + 1 / self.refresh_hz if self.refresh_hz > 0 else now
        return max(wanted, shown, now) - now
