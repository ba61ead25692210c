"""Recordings are listed, deleted, and found by the people whom they show."""

import pytest

from support.tagging.recordings import index_of
from visavis.errors import RecordingNotFoundError
from visavis.people.names import comparison_key
from visavis.recordings.index import INDEX_FILE
from visavis.recordings.store import RecordingStore
from visavis.storage.attempts import Attempts


@pytest.fixture
def store(tmp_path):
    """Of Ada, of Ada and Bob, of nobody, and a damaged one."""
    for name, index in {"1": index_of("Ada"), "2": index_of("Ada", "Bob"), "3": index_of(has_unknown=True)}.items():
        (tmp_path / name).mkdir()
        index.save(tmp_path / name)
    (tmp_path / "4").mkdir()
    (tmp_path / "4" / INDEX_FILE).write_bytes(b"{")
    return RecordingStore(tmp_path)


def names(store):
    return [recording.name for recording in store.recordings()]


def test_all_are_listed_and_other_folders_are_not(store):
    (store.folder / ".tmp-x").mkdir()
    (store.folder / "notes").mkdir()
    assert names(store) == ["1", "2", "3", "4"]
    assert [recording.index is None for recording in store.recordings()] == [False, False, False, True]


def test_erasing_deletes_those_that_show_them_and_damaged_ones(store):
    attempts = Attempts()
    assert store.erase({"BOB"}, comparison_key, attempts) == 2
    assert attempts.errors == []
    assert names(store) == ["1", "3"]
    assert store.count_unknown() == 1


def test_a_new_name_is_found_and_so_is_the_earlier_one(store):
    store.add_name("bob", "Robert", comparison_key)
    assert [sorted(each.index.people) for each in store.recordings()[:3]] == [["Ada"], ["Ada", "Bob", "Robert"], []]
    assert store.erase({"Robert"}, comparison_key, Attempts()) == 2
    assert names(store) == ["1", "3"]


def test_one_is_deleted_by_its_name(store):
    store.delete(store.find("3"))
    assert names(store) == ["1", "2", "4"]
    with pytest.raises(RecordingNotFoundError):
        store.find("3")


def test_without_a_folder_there_are_none(tmp_path):
    store = RecordingStore(tmp_path / "none")
    assert store.recordings() == []
    assert store.erase({"Ada"}, comparison_key, Attempts()) == 0
