"""What is changed about people can be taken back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from support.people_files import picture
from visavis.errors import PersonNameError, PersonNotFoundError
from visavis.people import edits
from visavis.people.consent import NO_CONSENT, Consent
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.edits import EditKind
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.storage.paths import DataFolders

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
#: Where nothing was logged.
FOLDERS = DataFolders(Path("no-data"), Path("no-cache"))


@pytest.fixture
def store(folders):
    store = PeopleStore(folders.people)
    for number, name in enumerate(("Ada", "Bob", "Cem")):
        person = store.create(PersonName(name), consent=Consent(to="yes") if name == "Ada" else NO_CONSENT)
        for shade in range(3):
            store.add(person, picture(60 * number + 20 * shade), NOON)
        store.record_session(person, NOON + timedelta(hours=number), NOON + timedelta(hours=number, minutes=1))
    return store


@pytest.fixture
def trash(folders, store):
    return Trash(folders.trash, folders.people)


@pytest.fixture
def rejections(folders):
    return RejectionStore(folders.strangers)


def state(store):
    """Everybody, with their records and pictures."""
    return [
        (person, [(each.path.name, each.path.read_bytes()) for each in store.samples(person)])
        for person in store.people()
    ]


def test_a_rename_is_undone(store):
    before = state(store)
    change = edits.rename(store, store.find("Ada"), PersonName("Augusta"), FOLDERS)
    assert (change.kind, change.name, change.to) == (EditKind.RENAMED, "Ada", "Augusta")
    assert store.find("Augusta").slug == "Ada"
    change.undo()
    assert state(store) == before


def test_a_merge_of_several_people_is_undone(store, trash, rejections):
    said = rejections.add(picture(222), store.find("Ada"))
    before = state(store)
    change = edits.merge(store, trash, rejections, [store.find("Ada"), store.find("Bob")], store.find("Cem"), FOLDERS)
    assert [each.people for each in rejections.rejections()] == [("Cem",)]
    assert (change.count, change.to) == (2, "Cem")
    [cem] = store.people()
    assert (len(store.samples(cem)), cem.consent.to, len(cem.sessions)) == (9, "yes", 3)
    change.undo()
    after = state(store)
    assert [(person.name, pictures) for person, pictures in after] == [(p.name, pictures) for p, pictures in before]
    assert [person.sessions for person, _ in after] == [person.sessions for person, _ in before]
    assert rejections.rejections() == [said]


def test_a_picture_that_both_had_is_both_ones_again(store, trash, rejections):
    for name in ("Ada", "Bob"):
        store.add(store.find(name), picture(250), NOON)
    before = state(store)
    change = edits.merge(store, trash, rejections, [store.find("Ada")], store.find("Bob"), FOLDERS)
    assert len(store.samples(store.find("Bob"))) == 7
    change.undo()
    assert [pictures for _, pictures in state(store)] == [pictures for _, pictures in before]


def test_calling_two_people_distinct_holds_after_a_merge_and_is_undone(store, trash, rejections):
    distinct = DistinctPairs(store.folder)
    ada, bob, cem = store.people()
    said = edits.call_distinct(store, ada, cem)
    assert (said.kind, said.name, said.to) == (EditKind.CALLED_DISTINCT, "Ada", "Cem")
    assert distinct.pairs() == {frozenset({"Ada", "Cem"})}
    merge = edits.merge(store, trash, rejections, [ada], bob, FOLDERS)
    assert distinct.pairs() == {frozenset({"Bob", "Cem"})}
    merge.undo()
    assert distinct.pairs() == {frozenset({"Ada", "Cem"})}
    said.undo()
    assert not distinct.pairs()


def test_merging_two_people_who_were_called_distinct_forgets_that(store, trash, rejections):
    ada, bob, _ = store.people()
    edits.call_distinct(store, ada, bob)
    merge = edits.merge(store, trash, rejections, [ada], bob, FOLDERS)
    assert not DistinctPairs(store.folder).pairs()
    merge.undo()
    assert DistinctPairs(store.folder).pairs() == {frozenset({"Ada", "Bob"})}


def test_a_merge_is_not_undone_if_the_name_is_taken_by_now(store, trash, rejections):
    change = edits.merge(store, trash, rejections, [store.find("Ada")], store.find("Bob"), FOLDERS)
    store.create(PersonName("ada"))
    with pytest.raises(PersonNameError):
        change.undo()
    assert len(store.samples(store.find("Bob"))) == 6


def test_a_move_is_undone(store):
    ada, bob = store.find("Ada"), store.find("Bob")
    before = [pictures for _, pictures in state(store)]
    change = edits.move(store, ada, store.samples(ada)[:2], bob)
    assert (change.count, change.name, change.to) == (2, "Ada", "Bob")
    assert len(store.samples(bob)) == 5
    change.undo()
    assert [pictures for _, pictures in state(store)] == before


def test_a_move_of_all_samples_of_a_folder_without_a_record_is_undone(store, folders):
    ada = store.find("Ada")
    (ada.folder / "person.json").unlink()
    by_hand = store.find("Ada")
    change = edits.move(store, by_hand, store.samples(by_hand), store.find("Bob"))
    change.undo()
    assert len(store.samples(store.find("Ada"))) == 3


def test_people_are_deleted_all_or_none_and_that_is_undone(store, trash, rejections):
    before = state(store)
    ada, bob = store.find("Ada"), store.find("Bob")
    change = edits.delete_people(trash, [ada, bob])
    assert [person.name for person in store.people()] == ["Cem"]
    assert (change.kind, change.count, change.name) == (EditKind.PEOPLE_DELETED, 2, "Ada")
    change.undo()
    assert state(store) == before
    store.delete(bob)
    before = state(store)
    with pytest.raises(PersonNotFoundError):
        edits.delete_people(trash, [ada, bob])
    assert state(store) == before
    assert trash.entries() == []


def test_deleting_samples_is_undone(store, trash, rejections):
    before = state(store)
    ada = store.find("Ada")
    change = edits.delete_samples(trash, ada, store.samples(ada)[1:])
    assert (change.count, len(store.samples(ada))) == (2, 1)
    change.undo()
    assert state(store) == before


def test_a_rejection_is_undone(store, rejections):
    before = state(store)
    ada = store.find("Ada")
    change = edits.reject(rejections, ada, store.samples(ada)[:2])
    assert (change.count, len(store.samples(ada)), len(rejections.rejections())) == (2, 1, 2)
    change.undo()
    assert state(store) == before
    assert rejections.rejections() == []


def test_undoing_a_rejection_does_not_restore_a_forgotten_person(store, rejections):
    ada = store.find("Ada")
    change = edits.reject(rejections, ada, store.samples(ada)[:1])
    store.delete(ada)
    with pytest.raises(PersonNotFoundError):
        change.undo()
    assert not ada.folder.exists()
