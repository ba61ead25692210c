"""O-Net is read without running the pickle that its file is."""

import builtins
import sys

import numpy as np
import pytest

from visavis.errors import ModelError
from visavis.networks import keras_network, litert_file, onet, published
from visavis.networks.engine import CompiledEngine


@pytest.fixture(scope="module")
def content():
    return published.NetworkCard.load(published.LANDMARKS).weights.read()


def test_its_arrays_are_those_that_joblib_reads(content):
    import io

    joblib = pytest.importorskip("joblib")
    theirs = joblib.load(io.BytesIO(content))
    ours = list(onet._arrays(onet._unpack(content)))
    assert len(ours) == len(theirs)
    assert all(np.array_equal(one, other) for one, other in zip(ours, theirs, strict=True))


def test_nothing_in_the_file_is_run(content, monkeypatch):
    def refuse(*_, **__):
        pytest.fail("the pickle was run")

    monkeypatch.setitem(sys.modules, "pickle", None)
    monkeypatch.setattr(builtins, "eval", refuse)
    assert onet.parse(content).input_shape == (48, 48, 3)


def test_the_compiled_network_agrees_with_keras(content, tmp_path):
    network = onet.parse(content)
    crops = np.random.default_rng(0).uniform(0, 255, (4, 48, 48, 3)).astype(np.float32)
    (tmp_path / "n.tflite").write_bytes(litert_file.compile_network(network))
    given = CompiledEngine(tmp_path / "n.tflite")(crops)
    expected = keras_network.build(network).predict(crops, verbose=0)
    assert given.shape == (4, onet.OUTPUTS)
    assert np.abs(given - expected).max() < 1e-5
    assert ((given[:, 14] >= 0) & (given[:, 14] <= 1)).all()


@pytest.mark.parametrize("change", [lambda c: b"", lambda c: c[:5], lambda c: c[:-9], lambda c: b"x" + c[1:]])
def test_a_broken_file_is_refused(content, change):
    with pytest.raises(ModelError, match="not the published one"):
        onet.parse(change(content))
