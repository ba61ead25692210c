import numpy as np
import pytest


@pytest.fixture(scope="session")
def chip():
    """RGB 0..1."""
    return np.random.default_rng(1).uniform(size=(64, 64, 3)).astype(np.float32)


@pytest.fixture(scope="session")
def tuned():
    """The published form of the tuned `cnn64`, which also looks at the mirrored chip, and is saved and loaded."""
    import keras

    from visavis_training.cnn64 import network

    keras.utils.set_random_seed(0)
    return network.inference_network(network.build_tuned(3))


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The book's network, as it is loaded from its file."""
    import keras

    from visavis.networks import engine
    from visavis_training.cnn64 import network

    keras.utils.set_random_seed(0)
    path = tmp_path_factory.mktemp("book") / "model.keras"
    network.inference_network(network.build_book(2)).save(path)
    return engine.load_keras(path)


@pytest.fixture(scope="session")
def trunk():
    """A small network that embeds: 112 pixels to 128 numbers."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(0)
    inputs = layers.Input((112, 112, 3))
    x = layers.Rescaling(1 / 127.5, -1)(inputs)
    x = layers.Conv2D(8, 3, 4, name="conv1")(x)
    x = layers.PReLU(shared_axes=(1, 2), name="prelu1")(x)
    x = layers.Conv2D(8, 3, 4, name="conv2")(x)
    x = layers.PReLU(shared_axes=(1, 2), name="prelu2")(x)
    return keras.Model(inputs, layers.Dense(128)(layers.Flatten()(x)))


@pytest.fixture(scope="session")
def red_or_blue():
    """A classifier of two colors: its two maps are red and blue, and its head adds each up."""
    import keras
    from keras import layers

    from visavis_training.insight.inspected_network import InspectedNetwork

    model = keras.Sequential(
        [
            layers.Input((64, 64, 3)),
            layers.Conv2D(2, 1, activation="relu"),
            layers.MaxPooling2D(4),
            layers.Flatten(),
            layers.Dense(2, activation="softmax"),
        ]
    )
    convolution, head = model.layers[0], model.layers[-1]
    kernel = np.zeros((1, 1, 3, 2), np.float32)
    kernel[0, 0, 0, 0] = kernel[0, 0, 2, 1] = 1
    convolution.set_weights([kernel, np.zeros(2, np.float32)])
    head.set_weights([np.tile(np.eye(2, dtype=np.float32), (256, 1)) * 20 / 256, np.zeros(2, np.float32)])
    return InspectedNetwork.of_classifier(model)
