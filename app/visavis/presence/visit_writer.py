"""Writes visits: into the file of sightings if the user allows it, and to whoever wants to know of arrivals."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from visavis.errors import PersonNotFoundError
from visavis.imaging import codec
from visavis.people.store import PeopleStore
from visavis.presence.best_pictures import BestPicture
from visavis.presence.clock import SourceClock
from visavis.presence.policy import RecordingPolicy
from visavis.presence.visits import Visit
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore
from visavis.storage.paths import DataFolders

#: Maximum number of visits that are known to be stored. An older one that goes on is found in the file.
_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class VisitReport:
    """A visit as far as it has gone, and its best picture if there is a better one than before."""

    visit: Visit
    picture: BestPicture | None = None
    face: FaceVector | None = None
    """The mean embedding of somebody unknown."""

    def after(self, earlier: "VisitReport | None") -> "VisitReport":
        """What stands for both an earlier report, which was not written, and this one."""
        if earlier is None:
            return self
        return replace(self, picture=self.picture or earlier.picture, face=self.face or earlier.face)


@dataclass(frozen=True, slots=True)
class _Written:
    """What is in the file of a visit."""

    visit: Visit
    sighting: Sighting | None
    """None: the visit is to be left out."""
    is_continued: bool
    face: FaceVector | None


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
        self._written: OrderedDict[int, _Written] = OrderedDict()  # by the visit's number

    def write(self, reports: Sequence[VisitReport], policy: RecordingPolicy) -> None:
        """Write visits, new ones and those that go on.

        Raises
        ------
        VisavisError
            If they cannot be stored, or the people cannot be read. Nothing of them is then, and they can be written
            again.
        """
        reports = [each for each in reports if not self._is_left_out(each.visit)]
        changes = list(map(self._change, reports))
        if policy.is_recording:
            stored = self.store.save(changes, self._identify, policy.cooldown) if changes else []
        else:
            stored = [(self._name(change), False) for change in changes]
        for report, change, (sighting, is_continued) in zip(reports, changes, stored, strict=True):
            number = report.visit.number
            is_new = number not in self._written
            face = change.face or change.face_before
            kept = sighting and replace(sighting, chip=None, sample=None)
            self._written[number] = _Written(report.visit, kept, is_continued, face)
            self._written.move_to_end(number)
            if is_new and sighting is not None and not is_continued:
                self._on_arrival(sighting)
        while len(self._written) > _LIMIT:
            self._written.popitem(last=False)

    def _is_left_out(self, visit: Visit) -> bool:
        written = self._written.get(visit.number)
        return written is not None and written.sighting is None

    def _change(self, report: VisitReport) -> SightingChange:
        visit, picture = report.visit, report.picture
        written = self._written.get(visit.number)
        if written is None or written.sighting is None:
            first = self._clock.date(visit.first)
            sighting = Sighting(visit.name, visit.source, first, first, visit.score)
        else:
            sighting = written.sighting
        sighting = replace(
            sighting,
            last=sighting.first + timedelta(seconds=visit.last - visit.first),  # whoever sets the calendar meanwhile
            score=visit.score,
            chip=picture.chip if picture else None,
            sample=codec.encode(picture.sample) if picture and picture.sample is not None else None,
        )
        return SightingChange(
            sighting,
            is_withdrawn=visit.is_withdrawn,
            is_continued=written is not None and written.is_continued,
            face=report.face,
            face_before=written.face if written else None,
            beside=tuple(id_ for id_, source in self._unknown_at(visit) if source == visit.source),
            elsewhere=tuple(id_ for id_, source in self._unknown_at(visit) if source != visit.source),
        )

    def _unknown_at(self, visit: Visit) -> list[tuple[int, str]]:
        """The sightings of others who are unknown and here at the same time, and their sources."""
        if visit.name is not None:
            return []
        return [
            (other.sighting.id, other.visit.source)
            for number, other in self._written.items()
            if other.sighting is not None
            and other.sighting.id is not None
            and number != visit.number
            and other.visit.name is None
            and other.visit.is_present
            and other.visit.last >= visit.first
        ]

    def _name(self, change: SightingChange) -> Sighting | None:
        """The sighting with the person's slug and name; None if nobody has that name any more."""
        sighting = change.sighting
        if sighting.name is None or sighting.person is not None:
            return None if change.is_withdrawn else sighting
        known = self._identify(sighting.name)
        return replace(sighting, person=known[0], name=known[1], person_id=known[2] or None) if known else None

    def _identify(self, name: str) -> tuple[str, str, str] | None:
        try:
            person = self._people.find(name)
        except PersonNotFoundError:
            return None
        return person.slug, person.name, person.id
