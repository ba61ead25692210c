"""Filters and activations of a chip, and the command that writes them."""

import json

import numpy as np
import pytest

from visavis.storage import arrays, tempdirs
from visavis.training_client.inspection import INPUT_FILE, OUTPUT_FILE
from visavis_training import cli
from visavis_training.networks import activations
from visavis_training.networks.activations import FILTERS, LAYERS, MAPS, activation_maps, filter_images, inspect_network

CHIP = np.random.default_rng(1).integers(0, 256, (64, 64, 3)).astype(np.uint8)


def test_filters_are_gray_at_zero_and_sorted_by_strength():
    kernel = np.zeros((3, 3, 3, 3), np.float32)
    kernel[0, 0, 0, 0] = -0.5  # red
    kernel[1, 1, 2, 1] = 2.0  # blue
    shown = filter_images(kernel)
    assert shown.shape == (3, 3, 3, 3)
    assert shown[0, 1, 1].tolist() == [255, 128, 128]  # BGR
    assert shown[1, 0, 0].tolist() == [128, 128, 0]
    assert (shown[2] == 128).all()  # that of zeros
    assert len(filter_images(np.ones((3, 3, 3, 50), np.float32))) == FILTERS


def test_maps_are_stretched_and_sorted_by_variance():
    output = np.zeros((4, 4, 20), np.float32)
    output[0, 0, 7], output[1, 1, 3] = 5, 1
    shown = activation_maps(output)
    assert shown.shape == (MAPS, 4, 4)
    assert (shown[0, 0, 0], shown[1, 1, 1]) == (255, 255)
    assert int(shown.sum()) == 510


@pytest.fixture(scope="module")
def model():
    from visavis_training.cnn64 import network

    return network.build_tuned(3)


def test_filters_and_some_layers_are_shown(model):
    activations = inspect_network("cnn64", model, CHIP)
    assert activations.filters.shape == (32, 3, 3, 3)
    assert [layer.maps.shape for layer in activations.layers] == [(MAPS, side, side) for side in (64, 62, 31, 29)]
    assert [layer.channels for layer in activations.layers] == [32, 32, 64, 64]
    assert len(activations.layers) <= LAYERS


def test_the_command_reads_chips_and_writes_activations(model, tmp_path, capsys):
    model.save(tmp_path / "model.keras")
    arrays.write(tmp_path / INPUT_FILE, {"cnn64": CHIP})
    asked = ["insight", "--into", str(tmp_path), "--json"]
    assert cli.main([*asked, f"cnn64={tmp_path / 'model.keras'}"]) == 0
    assert "cnn64/filters" in arrays.read(tmp_path / OUTPUT_FILE)

    (tmp_path / "cut.keras").write_bytes(b"half")
    assert cli.main([*asked, f"cnn64={tmp_path / 'cut.keras'}"]) == 1
    assert "not a network" in json.loads(capsys.readouterr().out)["error"]


def test_a_folder_that_was_deleted_meanwhile_is_not_recreated(model, tmp_path, capsys, monkeypatch):
    home = tmp_path / "home"
    arrays.write(home / "left" / INPUT_FILE, {"cnn64": CHIP})  # by a program that was killed

    def load(_):
        tempdirs.sweep(home)
        return model

    monkeypatch.setattr(activations, "_load_model", load)
    for _ in ("while it computes", "before it began"):
        assert cli.main(["insight", "--into", str(home / "left"), "--json", "cnn64=any"]) == 0
        assert not (home / "left").exists()
    assert capsys.readouterr().out == ""
