"""Searched samples were not trained on, and each sample is searched for once in each way."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis_training.embedding import cross_validation
from visavis_training.metrics.leave_one_out import HeldOutScores

PEOPLE, EACH = 6, 9


@st.composite
def fold_inputs(draw):
    """Whom samples show, their groups, and who can be judged."""
    truth = np.repeat(np.arange(PEOPLE), EACH)
    groups = draw(st.lists(st.integers(0, 20), min_size=len(truth), max_size=len(truth)))
    able = draw(st.lists(st.booleans(), min_size=PEOPLE, max_size=PEOPLE))
    return truth, groups, able, draw(st.integers(0, 100))


@given(fold_inputs())
def test_searched_samples_were_not_trained_on(deal):
    truth, groups = deal[0], np.array(deal[1])
    for fold in cross_validation.assign_folds(*deal):
        judged = {*fold.probes, *fold.impostors}
        assert not judged & set(fold.train)
        assert not np.isin(groups[fold.train], groups[sorted(judged)]).any()
        assert not set(truth[fold.train]) & set(truth[fold.impostors])
        assert not set(fold.enrolled) & set(fold.probes)


@given(fold_inputs())
def test_each_sample_is_searched_once_in_each_way(deal):
    truth, _, able, _ = deal
    found = cross_validation.assign_folds(*deal)
    assert sorted(np.concatenate([fold.impostors for fold in found])) == list(range(len(truth)))
    assert sorted(np.concatenate([fold.probes for fold in found])) == np.flatnonzero(np.array(able)[truth]).tolist()


def test_the_same_seed_gives_the_same_folds():
    truth = np.repeat(np.arange(PEOPLE), EACH)
    one, other = (cross_validation.assign_folds(truth, range(len(truth)), [True] * PEOPLE, 3) for _ in range(2))
    assert [fold.probes.tolist() for fold in one] == [fold.probes.tolist() for fold in other]


def scattered(noise):
    """Samples of people around their centers: who they are, and vectors."""
    random = np.random.default_rng(1)
    centers = random.normal(size=(PEOPLE, 128))
    vectors = unit(np.repeat(centers, EACH, axis=0) + noise * random.normal(size=(PEOPLE * EACH, 128)))
    people = [
        SampleEmbeddings(
            tuple(f"{person}-{row}" for row in range(EACH)),
            vectors[person * EACH : (person + 1) * EACH],
            np.ones(EACH, np.bool_),
            np.ones(EACH, np.float32),
        )
        for person in range(PEOPLE)
    ]
    truth = np.repeat(np.arange(PEOPLE), EACH)
    return people, vectors, cross_validation.assign_folds(truth, range(len(truth)), [True] * PEOPLE, 0)


def test_well_separated_people_are_all_identified():
    people, vectors, folds = scattered(0.2)
    combined = cross_validation.combine_folds(people, folds, [vectors] * len(folds))
    assert combined.scores.is_probe.all()
    assert cross_validation.is_identified(combined.scores, cross_validation.threshold_at(combined.scores, 0.01)).all()
    assert abs(combined.scores.impostor_similarities.mean()) < 0.01  # in units of the strangers' spread
    assert abs(combined.strangers.mean) < 0.1


def test_each_fold_has_the_units_of_its_own_network():
    people, vectors, folds = scattered(0.2)
    near = unit(vectors + 2 * np.ones(128) / np.sqrt(128))  # all alike, as another network may have them
    plain = cross_validation.combine_folds(people, folds, [vectors] * len(folds)).scores
    mixed = cross_validation.combine_folds(people, folds, [vectors, near, vectors]).scores
    at = cross_validation.threshold_at(plain, 0.01)
    assert cross_validation.threshold_at(mixed, 0.01) < 1.5 * at
    assert cross_validation.is_identified(mixed, at).all()


def trial(own):
    """Three searches, of the similarity given to themselves, and strangers at 0."""
    similarities = np.full((3, 2), -1.0)
    similarities[:, 0] = own
    return HeldOutScores(np.zeros(3, np.intp), similarities, np.zeros((3, 1)), np.zeros((2, 128), np.float32), ((), ()))


def test_the_first_of_equal_candidates_is_taken():
    assert cross_validation.best_candidate([trial([1, 1, -1]), trial([1, 1, 1]), trial([2, 2, 2])], 0.01) == 1


def test_an_excluded_fold_does_not_affect_the_choice():
    first, second = trial([1, 1, -1]), trial([-1, 1, 1])
    rows = [np.array([row]) for row in (0, 2)]
    without = [cross_validation.Fold(np.zeros(0, np.intp), row, row, row) for row in rows]
    assert [cross_validation.best_candidate([first, second], 0.01, fold) for fold in without] == [1, 0]
