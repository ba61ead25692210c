"""How much attention this computer affords: labels stay young, whatever it can."""

from dataclasses import dataclass, replace
from typing import Protocol

from visavis.imaging.frames import Frame
from visavis.tracking.schedule import STEADY, SearchPace
from visavis.tracking.timing import StageTimer

#: Share of the time between two frames that an analysis may take: then every frame is labeled, and no label is older
#: than two frames when it is painted.
_SHARE = 0.8
#: Seconds between frames that are planned for: slower sources leave no more time than this, faster ones no less.
_SHORTEST_S, _LONGEST_S = 0.015, 0.05
#: Share of all time that searching the whole frame may take, while faces are followed and while there are none.
_SEARCHING, _IDLE = 0.15, 0.5
#: Seconds that may pass without a search, however slow it is.
_RAREST_S = 2.0
#: The coarsest search: cascades see nothing smaller than 20 pixels.
_COARSEST = 20
#: What a brief search of the whole frame costs, as a share of a thorough one.
_BRIEF = 0.6
#: How much of what a stage costs is taken from its newest measurement.
_NEW = 0.2


class TimeBudget(Protocol):
    """Decides what may be spent."""

    @property
    def pace(self) -> SearchPace:
        """What may be spent on the next frame."""
        ...

    def told(self, frame: Frame, spending: StageTimer) -> None:
        """Hear what was spent on a frame."""
        ...


class FixedBudget:
    """The same for every frame, whatever it costs: one file has one result, on any computer."""

    def __init__(self, pace: SearchPace = STEADY) -> None:
        self.pace = pace

    def told(self, frame: Frame, spending: StageTimer) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Costs:
    """What things take on this computer, in seconds."""

    follow: float = 0.0  #: all faces of a frame
    search: float = 0.0  #: the whole frame, at the resolution of `attention.STEADY`; finer ones cost more in proportion
    look: float = 0.0  #: recognizing one face


class MeasuredBudget:
    """As much as leaves labels young, by what was measured here so far."""

    def __init__(self) -> None:
        self._costs = Costs()
        self._between = 1 / 30
        self._last: Frame | None = None
        self.pace = STEADY

    def told(self, frame: Frame, spending: StageTimer) -> None:
        last, self._last = self._last, frame
        if last is not None and frame.index > last.index:
            between = (frame.taken_at - last.taken_at) / (frame.index - last.index)
            self._between += _NEW * (between - self._between)
        self._costs = learned(self._costs, spending, self.pace)
        self.pace = paced(self._costs, _SHARE * min(max(self._between, _SHORTEST_S), _LONGEST_S))


def learned(costs: Costs, spending: StageTimer, pace: SearchPace) -> Costs:
    """The costs, after what was spent on one more frame at that pace."""
    seconds, counts = spending.seconds, spending.counts
    values = {"follow": seconds["follow"]}
    if counts["whole"] or counts["brief"]:
        finest = pace.finest or _COARSEST
        share = 1.0 if counts["whole"] else _BRIEF
        values["search"] = seconds["search"] / share * (STEADY.finest or finest) / finest
    if counts["looks"]:
        values["look"] = seconds["recognize"] / counts["looks"]
    known = {name: getattr(costs, name) for name in values}
    return replace(
        costs,
        **{name: new if not known[name] else known[name] + _NEW * (new - known[name]) for name, new in values.items()},
    )


def paced(costs: Costs, allowed: float) -> SearchPace:
    """The pace at which no frame takes longer than `allowed` seconds, as far as one can choose.

    What cannot be left out is following. Of searching, first the resolution gives way and then the frequency; of
    recognizing, the number of faces at once.
    """
    finest = STEADY.finest or _COARSEST
    room = max(allowed - costs.follow, 0.0)
    if costs.search > room:
        finest = max(round(finest * room / costs.search), _COARSEST)
    search = costs.search * finest / (STEADY.finest or finest)
    often = min(max(STEADY.search_s, search / _SEARCHING), _RAREST_S)
    return SearchPace(
        search_s=often,
        whole_s=max(STEADY.whole_s, often),
        idle_s=min(max(STEADY.idle_s, search / _IDLE), _RAREST_S),
        looks=max(int(min(room / max(costs.look, 1e-6), STEADY.looks)), 1),
        finest=finest,
    )
