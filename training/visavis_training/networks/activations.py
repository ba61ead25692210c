"""`python -m visavis_training insight`: filters and activations of networks, for `visavis.training_client.inspection`.

References
----------
.. [1] Zeiler, M. D. and Fergus, R. (2014). Visualizing and understanding convolutional networks. ECCV.
   doi:10.1007/978-3-319-10590-1_53
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from visavis.cli.command import Commands, emit
from visavis.errors import VisavisError
from visavis.faces import alignment
from visavis.messages import Message, to_record
from visavis.networks import cnn64_input, engine, keras_network, published
from visavis.process.extras import TRAIN
from visavis.storage import arrays, tempdirs
from visavis.training_client.inspection import INPUT_FILE, OUTPUT_FILE, LayerActivations, NetworkActivations, to_arrays

if TYPE_CHECKING:
    import keras

#: Number of layers shown, spread over the network.
LAYERS = 4
#: Number of maps shown for each layer.
MAPS = 16
#: Smallest side of a map, in pixels. Smaller ones show nothing recognizable.
MIN_SIDE = 4
#: Number of first-layer filters shown.
FILTERS = 32


def add_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("insight", help="filters and activations of networks for a face")
    parser.add_argument(
        "networks", metavar="NAME=FILE", nargs="+", help="a network and its Keras file; embedding alone is as published"
    )
    parser.add_argument(
        "--into", metavar="DIR", type=Path, required=True, help="folder with the chips, for the results"
    )
    parser.add_argument("--json", action="store_true", help="report an error as a JSON line on stdout")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Compute the activations. The exit status is 1 if a network cannot be loaded.

    If the folder is gone, the program that asked was killed and its folder was removed: nothing is left to do.
    """
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # one chip needs no GPU
    try:
        chips = arrays.read(arguments.into / INPUT_FILE)
    except FileNotFoundError:
        return 0
    try:
        TRAIN.require(Message("A look into the networks"))
        pairs = [text.partition("=")[::2] for text in arguments.networks]
        activations = [inspect_network(name, _load_model(path), chips[name]) for name, path in pairs]
        with tempdirs.hold(arguments.into) as exists:
            if exists:
                arrays.write(arguments.into / OUTPUT_FILE, to_arrays(activations))
    except VisavisError as error:
        if not arguments.json:
            raise
        missing = {"extra": error.extra} if error.extra else {}
        emit({"event": "failed", **to_record(error=error.message, hint=error.hint), **missing})
        return 1
    return 0


def inspect_network(name: str, model: keras.Model, chip: NDArray[np.uint8]) -> NetworkActivations:
    """The first filters of a network, and the activations of some layers for a chip [1]_.

    Parameters
    ----------
    name : {"embedding", "cnn64"}
        The network, which determines how the chip is prepared.
    model : keras.Model
    chip : ndarray of uint8, shape (side, side, 3)
        BGR.
    """
    import keras

    normalize = alignment.to_rgb if name == "embedding" else cnn64_input.normalize
    convolutions = [layer for layer in model.layers if isinstance(layer, keras.layers.Conv2D)]
    spatial = [layer for layer in model.layers if _is_shown(layer, name)]
    shown = [spatial[index] for index in sorted({int(i) for i in np.linspace(0, len(spatial) - 1, LAYERS)})]
    inner = keras.Model(model.inputs[0], [layer.output for layer in shown])
    outputs = inner(normalize(chip[np.newaxis]), training=False)
    layers = tuple(
        LayerActivations(layer.name, int(output.shape[-1]), activation_maps(np.asarray(output)[0]))
        for layer, output in zip(shown, outputs, strict=True)
    )
    return NetworkActivations(name, chip, filter_images(np.asarray(convolutions[0].get_weights()[0])), layers)


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


def _is_shown(layer: Any, name: str) -> bool:
    """Whether a layer is shown: the activations of `cnn64`'s convolutions, the block outputs of `embedding`."""
    import keras

    if name == "embedding":
        relevant = layer.name.startswith("prelu")
    elif isinstance(layer, keras.layers.Conv2D):
        relevant = layer.activation is not keras.activations.linear  # in the book's network, it is the next layer
    else:
        relevant = isinstance(layer, keras.layers.Activation) and len(layer.output.shape) == 4
    return bool(relevant and layer.output.shape[1] >= MIN_SIDE)


def _load_model(path: str) -> Any:
    """Load a Keras file, or build the published embedding network if the path is empty."""
    return engine.load_keras(Path(path)) if path else keras_network.build(published.parse(published.EMBEDDING))
