"""What is written of a whole day, and of unknown people who come again."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from support.fakes import picture
from support.visits import NOON, Recording, TurnedClock, analysis, named, rows, unknown
from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore

EVERYBODY = Settings(sightings=True, sightings_unknown=True)


@pytest.fixture
def people(folders):
    store = PeopleStore(folders.people)
    for name in ("Ada", "Bob"):
        store.add(store.create(PersonName(name)), picture(), NOON)
    return store


@pytest.fixture
def store(folders):
    return SightingStore(folders.sightings)


@pytest.fixture
def recording(folders, people):
    clock = TurnedClock()
    return lambda settings: Recording(folders, settings, clock)


# A simulated day

MIDNIGHT = NOON.replace(hour=0)
HOUR = 3600.0
#: Who is seen, on which track, from when to when, in seconds of the day.
DAY = [
    ("Ada", 1, 8 * HOUR, 8.5 * HOUR),
    ("Ada", 2, 8.5 * HOUR + 240, 9 * HOUR),  # back within the cool-down of five minutes
    ("Ada", 3, 9 * HOUR + 330, 9 * HOUR + 600),  # not within it
    ("Bob", 4, 8.25 * HOUR, 8.75 * HOUR),
    (None, 5, 10 * HOUR, 10 * HOUR + 300),
    (None, 6, 17 * HOUR, 17 * HOUR + 60),
    ("Bob", 7, 11 * HOUR, 11 * HOUR + 0.5),  # two looks are no visit
    ("Zoe", 8, 11 * HOUR, 12 * HOUR),  # known to the model only
    ("Ada", 9, 12 * HOUR, 13 * HOUR),
    ("Bob", 10, 23.5 * HOUR, 24 * HOUR),
]
#: The calendar is set: when, and by how much it is wrong from then on.
SET = [(12.5 * HOUR, timedelta(hours=-1)), (13.25 * HOUR, timedelta()), (14.1 * HOUR, timedelta(days=1000))]
SET += [(14.2 * HOUR, timedelta())]


def test_a_simulated_day_has_exact_rows_cooldowns_and_purges(folders, people, store):
    clock = TurnedClock(MIDNIGHT)
    earlier = [
        Sighting("Ada", "camera", MIDNIGHT - timedelta(days=days, hours=1), MIDNIGHT - timedelta(days=days), 0.5)
        for days in (29.4, 28)  # the first one is 30 days old at 14:24
    ]
    store.save(list(map(SightingChange, earlier)), lambda name: (name, name, ""), timedelta())
    run = Recording(folders, EVERYBODY, clock)
    jumps, kept = list(SET), {}
    while clock.seconds < 24 * HOUR:
        if jumps and clock.seconds >= jumps[0][0]:
            clock.offset = jumps.pop(0)[1]
        seen = [(name, track) for name, track, start, end in DAY if start <= clock.seconds < end]
        answers = [named(name, track) if name else unknown(track) for name, track in seen]
        run.recorder.see(analysis(clock.seconds, *answers))
        if answers or not clock.seconds % 5:
            run.recorder.write()
        if not clock.seconds % 600:
            names = [each.name for each in store.sightings()]
            kept[clock.seconds / HOUR] = names.count("Ada"), names.count("Bob"), names.count(None)
        is_busy = any(start - 5 <= clock.seconds < end for _, _, start, end in DAY)
        clock.seconds += 0.5 if is_busy else 5.0
    run.recorder.close()
    assert rows(store, MIDNIGHT)[1:] == [
        ("Ada", "camera", 8 * HOUR, 9 * HOUR - 0.5),
        ("Bob", "camera", 8.25 * HOUR, 8.75 * HOUR - 0.5),
        ("Ada", "camera", 9 * HOUR + 330, 9 * HOUR + 599.5),
        ("Ada", "camera", 12 * HOUR, 13 * HOUR - 0.5),
        (None, "camera", 17 * HOUR, 17 * HOUR + 59.5),
        ("Bob", "camera", 23.5 * HOUR, 24 * HOUR - 0.5),
    ]
    assert [each.name for each in run.arrivals] == ["Ada", "Bob", "Ada", None, "Ada", None, "Bob"]
    # who was here until 10:05 and is unknown is gone eight hours later, at the next purge; so is what is 30 days old
    assert [kept[hour] for hour in (7, 10, 11, 14, 16, 18)] == [
        (2, 0, 0),
        (4, 1, 0),
        (4, 1, 1),
        (5, 1, 1),
        (4, 1, 1),
        (4, 1, 2),
    ]
    assert kept[18 + 1 / 2] == (4, 1, 1)


def test_old_visits_of_people_are_purged_after_their_days(folders, people, store):
    clock = TurnedClock(MIDNIGHT)
    ages = (29.9, 30.1, 400)
    sightings = [
        Sighting("Ada", f"camera {age}", MIDNIGHT - timedelta(days=age), MIDNIGHT - timedelta(days=age), 0.5)
        for age in ages
    ]
    store.save([SightingChange(each) for each in sightings], lambda name: (name, name, ""), timedelta())
    run = Recording(folders, Settings(), clock)  # also if nothing is recorded any more
    run.recorder.write()
    assert [each.source for each in store.sightings()] == ["camera 29.9"]
    run.rest(3 * HOUR)
    assert store.sightings() == []


# Guests

UNKNOWN = replace(EVERYBODY, sightings_pictures=True)


def face_of(person, seed=0):
    """The vectors of a track of somebody unknown."""
    random = np.random.default_rng(seed)
    vectors = np.eye(32, dtype=np.float32)[person] + random.normal(0, 0.05, (5, 32)).astype(np.float32)
    return tuple(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def test_somebody_unknown_who_comes_again_is_the_same_guest(recording, store, folders):
    run = recording(UNKNOWN)
    run.watch(60, unknown(1, vectors=face_of(0)), unknown(2, vectors=face_of(1, 1)))
    run.rest(120)
    run.watch(150, unknown(3, vectors=face_of(0, 2)))  # within the cool-down
    run.rest(1000)
    run.watch(1060, unknown(4, vectors=face_of(1, 3)))
    run.recorder.close()
    seen = [(each.guest, (each.first - NOON).total_seconds()) for each in store.sightings()]
    assert seen == [(1, 0.0), (2, 0.0), (2, 1000.0)]
    assert [each.guest for each in run.arrivals] == [1, 2, 2]
    assert [(each.visits, each.pictures) for each in GuestStore(folders.sightings).guests()] == [(1, 1), (2, 2)]


def test_somebody_unknown_in_two_pictures_at_once_is_recorded_once(recording, store, folders):
    run = recording(UNKNOWN)
    other = unknown(9, vectors=face_of(1, 3))
    while run.clock.seconds < 60:
        run.watch(run.clock.seconds + 0.5, unknown(1, vectors=face_of(0)), source="door")
        run.recorder.see(analysis(run.clock.seconds, unknown(1, vectors=face_of(0, 1)), other, source="desk"))
        run.recorder.write()
    run.recorder.close()
    seen = [(each.guest, each.source) for each in store.sightings()]
    assert seen == [(1, "door"), (2, "desk")]
    assert [each.guest for each in run.arrivals] == [1, 2]
    assert [each.visits for each in GuestStore(folders.sightings).guests()] == [1, 1]


def test_a_person_in_two_pictures_at_once_is_recorded_once_with_the_best_picture(recording, store):
    run = recording(UNKNOWN)
    bright = np.full((120, 160, 3), 200, np.uint8)
    while run.clock.seconds < 60:
        run.watch(run.clock.seconds + 0.5, named("Ada", score=0.8), source="door")
        run.recorder.see(analysis(run.clock.seconds, named("Ada", score=0.9), source="desk", image=bright))
    run.recorder.close()
    [sighting] = store.sightings()
    assert (sighting.source, sighting.score) == ("door", 0.9)
    assert codec.decode(store.chip(sighting), "chip").mean() > 150  # the better one is of the other source
    assert [each.name for each in run.arrivals] == ["Ada"]


def test_an_ignored_guest_is_not_told_either(recording, store, folders):
    run = recording(UNKNOWN)
    run.watch(30, unknown(1, vectors=face_of(0)))
    guests = GuestStore(folders.sightings)
    guests.ignore(guests.find(1), is_ignored=True)
    run.rest(1000)
    run.watch(1030, unknown(2, vectors=face_of(0, 1)))
    run.recorder.close()
    assert len(run.arrivals) == 1
    assert len(store.sightings()) == 1


def test_without_the_meaning_of_vectors_nobody_is_a_guest(recording, store):
    run = recording(UNKNOWN)
    run.watch(30, unknown(1))
    run.recorder.close()
    assert [each.guest for each in store.sightings()] == [None]
