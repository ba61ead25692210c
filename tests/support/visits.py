"""For tests of visits: a clock that is turned, the answers of a tracker, and the operations that write visits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from visavis.errors import PersonNotFoundError
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.people.store import PeopleStore
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingChange

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
_IMAGE = np.zeros((120, 160, 3), np.uint8)


class TurnedClock:
    """A clock of sources, and the calendar of the computer, which somebody may set (`offset`)."""

    def __init__(self, started=NOON):
        self.seconds = 0.0
        self.offset = timedelta()
        self._started = started

    def time_of(self, frame):
        return frame.taken_at

    def now(self):
        return self.seconds

    def date(self, seconds):
        return self._started + timedelta(seconds=seconds) + self.offset


def named(name, track=1, score=0.9, box=None):
    """The answer for a face that has a name."""
    return Answer(Face(box or Box(40, 30, 50, 50)), Match(name, score, name), track, observations=3)


def unknown(track=1, score=0.2, observations=5, doubt=Doubt.FAR, vectors=()):
    """The answer for a face that is like nobody."""
    match = Match(None, score, "Ada", doubt=doubt)
    return Answer(Face(Box(40, 30, 50, 50)), match, track, observations=observations, vectors=vectors)


def analysis(seconds, *answers, source="camera", image=_IMAGE):
    """The analysis of a frame."""
    return Analysis(Frame(image, seconds, int(seconds * 10), seconds, source), tuple(answers))


# What writes visits, for the harness of faults

COOLDOWN = timedelta(minutes=5)
MINUTE = timedelta(minutes=1)


def chip_of(name):
    """The picture of somebody's visits."""
    return f"a picture of {name} ".encode() * 20


def visit(name, hour):
    """Ten minutes of somebody."""
    first = NOON + timedelta(hours=hour)
    return Sighting(name, "camera", first, first + 10 * MINUTE, 0.9, chip=chip_of(name))


def record(world, *sightings):
    """Store visits as the recorder does."""

    def identify(name):
        try:
            person = PeopleStore(world.folders.people).find(name)
        except PersonNotFoundError:
            return None
        return person.slug, person.name

    return world.sightings.save(list(map(SightingChange, sightings)), identify, COOLDOWN)


def visits_of(store, names):
    """What users see of visits: with the names that people have now, by slug."""
    return [
        (names.get(each.person, each.person), each.first, each.last, store.chip(each)) for each in store.sightings()
    ]


def _record(world):
    """A new visit, and one that continues what there is."""
    new, known = visit("Åda Quux", 60), visit("Bøb Zyx", 1)
    later = replace(known, first=known.last + MINUTE, last=known.last + 2 * MINUTE)
    return lambda: record(world, new, later)


def _prolong(world):
    [*_, latest] = world.sightings.sightings(person="Åda Quux")
    return lambda: record(world, replace(latest, last=latest.last + MINUTE, chip=b"a better picture"))


def _purge(world):
    kept = Retention(people=timedelta(days=30), unknown=timedelta(hours=8))
    return lambda: world.sightings.purge(NOON + timedelta(days=30, hours=5), kept)


def _delete(world):
    chosen = world.sightings.sightings()[1:3]
    return lambda: world.sightings.delete(chosen)


#: By their names, functions of the world that make what is needed before, and return the operation.
VISIT_OPERATIONS = {
    "record visits": _record,
    "prolong a visit": _prolong,
    "purge visits": _purge,
    "delete visits": _delete,
}
