"""No sample is searched for with a template that it is part of."""

import numpy as np

from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis_training.metrics.leave_one_out import leave_one_out


def someone(seed, count, spread=0.1):
    """`count` samples around a direction of their own."""
    random = np.random.default_rng(seed)
    center = random.normal(size=128)
    vectors = unit(center + spread * random.normal(size=(count, 128)))
    hashes = tuple(f"{seed:08x}{index:08x}" for index in range(count))
    return SampleEmbeddings(hashes, vectors, np.ones(count, np.bool_), np.ones(count, np.float32))


def test_genuine_similarity_is_to_a_template_of_the_other_groups():
    people = [someone(1, 3), someone(2, 2)]
    result = leave_one_out(people, [[0, 0, 1], [0, 1]])
    assert result.truth.tolist() == [0, 0, 0, 1, 1]
    first = people[0].vectors
    assert np.isclose(result.genuine_similarities[0], first[0] @ first[2], atol=1e-6)
    assert np.isclose(result.genuine_similarities[2], first[2] @ unit(first[0] + first[1]), atol=1e-6)
    assert np.isclose(result.genuine_similarities[3], people[1].vectors[0] @ people[1].vectors[1], atol=1e-6)


def test_a_single_group_is_no_probe_but_an_impostor():
    result = leave_one_out([someone(1, 1), someone(2, 4), someone(3, 2)], [[0], [0, 0, 0, 0], [0, 1]])
    assert result.is_probe.tolist() == [False] * 5 + [True] * 2
    assert result.impostor_similarities.shape == (7, 2)
    assert not np.isnan(result.impostor_similarities).any()


def test_people_who_look_like_one_and_suspects_are_nobody_s_strangers():
    ada, again, bob = someone(1, 5), someone(1, 6), someone(2, 5)
    groups = [range(5), range(6), range(5)]
    before = leave_one_out([ada, again, bob], groups)
    assert before.impostor_similarities.max() > 0.9
    is_duplicate = np.array([[False, True, False], [True, False, False], [False, False, False]])
    after = leave_one_out([ada, again, bob], groups, is_duplicate)
    assert after.impostor_similarities.max() < 0.4
    assert after.impostor_similarities.shape == before.impostor_similarities.shape
    assert np.array_equal(after.similarities, before.similarities, equal_nan=True)
    mislabeled = ada.select([True] * 5)
    mislabeled.vectors[4] = bob.vectors[0]
    assert leave_one_out([mislabeled, bob], [range(5), range(5)]).impostor_similarities.max() < 0.4


def test_a_picture_of_someone_else_is_a_suspect():
    person, other = someone(1, 8), someone(2, 1)
    mixed = SampleEmbeddings(
        (*person.hashes, *other.hashes),
        np.concatenate([person.vectors, other.vectors]),
        np.ones(9, np.bool_),
        np.ones(9, np.float32),
    )
    result = leave_one_out([mixed, someone(3, 2)], [list(range(9)), [0, 1]])
    assert result.suspects == (other.hashes, ())
    without = leave_one_out([person, someone(3, 2)], [list(range(8)), [0, 1]])
    assert np.allclose(result.templates[0], without.templates[0], atol=1e-6)
