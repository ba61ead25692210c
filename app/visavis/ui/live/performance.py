"""Measures how fast the picture and its labels come, for the heads-up display and the status bar."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.widgets.meters import RateMeter

#: Weight of the newest analysis in the mean duration of a stage, 0..1: durations vary from frame to frame.
_SMOOTHING = 0.2


@dataclass(frozen=True, slots=True)
class PerformanceFigures:
    """The figures of one moment."""

    shown: float  #: frames per second
    analyzed: float  #: frames per second
    picture_ms: float | None  #: from taking a picture to showing it; None while nothing moves
    labels_ms: float | None  #: from taking a picture to having its names; None while nothing moves
    dropped: int  #: frames that were not shown, because a newer one had come
    skipped: float | None  #: share of the frames shown lately that were not analyzed, 0..1
    stages: Mapping[str, float] = field(default_factory=dict)  #: milliseconds by stage, smoothed


class Performance:
    """Measures the source that is shown.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds, as `Frame.taken_at` has it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        """Start anew: another source is shown."""
        self._shown, self._analyzed = RateMeter(), RateMeter()
        self._picture_ms: float | None = None
        self._labels_ms: float | None = None
        self._dropped = 0
        self._source, self._index = "", -1
        self._stages: dict[str, float] = {}

    def add_frame(self, frame: Frame) -> None:
        """A frame is shown now."""
        now = self._clock()
        if frame.source == self._source and frame.index > self._index:
            self._dropped += frame.index - self._index - 1
        self._source, self._index = frame.source, frame.index
        self._picture_ms = (now - frame.taken_at) * 1e3
        self._shown.tick(now)

    def add_analysis(self, analysis: Analysis) -> None:
        """The labels of a frame are shown now."""
        now = self._clock()
        self._labels_ms = (now - analysis.frame.taken_at) * 1e3
        self._analyzed.tick(now)
        for stage, spent in analysis.stages.items():
            before = self._stages.get(stage, spent)
            self._stages[stage] = before + _SMOOTHING * (spent - before)

    def figures(self) -> PerformanceFigures:
        """The figures of this moment."""
        now = self._clock()
        shown, analyzed = self._shown.per_second(now), self._analyzed.per_second(now)
        is_moving = shown > 0
        return PerformanceFigures(
            shown,
            analyzed,
            self._picture_ms if is_moving else None,
            self._labels_ms if is_moving else None,
            self._dropped,
            max(1 - analyzed / shown, 0.0) if is_moving else None,
            dict(self._stages),
        )
