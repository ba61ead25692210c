"""How much work a frame may take on this computer, so that labels stay fresh."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from visavis.imaging.frames import Frame
from visavis.tracking.schedule import DEFAULT, WorkLimits
from visavis.tracking.timing import StageTimer

RecordedLimits = tuple[float, float, float, int, int | None]
"""The fields of `WorkLimits`, as a recording has them."""

#: Share of the time between two frames that an analysis may take. With it every frame is labeled, and no label is older
#: than two frames when it is painted.
_FRAME_SHARE = 0.8
#: Shortest time between frames that is planned for, in seconds. Faster sources get no less.
_MIN_FRAME_INTERVAL_S = 0.015
#: Longest time between frames that is planned for, in seconds. Slower sources get no more.
_MAX_FRAME_INTERVAL_S = 0.05
#: Share of all time that searching the whole frame may take while faces are tracked.
_SEARCH_SHARE = 0.15
#: Share of all time that searching the whole frame may take while there are no tracks.
_IDLE_SEARCH_SHARE = 0.5
#: Longest time between searches in seconds, however slow they are.
_MAX_SEARCH_INTERVAL_S = 2.0
#: Width in pixels of the smallest face at the coarsest resolution: cascades detect nothing narrower than 20 pixels.
_COARSEST_FACE_PX = 20
#: Cost of a coarse search of the whole frame, as a share of a full one. Measured with the preset `live` at 640x480: 7
#: and 40 ms of processor time.
_COARSE_COST = 0.2
#: Weight of the newest measurement in a moving average, 0..1.
_SMOOTHING = 0.2


class TimeBudget(Protocol):
    """Decides how much work a frame may take."""

    @property
    def limits(self) -> WorkLimits:
        """The limits for the next frame."""
        ...

    def record(self, frame: Frame, timer: StageTimer) -> None:
        """Take note of the time that a frame took."""
        ...


class FixedBudget:
    """The same limits for every frame, however long it takes: a file has the same result on any computer."""

    def __init__(self, limits: WorkLimits = DEFAULT) -> None:
        self.limits = limits

    def record(self, frame: Frame, timer: StageTimer) -> None:
        pass


class RecordedBudget:
    """The limits that each frame of a recording had when it was recorded: it has the same result on any computer.

    Parameters
    ----------
    changes : sequence of (int, tuple)
        The position from which on each limits held, beginning with 0, and the fields of `WorkLimits`.
    frames : sequence of int
        `Frame.index` of each frame of the recording.
    """

    def __init__(self, changes: Sequence[tuple[int, RecordedLimits]], frames: Sequence[int]) -> None:
        self._starts = [start for start, _ in changes]
        self._limits = [WorkLimits(*limits) for _, limits in changes]
        self._frames = frames
        self._position = 0  # of the next frame
        self.limits = self._limits[0]

    def record(self, frame: Frame, timer: StageTimer) -> None:
        is_next = self._position < len(self._frames) and self._frames[self._position] == frame.index
        self._position = self._position + 1 if is_next else bisect.bisect_right(self._frames, frame.index)
        self.limits = self._limits[bisect.bisect_right(self._starts, self._position) - 1]


@dataclass(frozen=True, slots=True)
class StageCosts:
    """Durations measured on this computer, in seconds."""

    follow: float = 0.0  #: following all faces of a frame
    search: float = 0.0  #: searching the whole frame at the default resolution; finer ones cost more in proportion
    recognize: float = 0.0  #: recognizing one face


class MeasuredBudget:
    """The limits that keep labels fresh, from durations measured here so far.

    Parameters
    ----------
    sharing : int
        Number of sources that share the time for searches.
    """

    def __init__(self, sharing: int = 1) -> None:
        self.sharing = sharing
        self._costs = StageCosts()
        self._frame_interval = 1 / 30
        self._previous: Frame | None = None
        self.limits = DEFAULT

    def record(self, frame: Frame, timer: StageTimer) -> None:
        previous, self._previous = self._previous, frame
        if previous is not None and frame.index > previous.index:
            interval = (frame.taken_at - previous.taken_at) / (frame.index - previous.index)
            self._frame_interval += _SMOOTHING * (interval - self._frame_interval)
        self._costs = update_costs(self._costs, timer, self.limits)
        interval = min(max(self._frame_interval, _MIN_FRAME_INTERVAL_S), _MAX_FRAME_INTERVAL_S)
        self.limits = limits_for(self._costs, _FRAME_SHARE * interval, self.sharing)


def update_costs(costs: StageCosts, timer: StageTimer, limits: WorkLimits) -> StageCosts:
    """The moving averages of the costs after one more frame, which was analyzed within `limits`."""
    seconds, counts = timer.seconds, timer.counts
    measured = {"follow": seconds["follow"]}
    if counts.full_searches or counts.coarse_searches:
        face_px = limits.smallest_face_px or _COARSEST_FACE_PX
        share = 1.0 if counts.full_searches else _COARSE_COST
        measured["search"] = seconds["search"] / share * (DEFAULT.smallest_face_px or face_px) / face_px
    if counts.recognitions:
        measured["recognize"] = seconds["recognize"] / counts.recognitions
    averages = {}
    for name, new in measured.items():
        average = getattr(costs, name)
        averages[name] = average + _SMOOTHING * (new - average) if average else new
    return replace(costs, **averages)


def limits_for(costs: StageCosts, allowed_s: float, sharing: int = 1) -> WorkLimits:
    """The limits with which a frame takes at most `allowed_s` seconds, as far as possible.

    Following faces is always done. Searches become coarser first and rarer then. Of the faces due for recognition,
    fewer are recognized per frame. Of several sources, each searches more seldom where searches are slow.

    Parameters
    ----------
    sharing : int
        Number of sources that share the time for searches.
    """
    face_px = DEFAULT.smallest_face_px or _COARSEST_FACE_PX
    available = max(allowed_s - costs.follow, 0.0)
    if costs.search > available:
        face_px = max(round(face_px * available / costs.search), _COARSEST_FACE_PX)
    search_s = costs.search * face_px / (DEFAULT.smallest_face_px or face_px)
    interval = min(max(DEFAULT.search_interval_s, sharing * search_s / _SEARCH_SHARE), _MAX_SEARCH_INTERVAL_S)
    idle_interval = sharing * search_s / _IDLE_SEARCH_SHARE
    recognitions = int(min(available / max(costs.recognize, 1e-6), DEFAULT.max_recognitions))
    return WorkLimits(
        search_interval_s=interval,
        full_interval_s=max(DEFAULT.full_interval_s, interval),
        idle_interval_s=min(max(DEFAULT.idle_interval_s, idle_interval), _MAX_SEARCH_INTERVAL_S),
        max_recognitions=max(recognitions, 1),
        smallest_face_px=face_px,
    )
