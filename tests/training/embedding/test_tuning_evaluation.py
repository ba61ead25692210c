"""Fine-tuning needs enough people, and the network must be clearly better than the published one."""

import numpy as np
import pytest

from visavis.errors import ModelRefusedError, TrainingError
from visavis.people.person import Person
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis_training.data.grouping import Grouping
from visavis_training.embedding import cross_validation, tuning_evaluation
from visavis_training.embedding.dataset import EmbeddingDataset
from visavis_training.metrics.leave_one_out import HeldOutScores
from visavis_training.metrics.paired_result import PairedResult


def dataset_of(tmp_path, people, samples):
    """People with embeddings of `samples` samples each."""
    random = np.random.default_rng(1)
    embedded = []
    for person in range(people):
        vectors = unit(random.normal(size=128) + 0.1 * random.normal(size=(samples, 128)))
        hashes = tuple(f"{person}-{row}" for row in range(samples))
        embedded.append(SampleEmbeddings(hashes, vectors, np.ones(samples, np.bool_), np.ones(samples, np.float32)))
    return EmbeddingDataset(
        people=tuple(Person(f"p{person}", f"P {person}", tmp_path) for person in range(people)),
        samples=((),) * people,
        embedded=tuple(embedded),
        strangers=np.zeros((0, 128), np.float32),
        unreadable=(),
    )


def grouping_of(people, samples, groups, one_session=()):
    """The samples of each person, in `groups` groups."""
    of = [person * samples + row % groups for person in range(people) for row in range(samples)]
    return Grouping(tuple(of), frozenset(one_session), ())


class TestEligible:
    def test_ten_people_with_ten_samples_from_three_sessions(self, tmp_path):
        assert tuning_evaluation.find_eligible(dataset_of(tmp_path, 10, 10), grouping_of(10, 10, 3)) == [True] * 10

    @pytest.mark.parametrize(
        ("people", "samples", "groups", "one_session", "have"),
        [(9, 10, 3, (), 9), (10, 9, 3, (), 0), (10, 10, 2, (), 0), (11, 10, 3, ("p0", "p1"), 9)],
    )
    def test_fewer_are_refused_with_the_required_numbers(self, tmp_path, people, samples, groups, one_session, have):
        with pytest.raises(TrainingError, match=f"10 people with 10 samples .* 3 sessions; {have} of {people}"):
            tuning_evaluation.find_eligible(
                dataset_of(tmp_path, people, samples), grouping_of(people, samples, groups, one_session)
            )


class TestBetter:
    @pytest.mark.parametrize(("lost", "won"), [(0, 0), (0, 4), (5, 10), (9, 0)])
    def test_a_network_that_is_not_clearly_better_is_refused(self, lost, won):
        with pytest.raises(ModelRefusedError, match=f"of 300 searches .* {won} are right .* {lost} wrong"):
            tuning_evaluation.refuse_unless_better(PairedResult("as published", 300, lost, won))

    def test_a_clearly_better_network_is_accepted(self):
        tuning_evaluation.refuse_unless_better(PairedResult("as published", 300, lost=1, won=9))

    def test_a_significant_but_tiny_gain_is_refused(self):
        with pytest.raises(ModelRefusedError):
            tuning_evaluation.refuse_unless_better(PairedResult("as published", 3000, lost=0, won=20))

    def test_both_networks_have_thresholds_of_the_same_fpir(self):
        """A network with higher scores for people, but even higher ones for strangers, is no better."""
        truth, templates, suspects = np.zeros(10, np.intp), np.zeros((2, 128), np.float32), ((), ())
        similarities = np.column_stack([np.linspace(2, 4, 10), np.zeros(10)])
        published = HeldOutScores(truth, similarities, np.full((10, 1), 1.0), templates, suspects)
        surer = HeldOutScores(truth, similarities + 1, np.full((10, 1), 4.0), templates, suspects)
        assert tuning_evaluation.compare_scores(published, surer) == PairedResult(
            tuning_evaluation.AS_PUBLISHED, 10, lost=5, won=0
        )


def test_the_other_folds_choose_the_epochs_of_a_fold(tmp_path):
    """Fold 0 is good after epoch 1 only, the others after epoch 2 only. No fold may choose for itself."""
    people = dataset_of(tmp_path, 6, 9)
    truth = np.repeat(np.arange(6), 9)
    folds = cross_validation.assign_folds(truth, range(54), [True] * 6, 0)
    good = np.concatenate([each.vectors for each in people.embedded])
    bad = unit(np.random.default_rng(2).normal(size=good.shape))
    vectors = [np.stack([bad, good, bad]), np.stack([bad, bad, good]), np.stack([bad, bad, good])]
    _, tuned, epochs = tuning_evaluation.evaluate_epochs(people, folds, vectors)
    assert epochs == 2
    assert cross_validation.is_identified(tuned.scores, cross_validation.threshold_at(tuned.scores, 0.01)).mean() < 0.1

    vectors = [np.stack([bad, bad, good])] * 3
    published, tuned, epochs = tuning_evaluation.evaluate_epochs(people, folds, vectors)
    assert epochs == 2
    assert tuning_evaluation.compare_scores(published.scores, tuned.scores).won > 50
