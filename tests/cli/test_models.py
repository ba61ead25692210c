"""`visavis models`: every action says in JSON what it did."""

import json

import pytest

from visavis.cli import models
from visavis.cli.command import Context, Parser
from visavis.models.card import InputSpec, Member, ModelCard
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
