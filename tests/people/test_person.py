"""A person's record and sessions, and records that are wrong."""

import os
import re
import sys

import pytest

from support.people_files import MINUTE, NOON, named, picture, put, record
from visavis.errors import DamagedFileError, FileError, NewerFileError, StoreError
from visavis.people.names import PersonName
from visavis.people.person import ASIDE_FOLDER, other_files, sample_paths
from visavis.people.picture_record import PICTURES_FILE, PictureRecord
from visavis.people.store import PeopleStore, Sample, Session


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"{}",
        b'{"version": "1"}',
        b'{"version": 0}',
        b"[" * 100_000,
        b'{"version": 1, "name": "Ada"}',
    ],
)
def test_a_person_with_a_damaged_record_is_left_out_and_nobody_else(store, content, caplog):
    store.create(PersonName("Bob"))
    (store.create(PersonName("Ada")).folder / "person.json").write_bytes(content)

    assert named(store) == ["Bob"]
    [error] = store.left_out()
    assert re.search(r"Ada.person\.json is damaged: .*\.$", str(error))
    assert f"A person is left out. {error} {error.hint}" in caplog.messages
    assert (store.create(PersonName("Ada"))).slug == "Ada-2"
    assert (store.folder / "Ada" / "person.json").read_bytes() == content


def test_a_damaged_record_of_pictures_hinders_no_reader_and_is_told(store, caplog):
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    PictureRecord(whole=frozenset({"b"})).save(bob.folder)
    (ada.folder / PICTURES_FILE).write_bytes(b"[]")

    assert [store.whole_pictures(person) for person in store.people()] == [frozenset(), {"b"}]
    [message] = caplog.messages
    assert message.startswith("Pictures of Ada without a face do not count. ")
    with pytest.raises(DamagedFileError):
        store.picture_record(ada)
    (ada.folder / PICTURES_FILE).write_bytes(b'{"version": 99}')
    with pytest.raises(NewerFileError):
        store.whole_pictures(ada)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 1},
        {"name": ""},
        {"name": "a\nb"},
        {"created": None},
        {"created": "2026-11-22T12:00:00"},
        {"created": "yesterday"},
        {"consent": None},
        {"sessions": None},
        {"sessions": [{}]},
        {"sessions": [{"started": "2026-11-22T12:00:00Z", "ended": 1}]},
    ],
    ids=str,
)
def test_a_record_with_wrong_values_is_an_error(store, changes):
    record(store.folder / "Ada")
    assert named(store) == ["Ada"]
    record(store.folder / "Ada", **changes)

    assert named(store) == []
    [error] = store.left_out()
    assert re.search(r"person\.json is damaged: .*\.$", str(error))


def test_a_newer_record_is_refused(store):
    record(store.folder / "Ada", version=3)

    with pytest.raises(FileError, match=r"person\.json was written by a newer version of Visavis\.$") as told:
        store.people()
    assert "Update" in str(told.value.hint)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_folder_whose_name_is_not_text_is_left_out(store):
    put(store.folder / os.fsdecode(b"Ad\xe9"), "a.jpg")

    assert named(store) == []
    [error] = store.left_out()
    assert isinstance(error, StoreError)
    assert b"cannot be used as a person" in str(error).encode()


def test_a_session_covers_the_samples_taken_in_it(store):
    ada = store.create(PersonName("Ada"))
    session = Session(NOON, NOON + MINUTE)

    assert session.covers(store.add(ada, picture(10), NOON))
    assert not session.covers(store.add(ada, picture(20), NOON + 2 * MINUTE))
    assert not session.covers(Sample(put(ada.folder, "a.jpg"), ada.slug))


def test_a_session_gives_a_folder_made_by_hand_its_record(store):
    put(store.folder / "Ada", "a.jpg")

    store.record_session(store.find("Ada"), NOON, NOON + MINUTE)

    assert store.find("Ada").created is not None
    assert store.find("Ada").sessions == (Session(NOON, NOON + MINUTE),)


def test_folders_inside_a_persons_are_named_with_their_pictures_which_do_not_count(tmp_path):
    folder = tmp_path / "ada"
    put(folder, "a.jpg")
    for name in ("b.jpg", "c.jpg"):
        put(folder / "2021" / "May", name)
    put(folder / ASIDE_FOLDER, "d.jpg")
    (folder / "empty").mkdir()
    assert [path.name for path in sample_paths(folder)] == ["a.jpg"]
    [nested] = other_files(folder)
    assert nested.path == folder / "2021"
    assert "its 2 pictures count only directly in the person's folder" in str(nested.problem)
    assert other_files(tmp_path / "nobody") == []
