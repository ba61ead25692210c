"""The figures of strangers' cosines are those of the people and strangers that they are fitted to."""

import numpy as np
import pytest

from support.training.calibration_world import COMMON, IDENTITY, KINDS, world
from visavis.recognition.gallery import gallery_traits, template
from visavis_training.fitting.strangers import CalibrationSet, draw_samples, fit_strangers


@pytest.fixture(scope="module")
def figures():
    return fit_strangers(list(world().values()))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("samples", [1, 5])
def test_strangers_reach_the_threshold_as_often_as_asked(figures, name, samples):
    kind = world(seed=1)[name]  # other people
    own = [draw_samples(each, samples, np.random.default_rng(0)) for each in kind.people.values()]
    cosines = kind.strangers.vectors @ np.stack([template(each)[0] for each in own]).T
    expected = figures.strangers(gallery_traits(own))
    assert expected.mean == pytest.approx(cosines.mean(), abs=0.03)
    for fpir in (0.05, 0.01):
        assert fpir / 2 < (cosines >= expected.threshold(1, fpir)).mean() < fpir * 2


def test_the_genuine_cosine_is_that_of_two_pictures(figures):
    assert figures.genuine_cosine == pytest.approx(COMMON + IDENTITY, abs=0.03)


def test_nothing_is_fitted_to_a_handful():
    kind = world(people=3, strangers=8)["sharp"]
    with pytest.raises(ValueError, match="at least 5 people"):
        fit_strangers([kind])
    with pytest.raises(ValueError, match="at least 5 people"):
        fit_strangers([])


def test_samples_are_drawn_without_repetition():
    own = world(people=5, strangers=5)["sharp"].people["p00"]
    drawn = draw_samples(own, 3, np.random.default_rng(0))
    assert len(set(drawn.hashes)) == 3
    assert len(draw_samples(own, 99, np.random.default_rng(0))) == len(own)


def test_a_selection_keeps_people_by_name_and_strangers_by_hash():
    kind = world(people=5, strangers=5)["sharp"]
    selected = kind.select({"p01", "p02"}, {"s003"})
    assert isinstance(selected, CalibrationSet)
    assert (set(selected.people), selected.strangers.hashes) == ({"p01", "p02"}, ("s003",))
