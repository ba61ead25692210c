"""Forgetting means gone: pictures, embeddings, and their part in the models."""

import numpy as np

from visavis import forgetting
from visavis.embeddings import EmbeddingCache
from visavis.folders import Folders
from visavis.people import PeopleStore


def test_nothing_of_a_forgotten_person_is_left(tmp_path):
    folders = Folders(tmp_path / "data", tmp_path / "cache")
    store = PeopleStore(folders.people)
    picture = np.random.default_rng(1).integers(0, 255, (90, 90, 3), np.uint8)
    ada, bob = store.create("Ada"), store.create("Bob")
    for person in (ada, bob):
        store.add(person, picture)
    cache = EmbeddingCache(folders.embeddings, "v1", lambda image: (np.ones(128, np.float32), True, 1.0))
    for person in (ada, bob):
        assert len(cache.embedded(person.slug, store.samples(person))) == 1

    receipt = forgetting.forget(folders, ada)

    assert (receipt.person.name, receipt.samples, receipt.models) == ("Ada", 1, ())
    left = [path for path in tmp_path.rglob("*") if "ada" in path.name.lower()]
    assert left == []
    assert [person.name for person in store.people()] == ["Bob"]
    assert (folders.embeddings / f"{bob.slug}.npz").exists()
