"""`make bench` reports what became slower."""

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


def test_a_figure_worse_than_noise_is_reported(baseline):
    stored = {"a": {"processor": 100.0, "memory": 200.0}}
    assert baseline.regressions({"a": {"processor": 120.0, "memory": 215.0}}, stored) == []
    [sentence] = baseline.regressions({"a": {"processor": 130.0, "memory": 150.0}}, stored)
    assert sentence.startswith("a: processor 130.000 instead of 100.000")


def test_a_figure_without_a_baseline_is_not_reported(baseline):
    assert baseline.regressions({"a": {"processor": 1.0}, "b": {"label": 2.0}}, {"a": {"label": 1.0}}) == []


def test_times_are_ratios_to_the_calibration_loop(baseline):
    line = {"cpu_per_second": 0.1, "first_picture_s": None, "first_label_s": 0.5, "peak_mb": 150.0}
    assert baseline.ratios(line, 0.002) == {"processor": 50.0, "label": 250.0, "memory": 150.0}


def test_a_calibration_loop_takes_time(baseline):
    assert 0 < baseline.calibration(rounds=3) < 1


def test_the_baseline_has_the_compared_scenarios(baseline):
    stored = json.loads((FOLDER / "baseline.json").read_text(encoding="utf-8"))
    assert stored["version"] == baseline.VERSION
    assert set(stored["scenarios"]) == set(baseline.SCENARIOS)
    assert all(Scenario.parse(name).name == name for name in stored["scenarios"])
    assert all(figures.keys() <= baseline.FIGURES.keys() for figures in stored["scenarios"].values())
