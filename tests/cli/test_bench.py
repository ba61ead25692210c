"""`visavis bench` as users and scripts run it."""

import json
import subprocess
import sys

import pytest

from visavis.bench import trial
from visavis.bench.trial import TrialOutcome
from visavis.cli import main
from visavis.storage.paths import DataFolders

KEYS = {
    *("scenario", "window", "throttled", "people", "fps", "labeled_share", "named_right", "age_ms"),
    *("cpu_per_second", "stages_ms", "first_picture_s", "first_label_s", "peak_mb"),
}


def figures(scenario):
    return {
        "scenario": scenario.name,
        "window": scenario.window,
        "throttled": scenario.throttled,
        "people": scenario.people,
        "fps": 30.0,
        "labeled_share": 0.995,
        "named_right": None,
        "age_ms": {"p50": 10.0, "p95": 12.5, "p99": 13.0},
        "cpu_per_second": 0.123,
        "stages_ms": {"search": 1.5, "follow": 0.5},
        "first_picture_s": None,
        "first_label_s": 0.7,
        "peak_mb": 150.0,
    }


@pytest.fixture
def measured(monkeypatch):
    """Every scenario measures the same, at once."""
    held = [{"memory_mb": 100.0, "threads": 4, "handles": 9}, {"memory_mb": 101.5, "threads": 4, "handles": 9}]
    monkeypatch.setattr(
        trial, "run", lambda _, scenarios: (TrialOutcome(figures(each), held, None) for each in scenarios)
    )


@pytest.mark.usefixtures("measured")
def test_the_table_has_a_row_per_scenario_and_a_dash_for_missing_values(capsys):
    assert main(["bench", "--scenario", "640x480/0 faces/30 fps/headless", "--scenario", "soak"]) == 0

    printed = capsys.readouterr()
    head, first, second = printed.out.splitlines()
    assert head.split()[:3] == ["scenario", "frames/s", "labeled"]
    assert first.startswith("640x480/0 faces/30 fps/headless")
    assert first.split()[-13:-10] == ["30.0", "99.5%", "-"]
    assert first.split()[-6] == "2.00"
    assert len({len(row) for row in (head, first, second)}) == 1
    assert "+1.5 MB, +0 threads, +0 open files" in printed.err


@pytest.mark.usefixtures("measured")
def test_json_is_one_line_a_scenario(capsys):
    assert main(["bench", "--json"]) == 0

    lines = [json.loads(each) for each in capsys.readouterr().out.splitlines()]
    assert len(lines) > 10
    assert all(each.keys() == KEYS for each in lines)


def test_an_unknown_scenario_is_an_error_before_the_first_measurement(capsys):
    assert main(["bench", "--scenario", "fast"]) == 1

    assert capsys.readouterr().err.startswith("visavis: There is no scenario 'fast'. A scenario is written like")


@pytest.mark.slow
def test_a_window_and_a_headless_scenario_are_measured(published_networks, tmp_path, monkeypatch):
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))
    names = ("320x240/1 face/30 fps/window/100 frames", "320x240/2 faces/unthrottled/headless/12 people/100 frames")
    command = [sys.executable, "-m", "visavis", "--data", str(tmp_path / "data"), "bench", "--json"]
    for name in names:
        command += ["--scenario", name]

    done = subprocess.run(command, capture_output=True, text=True, check=True)

    window, headless = map(json.loads, done.stdout.splitlines())
    assert (window["scenario"], headless["scenario"]) == names
    assert window.keys() == headless.keys() == KEYS
    assert window["fps"] > 1
    assert 0 < window["first_picture_s"] <= window["first_label_s"]
    assert headless["people"] == 12
    assert headless["labeled_share"] == 1
    assert headless["named_right"] > 0.5
    assert not (tmp_path / "data" / "people").exists()  # the user's folders stay as they were
    assert not DataFolders(tmp_path, published_networks.parent).embeddings.exists()
