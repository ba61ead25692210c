"""The threshold of a gallery of embeddings, and what its own searches say of it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from visavis.models import threshold
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.people.distinct_pairs import DistinctPairs
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.scoring.thresholds import GalleryTraits, shipped_strangers
from visavis_training.embedding.dataset import EmbeddingDataset
from visavis_training.embedding.trainer import find_duplicates
from visavis_training.metrics import held_out
from visavis_training.metrics.leave_one_out import HeldOutScores, without_own_person

PEOPLE, SAMPLES = 30, 4
STRANGERS = shipped_strangers(GalleryTraits.sharp(SAMPLES))
CARD = ModelCard(
    id="m",
    network="embedding",
    created="",
    people=tuple(Member(f"p{number}", f"P{number}") for number in range(PEOPLE)),
    input=InputSpec("aligned chip", 1, 112),
    threshold=0.5,
    margin=0.05 * STRANGERS.calibration.slope,
    calibration=STRANGERS.calibration,
    strangers=STRANGERS,
)
NOBODY = np.zeros((0, PEOPLE))


def held_out_scores(alike):
    """Scores of people who resemble each other as strangers do, with a mean that is higher by `alike` deviations."""
    random = np.random.default_rng(0)
    truth = np.repeat(np.arange(PEOPLE), SAMPLES)
    cosines = random.normal(STRANGERS.mean + alike * STRANGERS.deviation, STRANGERS.deviation, (len(truth), PEOPLE))
    cosines[np.arange(len(truth)), truth] = 0.8
    templates = np.zeros((PEOPLE, 128), np.float32)
    return HeldOutScores(truth, cosines, without_own_person(cosines, truth), templates, ((),) * PEOPLE)


def fit_threshold(card, scores, marked):
    return threshold.fit_threshold(card, scores.impostor_similarities, scores.truth.tolist(), marked)


def test_people_who_look_like_one_are_named_unless_the_user_called_them_two(folders):
    store = PeopleStore(folders.people)
    people = tuple(store.create(PersonName(name)) for name in ("Ada", "Ada L", "Bob"))
    looks = np.eye(128, dtype=np.float32)[[0, 0, 1]][:, np.newaxis]
    embedded = tuple(
        SampleEmbeddings((str(row),), look, np.ones(1, bool), np.ones(1)) for row, look in enumerate(looks)
    )
    nobody = np.zeros((0, 128), np.float32)
    dataset = EmbeddingDataset(people, ((), (), ()), embedded, nobody, unreadable=())
    assert [each.names for each in find_duplicates(folders, dataset)] == [("Ada", "Ada L")]
    DistinctPairs(folders.people).add(people[1], people[0])
    assert find_duplicates(folders, dataset) == []


@pytest.mark.parametrize("alike", [0, 1, 2])
def test_the_figure_counts_the_searches_that_the_report_has(alike):
    scores = held_out_scores(alike)
    card = fit_threshold(CARD, scores, NOBODY)
    fpir = held_out.search_metrics(scores, card, [Path("x")] * len(scores.truth)).fpir
    rate = card.stranger_rate(PEOPLE)
    assert (rate.named, rate.searches) == (fpir.count, fpir.searches)
    assert rate.share <= 0.01


def test_people_who_resemble_each_other_raise_the_threshold():
    usual, alike = (fit_threshold(CARD, held_out_scores(shift), NOBODY) for shift in (0, 2))
    assert usual.threshold == CARD.threshold_for(PEOPLE)
    assert alike.threshold > usual.threshold


def test_faces_marked_as_strangers_count_as_such():
    alone = replace(CARD, people=CARD.people[:1])
    truth = np.zeros(SAMPLES, np.intp)
    scores = HeldOutScores(truth, np.full((SAMPLES, 1), 0.8), np.zeros((SAMPLES, 0)), np.zeros((1, 128)), ((),))
    assert fit_threshold(alone, scores, np.zeros((0, 1))).own_searches is None
    marked = fit_threshold(alone, scores, np.full((30, 1), 0.5))
    assert marked.own_searches.searches == 30
    assert marked.threshold > fit_threshold(alone, scores, np.zeros((0, 1))).threshold
