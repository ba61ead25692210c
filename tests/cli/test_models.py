"""`visavis models`: every action says in JSON what it did; a model is shown with its layers and learning curves."""

import json

import pytest

from support.training.whole_pictures import publish_colors
from visavis.cli import models
from visavis.cli.command import Context, Parser
from visavis.cli.model_page import model_page
from visavis.errors import MissingExtraError
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.description import EpochAccuracy, NetworkLayers
from visavis.models.store import ModelStore
from visavis.storage.paths import DataFolders


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the command with these arguments; gives the JSON objects on stdout."""
    parser = Parser()
    models.add(parser.add_subparsers(parser_class=Parser), Parser(add_help=False))
    context = Context(DataFolders(tmp_path / "data", tmp_path / "cache"))

    def run(*arguments):
        parsed = parser.parse_args(["models", *arguments, "--json"])
        assert parsed.command(context, parsed) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


@pytest.fixture
def two(tmp_path):
    """The IDs of two models; the second is in use."""
    store = ModelStore(DataFolders(tmp_path / "data", tmp_path / "cache").models)
    for model_id in ("20260101-000000-cnn64", "20260102-000000-cnn64"):
        card = ModelCard(
            id=model_id,
            network="cnn64",
            created="2026-01-01T00:00:00Z",
            people=(Member("ada", "Ada"), Member("bob", "Bob")),
            input=InputSpec("chip", 1, 64),
            threshold=0.7,
        )
        with store.staging_folder() as folder:
            (folder / "model.keras").write_bytes(b"weights")
            store.publish(folder, card)
    return store.ids()


def test_every_action_prints_its_result_as_json(run, two):
    first, second = two
    assert [(row["id"], row["current"]) for row in run("list")] == [(first, False), (second, True)]
    [used] = run("use", first)
    assert (used["id"], used["current"], used["people"]) == (first, True, ["Ada", "Bob"])
    [back] = run("rollback")
    assert (back["id"], back["current"]) == (second, True)
    assert run("remove", first) == [{"id": first, "removed": True}]
    assert [row["id"] for row in run("list")] == [second]


# show


LAYERS = {
    "layers": [
        {"name": "conv", "type": "Conv2D", "output": [64, 64, 32], "parameters": 896},
        {"name": "people", "type": "Dense", "output": [2], "parameters": 1026},
    ],
    "parameters": 1922,
}
EPOCHS = [{"epoch": 1, "loss": 0.7, "accuracy": 0.5, "val_loss": 0.6, "val_accuracy": 1.0}]


def write_report(tmp_path, model_id, **values):
    path = tmp_path / "data" / "models" / model_id / "report" / "report.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, **values}))


def test_a_model_is_shown_with_its_layers_and_curves(run, two, tmp_path):
    write_report(tmp_path, two[1], **LAYERS, epochs=EPOCHS)
    [shown] = run("show")
    assert (shown["id"], shown["current"], shown["parameters"]) == (two[1], True, 1922)
    assert (shown["layers"], shown["epochs"]) == (LAYERS["layers"], EPOCHS)


def test_layers_that_the_report_lacks_are_read_from_the_network(run, two, tmp_path, monkeypatch):
    def read(folders, path):
        assert path.name == "model.keras"
        return NetworkLayers.from_record(LAYERS)

    monkeypatch.setattr(models, "read_layers", read)
    write_report(tmp_path, two[0], layers="broken", epochs="broken")
    [shown] = run("show", two[0])
    assert (shown["layers"], shown["epochs"]) == (LAYERS["layers"], [])


def test_without_keras_the_rest_is_shown(run, two, monkeypatch, capsys):
    def refuse(folders, path):
        raise MissingExtraError("It needs {packages}.", packages="Keras")

    monkeypatch.setattr(models, "read_layers", refuse)
    [shown] = run("show", two[0])
    assert (shown["layers"], shown["parameters"]) == (None, None)


def test_the_page_of_a_model_is_two_tables():
    card = ModelCard(
        id="m",
        network="cnn64",
        created="",
        people=(Member("ada", "Ada"),),
        input=InputSpec("chip", 1, 64),
        threshold=0.7,
    )
    epochs = [EpochAccuracy.from_record(EPOCHS[0]), EpochAccuracy(0.25, 0.75)]
    text = "\n".join(model_page(card, NetworkLayers.from_record(LAYERS), epochs, in_use=True))
    assert "m, in use" in text
    assert "conv    Conv2D  64 x 64 x 32          896" in text
    assert "2 layers, 1,922 parameters" in text
    assert "    1   0.700   50.0%   0.600  100.0%  ####################" in text
    assert "    2   0.250   75.0%       -       -  ###############" in text


def test_models_of_whole_pictures_are_told_apart(run, two, tmp_path, capsys):
    store = ModelStore(DataFolders(tmp_path / "data", tmp_path / "cache").models)
    card = publish_colors(store, "20260103-000000-whole-cnn64")
    rows = {row["id"]: row for row in run("list")}
    assert [rows[model]["classes"] for model in two] == [[], []]
    assert (rows[card.id]["network"], rows[card.id]["classes"]) == ("whole-cnn64", ["blue", "green", "red"])
    assert rows[card.id]["people"] == []
