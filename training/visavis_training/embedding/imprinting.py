"""One Keras network from pixels to people: the published trunk, and templates as the weights of a last layer.

References
----------
.. [1] Qi, H., Brown, M. and Lowe, D. G. (2018). Low-shot learning with imprinted weights. CVPR.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.networks import published
from visavis.networks.engine import silence_stderr
from visavis.recognition.embedder import Vectors
from visavis.scoring.calibration import Calibration
from visavis.storage.paths import DataFolders

if TYPE_CHECKING:
    import keras


def imprinted(trunk: keras.Model, templates: Vectors, calibration: Calibration) -> keras.Model:
    """Put people on top of the network that embeds faces.

    Parameters
    ----------
    trunk : keras.Model
        float32 (n, 150, 150, 3), RGB 0..255, to float32 (n, 128).
    templates : ndarray of float32, shape (people, 128)
        Unit length.
    calibration : Calibration
        From cosines to scores.

    Returns
    -------
    keras.Model
        From the trunk's input to scores 0..1, float32 (n, people): what the app computes live, as one network of stock
        layers. A chip and its mirror image are embedded and averaged; both are normalized before and after.
    """
    import keras
    from keras import layers

    chips = layers.Input(trunk.input_shape[1:], name="chip")
    normalized = layers.UnitNormalization(name="normalize")
    both = layers.Add(name="average")([normalized(trunk(chips)), normalized(trunk(keras.ops.flip(chips, axis=2)))])
    cosines = layers.Dense(len(templates), use_bias=False, name="people")(normalized(both))
    scaled = layers.Rescaling(calibration.slope, calibration.offset, name="calibrate")(cosines)
    model = keras.Model(chips, layers.Activation("sigmoid", name="scores")(scaled), name="visavis")
    model.get_layer("people").set_weights([np.ascontiguousarray(templates.T)])
    return model


def trunk(folders: DataFolders) -> keras.Model:
    """The published network that embeds faces."""
    with silence_stderr():
        import keras

    return keras.saving.load_model(
        published.ensure(folders)[published.EMBEDDING].network, compile=False, safe_mode=True
    )


def imprint_bare(folders: DataFolders) -> list[str]:
    """Give the models that lost their network when someone was forgotten a new one; the IDs of those that have it."""
    store = ModelStore(folders.models)
    bare = [store.card(model_id) for model_id in store.ids_without_network()]
    if not bare:
        return []
    below = trunk(folders)
    done = []
    for card in bare:
        templates = load_templates(store.path(card.id, TEMPLATES_FILE))
        with store.staging() as folder:
            path = folder / NETWORK_FILE
            rows = np.stack([templates[person.slug] for person in card.people])
            imprinted(below, rows, card.calibration).save(path)
            if store.add_network(card, path):
                done.append(card.id)
    return done
