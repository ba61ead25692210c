"""How fast the picture and its labels come, as the heads-up display shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.widgets.meters import RateMeter

#: How much of a stage's time the newest analysis makes up: such times jump from frame to frame.
_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class PerformanceFigures:
    """What is shown at one moment."""

    shown: float  #: frames a second
    analyzed: float  #: frames a second
    picture_ms: float | None  #: from taking a picture to showing it; None where there is none
    labels_ms: float | None  #: from taking a picture to having its names
    dropped: int  #: frames that were not shown, because a newer one had come
    skipped: float | None  #: share of the frames shown lately that were not analyzed, 0..1
    stages: Mapping[str, float] = field(default_factory=dict)  #: milliseconds by step, smoothed


class Performance:
    """Told of frames and analyses as they come; `now` is always seconds on time.monotonic()."""

    def __init__(self) -> None:
        self._shown, self._analyzed = RateMeter(), RateMeter()
        self._picture_ms: float | None = None
        self._labels_ms: float | None = None
        self._dropped = 0
        self._source, self._index = "", -1
        self._stages: dict[str, float] = {}

    def saw_frame(self, frame: Frame, now: float) -> None:
        """A frame is shown."""
        if frame.source == self._source and frame.index > self._index:
            self._dropped += frame.index - self._index - 1
        self._source, self._index = frame.source, frame.index
        self._picture_ms = (now - frame.taken_at) * 1e3
        self._shown.tick(now)

    def saw_analysis(self, analysis: Analysis, now: float) -> None:
        """Faces of a frame are named."""
        self._labels_ms = (now - analysis.frame.taken_at) * 1e3
        self._analyzed.tick(now)
        for stage, spent in analysis.stages.items():
            before = self._stages.get(stage, spent)
            self._stages[stage] = before + _SHARE * (spent - before)

    def figures(self, now: float) -> PerformanceFigures:
        """Where it stands."""
        shown, analyzed = self._shown.per_second(now), self._analyzed.per_second(now)
        flowing = shown > 0
        return PerformanceFigures(
            shown,
            analyzed,
            self._picture_ms if flowing else None,
            self._labels_ms if flowing else None,
            self._dropped,
            max(1 - analyzed / shown, 0.0) if flowing else None,
            dict(self._stages),
        )
