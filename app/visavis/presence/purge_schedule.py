"""When to delete what was kept long enough: often, but not right after the computer's clock was set."""

from datetime import datetime, timedelta

#: Seconds between two purges. Unknown visitors are kept for hours, so minutes are exact enough.
_INTERVAL_S = 600.0
#: By how much the calendar may be ahead of the elapsed time before it counts as set.
_TOLERANCE = timedelta(minutes=2)


class PurgeSchedule:
    """Says when a purge is due.

    If the calendar jumps ahead, everything may look old. So a purge waits until the calendar has gone on normally for
    one interval: a clock that was set by mistake is usually set back by then.
    """

    def __init__(self) -> None:
        self._last: tuple[float, datetime] | None = None

    def is_due(self, elapsed: float, date: datetime) -> bool:
        """Whether to purge now.

        Parameters
        ----------
        elapsed : float
            Seconds on a clock that nobody sets.
        date : datetime
            The calendar.
        """
        if self._last is None:
            self._last = elapsed, date
            return True
        before, date_before = self._last
        if elapsed - before < _INTERVAL_S:
            return False
        self._last = elapsed, date
        return date - date_before - timedelta(seconds=elapsed - before) <= _TOLERANCE
