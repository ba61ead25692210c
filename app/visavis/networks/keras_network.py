"""Conversion of a network between plain data and a native Keras model of stock layers.

It imports Keras when it is called: for a GPU, for training, and for the `model.keras` of a published model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from visavis.networks.sequential import (
    Convolution,
    DepthwiseConvolution,
    FullyConnected,
    Layer,
    MaxPooling,
    ParametricRelu,
    Scaling,
    SequentialNetwork,
)

if TYPE_CHECKING:
    import keras

#: Names of the Keras layers of each kind, before their number.
_NAMES: dict[type[Layer], str] = {
    Scaling: "scale",
    Convolution: "conv",
    DepthwiseConvolution: "depthwise",
    ParametricRelu: "prelu",
    MaxPooling: "pool",
    FullyConnected: "dense",
}


def build(network: SequentialNetwork) -> keras.Model:
    """Build the Keras model of a network, with its weights.

    Its layers are named by their kind and a number, from 1: `conv1`, `depthwise1`, `prelu1` and so on.

    Returns
    -------
    keras.Model
        From float32 (n, *input_shape) to float32 (n, outputs).
    """
    from keras import Model, layers

    inputs = layers.Input(network.input_shape, name="inputs")
    x: Any = inputs
    weights: dict[str, list[Any]] = {}
    for name, layer in _layers_by_name(network):
        x = _append(x, name, layer, weights)
    model = Model(inputs, x, name=network.name)
    for name, values in weights.items():
        model.get_layer(name).set_weights(values)
    return model


def extract(model: keras.Model, network: SequentialNetwork) -> SequentialNetwork:
    """Return `network` with the weights of a model that `build` made from it and that was then trained."""

    def values(name: str) -> list[Any]:
        return list(model.get_layer(name).get_weights())

    def read_layer(name: str, layer: Layer) -> Layer:
        match layer:
            case Convolution(_, _, stride, padding):
                kernel, bias = values(name)
                return Convolution(kernel, bias, stride, padding)
            case DepthwiseConvolution(_, _, stride, padding):
                kernel, bias = values(name)
                return DepthwiseConvolution(kernel[..., 0], bias, stride, padding)
            case ParametricRelu():
                return ParametricRelu(values(name)[0].ravel())
            case FullyConnected(_, _, probabilities):
                parts = zip(values(name), values(f"{name}_p") if probabilities else [None, None], strict=True)
                kernel, bias = (one if other is None else np.concatenate([one, other], -1) for one, other in parts)
                return FullyConnected(kernel, bias, probabilities)
            case _:
                return layer

    layers = tuple(read_layer(name, layer) for name, layer in _layers_by_name(network))
    return SequentialNetwork(network.name, network.input_shape, layers)


def _layers_by_name(network: SequentialNetwork) -> Iterator[tuple[str, Layer]]:
    counts: dict[str, int] = {}
    for layer in network.layers:
        kind = _NAMES[type(layer)]
        counts[kind] = counts.get(kind, 0) + 1
        yield f"{kind}{counts[kind]}", layer


def _append(x: Any, name: str, layer: Layer, weights: dict[str, list[Any]]) -> Any:
    """Return the output of a layer for `x`; add its weights to `weights`, by the name of the Keras layer."""
    from keras import layers

    match layer:
        case Scaling(factor, offset):
            return layers.Rescaling(factor, offset, name=name)(x)
        case ParametricRelu(slopes):
            is_image = len(x.shape) == 4
            weights[name] = [slopes.reshape(1, 1, -1) if is_image else slopes]
            return layers.PReLU(shared_axes=(1, 2) if is_image else None, name=name)(x)
        case MaxPooling(side, is_padded):
            return layers.MaxPooling2D(side, 2, "same" if is_padded else "valid", name=name)(x)
        case Convolution(kernel, bias, stride, padding):
            weights[name] = [kernel, bias]
            return layers.Conv2D(len(bias), kernel.shape[:2], stride, name=name)(_pad(x, name, padding))
        case DepthwiseConvolution(kernel, bias, stride, padding):
            weights[name] = [kernel[..., np.newaxis], bias]
            return layers.DepthwiseConv2D(kernel.shape[:2], stride, name=name)(_pad(x, name, padding))
        case FullyConnected(kernel, bias, probabilities):
            x = layers.Flatten(name=f"{name}_flatten")(x) if len(x.shape) == 4 else x
            plain = len(bias) - probabilities
            weights[name] = [kernel[:, :plain], bias[:plain]]
            y = layers.Dense(plain, name=name)(x)
            if not probabilities:
                return y
            weights[f"{name}_p"] = [kernel[:, plain:], bias[plain:]]
            p = layers.Dense(probabilities, activation="sigmoid", name=f"{name}_p")(x)
            return layers.Concatenate(name=f"{name}_outputs")([y, p])


def _pad(x: Any, name: str, padding: int) -> Any:
    """Pad with zeros on all sides. With a stride of 2, "same" in Keras pads on two sides only."""
    from keras import layers

    return layers.ZeroPadding2D(padding, name=f"{name}_pad")(x) if padding else x
