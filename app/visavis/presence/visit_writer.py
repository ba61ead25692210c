"""Writes visits: into the file of sightings if the user allows it, and to whoever wants to know of arrivals."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from visavis.errors import PersonNotFoundError
from visavis.imaging.image import Image
from visavis.people.store import PeopleStore
from visavis.presence.best_pictures import to_chip
from visavis.presence.clock import SourceClock
from visavis.presence.policy import RecordingPolicy
from visavis.presence.visits import Visit
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore
from visavis.storage.paths import DataFolders

#: Maximum number of visits that are known to be stored. An older one that goes on is found in the file.
_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class VisitReport:
    """A visit as far as it has gone, and its best picture if there is a better one than before."""

    visit: Visit
    picture: Image | None = None

    def after(self, earlier: "VisitReport | None") -> "VisitReport":
        """What stands for both an earlier report, which was not written, and this one."""
        return replace(self, picture=earlier.picture) if earlier and self.picture is None else self


class VisitWriter:
    """Only one thread uses it.

    Parameters
    ----------
    on_arrival : callable
        Called with each sighting that begins, and not with one that goes on after a break, also one of the program.
    """

    def __init__(
        self,
        folders: DataFolders,
        clock: SourceClock,
        on_arrival: Callable[[Sighting], object],
    ) -> None:
        self.store = SightingStore(folders.sightings)
        self._people = PeopleStore(folders.people)
        self._clock = clock
        self._on_arrival = on_arrival
        self._known: OrderedDict[int, Sighting | None] = OrderedDict()  # by number; None: to be left out

    def write(self, reports: Sequence[VisitReport], policy: RecordingPolicy) -> None:
        """Write visits, new ones and those that go on.

        Raises
        ------
        VisavisError
            If they cannot be stored, or the people cannot be read. Nothing of them is then, and they can be written
            again.
        """
        reports = [each for each in reports if self._known.get(each.visit.number, each) is not None]
        changes = list(map(self._change, reports))
        if policy.is_recording:
            stored = self.store.save(changes, self._identify, policy.cooldown) if changes else []
        else:
            stored = [(self._name(change), False) for change in changes]
        for report, (sighting, is_continued) in zip(reports, stored, strict=True):
            number = report.visit.number
            is_new = number not in self._known
            self._known[number] = sighting and replace(sighting, chip=None)
            self._known.move_to_end(number)
            if is_new and sighting is not None and not is_continued:
                self._on_arrival(sighting)
        while len(self._known) > _LIMIT:
            self._known.popitem(last=False)

    def _change(self, report: VisitReport) -> SightingChange:
        visit = report.visit
        sighting = self._known.get(visit.number)
        if sighting is None:
            first = self._clock.date(visit.first)
            sighting = Sighting(visit.name, visit.source, first, first, visit.score)
        last = sighting.first + timedelta(seconds=visit.last - visit.first)  # whoever sets the calendar meanwhile
        chip = None if report.picture is None else to_chip(report.picture)
        return SightingChange(replace(sighting, last=last, score=visit.score, chip=chip), visit.is_withdrawn)

    def _name(self, change: SightingChange) -> Sighting | None:
        """The sighting with the person's slug and name; None if nobody has that name any more."""
        sighting = change.sighting
        if sighting.name is None or sighting.person is not None:
            return None if change.is_withdrawn else sighting
        known = self._identify(sighting.name)
        return replace(sighting, person=known[0], name=known[1]) if known else None

    def _identify(self, name: str) -> tuple[str, str] | None:
        try:
            person = self._people.find(name)
        except PersonNotFoundError:
            return None
        return person.slug, person.name
