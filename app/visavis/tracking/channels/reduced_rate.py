"""When to say that a channel is analyzed less often than it delivers: not for a moment, and not on and off."""

#: Seconds for which every frame cannot be analyzed before that is said.
_SAY_AFTER_S = 3.0
#: Seconds for which every frame can be analyzed before it is no longer said.
_LEAVE_AFTER_S = 5.0


class ReducedRate:
    """What is said of one channel."""

    def __init__(self) -> None:
        self._is_said = False
        self._since: float | None = None  # when the opposite of what is said began

    def update(self, interval: float, now: float) -> float:
        """Take the present interval of a channel; return the analyses a second to say, or 0 if there is nothing to say.

        Parameters
        ----------
        interval : float
            Seconds from one analysis to the next; 0 if every frame is analyzed (`Turns.interval`).
        now : float
            The time in seconds.
        """
        if (interval > 0) is self._is_said:
            self._since = None
        elif self._since is None:
            self._since = now
        elif now - self._since >= (_LEAVE_AFTER_S if self._is_said else _SAY_AFTER_S):
            self._is_said, self._since = not self._is_said, None
        return 1 / interval if self._is_said and interval > 0 else 0.0
