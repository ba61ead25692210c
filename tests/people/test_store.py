"""The people store: whom and what it keeps, and what it refuses."""

from datetime import UTC, datetime

import pytest

from support.people_files import MINUTE, NOON, contents, named, picture, put
from visavis.audit.log import AUDIT_FILE
from visavis.errors import PersonNameError, PersonNotFoundError, StoreError
from visavis.imaging import codec
from visavis.people.consent import Consent
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore, Session


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


@pytest.mark.parametrize("name", ["Ada Lovelace", "王伟", "../x", "a/b", "CON", "x" * 300, "محمد", "🦊"])
def test_a_person_of_any_name_can_be_created_and_found(store, name):
    created = store.create(PersonName(f" {name} "), consent=Consent(to="asked on Sunday"))

    [person] = store.people()
    assert person == created == store.find(name)
    assert person.name == name
    assert person.consent.to == "asked on Sunday"
    assert person.folder == store.folder / person.slug
    assert person.folder.parent.resolve() == store.folder.resolve()
    assert abs(person.created - datetime.now(UTC)) < MINUTE


@pytest.mark.parametrize("name", ["Ada Lovelace", "ada_lovelace", " ADA  LOVELACE"])
def test_a_name_is_taken_in_every_writing(store, name):
    store.create(PersonName("Ada_Lovelace"))

    with pytest.raises(PersonNameError, match="The name Ada_Lovelace is taken"):
        store.create(PersonName(name))
    assert store.find_or_create(PersonName(name)) == store.find("Ada_Lovelace")
    assert named(store) == ["Ada_Lovelace"]


def test_an_impossible_name_leaves_nothing(store):
    with pytest.raises(PersonNameError):
        store.create(PersonName("a\nb"))
    assert not store.folder.exists()


def test_names_with_the_same_slug_get_folders_of_their_own(store):
    assert store.create(PersonName("a/b")).slug == "a_b"
    assert store.create(PersonName("a:b")).slug == "a_b-2"


def test_an_unknown_name_is_an_error_with_similar_names(store):
    for name in ("Ada Lovelace", "Bob"):
        store.create(PersonName(name))

    with pytest.raises(PersonNotFoundError, match="Nobody is called ada lovelac") as told:
        store.find("ada lovelac")
    assert str(told.value.hint) == "Did you mean Ada Lovelace?"
    with pytest.raises(PersonNotFoundError) as told:
        store.find("xyz")
    assert "visavis people list" in str(told.value.hint)


def test_the_same_picture_is_kept_once(store):
    ada = store.create(PersonName("Ada"))
    first = store.add(ada, picture(10), NOON)

    assert store.add(ada, picture(10), NOON + MINUTE) == first
    assert store.samples(ada) == [first]
    assert store.add(store.create(PersonName("Bob")), picture(10), NOON).hash == first.hash


def test_a_sample_can_be_removed(store):
    ada = store.create(PersonName("Ada"))
    one, other = (store.add(ada, picture(shade), NOON) for shade in (10, 20))

    store.remove(one)
    store.remove(one)

    assert store.samples(ada) == [other]


def test_nothing_is_added_to_the_forgotten(store):
    ada = store.create(PersonName("Ada"))
    store.delete(ada)

    with pytest.raises(PersonNotFoundError, match="Ada is no longer there"):
        store.add(ada, picture(10))
    with pytest.raises(PersonNotFoundError):
        store.record_session(ada, NOON, NOON)
    assert store.people() == []


def test_sessions_are_remembered_in_order(store):
    ada = store.create(PersonName("Ada"))

    for start in (NOON + MINUTE, NOON, NOON):
        store.record_session(ada, start, start + MINUTE / 2)

    assert store.find("Ada").sessions == (Session(NOON, NOON + MINUTE / 2), Session(NOON + MINUTE, NOON + MINUTE * 1.5))


def test_renaming_keeps_the_slug(store):
    ada = store.create(PersonName("Ada"), consent=Consent(to="yes"))
    sample = store.add(ada, picture(10))

    renamed = store.rename(ada, PersonName(" Augusta "))

    assert (renamed.name, renamed.slug, renamed.consent.to) == ("Augusta", ada.slug, "yes")
    assert store.people() == [renamed]
    assert store.samples(renamed) == [sample]
    assert store.rename(renamed, PersonName("AUGUSTA")).name == "AUGUSTA"  # another writing of the same name


def test_a_person_cannot_get_the_name_of_another(store):
    ada, _ = store.create(PersonName("Ada")), store.create(PersonName("Bob King"))

    with pytest.raises(PersonNameError, match="Bob King is taken"):
        store.rename(ada, PersonName("bob_king"))
    assert named(store) == ["Ada", "Bob King"]


def test_merging(store):
    ada, double = store.create(PersonName("Ada")), store.create(PersonName("Ada 2"), consent=Consent(to="yes"))
    store.add(ada, picture(10), NOON)
    store.add(double, picture(10), NOON + MINUTE)  # the same content
    store.add(double, picture(20), NOON)
    put(double.folder, "a.jpg", 30)
    put(ada.folder, "a.jpg", 40)
    store.record_session(ada, NOON + MINUTE, NOON + MINUTE)
    store.record_session(double, NOON, NOON)

    merged = store.merge(double, ada)

    assert store.people() == [merged]
    assert (merged.slug, merged.name, merged.consent.to) == (ada.slug, "Ada", "yes")
    assert merged.sessions == (Session(NOON, NOON), Session(NOON + MINUTE, NOON + MINUTE))
    expected = sorted(codec.encode(picture(shade)) for shade in (10, 20, 30, 40))
    assert contents(store) == {"Ada": expected}
    assert not double.folder.exists()


def test_merging_keeps_files_of_the_user(store):
    ada, double = store.create(PersonName("Ada")), store.create(PersonName("Ada 2"))
    (double.folder / "notes.txt").touch()

    store.merge(double, ada)

    assert [path.name for path in double.folder.iterdir()] == ["notes.txt"]
    assert named(store) == ["Ada"]


def test_a_person_cannot_be_merged_with_themselves(store):
    ada = store.create(PersonName("Ada"))
    store.add(ada, picture(10))

    with pytest.raises(StoreError, match="the same person"):
        store.merge(ada, ada)
    assert len(store.samples(ada)) == 1


def test_moving_takes_the_session_along(store):
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    store.record_session(ada, NOON, NOON + MINUTE)
    store.record_session(ada, NOON + 5 * MINUTE, NOON + 6 * MINUTE)
    wrong, right = (store.add(ada, picture(shade), NOON) for shade in (10, 20))

    moved = store.move([wrong], bob)

    assert [sample.hash for sample in store.samples(moved)] == [wrong.hash]
    assert store.samples(ada) == [right]
    assert moved.sessions == (Session(NOON, NOON + MINUTE),)
    assert store.move(store.samples(moved), moved) == moved  # to themselves
    assert len(store.samples(moved)) == 1


def test_moving_a_deleted_sample_moves_none(store):
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    one, other = (store.add(ada, picture(shade), NOON) for shade in (10, 20))
    other.path.unlink()

    with pytest.raises(StoreError, match="no longer there"):
        store.move([one, other], bob)
    assert store.samples(ada) == [one]


def test_forgetting_takes_everything(store):
    ada = store.create(PersonName("Ada"))
    store.add(ada, picture(10))
    put(store.folder / "ada", "a.jpg", 20)
    (ada.folder / "deeper").mkdir()
    (ada.folder / "deeper" / "notes.txt").touch()

    assert store.delete(ada) == 2

    assert {path.name for path in store.folder.iterdir()} == {".lock", AUDIT_FILE}
