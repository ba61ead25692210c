"""O-Net as a native network says what the package's own says, in the order that the app expects."""

import io

import joblib
import numpy as np
import pytest

from visavis import networks
from visavis.errors import ModelError
from visavis_training.networks import onet, onet_weights, published


@pytest.fixture(scope="module")
def content():
    return published.weights(networks.Published.named(networks.LANDMARKS))


@pytest.fixture(scope="module")
def network(content):
    return onet.build(onet_weights.read(content))


@pytest.fixture(scope="module")
def answers(network):
    """For two faces, the same mirrored, and two pictures of noise."""
    return network.predict(published.samples(onet.SIDE), verbose=0)


def test_size(network):
    assert network.input_shape == (None, 48, 48, 3)
    assert network.output_shape == (None, onet.OUTPUTS)


def test_only_stock_layers_so_that_keras_alone_can_load_it(network):
    assert all(type(layer).__module__.startswith("keras.") for layer in network.layers)


def test_says_what_the_packages_own_network_says(content, answers):
    from mtcnn.network.onet import ONet

    reference = ONet()
    reference.build()
    reference.set_weights(joblib.load(io.BytesIO(content)))
    box, points, face = (np.asarray(part) for part in reference((published.samples(onet.SIDE) - 127.5) / 128))
    interleaved = points.reshape(-1, 2, 5).swapaxes(1, 2).reshape(-1, 10)
    assert np.allclose(answers, np.hstack([interleaved, box, face[:, 1:]]), atol=1e-5)


def test_faces_are_faces_and_noise_is_none(answers):
    assert (answers[:4, 14] > 0.9).all()
    assert (answers[4:, 14] < 0.1).all()


def test_points_lie_where_eyes_nose_and_mouth_are(answers):
    for left_eye, right_eye, nose, left_mouth, right_mouth in answers[:4, :10].reshape(-1, 5, 2):
        assert left_eye[0] < nose[0] < right_eye[0]
        assert left_mouth[0] < right_mouth[0]
        assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])


def test_other_arrays_are_one_sentence():
    file = io.BytesIO()
    joblib.dump([np.zeros(3, np.float32)], file)
    with pytest.raises(ModelError, match="not those of O-Net"):
        onet_weights.read(file.getvalue())
