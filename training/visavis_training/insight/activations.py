"""The filters of the first layer, and the activations of some layers for a picture.

References
----------
.. [1] Zeiler, M. D. and Fergus, R. (2014). Visualizing and understanding convolutional networks. ECCV.
   doi:10.1007/978-3-319-10590-1_53
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visavis.insight.parts import LayerActivations, NetworkActivations
from visavis_training.insight.inspected_network import InspectedNetwork

#: Number of layers shown, spread over the network.
LAYERS = 4
#: Number of maps shown for each layer.
MAPS = 16
#: Number of first-layer filters shown.
FILTERS = 32


def inspect_activations(network: InspectedNetwork, chip: NDArray[np.float32]) -> NetworkActivations:
    """The first filters of a network, and the activations of some layers for a chip [1]_.

    Parameters
    ----------
    chip : ndarray of float32, shape (side, side, 3)
        RGB 0..1.
    """
    spatial = network.shown_layers
    shown = [spatial[index] for index in sorted({int(i) for i in np.linspace(0, len(spatial) - 1, LAYERS)})]
    outputs = network.activations(shown, chip[np.newaxis])
    layers = tuple(
        LayerActivations(layer.name, int(output.shape[-1]), activation_maps(np.asarray(output)[0]))
        for layer, output in zip(shown, outputs, strict=True)
    )
    return NetworkActivations(filter_images(np.asarray(network.convolutions[0].get_weights()[0])), layers)


def filter_images(kernel: NDArray[np.float32]) -> NDArray[np.uint8]:
    """First-layer filters as pictures. Zero is gray, each filter's largest weight is black or white.

    Parameters
    ----------
    kernel : ndarray of float, shape (height, width, 3, filters)
        In the layout of Keras. Channels are RGB.

    Returns
    -------
    ndarray of uint8, shape (n, height, width, 3)
        BGR, the filters with the largest weights, at most `FILTERS`.
    """
    each = np.moveaxis(kernel, -1, 0)[..., ::-1]
    largest = np.abs(each).max(axis=(1, 2, 3))
    each = each[np.argsort(-largest, kind="stable")[:FILTERS]]
    scale = np.maximum(np.abs(each).max(axis=(1, 2, 3), keepdims=True), 1e-12)
    return np.asarray((127.5 + 127.5 * each / scale).round(), np.uint8)


def activation_maps(output: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The maps of a layer with the largest variance, each stretched from black to white.

    Parameters
    ----------
    output : ndarray of float, shape (height, width, channels)

    Returns
    -------
    ndarray of uint8, shape (n, height, width)
        At most `MAPS`.
    """
    order = np.argsort(-output.std(axis=(0, 1)), kind="stable")[:MAPS]
    each = np.moveaxis(output[..., order], -1, 0)
    low = each.min(axis=(1, 2), keepdims=True)
    spread = np.maximum(each.max(axis=(1, 2), keepdims=True) - low, 1e-12)
    return np.asarray((255 * (each - low) / spread).round(), np.uint8)
