"""For tests of visits: a clock that is turned, the answers of a tracker, and the operations that write visits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from visavis.errors import PersonNotFoundError
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Analysis, Answer
from visavis.presence.guest_naming import name_guest
from visavis.presence.recorder import SightingRecorder
from visavis.recognition.match import Doubt, Match
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.guests import FaceVector
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
    return Analysis(Frame(image, seconds, int(seconds * 10), seconds, source), tuple(answers), space="sface")


# A recorder


class Recording:
    """A recorder without a thread, driven on a clock that the test turns."""

    def __init__(self, folders, settings, clock):
        self.clock, self.arrivals, self.errors = clock, [], []
        self.recorder = SightingRecorder(
            folders,
            settings,
            clock,
            calendar=clock,
            has_thread=False,
            on_error=self.errors.append,
            on_arrival=self.arrivals.append,
        )

    def watch(self, end, *answers, source="camera", step=0.5):
        """See the same answers until a time; write as often as the thread would."""
        while self.clock.seconds < end:
            self.recorder.see(analysis(self.clock.seconds, *answers, source=source))
            if answers or not self.clock.seconds % 5:
                self.recorder.write()
            self.clock.seconds += step

    def rest(self, end):
        """Let time pass without faces."""
        while self.clock.seconds < end:
            self.recorder.write()
            self.clock.seconds += 5.0


def rows(store, started=NOON):
    """The sightings in seconds of the clock."""
    return [
        (each.name, each.source, (each.first - started).total_seconds(), (each.last - started).total_seconds())
        for each in store.sightings()
    ]


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
        return person.slug, person.name, person.id

    return world.sightings.save(list(map(SightingChange, sightings)), identify, COOLDOWN)


def record_guest(world):
    """Somebody unknown who came twice, with pictures that nobody else has."""
    for hour in (70, 72):
        first = NOON + timedelta(hours=hour)
        sample = codec.encode(np.full((24, 24, 3), hour, np.uint8))
        sighting = Sighting(None, "camera", first, first + MINUTE, 0.2, sample=sample)
        face = FaceVector("sface", np.eye(8, dtype=np.float32)[0])
        world.sightings.save([SightingChange(sighting, face=face)], lambda name: None, COOLDOWN)


def _of_guest(edit):
    """An edit of the guest, where they are still there: as users repeat it."""

    def prepare(world):
        guests = GuestStore(world.folders.sightings)
        return lambda: [edit(world, guests, guest) for guest in guests.guests()]

    return prepare


def visits_of(store, names):
    """What users see of visits: with the names that people have now, by slug."""
    ignored = {each.id for each in GuestStore(store.path).guests() if each.is_ignored}
    return [
        (
            names.get(each.person, each.person),
            each.guest,
            each.guest in ignored,
            each.first,
            each.last,
            store.chip(each),
        )
        for each in store.sightings()
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


def _correct(world):
    """One visit was somebody else's."""
    [first, *_] = world.sightings.sightings(person="Bøb Zyx")
    return lambda: world.sightings.correct(first, "Åda Quux", "Åda Quux")


#: By their names, functions of the world that make what is needed before, and return the operation.
VISIT_OPERATIONS = {
    "record visits": _record,
    "prolong a visit": _prolong,
    "purge visits": _purge,
    "delete visits": _delete,
    "correct a visit": _correct,
    "name a guest": _of_guest(lambda world, _, guest: name_guest(world.folders, guest, PersonName("Gast"))),
    "discard a guest": _of_guest(lambda _, guests, guest: guests.discard(guest)),
    "ignore a guest": _of_guest(lambda _, guests, guest: guests.ignore(guest, is_ignored=True)),
}
#: Those that change two stores: each part is valid, and doing it again completes it.
GRADUAL = {"name a guest"}
