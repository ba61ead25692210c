"""MTCNN's O-Net computes in Keras what its published weights define."""

import io

import joblib
import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from visavis.errors import ModelError
from visavis.networks import published
from visavis_training.networks import conversion, mtcnn, mtcnn_weights

MTCNN = (published.LANDMARKS,)


def content(name):
    return published.NetworkCard.load(name).weights.read()


@pytest.fixture(scope="module")
def built():
    return {name: mtcnn.build(name, mtcnn_weights.parse(content(name), name)) for name in MTCNN}


@pytest.fixture(scope="module")
def answers(built):
    """For two faces, the same mirrored, and two pictures of noise."""
    return {name: built[name].predict(conversion.comparison_samples(mtcnn.SIDES[name]), verbose=0) for name in MTCNN}


def by_hand(name, pictures):
    """The published arrays applied step by step as the paper has it: shares of the crop, then two probabilities."""

    def convolution(x, kernel, bias):
        rows, columns = kernel.shape[:2]
        return np.einsum("nhwcij,ijco->nhwo", sliding_window_view(x, (rows, columns), (1, 2)), kernel) + bias

    def prelu(x, slopes):
        return np.where(x > 0, x, x * slopes)

    def pool(x, side, padding):
        if padding == "same":
            more = [max((-(-length // 2) - 1) * 2 + side - length, 0) for length in x.shape[1:3]]
            borders = [(0, 0), *((total // 2, total - total // 2) for total in more), (0, 0)]
            x = np.pad(x, borders, constant_values=-np.inf)
        return sliding_window_view(x, (side, side), (1, 2))[:, ::2, ::2].max((-2, -1))

    arrays = joblib.load(io.BytesIO(content(name)))
    x = (pictures - 127.5) / 128
    for step in mtcnn.POOLS[name]:
        kernel, bias, slopes, *arrays = arrays
        x = prelu(convolution(x, kernel, bias), slopes)
        x = pool(x, *step) if step else x
    kernel, bias, slopes, *arrays = arrays
    x = prelu(x.transpose(0, 2, 1, 3).reshape(len(x), -1) @ kernel + bias, slopes)
    heads = [
        x @ kernel.reshape(kernel.shape[-2:]) + bias for kernel, bias in zip(arrays[::2], arrays[1::2], strict=True)
    ]
    odds = np.exp(heads[-1])
    return [*heads[:-1], odds / odds.sum(-1, keepdims=True)]


@pytest.mark.parametrize(("name", "outputs"), [("onet", (15,))])
def test_the_number_of_parameters_is_as_published(built, name, outputs):
    assert built[name].input_shape == (None, mtcnn.SIDES[name], mtcnn.SIDES[name], 3)
    assert built[name].output_shape == (None, *outputs)


@pytest.mark.parametrize("name", MTCNN)
def test_it_has_only_stock_layers(built, name):
    assert all(type(layer).__module__.startswith("keras.") for layer in built[name].layers)


@pytest.mark.parametrize("name", MTCNN)
def test_outputs_equal_a_step_by_step_computation(built, name):
    pictures = conversion.comparison_samples(mtcnn.SIDES[name])
    box, *points, face = by_hand(name, pictures)
    points = [part.reshape(-1, 2, 5).swapaxes(1, 2).reshape(-1, 10) for part in points]
    answers = built[name].predict(pictures, verbose=0)
    assert np.allclose(answers, np.concatenate([*points, box, face[..., 1:]], axis=-1), atol=1e-5)


@pytest.mark.parametrize("name", MTCNN)
def test_faces_are_told_from_noise(answers, name):
    faces = answers[name].reshape(6, -1)[:, -1]
    assert (faces[:4] > 0.6).all()
    assert (faces[4:] < 0.1).all()


def test_landmarks_are_at_eyes_nose_and_mouth(answers):
    for left_eye, right_eye, nose, left_mouth, right_mouth in answers["onet"][:4, :10].reshape(-1, 5, 2):
        assert left_eye[0] < nose[0] < right_eye[0]
        assert left_mouth[0] < right_mouth[0]
        assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])


@pytest.mark.parametrize("name", MTCNN)
def test_other_arrays_are_an_error(name):
    file = io.BytesIO()
    joblib.dump([np.zeros(3, np.float32)], file)
    with pytest.raises(ModelError, match=f"not those of {name}"):
        mtcnn_weights.parse(file.getvalue(), name)
