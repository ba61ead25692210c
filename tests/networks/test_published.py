"""Published networks in the cache are checked; missing ones are prepared in a process."""

import hashlib
import json
import sys

import pytest

from visavis.errors import ModelError
from visavis.networks.published import EMBEDDING, NAMES, NetworkCard, ensure, find_prepared
from visavis.storage.paths import DataFolders


@pytest.fixture
def folders(tmp_path):
    return DataFolders(tmp_path / "data", tmp_path / "cache")


def put(folders, name, *, compiled=True, **changes):
    """Put a network of a few bytes into the cache, as the preparation would."""
    published = NetworkCard.load(name)
    folder = folders.networks / published.id
    folder.mkdir(parents=True)
    contents = {"model.keras": b"layers"} | ({"model.tflite": b"compiled"} if compiled else {})
    for file, content in contents.items():
        (folder / file).write_bytes(content)
    card = {
        "version": 1,
        "name": name,
        "source": {"package": published.package, "file": published.file, "sha256": published.sha256},
        "files": {file: hashlib.sha256(content).hexdigest() for file, content in contents.items()},
    }
    (folder / "card.json").write_text(json.dumps(card | changes))
    return folder


def printing(*lines, status=0):
    """A process that prints these lines and ends."""
    return lambda _: [sys.executable, "-c", f"print({chr(10).join(lines)!r}); raise SystemExit({status})"]


class TestFind:
    def test_nothing_prepared_yet(self, folders):
        assert find_prepared(folders.networks, EMBEDDING) is None

    @pytest.mark.parametrize("name", NAMES)
    def test_prepared(self, folders, name):
        folder = put(folders, name)
        files = find_prepared(folders.networks, name)
        assert (files.network, files.compiled) == (folder / "model.keras", folder / "model.tflite")
        assert files.id == folder.name

    def test_prepared_without_a_compiled_one(self, folders):
        put(folders, EMBEDDING, compiled=False)
        assert find_prepared(folders.networks, EMBEDDING).compiled is None

    @pytest.mark.parametrize("file", ["model.keras", "model.tflite"])
    def test_an_altered_file_is_refused(self, folders, file):
        folder = put(folders, EMBEDDING)
        (folder / file).write_bytes(b"something else")
        with pytest.raises(ModelError, match="altered") as caught:
            find_prepared(folders.networks, EMBEDDING)
        assert str(folder) in str(caught.value.hint)

    @pytest.mark.parametrize("file", ["model.keras", "model.tflite", "card.json"])
    def test_a_missing_file_is_refused(self, folders, file):
        (put(folders, EMBEDDING) / file).unlink()
        with pytest.raises(ModelError, match="incomplete"):
            find_prepared(folders.networks, EMBEDDING)

    @pytest.mark.parametrize("changes", [{"source": {"sha256": "0"}}, {"files": {}}])
    def test_a_card_of_something_else_is_refused(self, folders, changes):
        put(folders, EMBEDDING, **changes)
        with pytest.raises(ModelError, match="altered"):
            find_prepared(folders.networks, EMBEDDING)

    @pytest.mark.parametrize("changes", [{"files": None}, {"version": "1"}])
    def test_a_broken_card_is_refused(self, folders, changes):
        put(folders, EMBEDDING, **changes)
        with pytest.raises(ModelError, match="incomplete"):
            find_prepared(folders.networks, EMBEDDING)

    def test_a_newer_programs_is_refused(self, folders):
        put(folders, EMBEDDING, version=2)
        with pytest.raises(ModelError, match="newer"):
            find_prepared(folders.networks, EMBEDDING)


class TestEnsure:
    def test_nothing_is_started_when_all_are_there(self, folders):
        for name in NAMES:
            put(folders, name)
        found = ensure(folders, pytest.fail, pytest.fail)
        assert set(found) == set(NAMES)

    def test_what_is_missing_is_prepared_and_progress_told(self, folders):
        def command(folders):
            for name in NAMES:
                put(folders, name)
            return printing('{"event": "progress", "message": "Preparing."}', "not json", "[]")(folders)

        told = []
        found = ensure(folders, told.append, command)
        assert list(map(str, told)) == ["Preparing."]
        assert found[EMBEDDING].network.name == "model.keras"

    def test_a_failure_is_its_own_sentence(self, folders):
        failed = printing('{"event": "failed", "error": "The package is missing.", "hint": "Install it."}', status=1)
        with pytest.raises(ModelError, match="The package is missing") as caught:
            ensure(folders, command=failed)
        assert str(caught.value.hint) == "Install it."

    def test_a_process_that_dies_points_at_its_log(self, folders):
        dying = "import sys; print('boom', file=sys.stderr); sys.exit(9)"
        with pytest.raises(ModelError, match="failed") as caught:
            ensure(folders, command=lambda _: [sys.executable, "-c", dying])
        log = folders.logs / "networks.log"
        assert str(log) in str(caught.value.hint)
        assert "boom" in log.read_text()

    def test_a_process_that_prepares_nothing_is_told(self, folders):
        with pytest.raises(ModelError, match="was not prepared"):
            ensure(folders, command=printing())

    def test_interrupting_ends_the_process(self, folders):
        def interrupt(_):
            raise KeyboardInterrupt

        waiting = 'import time; print(\'{"event": "progress", "message": ""}\', flush=True); time.sleep(600)'
        with pytest.raises(KeyboardInterrupt):
            ensure(folders, interrupt, lambda _: [sys.executable, "-c", waiting])


@pytest.mark.parametrize("name", NAMES)
def test_shipped_cards_describe_the_input_of_networks(name):
    published = NetworkCard.load(name)
    assert len(published.sha256) == 64
    assert published.input["colors"] == "RGB"


def test_an_unknown_card_is_an_error():
    with pytest.raises(ModelError, match="missing or broken"):
        NetworkCard.load("no such network")
