"""Patterns raise the response of their own filter."""

import numpy as np
import pytest

from visavis_training.insight import patterns
from visavis_training.insight.inspected_network import InspectedNetwork
from visavis_training.insight.patterns import maximize_filters, strongest_filters


@pytest.mark.parametrize("index", [0, 3])
def test_each_filter_responds_more_to_its_pattern(book, index):
    network = InspectedNetwork.of_classifier(book)
    layer = network.convolutions[index]
    found = maximize_filters(network, layer, [5, 0, 9])
    assert (found.layer, found.numbers) == (layer.name, (5, 0, 9))
    assert found.count == (32, 32, 64, 64)[index]
    assert found.pictures.shape[0] == 3
    assert (found.responses[:, 1] > found.responses[:, 0]).all()


def test_a_pattern_is_that_of_its_filter_whatever_others_are_shown(tuned):
    network = InspectedNetwork.of_classifier(tuned)
    layer = network.convolutions[1]
    alone, among = maximize_filters(network, layer, [4]), maximize_filters(network, layer, [2, 4])
    assert np.abs(alone.pictures[0].astype(int) - among.pictures[1]).mean() < 1


def test_patterns_are_made_in_networks_that_embed(trunk):
    network = InspectedNetwork.of_embedder(trunk, np.zeros((0, 128), np.float32))
    found = maximize_filters(network, network.convolutions[1], range(8))
    assert (found.responses[:, 1] > found.responses[:, 0]).all()


def test_the_filters_that_vary_most_come_first(book, chip):
    network = InspectedNetwork.of_classifier(book)
    layer = network.convolutions[0]
    order = strongest_filters(network, layer, chip)
    maps = np.asarray(network.filter_responses(layer)(chip[np.newaxis]))[0]
    assert sorted(order) == list(range(32))
    assert maps[..., order[0]].std() == pytest.approx(maps.std(axis=(0, 1)).max())


def test_faint_patterns_are_stretched():
    faint = 0.5 + 0.001 * np.random.default_rng(0).normal(size=(1, 9, 9, 3)).astype(np.float32)
    assert patterns.stretch(faint).std() == pytest.approx(0.2, abs=0.01)
