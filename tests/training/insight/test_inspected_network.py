"""Networks taken apart compute what they compute whole."""

import numpy as np
import pytest

from visavis_training.insight.inspected_network import InspectedNetwork


def softmax(logits):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def test_the_scores_of_a_loaded_classifier_are_its_logits(book, chip):
    network = InspectedNetwork.of_classifier(book)
    logits = np.asarray(network.scorer()(chip[np.newaxis]))
    assert softmax(logits) == pytest.approx(np.asarray(book(chip[np.newaxis], training=False)), abs=1e-5)
    assert network.side == 64


def test_of_a_network_that_also_mirrors_the_picture_itself_is_looked_at(tuned, chip):
    score = InspectedNetwork.of_classifier(tuned).scorer()
    both = (softmax(np.asarray(score(chip[np.newaxis]))) + softmax(np.asarray(score(chip[np.newaxis, :, ::-1])))) / 2
    assert both == pytest.approx(np.asarray(tuned(chip[np.newaxis], training=False)), abs=1e-5)


def test_the_scores_of_an_embedding_network_are_cosines(trunk):
    picture = np.random.default_rng(0).uniform(size=(1, 112, 112, 3)).astype(np.float32)
    vector = np.asarray(trunk(255 * picture, training=False))[0]
    templates = np.stack([vector / np.linalg.norm(vector), np.eye(128, dtype=np.float32)[0]]).astype(np.float32)
    scores = np.asarray(InspectedNetwork.of_embedder(trunk, templates).scorer()(picture))[0]
    assert scores == pytest.approx([1, templates[0][0]], abs=1e-4)


@pytest.mark.parametrize("name", ["book", "tuned"])
def test_split_at_a_layer_both_halves_give_the_scores(name, chip, request):
    network = InspectedNetwork.of_classifier(request.getfixturevalue(name))
    compute_maps, compute_scores = network.split_at(network.shown_layers[-1])
    maps = compute_maps(chip[np.newaxis])
    assert maps.shape == (1, 29, 29, 64)
    scores = np.asarray(network.scorer()(chip[np.newaxis]))
    assert np.asarray(compute_scores(maps)) == pytest.approx(scores, abs=1e-4)


def test_layers_worth_looking_at_are_found(book, tuned, trunk):
    of_book, of_tuned = InspectedNetwork.of_classifier(book), InspectedNetwork.of_classifier(tuned)
    of_trunk = InspectedNetwork.of_embedder(trunk, np.zeros((0, 128), np.float32))
    assert [len(network.convolutions) for network in (of_book, of_tuned, of_trunk)] == [4, 4, 2]
    assert [type(layer).__name__ for layer in of_book.shown_layers] == ["Activation"] * 4
    assert [type(layer).__name__ for layer in of_tuned.shown_layers] == ["Conv2D"] * 4
    assert [layer.name for layer in of_trunk.shown_layers] == ["prelu1", "prelu2"]


def test_responses_of_filters_are_those_before_the_nonlinearity(tuned, chip):
    network = InspectedNetwork.of_classifier(tuned)
    layer = network.convolutions[1]
    before = np.asarray(network.filter_responses(layer)(chip[np.newaxis]))
    [after] = network.activations([layer], chip[np.newaxis])
    assert before.min() < 0
    assert np.maximum(before, 0) == pytest.approx(np.asarray(after), abs=1e-5)
