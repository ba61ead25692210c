"""People who were called two people stay two."""

import json

import pytest

from visavis.errors import FileError, StoreError
from visavis.people.distinct_pairs import DISTINCT_FILE, DistinctPairs
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


@pytest.fixture
def store(tmp_path):
    return PeopleStore(tmp_path / "people")


@pytest.fixture
def distinct(store):
    return DistinctPairs(store.folder)


def test_nothing_is_known_without_a_folder(distinct):
    assert not distinct.pairs()
    distinct.erase({"Ada"})
    assert not distinct.folder.exists()


def test_the_order_of_a_pair_means_nothing(store, distinct):
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    distinct.add(ada, bob)
    distinct.add(bob, ada)
    assert json.loads((store.folder / DISTINCT_FILE).read_bytes()) == {"version": 1, "pairs": [["Ada", "Bob"]]}
    assert store.people() == [ada, bob]


def test_a_person_is_not_distinct_from_themselves(store, distinct):
    ada = store.create(PersonName("Ada"))
    with pytest.raises(StoreError, match="Ada is one person"):
        distinct.add(ada, ada)


@pytest.mark.parametrize("content", ["{", "[]", '{"version": 1}', '{"version": 2, "pairs": []}'])
def test_an_odd_record_is_refused_and_kept(store, distinct, content):
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    path = store.folder / DISTINCT_FILE
    path.write_text(content)
    with pytest.raises(FileError):
        distinct.add(ada, bob)
    assert path.read_text() == content
