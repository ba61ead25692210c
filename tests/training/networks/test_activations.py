"""What networks see of a chip: filters, maps, and the way through the command line."""

import json

import numpy as np
import pytest

from visavis.storage import arrays, tempdirs
from visavis.training_client.inspection import INPUT_FILE, OUTPUT_FILE
from visavis_training import cli
from visavis_training.networks import activations
from visavis_training.networks.activations import FILTERS, LAYERS, MAPS, activation_maps, filter_images, inspect_network

CHIP = np.random.default_rng(1).integers(0, 256, (64, 64, 3)).astype(np.uint8)


def test_a_filter_is_gray_where_it_is_zero_and_the_strongest_come_first():
    kernel = np.zeros((3, 3, 3, 3), np.float32)
    kernel[0, 0, 0, 0] = -0.5  # red
    kernel[1, 1, 2, 1] = 2.0  # blue
    shown = filter_images(kernel)
    assert shown.shape == (3, 3, 3, 3)
    assert shown[0, 1, 1].tolist() == [255, 128, 128]  # BGR
    assert shown[1, 0, 0].tolist() == [128, 128, 0]
    assert (shown[2] == 128).all()  # that of zeros
    assert len(filter_images(np.ones((3, 3, 3, 50), np.float32))) == FILTERS


def test_the_maps_that_vary_most_come_first_each_from_black_to_white():
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


def test_a_network_shows_its_filters_and_some_of_its_layers(model):
    seen = inspect_network("cnn64", model, CHIP)
    assert seen.filters.shape == (32, 3, 3, 3)
    assert [layer.maps.shape for layer in seen.layers] == [(MAPS, side, side) for side in (64, 62, 31, 29)]
    assert [layer.channels for layer in seen.layers] == [32, 32, 64, 64]
    assert len(seen.layers) <= LAYERS


def test_the_command_reads_chips_and_writes_what_it_saw(model, tmp_path, capsys):
    model.save(tmp_path / "model.keras")
    arrays.write(tmp_path / INPUT_FILE, {"cnn64": CHIP})
    asked = ["insight", "--into", str(tmp_path), "--json"]
    assert cli.main([*asked, f"cnn64={tmp_path / 'model.keras'}"]) == 0
    assert "cnn64/filters" in arrays.read(tmp_path / OUTPUT_FILE)

    (tmp_path / "cut.keras").write_bytes(b"half")
    assert cli.main([*asked, f"cnn64={tmp_path / 'cut.keras'}"]) == 1
    assert "not a network" in json.loads(capsys.readouterr().out)["error"]


def test_a_folder_that_was_swept_meanwhile_does_not_come_back(model, tmp_path, capsys, monkeypatch):
    home = tmp_path / "home"
    arrays.write(home / "left" / INPUT_FILE, {"cnn64": CHIP})  # by a program that was killed

    def load(_):
        tempdirs.sweep(home)
        return model

    monkeypatch.setattr(activations, "_load_model", load)
    for _ in ("while it looks", "before it began"):
        assert cli.main(["insight", "--into", str(home / "left"), "--json", "cnn64=any"]) == 0
        assert not (home / "left").exists()
    assert capsys.readouterr().out == ""
