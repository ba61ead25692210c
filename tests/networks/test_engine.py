"""The compiled network runs on the CPU; Keras runs if there is no usable compiled network."""

import numpy as np
import pytest

from visavis.networks import keras_network, published
from visavis.networks.engine import CompiledEngine, load


@pytest.fixture(scope="module")
def onet(published_networks):
    return published.find_compiled(published_networks, published.NetworkCard.load(published.LANDMARKS))


@pytest.fixture(scope="module")
def crops():
    return np.random.default_rng(0).uniform(0, 255, (11, 48, 48, 3)).astype(np.float32)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 8, 9, 11])
def test_a_batch_has_the_outputs_of_its_items(onet, crops, count):
    engine = CompiledEngine(onet)
    answers = engine(crops[:count])
    assert answers.shape == (count, 15)
    assert answers.dtype == np.float32
    assert all(np.array_equal(engine(crops[index : index + 1])[0], answers[index]) for index in range(count))


def test_outputs_are_not_overwritten_by_the_next_run(onet, crops):
    engine = CompiledEngine(onet)
    first = engine(crops[:1])
    kept = first.copy()
    engine(crops[1:2])
    assert np.array_equal(first, kept)


@pytest.mark.slow
@pytest.mark.parametrize("content", [None, b"no network"])
def test_without_a_compiled_network_keras_runs(onet, crops, tmp_path, content):
    compiled = tmp_path / "model.tflite"
    if content is not None:
        compiled.write_bytes(content)

    engine = load(lambda: keras_network.build(published.parse(published.LANDMARKS)), compiled, "cpu")

    assert engine.device == "CPU (Keras)"  # the status bar has it from here
    expected = CompiledEngine(onet)(crops)
    for count in (0, 1, 3, 8, 11):
        assert np.allclose(engine(crops[:count]), expected[:count], atol=1e-3)
