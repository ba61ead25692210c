"""Samples that differ: the farthest from those chosen before, of those that were learned from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from visavis.insight import varied_samples
from visavis.insight.varied_samples import farthest_points, varied_chips
from visavis.people.store import PeopleStore

LINE = np.array([[0.0], [0.1], [5.0], [10.0], [4.9]])


def test_the_most_typical_comes_first_then_the_farthest():
    assert farthest_points(LINE, 3) == [4, 3, 0]
    assert farthest_points(LINE[:0], 3) == []


@given(
    vectors=arrays(np.float32, st.tuples(st.integers(1, 12), st.just(3)), elements=st.floats(-5, 5, width=32)),
    count=st.integers(1, 15),
)
def test_each_row_is_chosen_at_most_once(vectors, count):
    chosen = farthest_points(vectors, count)
    assert len(chosen) == len(set(chosen)) == min(count, len(vectors))


def test_the_choice_covers_more_than_any_prefix():
    """No row is farther from the chosen ones than the last chosen one was."""
    vectors = np.random.default_rng(1).normal(size=(60, 4))
    chosen = farthest_points(vectors, 10)
    to_chosen = np.linalg.norm(vectors[:, None] - vectors[chosen][None, :-1], axis=2).min(axis=1)
    assert to_chosen.max() == pytest.approx(to_chosen[chosen[-1]])


@pytest.mark.parametrize("count", [2, 20])
def test_chips_are_of_samples_that_were_learned_from(folders, enroll_noise, monkeypatch, count):
    person = enroll_noise("Ada", 5)
    samples = PeopleStore(folders.people).samples(person)
    learned = {sample.hash for sample in samples[:3]}
    cuts = []

    class Cache:
        def load(self, slug, given):
            assert slug == person.slug
            vectors = np.arange(len(given), dtype=np.float32)[:, None]
            return type("E", (), {"vectors": vectors, "hashes": tuple(sample.hash for sample in given)})

    class Loader:
        def __init__(self):
            self.folders = folders

        def load_embedder(self):
            return None

    monkeypatch.setattr(varied_samples, "create_embedding_cache", lambda *_: Cache())
    monkeypatch.setattr(varied_samples, "SampleFaceFinder", lambda _: lambda image: (None, True))

    def cut(image, face):
        cuts.append(image)
        return np.full((4, 4, 3), len(cuts), np.uint8)

    chips = varied_chips(Loader(), person, learned, cut, 4, count)
    assert chips.shape == (min(count, 3), 4, 4, 3)
    assert len(cuts) == min(count, 3)
    samples[0].path.unlink()
    assert len(varied_chips(Loader(), person, learned, cut, 4, count)) == min(count, 2)
    assert varied_chips(Loader(), person, set(), cut, 4, count).shape == (0, 4, 4, 3)
