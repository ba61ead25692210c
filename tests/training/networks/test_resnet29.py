"""dlib's weights are read exactly, and the Keras network equals dlib's."""

import keras
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.errors import ModelError
from visavis.networks import published
from visavis_training.networks import conversion, dlib_weights, resnet29

PUBLISHED = published.NetworkCard.load(published.EMBEDDING)


@pytest.fixture(scope="module")
def content():
    return PUBLISHED.weights.read()


@pytest.fixture(scope="module")
def weights(content):
    return dlib_weights.parse(content)


@pytest.fixture(scope="module")
def network(weights):
    return resnet29.build(weights)


def integer(value):
    """As dlib writes it: a byte with the sign and the number of bytes, then these."""
    size = (value.bit_length() + 7) // 8
    return bytes([size | (0x80 if value < 0 else 0)]) + abs(value).to_bytes(size, "little")


class TestFormat:
    @given(st.integers(-(2**63) + 1, 2**63 - 1))
    def test_integers(self, value):
        assert dlib_weights._Record(integer(value), 0).integer() == value

    @given(st.integers(-(2**24), 2**24), st.integers(-140, 100))
    def test_reals(self, mantissa, exponent):
        record = dlib_weights._Record(integer(mantissa) + integer(exponent), 0)
        assert record.real() == mantissa * 2.0**exponent

    @given(st.lists(st.floats(width=32, allow_nan=False), min_size=6, max_size=6))
    def test_tensors(self, values):
        array = np.array(values, "<f4").reshape(1, 2, 3, 1)
        written = b"".join(map(integer, (2, *array.shape))) + array.tobytes()
        assert np.array_equal(dlib_weights._Record(written, 0).tensor(), array)

    def test_means_as_dlib_documents_them(self, weights):
        assert weights.means == pytest.approx((122.782, 117.001, 104.298), abs=1e-4)

    @pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.999])
    def test_a_truncated_file_is_an_error(self, content, share):
        with pytest.raises(ModelError, match="cannot be read"):
            dlib_weights.parse(content[: int(share * len(content))])

    @given(st.binary(max_size=200))
    def test_any_other_file_is_an_error(self, noise):
        with pytest.raises(ModelError, match="cannot be read"):
            dlib_weights.parse(noise)


class TestNetwork:
    def test_the_number_of_parameters_is_as_published(self, network):
        assert network.count_params() == 5_607_488
        assert network.input_shape == (None, 150, 150, 3)
        assert network.output_shape == (None, 128)

    def test_it_has_only_stock_layers(self, network):
        assert all(type(layer).__module__.startswith("keras.") for layer in network.layers)

    def test_saving_and_loading_does_not_change_the_network(self, network, tmp_path):
        network.save(tmp_path / "model.keras")
        loaded = keras.saving.load_model(tmp_path / "model.keras", compile=False, safe_mode=True)
        samples = conversion.comparison_samples(resnet29.SIDE)
        assert np.array_equal(loaded.predict(samples, verbose=0), network.predict(samples, verbose=0))

    def test_weights_of_another_network_are_an_error(self, weights):
        fewer = dlib_weights.DlibWeights(weights.means, weights.convolutions[:-1], weights.dense)
        with pytest.raises(ModelError, match="not those of a ResNet-29"):
            resnet29.build(fewer)

    def test_embeddings_equal_those_of_dlib(self, network):
        dlib = pytest.importorskip("dlib")
        reference = dlib.face_recognition_model_v1(str(PUBLISHED.weights.path))
        chips = conversion.comparison_samples(resnet29.SIDE)
        expected = [reference.compute_face_descriptor(chip.astype(np.uint8)) for chip in chips]
        assert np.abs(network.predict(chips, verbose=0) - np.array(expected)).max() < 1e-5

    def test_a_face_resembles_its_mirror_image_and_not_another(self, network):
        first, second, mirrored, _, *_ = network.predict(conversion.comparison_samples(resnet29.SIDE), verbose=0)
        assert np.linalg.norm(first - mirrored) < 0.45 < 0.6 < np.linalg.norm(first - second)
