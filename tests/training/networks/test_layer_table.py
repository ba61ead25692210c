"""The table of layers: the book's 18 rows, networks within networks, and the command that prints it."""

import json

import keras

from visavis_training import cli
from visavis_training.cnn64 import network
from visavis_training.networks.layer_table import layer_record


def test_the_book_network_has_its_18_rows():
    record = layer_record(network.build_book(2))
    rows = record["layers"]
    assert record["parameters"] == sum(row["parameters"] for row in rows) == 6_489_634
    assert len(rows) == 18
    assert [(row["type"], row["output"], row["parameters"]) for row in rows if row["parameters"]] == [
        ("Conv2D", [64, 64, 32], 896),
        ("Conv2D", [62, 62, 32], 9_248),
        ("Conv2D", [31, 31, 64], 18_496),
        ("Conv2D", [29, 29, 64], 36_928),
        ("Dense", [512], 6_423_040),
        ("Dense", [2], 1_026),
    ]
    published = layer_record(network.inference_network(network.build_book(2)))
    assert [row["type"] for row in published["layers"]] == [row["type"] for row in rows]


def test_layers_within_a_network_are_listed_and_shared_ones_once():
    trunk = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(3, name="inner")], name="trunk")
    inputs = keras.layers.Input((4,))
    model = keras.Model(inputs, keras.layers.Dense(2, name="outer")(trunk(inputs)))
    record = layer_record(model)
    assert [row["name"] for row in record["layers"]] == ["inner", "outer"]
    assert record["parameters"] == 15 + 8
    tuned = network.inference_network(network.build_tuned(2))
    names = [row["name"] for row in layer_record(tuned)["layers"]]
    assert len(names) == len(set(names))


def test_the_command_prints_the_layers_of_a_file(tmp_path, capsys):
    network.build_tuned(2).save(tmp_path / "model.keras")
    assert cli.main(["layers", str(tmp_path / "model.keras")]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["event"], printed["parameters"]) == ("layers", 91_042)
    (tmp_path / "cut.keras").write_bytes(b"half")
    assert cli.main(["layers", str(tmp_path / "cut.keras")]) == 1
    assert "not a network" in json.loads(capsys.readouterr().out)["error"]
