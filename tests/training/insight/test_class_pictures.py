"""Noise becomes a picture of whose class the network is sure; a dream is smoother than a fooling picture."""

import numpy as np
import pytest

from visavis_training.insight.class_pictures import maximize_classes
from visavis_training.insight.inspected_network import InspectedNetwork


def rgb(pictures):
    return np.divide(pictures[..., ::-1], 255, dtype=np.float32)


def roughness(pictures):
    return float(np.abs(np.diff(pictures.astype(int), axis=1)).mean() / pictures.std())


@pytest.fixture(scope="module")
def made(tuned):
    return maximize_classes(InspectedNetwork.of_classifier(tuned), [0, 2])


def test_the_network_is_sure_of_both_kinds(red_or_blue):
    found = maximize_classes(red_or_blue, [0, 1])
    assert found.targets == (0, 1)
    for pictures in (found.fooling, found.dreams):
        scores = np.asarray(red_or_blue.scorer()(rgb(pictures)))
        assert scores.argmax(axis=1).tolist() == [0, 1]
        powers = np.exp(scores)
        assert ((powers / powers.sum(axis=1, keepdims=True))[[0, 1], [0, 1]] > 0.9).all()


def test_dreams_are_smoother(made):
    assert roughness(made.dreams) < roughness(made.fooling)


def test_an_embedding_is_turned_towards_the_template(trunk):
    templates = np.random.default_rng(2).normal(size=(2, 128)).astype(np.float32)
    templates /= np.linalg.norm(templates, axis=1, keepdims=True)
    network = InspectedNetwork.of_embedder(trunk, templates)
    steps = []
    found = maximize_classes(network, [1], lambda done, total: steps.append((done, total)))
    before = float(np.asarray(network.scorer()(np.full((1, 112, 112, 3), 0.5, np.float32)))[0, 1])
    for pictures in (found.fooling, found.dreams):
        assert float(np.asarray(network.scorer()(rgb(pictures)))[0, 1]) > before + 0.1
    assert steps[-1][0] == steps[-1][1] == len(steps)
