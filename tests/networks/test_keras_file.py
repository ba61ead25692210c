"""Keras files: nothing is built from one that has other than stock layers."""

import io
import json
import os
import zipfile

import numpy as np
import pytest

from visavis.errors import DamagedFileError, ModelError
from visavis.networks import engine, keras_file
from visavis.networks.engine import Shape

LAYER = {"module": "keras.layers", "class_name": "Dense", "config": {"units": 2}, "registered_name": None}
CONFIG = {"module": "keras", "class_name": "Sequential", "config": {"layers": [LAYER]}, "registered_name": None}


def archive(config=CONFIG, members=None, compression=zipfile.ZIP_STORED, **more):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as file:
        for name in members or ("metadata.json", "config.json", "model.weights.h5"):
            file.writestr(name, json.dumps(config) if name == "config.json" else b"{}")
        for name, text in more.items():
            file.writestr(name, text)
    return content.getvalue()


def layer(**changes):
    return {**CONFIG, "config": {"layers": [LAYER, {**LAYER, **changes}]}}


def nested(depth):
    value = {}
    for _ in range(depth):
        value = {"config": value}
    return value


def test_stock_layers_pass(tmp_path):
    path = tmp_path / "model.keras"
    path.write_bytes(archive())
    keras_file.require_plain(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        archive()[:-40],
        archive(layer(class_name="Lambda")),
        archive(layer(class_name="TorchModuleWrapper")),
        archive(layer(class_name="TFSMLayer")),
        archive(layer(class_name="function", config="os.system")),
        archive(layer(class_name="__lambda__", config={"value": "gASV"})),
        archive(layer(module="os")),
        archive(layer(module="builtins", class_name="Dense")),
        archive(layer(registered_name="evil>Dense")),
        archive(layer(class_name=["Dense"])),
        archive(layer(config={"activation": {"class_name": "Custom", "config": {}}})),
        archive(layer(config={"deep": [[{"module": "subprocess", "config": "run"}]]})),
        archive(nested(100)),
        archive([]),
        archive(members=("metadata.json", "config.json")),
        archive(members=("metadata.json", "config.json", "../../model.weights.h5")),
        archive(members=("metadata.json", "config.json", "/etc/model.weights.h5")),
        archive(**{"assets/run.py": b""}),
        archive(compression=zipfile.ZIP_DEFLATED),
        archive({"padding": "x" * 3_000_000}),
    ],
    ids=range(22),
)
def test_anything_else_is_refused_before_keras_is_imported(tmp_path, content, monkeypatch):
    monkeypatch.setattr(engine, "_tensorflow", lambda: pytest.fail("Keras was asked"))
    path = tmp_path / "model.keras"
    path.write_bytes(content)
    with pytest.raises(DamagedFileError, match=r"model\.keras is damaged: .+\.$"):
        keras_file.require_plain(path)
    with pytest.raises(ModelError, match="is not a network that Keras can load"):
        engine.load_keras(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "model.keras")
    with pytest.raises(ModelError, match="is not a network that Keras can load"):
        engine.load_keras(tmp_path / "model.keras")


@pytest.mark.slow
def test_networks_of_other_inputs_and_outputs_are_refused(tmp_path):
    import keras
    from keras import layers

    def saved(name, outputs=2, side=8, heads=1):
        inputs = layers.Input((side, side, 3))
        answers = [layers.Dense(outputs)(layers.Flatten()(inputs)) for _ in range(heads)]
        keras.Model(inputs, answers if heads > 1 else answers[0]).save(tmp_path / name)
        return tmp_path / name

    right = saved("right.keras")
    shape = Shape((8, 8, 3), 2)
    loaded = engine.load(lambda: engine.load_keras(right), None, "cpu", shape=shape)
    assert loaded(np.zeros((1, 8, 8, 3), np.float32)).shape == (1, 2)
    for odd in (saved("outputs.keras", outputs=3), saved("side.keras", side=9), saved("heads.keras", heads=2)):
        with pytest.raises(ModelError):
            engine.load(lambda odd=odd: engine.load_keras(odd), None, "cpu", shape=shape)
    content = bytearray(right.read_bytes())
    for start in range(200, len(content), 997):
        content[start : start + 4] = b"\xff\xff\xff\xff"
    right.write_bytes(content)
    with pytest.raises(ModelError, match="is not a network that Keras can load"):
        engine.load_keras(right)
