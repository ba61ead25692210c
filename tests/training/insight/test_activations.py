"""The first filters, and the activations of some layers, as pictures."""

import numpy as np

from visavis_training.insight.activations import (
    FILTERS,
    LAYERS,
    MAPS,
    activation_maps,
    filter_images,
    inspect_activations,
)
from visavis_training.insight.inspected_network import InspectedNetwork


def test_filters_are_gray_at_zero_and_sorted_by_strength():
    kernel = np.zeros((3, 3, 3, 3), np.float32)
    kernel[0, 0, 0, 0] = -0.5  # red
    kernel[1, 1, 2, 1] = 2.0  # blue
    shown = filter_images(kernel)
    assert shown.shape == (3, 3, 3, 3)
    assert shown[0, 1, 1].tolist() == [255, 128, 128]  # BGR
    assert shown[1, 0, 0].tolist() == [128, 128, 0]
    assert (shown[2] == 128).all()  # that of zeros
    assert len(filter_images(np.ones((3, 3, 3, 50), np.float32))) == FILTERS


def test_maps_are_stretched_and_sorted_by_variance():
    output = np.zeros((4, 4, 20), np.float32)
    output[0, 0, 7], output[1, 1, 3] = 5, 1
    shown = activation_maps(output)
    assert shown.shape == (MAPS, 4, 4)
    assert (shown[0, 0, 0], shown[1, 1, 1]) == (255, 255)
    assert int(shown.sum()) == 510


def test_filters_and_some_layers_are_shown(tuned, chip):
    found = inspect_activations(InspectedNetwork.of_classifier(tuned), chip)
    assert found.filters.shape == (32, 3, 3, 3)
    assert [layer.maps.shape for layer in found.layers] == [(MAPS, side, side) for side in (64, 62, 31, 29)]
    assert [layer.channels for layer in found.layers] == [32, 32, 64, 64]
    assert len(found.layers) <= LAYERS
