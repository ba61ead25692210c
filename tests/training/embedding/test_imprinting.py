"""The published network computes what the app computes, from pixels to scores."""

import numpy as np

from visavis.recognition.embedder import Embedder, unit
from visavis.scoring.calibration import Calibration
from visavis_training.embedding.imprinting import imprint


def test_the_network_computes_what_the_app_computes(tmp_path):
    import keras
    from keras import layers

    inputs = layers.Input((10, 10, 3))
    trunk = keras.Model(inputs, layers.Dense(128)(layers.Flatten()(layers.Rescaling(1 / 255)(inputs))))
    random = np.random.default_rng(1)
    templates = unit(random.normal(size=(3, 128)))
    calibration = Calibration(20.0, -3.0)
    chips = random.integers(0, 256, (4, 10, 10, 3)).astype(np.float32)

    imprint(trunk, templates, calibration).save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", compile=False, safe_mode=True)

    class Trunk:
        device = "CPU"

        def __call__(self, batch):
            return np.asarray(trunk(batch))

    expected = calibration(Embedder(Trunk()).embed(chips) @ templates.T)
    assert np.allclose(np.asarray(loaded(chips)), expected, atol=1e-4)
    assert not [layer for layer in loaded.layers if "lambda" in type(layer).__name__.lower()]
