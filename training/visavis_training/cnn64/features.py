"""Features of faces from the convolutions of a fitted `cnn64`, by which rejections are honored live."""

from functools import reduce
from pathlib import Path

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray

from visavis.models.store import FEATURES_FILE, TEMPLATES_FILE
from visavis.models.templates import save_templates
from visavis.networks.cnn64_input import normalize
from visavis.networks.engine import silence_stderr
from visavis.recognition.embedder import unit
from visavis.storage import disk
from visavis_training.data.faces import Faces
from visavis_training.networks import litert

#: Number of chips from which the mean feature is computed, at most.
_MEAN_OF = 1024
#: Batch size for prediction.
_BATCH = 64


def feature_network(model: keras.Model, chips: NDArray[np.uint8]) -> keras.Model:
    """The convolutions of a network: chips to the flattened last maps, centered, of unit length.

    Parameters
    ----------
    chips : ndarray of uint8, shape (n, 64, 64, 3)
        BGR. The mean of their features is the center.
    """
    inputs = layers.Input(model.input_shape[1:], name="chip")
    steps = [layer for layer in model.layers if not isinstance(layer, layers.InputLayer)]
    flatten = next(index for index, layer in enumerate(steps) if isinstance(layer, layers.Flatten))
    flat = reduce(lambda value, layer: layer(value), steps[: flatten + 1], inputs)
    maps = keras.Model(inputs, flat)
    step = max(len(chips) // _MEAN_OF, 1)
    mean = maps.predict(normalize(chips[::step]), batch_size=_BATCH, verbose=0).mean(axis=0)
    centered = layers.Normalization(mean=mean, variance=np.ones_like(mean), name="center")(flat)
    return keras.Model(inputs, layers.UnitNormalization(name="unit")(centered), name="features")


def write_features(folder: Path, model: keras.Model, faces: Faces) -> None:
    """Write the compiled feature network and the people's templates: the means of their features.

    Raises
    ------
    DiskError
        If they cannot be written.
    """
    network = feature_network(model, faces.chips)
    with silence_stderr():
        disk.write_whole(folder / FEATURES_FILE, litert.compile_model(network))
    templates = {}
    for label, person in enumerate(faces.people):
        own = faces.chips[faces.labels == label]
        parts = [own[start : start + _BATCH] for start in range(0, len(own), _BATCH)]
        total = sum(network.predict(normalize(part), verbose=0).sum(axis=0) for part in parts)
        templates[person.slug] = unit(np.asarray(total))
    save_templates(folder / TEMPLATES_FILE, templates)
