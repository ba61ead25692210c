"""SFace equals the published file as ONNX Runtime runs it: as a Keras model, and compiled in each precision."""

import numpy as np
import pytest

from support import onnx_reference
from support.places import DATA
from visavis.errors import ModelError
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.networks import keras_network, litert_file, onnx_file, published, sface
from visavis.networks.engine import CompiledEngine
from visavis.recognition.embedder import Embedder
from visavis.sources.demo import portraits
from visavis.storage.paths import DataFolders

#: Largest difference of an output from ONNX Runtime's. Outputs are 11 to 12 long. Measured: 1e-5.
TOLERANCE = 1e-4


@pytest.fixture(scope="module")
def content():
    return published.NetworkCard.load(published.EMBEDDING).weights.read()


@pytest.fixture(scope="module")
def network(content):
    return sface.parse(content)


def cosines(a, b):
    return (a * b).sum(axis=1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)


@pytest.fixture(scope="module")
def chips_of(published_networks, tmp_path_factory):
    loader = NetworkLoader(DataFolders(tmp_path_factory.mktemp("data"), published_networks.parent), "cpu")
    find, cut = SampleFaceFinder(loader), Embedder(None).chips

    def chips(images):
        return np.concatenate([cut(image, [find(image)[0]]) for image in images])

    return chips


@pytest.fixture(scope="module")
def chips(chips_of):
    """The demo's two people, one of them mirrored, and a picture of noise."""
    faces = chips_of(portraits())
    noise = np.random.default_rng(0).integers(0, 256, faces[:1].shape).astype(np.float32)
    return np.concatenate([faces, faces[:1, :, ::-1], noise])


@pytest.fixture(scope="module")
def expected(content, chips):
    return onnx_reference.run(content, chips)


def test_it_has_the_layers_of_the_published_network(network):
    assert network.input_shape == (112, 112, 3)
    assert len(network.layers) == 1 + 2 * 27 + 1
    sizes = [getattr(layer, name).size for layer in network.layers for name in layer.__slots__ if name in WEIGHTS]
    assert sum(sizes) == 9_629_632


WEIGHTS = {"kernel", "bias", "slopes"}


def test_the_keras_model_equals_onnx_runtime(network, chips, expected):
    given = keras_network.build(network).predict(chips, verbose=0)
    assert np.abs(given - expected).max() < TOLERANCE


@pytest.mark.real
def test_the_keras_model_equals_onnx_runtime_on_real_chips(network, content, chips_of):
    if not DATA.is_dir():
        pytest.skip("no real pictures here")
    chips = chips_of(codec.read(path) for path in sorted((DATA / "lfw/strangers").rglob("*.jpg"))[:20])
    given = keras_network.build(network).predict(chips, verbose=0)
    assert np.abs(given - onnx_reference.run(content, chips)).max() < TOLERANCE


@pytest.mark.parametrize(
    ("precision", "on_faces", "on_noise"),
    [("float32", 1 - 1e-6, 1 - 1e-6), ("float16", 1 - 1e-5, 1 - 1e-5), ("int8", 0.998, 0.99)],
)
def test_the_compiled_network_agrees_with_onnx_runtime(
    network, chips, expected, precision, on_faces, on_noise, tmp_path
):
    (tmp_path / "n.tflite").write_bytes(litert_file.compile_network(network, precision))
    *faces, noise = cosines(CompiledEngine(tmp_path / "n.tflite")(chips), expected)
    assert min(faces) > on_faces
    assert noise > on_noise


def test_people_are_further_apart_than_a_face_and_its_mirror_image(expected):
    first, second, mirrored, _ = expected / np.linalg.norm(expected, axis=1, keepdims=True)
    assert first @ mirrored > 0.8
    assert first @ second < 0.3


def test_another_network_is_refused(monkeypatch):
    monkeypatch.setattr(onnx_file, "read", lambda _: onnx_file.OnnxGraph((), {"conv": np.zeros(3, np.float32)}))
    with pytest.raises(ModelError, match="not the published one"):
        sface.parse(b"")
