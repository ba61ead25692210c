"""Builds one Keras network from pixels to people: the published trunk, with templates as the weights of a last layer.

References
----------
.. [1] Qi, H., Brown, M. and Lowe, D. G. (2018). Low-shot learning with imprinted weights. CVPR.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np

from visavis.errors import ModelError
from visavis.messages import Message
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.networks import keras_network, published
from visavis.networks.engine import silence_stderr
from visavis.process.extras import TRAIN
from visavis.recognition.embedder import EMBEDDING_LENGTH, Vectors
from visavis.scoring.calibration import Calibration
from visavis.storage import disk
from visavis.storage.paths import DataFolders

if TYPE_CHECKING:
    import keras

_log = logging.getLogger(__name__)


def imprint(trunk: keras.Model, templates: Vectors, calibration: Calibration) -> keras.Model:
    """Build the network for people on top of the embedding network.

    Parameters
    ----------
    trunk : keras.Model
        From float32 (n, 112, 112, 3), RGB 0..255, to float32 (n, 128).
    templates : ndarray of float32, shape (people, 128)
        Unit length.
    calibration : Calibration
        From cosines to scores.

    Returns
    -------
    keras.Model
        From the trunk's input to scores 0..1, float32 (n, people). It computes what the app computes live, from stock
        layers only.
    """
    import keras
    from keras import layers

    chips = layers.Input(trunk.input_shape[1:], name="chip")
    embeddings = layers.UnitNormalization(name="normalize")(trunk(chips))
    cosines = layers.Dense(len(templates), use_bias=False, name="people")(embeddings)
    calibrated = layers.Rescaling(calibration.slope, calibration.offset, name="calibrate")(cosines)
    model = keras.Model(chips, layers.Activation("sigmoid", name="scores")(calibrated), name="visavis")
    model.get_layer("people").set_weights([np.ascontiguousarray(templates.T)])
    return model


def build_trunk() -> keras.Model:
    """Build the published embedding network."""
    with silence_stderr():
        import keras  # noqa: F401  # TensorFlow writes to stderr when it is imported

    return keras_network.build(published.parse(published.EMBEDDING))


def imprint_missing(folders: DataFolders) -> list[str]:
    """Build the networks of models of templates that have none. Returns the IDs of these models.

    The model was published a moment ago, or Keras was not installed then, or someone was forgotten. A model with
    broken templates is passed over, with a warning: it hinders neither the others nor a training.

    Raises
    ------
    MissingExtraError
        If a network is missing and Keras is not installed.
    """
    store = ModelStore(folders.models)
    incomplete = [store.card(model_id) for model_id in store.ids_without_network()]
    if not incomplete:
        return []
    TRAIN.require(Message("A Keras network of the people"))
    trunk = build_trunk()
    completed = []
    for card in incomplete:
        slugs = [person.slug for person in card.people]
        try:
            templates = load_templates(store.path(card.id, TEMPLATES_FILE), EMBEDDING_LENGTH, slugs)
        except ModelError as error:
            _log.warning("The network of model %s cannot be rebuilt: %s", card.id, error)
            continue
        with store.staging_folder() as folder, disk.translate_errors(folder):
            path = folder / NETWORK_FILE
            rows = np.stack([templates[slug] for slug in slugs])
            imprint(trunk, rows, card.calibration).save(path)
            if store.add_network(card, path):
                completed.append(card.id)
    return completed
