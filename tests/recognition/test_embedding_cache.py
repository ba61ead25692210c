"""Embeddings of samples are made once; a cache that is broken, old or unwritable costs time and nothing else."""

import numpy as np
import pytest

from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.recognition.embedding_cache import EmbeddingCache


@pytest.fixture
def samples(tmp_path):
    store = PeopleStore(tmp_path / "people")
    person = store.create(PersonName("Ada"))
    random = np.random.default_rng(1)
    for _ in range(3):
        store.add(person, random.integers(0, 255, (80, 80, 3), np.uint8))
    return store.samples(person)


@pytest.fixture
def looked():
    """How often the network looked."""
    return []


@pytest.fixture
def cache(tmp_path, looked):
    def look(image):
        looked.append(image.shape)
        return np.full(128, image.mean(), np.float32), True, 0.5

    return lambda version="v1": EmbeddingCache(tmp_path / "cache", version, look)


def test_each_sample_is_looked_at_once(cache, samples, looked):
    first = cache().embedded("ada", samples)
    second = cache().embedded("ada", samples)
    assert len(looked) == 3
    assert first.hashes == second.hashes == tuple(sample.hash for sample in samples)
    assert (first.vectors == second.vectors).all()
    assert second.found.all()


def test_what_is_new_is_added_and_what_is_gone_is_dropped(cache, samples, looked):
    cache().embedded("ada", samples[:2])
    assert cache().embedded("ada", samples[1:]).hashes == tuple(sample.hash for sample in samples[1:])
    assert len(looked) == 3
    cache().embedded("ada", samples)
    assert len(looked) == 4


def test_another_version_looks_again(cache, samples, looked):
    cache().embedded("ada", samples)
    cache("v2").embedded("ada", samples)
    assert len(looked) == 6


def test_a_file_cut_in_half_is_made_again(cache, samples, looked, tmp_path):
    cache().embedded("ada", samples)
    path = tmp_path / "cache" / "ada.npz"
    path.write_bytes(path.read_bytes()[:200])
    assert len(cache().embedded("ada", samples)) == 3
    assert len(looked) == 6


def test_an_unreadable_picture_is_told_and_left_out(cache, samples):
    samples[1].path.write_bytes(b"no picture")
    told = []
    table = cache().embedded("ada", samples, lambda sample, error: told.append(sample))
    assert len(table) == 2
    assert told == [samples[1]]


def test_nothing_is_kept_or_told_of_someone_who_is_forgotten_meanwhile(samples, tmp_path):
    def look(_):
        for sample in samples:
            sample.path.unlink(missing_ok=True)
        return np.zeros(128, np.float32), True, 0.5

    cache = EmbeddingCache(tmp_path / "cache", "v1", look)
    cache.embedded("ada", samples, lambda sample, _: pytest.fail(f"{sample.path} was told"))
    assert list(cache.folder.iterdir()) == []


def test_nobody_has_an_empty_table(cache):
    assert cache().embedded("nobody", []).vectors.shape == (0, 128)


def test_forgetting_reaches_the_embeddings_of_fine_tuned_networks(samples, tmp_path):
    folder = tmp_path / "embeddings"
    for place in (folder, folder / "tuned"):
        for slug in ("ada", "bob"):
            cache = EmbeddingCache(place, "v1", lambda image: (np.ones(128, np.float32), True, 1.0))
            cache.embedded(slug, samples[:2])
    assert len(embedding_cache.kept(folder, "ada")) == 2
    assert embedding_cache.forget(folder, "ada") == 4
    assert len(embedding_cache.kept(folder, "ada")) == 0
    assert sorted(path.name for path in folder.rglob("*.npz")) == ["bob.npz", "bob.npz"]


def test_what_fine_tuned_networks_made_goes_with_them(samples, tmp_path):
    folder = tmp_path / "embeddings"
    for place in (folder, folder / "gone", folder / "left"):
        EmbeddingCache(place, "v1", lambda image: (np.ones(128, np.float32), True, 1.0)).embedded("ada", samples)
    embedding_cache.sweep(folder, {"left"})
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.npz")}
    assert found == {"ada.npz", "left/ada.npz"}
    embedding_cache.sweep(tmp_path / "nowhere", ())


def test_who_was_embedded_by_a_fine_tuned_network_only_is_known_too(samples, tmp_path):
    look = lambda image: (np.ones(128, np.float32), True, 1.0)  # noqa: E731
    EmbeddingCache(tmp_path / "embeddings", "v1", look).embedded("ada", samples[:1])
    EmbeddingCache(tmp_path / "embeddings" / "tuned", "v2", look).embedded("ada", samples)
    assert len(embedding_cache.kept(tmp_path / "embeddings", "ada")) == 3
