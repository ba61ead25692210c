"""Visits in the data folder of `faulty_world`, and the operations that write them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from visavis.errors import PersonNotFoundError
from visavis.people.store import PeopleStore
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import Retention, SightingChange

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
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
