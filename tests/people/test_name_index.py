"""Finding a person costs the same however many there are, and is right whatever other processes and users do."""

import os
from collections import Counter
from datetime import UTC, datetime

import pytest

from support.people_files import put
from visavis.errors import PersonNameError, PersonNotFoundError
from visavis.people import name_index, person
from visavis.people.names import PersonName
from visavis.people.picture_record import PictureRecord
from visavis.people.samples import NewPicture
from visavis.people.store import PeopleStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def enroll(store, *names):
    return [store.enroll(PersonName(name), [NewPicture(name.encode(), NOON)]) for name in names]


@pytest.fixture
def store(tmp_path):
    """A store whose people this process knows."""
    store = PeopleStore(tmp_path / "people")
    enroll(store, "Ada", "Bob")
    store.people()
    enroll(store, "Cem")
    return store


def process(change):
    """Let another process do it."""
    if not (child := os.fork()):
        status = 1
        try:
            change()
            status = 0
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def names_of(store):
    """Who is found under each name that was ever used here."""
    found = {}
    for name in ("Ada", "Bob", "Cem", "Eve", "Zoe"):
        try:
            found[name] = store.find(name).slug
        except PersonNotFoundError:
            assert store.person_called(PersonName(name)) is None
    return found


def renamed(store):
    store.rename(store.find("Ada"), PersonName("Eve"))


def forgotten(store):
    store.delete(store.find("Bob"))


def exchanged(store):
    renamed(store)
    store.rename(store.find("Bob"), PersonName("Ada"))


def merged(store):
    store.merge(store.find("Ada"), store.find("Cem"))


def enrolled(store):
    enroll(store, "Zoe")


def made_by_hand(store):
    (store.folder / "Zoe").mkdir()
    store.find("Ada")
    put(store.folder / "Zoe", "x.jpg")


def edited_by_hand(store):
    path = store.folder / "Ada" / "person.json"
    path.write_text(path.read_text().replace('"Ada"', '"Zoe"'))


def removed_by_hand(store):
    path = store.folder / "Bob"
    for inside in path.iterdir():
        inside.unlink()
    path.rmdir()


CHANGES = [renamed, forgotten, exchanged, merged, enrolled, made_by_hand, edited_by_hand, removed_by_hand]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="starts copies of itself")
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_another_process_changes_is_seen_at_once(store, change):
    names_of(store)
    process(lambda: change(store))
    found = names_of(store)
    name_index._INDEXES.clear()  # as a program that has just started
    assert found == names_of(PeopleStore(store.folder))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="starts copies of itself")
def test_changes_that_follow_each_other_at_once_are_all_seen(store):
    for number in range(30):
        name = f"Person {number}"
        process(lambda name=name: enroll(store, name))
        assert store.person_called(PersonName(name)).name == name
        enroll(store, f"{name} of ours")
        assert store.person_called(PersonName(f"{name} of ours"))
    assert len(store.people()) == 63


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_this_process_changes_is_seen_at_once(store, change):
    names_of(store)
    change(store)
    found = names_of(store)
    name_index._INDEXES.clear()
    assert found == names_of(PeopleStore(store.folder))


def test_a_change_that_fails_leaves_nothing_that_is_believed(store, monkeypatch):
    monkeypatch.setattr(PictureRecord, "save", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.remember_sources(store.find("Ada"), PictureRecord({"a": "b"}))
    assert name_index.index_of(store.folder).table() is None


def test_a_file_system_that_keeps_no_exact_times_costs_only_time(store, monkeypatch):
    times = os.utime
    monkeypatch.setattr(os, "utime", lambda path, ns: times(path, ns=(0, ns[1] // 10**9 * 10**9)))
    enroll(store, "Zoe")
    assert name_index.index_of(store.folder).table() is None
    assert store.find("Zoe").slug == "Zoe"


def test_somebody_who_was_renamed_stays_when_their_first_name_is_enrolled_again(store):
    store.remember_sources(store.find("Ada"), PictureRecord({"a" * 16: "b" * 16}))
    renamed(store)
    enroll(store, "Ada")
    assert [person.name for person in store.people()] == ["Ada", "Bob", "Cem", "Eve"]
    with pytest.raises(PersonNameError):
        store.create(PersonName("Ada"))


def cost(monkeypatch, work):
    """How often a record is looked at, and the folder is listed, in the work."""
    counts = Counter()
    load, listdir, scandir = person.Person.load, os.listdir, os.scandir

    def counted(name, call):
        def run(*arguments):
            counts[name] += 1
            return call(*arguments)

        return run

    with monkeypatch.context() as patch:
        patch.setattr(person.Person, "load", staticmethod(counted("record", load)))
        for name, call in (("listdir", listdir), ("scandir", scandir)):
            patch.setattr(os, name, counted("folder", call))
        work()
    return counts


def test_finding_and_enrolling_cost_the_same_however_many_people_there_are(tmp_path, monkeypatch):
    def costs(count):
        store = PeopleStore(tmp_path / str(count))
        enroll(store, *(f"Person {number}" for number in range(count)))
        store.people()
        enroll(store, "Ada")
        return [
            cost(monkeypatch, lambda: store.find("Person 1")),
            cost(monkeypatch, lambda: store.find_merged(PersonName("Zoe"))),
            cost(monkeypatch, lambda: enroll(store, "Bob", "Cem")),
            cost(monkeypatch, lambda: store.add(store.find("Person 1"), b"new", NOON)),
        ]

    few = costs(3)
    assert few == costs(30)
    assert few[0] == {"record": 1}
