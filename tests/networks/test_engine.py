"""The compiled network runs on the CPU; Keras runs if there is no usable compiled network."""

import subprocess
import sys

import numpy as np
import pytest

from visavis.networks import published
from visavis.networks.engine import CompiledEngine, load


@pytest.fixture(scope="module")
def onet(published_networks):
    return published.find_prepared(published_networks, published.LANDMARKS)


@pytest.fixture(scope="module")
def crops():
    return np.random.default_rng(0).uniform(0, 255, (11, 48, 48, 3)).astype(np.float32)


def test_on_the_cpu_tensorflow_is_not_imported(onet):
    code = f"""
import sys
from pathlib import Path
from visavis.networks.engine import load
engine = load(Path({str(onet.network)!r}), Path({str(onet.compiled)!r}), "cpu")
print(type(engine).__name__, engine.device, {{"tensorflow", "keras"}} & sys.modules.keys() or "alone")
"""
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.split() == ["CompiledEngine", "CPU", "alone"]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 8, 9, 11])
def test_a_batch_has_the_outputs_of_its_items(onet, crops, count):
    engine = CompiledEngine(onet.compiled)
    answers = engine(crops[:count])
    assert answers.shape == (count, 15)
    assert answers.dtype == np.float32
    assert all(np.array_equal(engine(crops[index : index + 1])[0], answers[index]) for index in range(count))


def test_outputs_are_not_overwritten_by_the_next_run(onet, crops):
    engine = CompiledEngine(onet.compiled)
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

    engine = load(onet.network, compiled, "cpu")

    assert engine.device == "CPU (Keras)"  # the status bar has it from here
    expected = CompiledEngine(onet.compiled)(crops)
    for count in (0, 1, 3, 8, 11):
        assert np.allclose(engine(crops[:count]), expected[:count], atol=1e-3)
