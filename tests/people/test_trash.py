"""The trash: what is deleted can be put back whole, for a week."""

import os
import stat
from datetime import UTC, datetime, timedelta

import pytest

from support.people_files import picture
from visavis.errors import DiskError, PersonNotFoundError, StoreError
from visavis.people import trash_entry
from visavis.people.consent import Consent
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.people.trash_entry import RETENTION

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def store(folders):
    return PeopleStore(folders.people)


@pytest.fixture
def trash(folders, store):
    return Trash(folders.trash, folders.people)


@pytest.fixture
def ada(store):
    """Someone with three pictures, a session and a note on consent."""
    ada = store.create(PersonName("Ada"), consent=Consent(to="yes"))
    for shade in (1, 50, 100):
        store.add(ada, picture(shade), NOON)
    return store.record_session(ada, NOON, NOON)


def everything(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_someone_deleted_is_gone_and_comes_back_as_they_were(store, trash, ada):
    before = everything(ada.folder)

    entry = trash.delete_person(ada)

    assert store.people() == []
    assert trash.entries() == [entry]
    assert (entry.name, entry.whole, entry.pictures) == ("Ada", True, 3)
    assert entry.expires - entry.deleted == RETENTION == timedelta(days=7)
    assert trash.restore(entry) == ada
    assert store.people() == [ada]
    assert everything(ada.folder) == before
    assert trash.entries() == []
    assert not [path for path in trash.folder.iterdir() if path.name != ".lock"]


def test_samples_deleted_come_back_under_the_same_names(store, trash, ada):
    samples = store.samples(ada)

    entry = trash.delete_samples(ada, samples[:2])

    assert store.samples(ada) == samples[2:]
    assert (entry.whole, entry.pictures) == (False, 2)
    trash.restore(entry)
    assert store.samples(ada) == samples


def test_the_trash_is_private(trash, ada):
    trash.delete_person(ada)
    for path in [trash.folder, *trash.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_picture_that_is_gone_already_is_fine(store, trash, ada):
    samples = store.samples(ada)
    store.remove(samples[0])
    assert trash.delete_samples(ada, samples[:2]).pictures == 1


def test_a_person_who_no_longer_exists_leaves_no_entry(store, trash, ada):
    store.delete(ada)
    with pytest.raises(PersonNotFoundError):
        trash.delete_person(ada)
    assert trash.entries() == []


def test_samples_are_restored_to_the_person_with_the_name_by_now(store, trash, ada):
    entry = trash.delete_person(ada)
    again = store.create(PersonName("ada"))
    store.add(again, picture(200), NOON)

    restored = trash.restore(entry)

    assert (restored.name, restored.consent.to, restored.sessions) == ("ada", "yes", ada.sessions)
    assert len(store.samples(restored)) == 4
    assert store.people() == [restored]


def test_samples_of_someone_renamed_come_back_to_them(store, trash, ada):
    entry = trash.delete_samples(ada, store.samples(ada)[:1])
    renamed = store.rename(ada, PersonName("Augusta"))
    assert trash.restore(entry).name == "Augusta"
    assert len(store.samples(renamed)) == 3


def test_samples_of_someone_deleted_come_back_with_their_name(store, trash, ada):
    samples, whole = trash.delete_samples(ada, store.samples(ada)[:1]), trash.delete_person(ada)

    back = trash.restore(samples)
    assert (back.name, len(store.samples(back))) == ("Ada", 1)
    assert len(store.samples(trash.restore(whole))) == 3
    assert len(store.people()) == 1


def test_samples_of_a_merged_person_are_restored_to_the_other(store, trash, ada):
    bob = store.create(PersonName("Bob"))
    entry = trash.delete_samples(ada, store.samples(ada)[:1])
    merged = store.merge(ada, bob)
    trash.reassign(ada, merged)

    assert [each.name for each in trash.entries_of(merged.slug, merged.name)] == ["Bob"]
    trash.restore(trash.entries()[0])
    assert not entry.folder.exists()
    assert [person.name for person in store.people()] == ["Bob"]
    assert len(store.samples(merged)) == 3


def test_a_slug_that_is_taken_is_not_overwritten(store, trash, ada):
    entry = trash.delete_person(ada)
    store.folder.joinpath("Ada").mkdir()  # by hand, empty: nobody's
    back = trash.restore(entry)
    assert (back.name, back.slug) == ("Ada", "Ada-2")
    assert len(store.samples(back)) == 3


def test_restoring_an_entry_twice_is_an_error(trash, ada):
    entry = trash.delete_person(ada)
    trash.restore(entry)
    with pytest.raises(StoreError, match="no longer in the trash"):
        trash.restore(entry)


def test_a_week_later_it_has_expired(trash, ada):
    entry = trash.delete_person(ada)
    assert trash.expired_entries(entry.deleted + timedelta(days=6)) == []
    assert trash.expired_entries(entry.deleted + timedelta(days=7)) == [entry]
    trash.remove([entry])
    assert trash.entries() == []


def test_killed_before_anything_moved_leaves_nothing_that_counts(store, trash, ada):
    half = trash.folder / "20260101T000000-dead"
    half.mkdir(parents=True)
    (half / "entry.json").write_text("{}")
    assert trash.entries() == []
    trash.delete_person(ada)
    assert not half.exists()


def test_a_damaged_entry_has_no_owner_and_may_be_of_any_person(store, trash, ada):
    entry = trash.delete_person(ada)
    (entry.folder.parent / "entry.json").write_text("{")
    [damaged] = trash.entries()
    assert (damaged.name, damaged.pictures) == ("", 3)
    assert trash.entries_of("Bob", "Bob") == [damaged]
    with pytest.raises(StoreError, match="cannot be read"):
        trash.restore(damaged)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_disk_that_refuses_leaves_them_where_they_are(store, trash, ada, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("visavis.storage.disk.os.rename", refuse)
    with pytest.raises(DiskError, match="no space left"):
        trash.delete_person(ada)
    assert store.people() == [ada]
    assert trash.entries() == []


def test_people_on_another_disk_are_deleted_and_come_back(folders, tmp_path, small_disk):
    (small_disk / "people").mkdir()
    folders.data.mkdir()
    folders.people.symlink_to(small_disk / "people")
    store, trash = PeopleStore(folders.people), Trash(folders.trash, folders.people)
    ada = store.create(PersonName("Ada"))
    for shade in (1, 50):
        store.add(ada, picture(shade), NOON)
    samples, before = store.samples(ada), everything(ada.folder)
    entry = trash.delete_person(ada)
    assert (store.people(), entry.pictures) == ([], 2)
    assert trash.restore(entry) == ada
    assert everything(ada.folder) == before
    entry = trash.delete_samples(ada, samples[:1])
    assert store.samples(ada) == samples[1:]
    trash.restore(entry)
    assert store.samples(ada) == samples


def test_what_a_deletion_costs_does_not_grow_with_what_is_in_the_trash(store, trash, ada, monkeypatch):
    """Of the other entries, no record is read."""
    loads = []
    monkeypatch.setattr(trash_entry, "load", lambda folder, load=trash_entry.load: loads.append(folder) or load(folder))
    counts = []
    for sample in store.samples(ada):
        trash.delete_samples(ada, [sample])
        counts.append(len(loads))
    assert counts == [1, 2, 3]
    assert len(trash.entries()) == 3
