"""Trials run in processes of their own, on folders of their own."""

import json
import subprocess
from pathlib import Path

import pytest

from visavis.bench import cast, trial
from visavis.bench.scenario import Scenario
from visavis.storage.paths import DataFolders


@pytest.fixture
def caches(monkeypatch):
    """The files in the cache of each process that is started, when it starts."""
    seen = []

    class Process:
        returncode = 0

        def __init__(self, command, *, env, **_):
            seen.append([path.name for path in Path(env["VISAVIS_CACHE"]).rglob("*") if path.is_file()])

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def communicate(self, timeout):
            return json.dumps({"measured": {}, "held": [], "closing_s": None}), None

        def kill(self):
            pass

    def enroll_cast(user, place):
        folders = DataFolders(place / "data", place / "cache")
        folders.networks.mkdir(parents=True)
        (folders.networks / "compiled").touch()
        return folders

    monkeypatch.setattr(subprocess, "Popen", Process)
    monkeypatch.setattr(cast, "enroll_cast", enroll_cast)
    return seen


def test_only_a_scenario_with_an_empty_cache_starts_without_compiled_networks(caches, tmp_path):
    small = {"width": 64, "height": 64, "faces": 0}
    scenarios = [Scenario(**small), Scenario(**small, empty_cache=True), Scenario(**small)]
    outcomes = list(trial.run(DataFolders(tmp_path / "data", tmp_path / "cache"), scenarios))
    assert len(outcomes) == 3
    assert caches == [["compiled"], [], ["compiled"]]
