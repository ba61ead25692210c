"""What the analysis of several channels costs together, and how often this computer can analyze each."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from visavis.imaging.frames import Frame

#: Share of its time that the analysis thread may spend on all channels together. The rest covers frames that cost more
#: than the mean, so that labels stay fresh.
_CAPACITY = 0.9
#: Share of that thread's time that the channels after the first have together, however much the first one needs.
_MIN_SHARE = 0.2
#: Longest time between two analyses of a channel, in seconds: labels of a second ago are not painted any more, and an
#: analysis may be late.
_MAX_INTERVAL_S = 0.5
#: Weight of the newest measurement in a moving average, 0..1: searches come twice a second, so it spans about a second.
_SMOOTHING = 0.05
#: Number of analyses of a channel before its mean counts: the first ones are slow, because networks warm up.
_WARM_UP = 15
#: Seconds without a frame after which a channel needs nothing: it is paused, has ended or has an outage.
_SILENCE_S = 1.5
#: How much longer than the time between frames the time between analyses must be, before it counts as reduced.
_TOLERANCE = 1.2


@dataclass(slots=True)
class _Measured:
    """Moving averages of one channel, in seconds."""

    cost: float = 0.0  #: of one analysis
    analyses: int = 0
    frame_interval: float = 0.0
    newest: Frame | None = None


class AnalysisLoad:
    """Measures the channels, and divides the time of the analysis thread among them.

    Each frame of each channel is analyzed if the time suffices. If it does not, the first channel that delivers keeps
    its analyses, and the others share what is left. The caller holds a lock.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds, as `Frame.taken_at` has it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._channels: dict[int, _Measured] = {}

    def see(self, frame: Frame) -> None:
        """A frame has come."""
        measured = self._channels.setdefault(frame.channel, _Measured())
        previous, measured.newest = measured.newest, frame
        if previous is None or previous.source != frame.source or frame.index <= previous.index:
            return
        interval = (frame.taken_at - previous.taken_at) / (frame.index - previous.index)
        before = measured.frame_interval
        measured.frame_interval = before + _SMOOTHING * (interval - before) if before else interval

    def record(self, channel: int, seconds: float) -> None:
        """An analysis of a channel took so long."""
        measured = self._channels.setdefault(channel, _Measured())
        measured.analyses += 1
        weight = max(_SMOOTHING, 1 / measured.analyses)
        measured.cost += weight * (seconds - measured.cost)

    def remove(self, channel: int) -> None:
        """Forget a channel: it has another source, or none."""
        self._channels.pop(channel, None)

    def interval(self, channel: int) -> float:
        """Seconds from one analysis of a channel to the next; 0 if every frame can be analyzed."""
        active = {number: each for number, each in sorted(self._channels.items()) if self._is_active(each)}
        measured = active.get(channel)
        first = next(iter(active), channel)
        if measured is None or channel == first or measured.analyses < _WARM_UP or not measured.frame_interval:
            return 0.0
        needed = _share(active[first])
        available = max(_CAPACITY - needed, _MIN_SHARE) / (len(active) - 1)
        interval = measured.cost / available
        return min(interval, _MAX_INTERVAL_S) if interval > measured.frame_interval * _TOLERANCE else 0.0

    def _is_active(self, measured: _Measured) -> bool:
        return measured.newest is not None and self._clock() - measured.newest.taken_at < _SILENCE_S


def _share(measured: _Measured) -> float:
    """The share of the thread's time that a channel takes if each of its frames is analyzed."""
    if measured.analyses < _WARM_UP or not measured.frame_interval:
        return 0.0
    return min(measured.cost / measured.frame_interval, 1.0)
