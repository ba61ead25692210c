"""Patterns to which the filters of a layer respond most, by gradient ascent from gray noise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from visavis.insight.parts import FilterPatterns
from visavis_training.insight.ascent import Ascent, gray_noise, to_bytes
from visavis_training.insight.inspected_network import InspectedNetwork

if TYPE_CHECKING:
    import keras

#: The ascent: after about 20 steps the patterns of these networks change no more to the eye.
PATTERN_ASCENT = Ascent(steps=20, rate=0.03, jitter=2, blur=0.5)
#: Pixels at each border of a map that do not count, where the map is large enough: what is outside of the picture is
#: zero to the network, which makes patterns of its own there.
_BORDER = 2
#: Maps of at least this side have borders that do not count.
_MIN_BORDERED = 8
#: Standard deviation of a shown pattern, 0..1: contrast is stretched to it, as in Chollet's source.
_CONTRAST = 0.2


def maximize_filters(
    network: InspectedNetwork,
    layer: keras.layers.Layer,
    filters: Sequence[int],
    on_step: Callable[[int, int], None] = lambda *_: None,
) -> FilterPatterns:
    """Find the patterns that maximize by how much filters respond above their own mean over the picture.

    To the mean response itself, as in Chollet's source, a flat color is the best picture for most filters of networks
    that learned from few pictures: it hides the pattern.

    Parameters
    ----------
    filters : sequence of int
        Numbers of filters, from 0.
    """
    import tensorflow as tf

    respond = network.filter_responses(layer)
    chosen = tf.constant(list(filters))

    def objective(pictures: Any) -> Any:
        maps = respond(pictures)
        if maps.shape[1] >= _MIN_BORDERED:
            maps = maps[:, _BORDER:-_BORDER, _BORDER:-_BORDER]
        above = tf.nn.relu(maps - tf.reduce_mean(maps, axis=(1, 2), keepdims=True))
        means = tf.reduce_mean(above, axis=(1, 2))
        return tf.reduce_sum(tf.gather(means, chosen, axis=1) * tf.eye(len(filters)), axis=1)  # each its own

    start = gray_noise(len(filters), network.side)
    before = np.asarray(objective(tf.convert_to_tensor(start)))
    found = PATTERN_ASCENT(start, objective, on_step=on_step)
    after = np.asarray(objective(tf.convert_to_tensor(found)))
    return FilterPatterns(
        layer.name,
        network.filter_count(layer),
        tuple(filters),
        to_bytes(stretch(found)),
        np.stack([before, after], axis=1),
    )


def strongest_filters(network: InspectedNetwork, layer: keras.layers.Layer, chip: NDArray[np.float32]) -> list[int]:
    """Numbers of the filters of a layer, those first whose response varies most over a picture, RGB 0..1."""
    maps = np.asarray(network.filter_responses(layer)(chip[np.newaxis]))[0]
    return [int(number) for number in np.argsort(-maps.std(axis=(0, 1)), kind="stable")]


def stretch(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """Stretch the contrast of each pattern, so that faint ones can be seen; gray stays gray."""
    centered = pictures - pictures.mean(axis=(1, 2, 3), keepdims=True)
    deviation = np.maximum(centered.std(axis=(1, 2, 3), keepdims=True), 1e-6)
    return np.asarray(np.clip(0.5 + centered * _CONTRAST / deviation, 0, 1), np.float32)
