"""Embeddings of samples are computed once; a damaged or outdated cache is computed again."""

import numpy as np
import pytest

from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.storage import arrays
from visavis.storage.attempts import Attempts


@pytest.fixture
def samples(tmp_path):
    store = PeopleStore(tmp_path / "people")
    person = store.create(PersonName("Ada"))
    random = np.random.default_rng(1)
    for _ in range(3):
        store.add(person, random.integers(0, 255, (80, 80, 3), np.uint8))
    return store.samples(person)


@pytest.fixture
def embedded():
    """The shapes of the pictures that were embedded."""
    return []


@pytest.fixture
def cache(tmp_path, embedded):
    def embed_sample(image):
        embedded.append(image.shape)
        return EmbeddedSample(np.full(128, image.mean(), np.float32), True, 0.5)

    return lambda version="v1": EmbeddingCache(tmp_path / "cache", version, embed_sample)


def test_each_sample_is_embedded_once(cache, samples, embedded):
    first = cache().load("ada", samples)
    second = cache().load("ada", samples)
    assert len(embedded) == 3
    assert first.hashes == second.hashes == tuple(sample.hash for sample in samples)
    assert (first.vectors == second.vectors).all()
    assert second.found.all()


def test_new_samples_are_added_and_deleted_ones_dropped(cache, samples, embedded):
    cache().load("ada", samples[:2])
    assert cache().load("ada", samples[1:]).hashes == tuple(sample.hash for sample in samples[1:])
    assert len(embedded) == 3
    cache().load("ada", samples)
    assert len(embedded) == 4


def test_another_version_is_embedded_again(cache, samples, embedded):
    cache().load("ada", samples)
    cache("v2").load("ada", samples)
    assert len(embedded) == 6


def test_a_truncated_file_is_computed_again(cache, samples, embedded, tmp_path):
    cache().load("ada", samples)
    path = tmp_path / "cache" / "ada.npz"
    path.write_bytes(path.read_bytes()[:200])
    assert len(cache().load("ada", samples)) == 3
    assert len(embedded) == 6


def test_an_unreadable_picture_is_reported_and_left_out(cache, samples):
    samples[1].path.write_bytes(b"no picture")
    errors = []
    table = cache().load("ada", samples, lambda sample, error: errors.append(sample))
    assert len(table) == 2
    assert errors == [samples[1]]


def test_nothing_is_cached_for_a_person_forgotten_meanwhile(samples, tmp_path):
    def embed_sample(_):
        for sample in samples:
            sample.path.unlink(missing_ok=True)
        return EmbeddedSample(np.zeros(128, np.float32), True, 0.5)

    cache = EmbeddingCache(tmp_path / "cache", "v1", embed_sample)
    cache.load("ada", samples, lambda sample, _: pytest.fail(f"{sample.path} was reported"))
    assert list(cache.folder.glob("*.npz")) == []


def test_without_samples_the_table_is_empty(cache):
    assert cache().load("nobody", []).vectors.shape == (0, 128)


def test_deletion_includes_those_of_fine_tuned_networks(samples, tmp_path):
    folder = tmp_path / "embeddings"
    for place in (folder, folder / "tuned"):
        for slug in ("ada", "bob"):
            cache = EmbeddingCache(place, "v1", lambda image: EmbeddedSample(np.ones(128, np.float32), True))
            cache.load(slug, samples[:2])
    assert len(embedding_cache.read_cached(folder, "ada")) == 2
    assert embedding_cache.erase(folder, {"ada"}, (), {"bob"}, Attempts()) == 4
    assert len(embedding_cache.read_cached(folder, "ada")) == 0
    assert sorted(path.name for path in folder.rglob("*.npz")) == ["bob.npz", "bob.npz"]


def test_stale_embeddings_are_those_of_deleted_networks(samples, tmp_path):
    folder = tmp_path / "embeddings"
    for place in (folder, folder / "gone", folder / "left"):
        EmbeddingCache(place, "v1", lambda image: EmbeddedSample(np.ones(128, np.float32), True)).load("ada", samples)
    embedding_cache.delete_stale(folder, {"left"})
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.npz")}
    assert found == {"ada.npz", "left/ada.npz"}
    embedding_cache.delete_stale(tmp_path / "nowhere", ())


def test_cached_embeddings_are_those_of_the_largest_file(samples, tmp_path):
    embed_sample = lambda image: EmbeddedSample(np.ones(128, np.float32), True)  # noqa: E731
    EmbeddingCache(tmp_path / "embeddings", "v1", embed_sample).load("ada", samples[:1])
    EmbeddingCache(tmp_path / "embeddings" / "tuned", "v2", embed_sample).load("ada", samples)
    assert len(embedding_cache.read_cached(tmp_path / "embeddings", "ada")) == 3


def test_a_file_without_traits_is_computed_again_but_still_says_who_has_a_face(cache, samples, embedded, tmp_path):
    cache().load("ada", samples)
    path = tmp_path / "cache" / "ada.npz"
    columns = arrays.read(path)
    arrays.write(path, {name: columns[name] for name in ("version", "hashes", "vectors", "found", "quality")})
    before = embedding_cache.read_cached(tmp_path / "cache", "ada")
    assert before.found.all()
    assert (before.shake.shape, before.outside.tolist()) == ((3, 2), [0, 0, 0])
    assert len(cache().load("ada", samples)) == 3
    assert len(embedded) == 6


def test_traits_are_cached(samples, tmp_path):
    sample = EmbeddedSample(np.ones(128, np.float32), True, 0.5, np.array([-1.5, 0.25], np.float32), 0.5)
    for _ in range(2):
        table = EmbeddingCache(tmp_path / "cache", "v1", lambda _: sample).load("ada", samples)
        assert (table.shake[2].tolist(), table.outside.tolist()) == ([-1.5, 0.25], [0.5] * 3)
    assert table.select([False, True, False]).outside.tolist() == [0.5]
