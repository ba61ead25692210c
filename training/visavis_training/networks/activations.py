"""`python -m visavis_training insight`: what networks see of a face, for `visavis.training_client.inspection`.

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
from visavis.errors import ModelError, VisavisError
from visavis.faces import alignment
from visavis.messages import to_record
from visavis.networks import cnn64_input
from visavis.storage import arrays, tempdirs
from visavis.training_client.inspection import INPUT_FILE, OUTPUT_FILE, LayerActivations, NetworkActivations, to_arrays

if TYPE_CHECKING:
    import keras

#: Layers that are shown, spread over the network, and maps of each.
LAYERS, MAPS = 4, 16
#: Side of a map, in pixels, below which it shows nothing of a face.
LEAST_SIDE = 4
#: Filters that are shown.
FILTERS = 32


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("insight", help="what networks see of a face")
    parser.add_argument("networks", metavar="NAME=FILE", nargs="+", help="a network, and its Keras file")
    parser.add_argument("--into", metavar="DIR", type=Path, required=True, help="where the chips are, and answers go")
    parser.add_argument("--json", action="store_true", help="say what went wrong as a JSON line on stdout")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Look into the networks; the status is 1 if one cannot be.

    Where the folder is gone, whoever asked was killed, and it was swept: there is nobody to answer.
    """
    os.environ["CUDA_VISIBLE_DEVICES"] = "-1"  # one chip needs no GPU
    try:
        asked = arrays.read(arguments.into / INPUT_FILE)
    except FileNotFoundError:
        return 0
    try:
        pairs = [text.partition("=")[::2] for text in arguments.networks]
        insights = [inspected(name, _loaded(Path(path)), asked[name]) for name, path in pairs]
        with tempdirs.hold(arguments.into) as there:
            if there:
                arrays.write(arguments.into / OUTPUT_FILE, to_arrays(insights))
    except VisavisError as error:
        if not arguments.json:
            raise
        emit({"event": "failed", **to_record(error=error.message, hint=error.hint)})
        return 1
    return 0


def inspected(name: str, model: keras.Model, chip: NDArray[np.uint8]) -> NetworkActivations:
    """What a network sees of a chip: its first filters, and what some of its layers answer [1]_.

    Parameters
    ----------
    name : {"embedding", "cnn64"}
        What the chip is prepared for.
    model : keras.Model
    chip : ndarray of uint8, shape (side, side, 3)
        BGR.
    """
    import keras

    prepare = alignment.to_rgb if name == "embedding" else cnn64_input.normalize
    convolutions = [layer for layer in model.layers if isinstance(layer, keras.layers.Conv2D)]
    spatial = [layer for layer in model.layers if _shows(layer, name)]
    chosen = [spatial[index] for index in sorted({int(i) for i in np.linspace(0, len(spatial) - 1, LAYERS)})]
    watched = keras.Model(model.inputs[0], [layer.output for layer in chosen])
    outputs = watched(prepare(chip[np.newaxis]), training=False)
    layers = tuple(
        LayerActivations(layer.name, int(output.shape[-1]), maps(np.asarray(output)[0]))
        for layer, output in zip(chosen, outputs, strict=True)
    )
    return NetworkActivations(name, chip, filters(np.asarray(convolutions[0].get_weights()[0])), layers)


def filters(kernel: NDArray[np.float32]) -> NDArray[np.uint8]:
    """First filters as pictures: gray is zero, each filter's largest weight is black or white.

    Parameters
    ----------
    kernel : ndarray of float, shape (height, width, 3, filters)
        As Keras has it; channels are RGB.

    Returns
    -------
    ndarray of uint8, shape (n, height, width, 3)
        BGR; those with the largest weights, at most `FILTERS`.
    """
    each = np.moveaxis(kernel, -1, 0)[..., ::-1]
    largest = np.abs(each).max(axis=(1, 2, 3))
    each = each[np.argsort(-largest, kind="stable")[:FILTERS]]
    scale = np.maximum(np.abs(each).max(axis=(1, 2, 3), keepdims=True), 1e-12)
    return np.asarray((127.5 + 127.5 * each / scale).round(), np.uint8)


def maps(output: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The maps of a layer that vary most, each stretched from black to white.

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


def _shows(layer: Any, name: str) -> bool:
    """Whether a layer's answers are shown: convolutions of `cnn64`; of `embedding`, what each block passes on."""
    import keras

    convolution = isinstance(layer, keras.layers.Conv2D)
    shows = convolution if name == "cnn64" else layer.name == "stem" or layer.name.endswith("_relu")
    return bool(shows and layer.output.shape[1] >= LEAST_SIDE)


def _loaded(path: Path) -> keras.Model:
    import keras

    try:
        return keras.saving.load_model(path, compile=False, safe_mode=True)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(
            "{file} in {folder} is not a network that Keras can load.", file=path.name, folder=path.parent
        ) from error
