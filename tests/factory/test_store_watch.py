"""What another process does to people and models is told: removals at the next look, additions when they are whole."""

import os

import numpy as np
import pytest

from visavis.errors import ModelError
from visavis.factory.store_watch import INTERVAL_S, StoreState, StoreWatch
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def picture(value=90):
    return np.full((60, 60, 3), value, np.uint8)


@pytest.fixture
def people(folders):
    """Ada and Bob, with a picture each, changed a while ago."""
    store = PeopleStore(folders.people)
    for value, name in enumerate(("Ada", "Bob")):
        store.add(store.create(PersonName(name)), picture(value))
    age(folders)
    return store


def age(folders):
    """Make all changes so far an hour old, so that any other one has another time."""
    for path in (folders.people, *folders.people.rglob("*"), folders.models, *folders.models.rglob("*")):
        if path.exists():
            os.utime(path, (1e9, 1e9))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def watch(folders, people, clock):
    watch = StoreWatch(folders, clock)
    with watch.mark_load():
        pass
    return watch


def looks(watch, clock, count=1):
    """What the next looks tell."""
    told = []
    for _ in range(count):
        clock.now += INTERVAL_S
        told.append(watch.has_changed())
    return told


def test_nothing_is_told_while_nothing_changes(watch, clock):
    assert looks(watch, clock, 5) == [False] * 5


def test_before_the_first_load_there_is_nothing_to_load_again(folders, clock):
    assert looks(StoreWatch(folders, clock), clock, 2) == [False, False]


@pytest.mark.parametrize(
    "change",
    [
        lambda people, folders: people.delete(people.find("Ada")),
        lambda people, folders: people.merge(people.find("Ada"), people.find("Bob")),
        lambda people, folders: (folders.models / "current").write_text("m2\n"),
        lambda people, folders: RejectionStore(folders.strangers).add(picture(7)),
    ],
    ids=["forgotten", "merged", "another model", "rejected"],
)
def test_what_is_removed_or_exchanged_is_told_at_the_next_look(watch, clock, people, folders, change):
    folders.models.mkdir(exist_ok=True)
    with watch.mark_load():
        pass
    change(people, folders)
    assert looks(watch, clock) == [True]


@pytest.mark.parametrize(
    "change",
    [
        lambda people: people.rename(people.find("Ada"), PersonName("Eve")),
        lambda people: people.move(people.samples(people.find("Ada")), people.find("Bob")),
        lambda people: people.add(people.create(PersonName("Eve")), picture(8)),
        lambda people: people.add(people.find("Ada"), picture(9)),
    ],
    ids=["renamed", "moved", "enrolled", "another sample"],
)
def test_other_changes_are_told_when_they_are_whole_within_a_second(watch, clock, people, change):
    change(people)
    assert looks(watch, clock, 2) == [False, True]


def test_an_addition_that_goes_on_is_told_after_a_while(watch, clock, people):
    told = []
    for value in range(100, 108):
        people.create(PersonName(f"Person {value}"))
        told += looks(watch, clock)
    assert told[0] is False
    assert told.index(True) == round(1 / INTERVAL_S)  # after a second


def test_a_change_is_told_until_it_is_loaded(watch, clock, people):
    people.delete(people.find("Ada"))
    assert looks(watch, clock, 2) == [True, True]
    with watch.mark_load():
        pass
    assert looks(watch, clock, 2) == [False, False]


def test_a_change_during_a_load_is_told(watch, clock, people):
    with watch.mark_load():
        people.delete(people.find("Ada"))
    assert looks(watch, clock) == [True]


def test_a_load_that_takes_long_is_not_followed_by_another_one(watch, clock):
    for _ in range(2):
        with watch.mark_load():
            assert looks(watch, clock, 5) == [False] * 5
        assert looks(watch, clock) == [False]


def test_a_load_that_fails_is_tried_again_a_few_times(watch, clock, people):
    people.delete(people.find("Ada"))
    tries = 0
    while looks(watch, clock) == [True] and tries < 20:
        tries += 1
        with pytest.raises(ModelError), watch.mark_load():
            raise ModelError("The card is being written.")
    assert tries == 4
    people.delete(people.find("Bob"))
    assert looks(watch, clock) == [True]


def test_looks_are_not_made_more_often_than_wanted(watch, clock, people):
    looks(watch, clock)
    people.delete(people.find("Ada"))
    clock.now += INTERVAL_S / 2
    assert not watch.has_changed()
    clock.now += INTERVAL_S / 2
    assert watch.has_changed()


def test_slow_looks_are_made_rarely(watch, clock, people, monkeypatch):
    read = StoreState.read

    def read_slowly(folders):
        clock.now += 0.2
        return read(folders)

    monkeypatch.setattr(StoreState, "read", read_slowly)
    looks(watch, clock)
    people.delete(people.find("Ada"))
    told = looks(watch, clock, 20)
    assert told.index(True) == round(4 / INTERVAL_S)  # 4 s after 0.2 s


def test_folders_that_are_missing_are_empty(folders):
    assert StoreState.read(folders) == StoreState({}, 0, {}, None)
