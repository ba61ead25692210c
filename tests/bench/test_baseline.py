"""What `make bench` says became slower."""

import importlib.util
import json
import sys

import pytest

from support.places import ROOT
from visavis.bench.scenario import Scenario

FOLDER = ROOT / "bench"


@pytest.fixture(scope="module")
def baseline():
    spec = importlib.util.spec_from_file_location("baseline", FOLDER / "baseline.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["baseline"] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


def test_what_is_worse_than_noise_is_told(baseline):
    stored = {"a": {"processor": 100.0, "memory": 200.0}}
    assert baseline.worse({"a": {"processor": 120.0, "memory": 215.0}}, stored) == []
    [told] = baseline.worse({"a": {"processor": 130.0, "memory": 150.0}}, stored)
    assert told.startswith("a: processor 130.000 instead of 100.000")


def test_what_was_never_stored_is_no_worse(baseline):
    assert baseline.worse({"a": {"processor": 1.0}, "b": {"label": 2.0}}, {"a": {"label": 1.0}}) == []


def test_times_are_counted_in_calibration_loops(baseline):
    line = {"cpu_per_second": 0.1, "first_picture_s": None, "first_label_s": 0.5, "peak_mb": 150.0}
    assert baseline.ratios(line, 0.002) == {"processor": 50.0, "label": 250.0, "memory": 150.0}


def test_a_calibration_loop_takes_time(baseline):
    assert 0 < baseline.calibration(rounds=3) < 1


def test_the_stored_ones_are_scenarios_that_are_watched(baseline):
    stored = json.loads((FOLDER / "baseline.json").read_text(encoding="utf-8"))
    assert stored["version"] == baseline.VERSION
    assert set(stored["scenarios"]) == set(baseline.SCENARIOS)
    assert all(Scenario.named(name).name == name for name in stored["scenarios"])
    assert all(figures.keys() <= baseline.FIGURES.keys() for figures in stored["scenarios"].values())
