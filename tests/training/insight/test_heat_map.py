"""The heat map is hot where the picture speaks for the class, and nowhere else."""

import numpy as np
import pytest

from visavis_training.insight.heat_map import gradient_heat_map, inspect_class
from visavis_training.insight.inspected_network import InspectedNetwork


@pytest.fixture(scope="module")
def picture():
    """The left half is red, the upper right quarter is blue."""
    image = np.zeros((64, 64, 3), np.float32)
    image[:, :32, 0] = 1
    image[:32, 32:, 2] = 1
    return image


@pytest.mark.parametrize(("target", "where"), [(0, np.s_[:, :32]), (1, np.s_[:32, 32:])])
def test_it_is_hot_where_the_class_is(red_or_blue, picture, target, where):
    heat = gradient_heat_map(red_or_blue, picture, target)
    assert heat[where].sum() > 0.9 * heat.sum()
    assert heat[where].min() > 0.2
    assert heat.max() == 1


def test_a_part_has_the_scores_of_all_classes(red_or_blue, picture):
    found = inspect_class(red_or_blue, picture, 1)
    assert found.scores == pytest.approx([10, 5], abs=1e-3)
    assert (found.target, found.layer) == (1, red_or_blue.shown_layers[-1].name)


def test_where_nothing_speaks_for_the_class_nothing_is_hot(red_or_blue):
    assert gradient_heat_map(red_or_blue, np.zeros((64, 64, 3), np.float32), 0).max() == 0


def test_it_follows_the_cosine_of_an_embedding(trunk):
    """Moving the template to the opposite turns the weights, so that other parts are hot."""
    picture = np.random.default_rng(5).uniform(size=(112, 112, 3)).astype(np.float32)
    template = np.random.default_rng(6).normal(size=128).astype(np.float32)
    template /= np.linalg.norm(template)
    network = InspectedNetwork.of_embedder(trunk, np.stack([template, -template]))
    one, other = (gradient_heat_map(network, picture, target) for target in (0, 1))
    assert one.shape == (7, 7)
    assert ((one > 0) & (other > 0)).sum() == 0
    assert one.max() == pytest.approx(1) or other.max() == pytest.approx(1)
