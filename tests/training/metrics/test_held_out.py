"""A training's held-out samples as searches."""

from pathlib import Path

import numpy as np

from visavis.models.card import InputSpec, Member, ModelCard
from visavis.scoring.calibration import Calibration
from visavis_training.metrics.held_out import search_metrics
from visavis_training.metrics.leave_one_out import HeldOutScores, without_own_person

CARD = ModelCard(
    id="m",
    network="embedding",
    created="",
    people=tuple(Member(name, name) for name in "ABC"),
    input=InputSpec("aligned chip", 1, 150),
    threshold=0.5,
    calibration=Calibration(10, -5),
)


def test_every_sample_is_searched_held_out_and_as_a_stranger():
    similarities = np.array([[0.9, 0.1, 0.2], [0.3, 0.2, 0.7], [0.1, 0.6, np.nan]])
    truth = np.array([0, 1, 2])
    result = HeldOutScores(
        truth, similarities, without_own_person(similarities, truth), np.zeros((3, 128), np.float32), ((), (), ())
    )
    found = search_metrics(result, CARD, [Path("a"), Path("b"), Path("c")])
    assert [(search.truth, search.match.name) for search in found.probes] == [("A", "A"), ("B", "C")]
    assert [search.match.name for search in found.impostors] == [None, "C", "B"]
    assert [search.picture.name for search in found.impostors] == ["a", "b", "c"]


def test_one_person_has_no_strangers():
    alone = ModelCard(**{**{name: getattr(CARD, name) for name in CARD.__slots__}, "people": CARD.people[:1]})
    result = HeldOutScores(np.array([0]), np.array([[0.9]]), np.zeros((1, 0)), np.zeros((1, 128), np.float32), ((),))
    found = search_metrics(result, alone, [Path("a")])
    assert (len(found.probes), found.impostors) == (1, [])
