"""Two people under one name are told apart, and one person is never taken for two."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.recognition.mixture import find_second_person


def cloud(random, center, count, spread):
    """Embeddings around a direction: `spread` is the length of the noise beside it."""
    noise = random.normal(size=(count, len(center)))
    noise *= spread / np.linalg.norm(noise, axis=1, keepdims=True)
    vectors = center + noise
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def direction(random):
    vector = random.normal(size=128)
    return vector / np.linalg.norm(vector)


@given(st.integers(0, 10_000), st.integers(2, 12), st.integers(2, 12))
def test_two_people_are_told_apart(seed, one, other):
    random = np.random.default_rng(seed)
    vectors = np.concatenate([cloud(random, direction(random), count, 0.7) for count in (one, other)])
    found = find_second_person(vectors)
    truth = np.arange(len(vectors)) >= one
    assert found.tolist() in (truth.tolist(), (~truth).tolist())
    assert 2 * found.sum() <= len(vectors)


@given(st.integers(0, 10_000), st.integers(0, 30), st.floats(0.1, 0.9))
def test_one_person_is_one(seed, count, spread):
    random = np.random.default_rng(seed)
    assert not find_second_person(cloud(random, direction(random), count, spread)).any()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_few_pictures_are_not_split(count):
    assert find_second_person(np.eye(128, dtype=np.float32)[:count]).tolist() == [False] * count


def test_a_single_stranger_among_many_is_left_to_the_doubts():
    random = np.random.default_rng(1)
    vectors = np.concatenate([cloud(random, direction(random), 9, 0.5), cloud(random, direction(random), 1, 0.5)])
    assert not find_second_person(vectors).any()
