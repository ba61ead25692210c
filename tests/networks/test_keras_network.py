"""A network becomes a native Keras model of stock layers, and the weights come back after training."""

import numpy as np

from visavis.networks import keras_network, published
from visavis.networks.sequential import FullyConnected, ParametricRelu, Scaling, SequentialNetwork

NETWORK = SequentialNetwork(
    "tiny",
    (2, 2, 3),
    [
        Scaling(0.1, 0.0),
        ParametricRelu(np.full(3, 0.5, np.float32)),
        FullyConnected(np.ones((12, 4), np.float32), np.zeros(4, np.float32), probabilities=1),
    ],
)


def test_a_saved_model_is_loaded_without_custom_code(tmp_path):
    import keras

    model = keras_network.build(published.parse(published.LANDMARKS))
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", compile=False, safe_mode=True)
    crops = np.full((1, 48, 48, 3), 90, np.float32)
    assert np.array_equal(np.asarray(loaded(crops)), np.asarray(model(crops)))
    assert all(type(layer).__module__.startswith("keras.") for layer in loaded.layers)


def test_trained_weights_come_back():
    model = keras_network.build(NETWORK)
    for layer in model.layers:
        layer.set_weights([values + 1 for values in layer.get_weights()])
    trained = keras_network.extract(model, NETWORK)
    assert trained.layers[0] == NETWORK.layers[0]
    assert trained.layers[1].slopes.tolist() == [1.5] * 3
    assert (trained.layers[2].kernel == 2).all()
    assert trained.layers[2].bias.tolist() == [1] * 4
    inputs = np.ones((1, 2, 2, 3), np.float32)
    assert np.allclose(np.asarray(keras_network.build(trained)(inputs)), np.asarray(model(inputs)))
