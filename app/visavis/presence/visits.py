"""From answers to visits: somebody came, stays, and left. Pure logic, on the clock of the source."""

import itertools
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace

#: Number of agreeing looks that make an arrival: a wrong name seldom lasts for more than one or two frames.
_ARRIVAL_LOOKS = 3
#: Seconds that the first and the last of them must be apart for somebody with a name.
_ARRIVAL_S = 0.5
#: The same for somebody unknown: a face that is only seen badly gets its name a moment later.
_UNKNOWN_ARRIVAL_S = 2.0
#: Seconds between two looks from which they are not of one arrival.
_GAP_S = 2.0
#: Seconds without a look after which somebody has left. Heads turn away for some seconds.
_ABSENCE_S = 10.0
#: Seconds between two reports of a visit that goes on: what a power cut may cost of its end.
_REPORT_S = 15.0


@dataclass(frozen=True, slots=True)
class Look:
    """One face of a frame, and who it is."""

    who: Hashable
    """The person's name, or what identifies somebody unknown."""
    name: str | None
    track: Hashable
    """What identifies the track among those of all sources."""
    score: float
    """0..1."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as far as it has gone. Times are seconds on the clock of its source."""

    number: int
    who: Hashable
    name: str | None
    source: str
    first: float
    last: float
    score: float
    """The best one."""
    is_present: bool = True
    is_withdrawn: bool = False
    """Whether it turned out that there was no such visit: the face got a name."""


@dataclass(slots=True)
class _Arrival:
    """Looks that may become an arrival, or a return."""

    first: float
    last: float
    track: Hashable
    looks: int = 1
    score: float = 0.0


@dataclass(slots=True)
class _Visitor:
    """What is known of somebody before one source."""

    arrival: _Arrival | None = None
    visit: Visit | None = None
    reported: float = 0.0
    tracks: set[Hashable] = field(default_factory=set)
    """The tracks that showed them in this visit."""


class Visits:
    """The visits of all sources that share a clock.

    Somebody has come when several looks in a row agree, and has left when nobody saw them for some seconds. Who comes
    back within the cool-down continues the visit, again with several looks.

    Of sources that are shown at once, a person with a name has one visit: it names the source where it began, and goes
    on whichever of them sees the person. The same face has another look with each of them, so somebody unknown has a
    visit with each; that they are one guest is found where visits are stored.

    Parameters
    ----------
    cooldown_s : float
        Seconds after the last look within which somebody who returns is on the same visit.
    """

    def __init__(self, cooldown_s: float) -> None:
        self.cooldown_s = cooldown_s
        self._visitors: dict[tuple[str, Hashable], _Visitor] = {}
        self._numbers = itertools.count(1)
        self._times: dict[str, float] = {}  # of the newest frame of each source

    @property
    def present(self) -> list[Visit]:
        """The visits of those who are here now, in the order of their arrival."""
        visits = [each.visit for each in self._visitors.values() if each.visit and each.visit.is_present]
        return sorted(visits, key=lambda visit: visit.number)

    def see(self, source: str, now: float, looks: Sequence[Look]) -> list[Visit]:
        """Take the looks of one frame; return the visits that began, ended, were withdrawn, or are due for a report."""
        newest = self._times.get(source, now)
        reports = self.end(source) if now < newest - _GAP_S else []  # a file that begins again
        self._times[source] = now
        reports += self.pass_time(now)  # since the last frame, which may be long ago
        for look in looks:
            reports += self._withdraw(look)
            reports += self._look(self.home(source, now, look), now, look)
        return reports

    def home(self, source: str, now: float, look: Look) -> str:
        """The source that the visit of a look names: another one if it began there, and that one is shown, too."""
        own = self._visitors.get((source, look.who))
        if look.name is None or (own is not None and own.visit is not None and own.visit.is_present):
            return source
        visits = [
            visitor.visit
            for (where, who), visitor in self._visitors.items()
            if who == look.who and visitor.visit is not None and now - self._times.get(where, now) <= _GAP_S
        ]
        return min(visits, key=lambda visit: (not visit.is_present, visit.number)).source if visits else source

    def pass_time(self, now: float) -> list[Visit]:
        """Let time pass without a frame; return the visits that ended."""
        reports: list[Visit] = []
        for key, visitor in list(self._visitors.items()):
            visit = visitor.visit
            if visit and visit.is_present and now - visit.last > _ABSENCE_S:
                visitor.visit = visit = replace(visit, is_present=False)
                reports.append(visit)
            if visitor.arrival and now - visitor.arrival.last > _GAP_S:
                visitor.arrival = None
            is_over = visit is None or (not visit.is_present and now - visit.last > self.cooldown_s)
            if is_over and visitor.arrival is None:
                del self._visitors[key]
        return reports

    def end(self, source: str | None = None) -> list[Visit]:
        """End the visits of a source, or all, as when the program ends; return those that had not ended."""
        keys = [key for key in self._visitors if source in {None, key[0]}]
        visits = [self._visitors.pop(key).visit for key in keys]
        return [replace(visit, is_present=False) for visit in visits if visit and visit.is_present]

    def _look(self, source: str, now: float, look: Look) -> list[Visit]:
        visitor = self._visitors.setdefault((source, look.who), _Visitor())
        visit = visitor.visit
        if visit is None or not visit.is_present:
            arrival = self._gather(visitor, now, look)
            if arrival is None:
                return []
            if visit is None or arrival.first - visit.last > self.cooldown_s:
                visit = Visit(next(self._numbers), look.who, look.name, source, arrival.first, now, arrival.score)
                visitor.tracks = set()
            visitor.arrival, visitor.reported = None, now
            visitor.tracks.add(look.track)
            visitor.visit = replace(visit, last=now, score=max(visit.score, arrival.score), is_present=True)
            return [visitor.visit]
        visitor.tracks.add(look.track)
        visitor.visit = replace(visit, last=now, score=max(visit.score, look.score))
        if now - visitor.reported < _REPORT_S:
            return []
        visitor.reported = now
        return [visitor.visit]

    @staticmethod
    def _gather(visitor: _Visitor, now: float, look: Look) -> _Arrival | None:
        """Add a look to an arrival; return the arrival once it is one."""
        arrival = visitor.arrival
        if arrival is None or now - arrival.last > _GAP_S:
            arrival = visitor.arrival = _Arrival(now, now, look.track, 0)
        arrival.looks += 1
        arrival.last, arrival.track, arrival.score = now, look.track, max(arrival.score, look.score)
        duration_s = _UNKNOWN_ARRIVAL_S if look.name is None else _ARRIVAL_S
        is_arrival = arrival.looks >= _ARRIVAL_LOOKS and now - arrival.first >= duration_s
        return arrival if is_arrival else None

    def _withdraw(self, look: Look) -> list[Visit]:
        """Drop what earlier looks at the same track said of others."""
        reports: list[Visit] = []
        for (_, who), visitor in self._visitors.items():
            if who == look.who:
                continue
            if visitor.arrival and visitor.arrival.track == look.track:
                visitor.arrival = None
            visit = visitor.visit
            if visit and visit.name is None and look.name is not None and visitor.tracks == {look.track}:
                reports.append(replace(visit, is_present=False, is_withdrawn=True))
                visitor.visit = None
        return reports
