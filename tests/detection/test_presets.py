"""Presets are read from JSON files; invalid ones are reported."""

import json
from dataclasses import replace

import pytest

from visavis.detection.presets import NeuralSearch, Preset
from visavis.errors import SettingsError
from visavis.storage import paths


def test_every_shipped_preset_has_a_description():
    for path in paths.shipped_data_folder("cascades").glob("*.json"):
        assert json.loads(path.read_text())["about"]


def test_the_path_of_a_cascade_is_a_preset():
    preset = Preset.load("mine.XML")
    assert (preset.name, preset.verified) == ("mine", False)


def test_larger_steps_are_limited():
    [cascade, *_] = Preset.load("plain").cascades
    steps = [replace(cascade, scale_factor=step).with_larger_steps().scale_factor for step in (1.05, 1.15, 1.3)]
    assert steps == pytest.approx([1.1025, 1.2, 1.3])


def test_the_name_of_a_replaced_preset_is_still_accepted():
    assert Preset.load("mtcnn") == Preset.load("yunet")


def test_a_preset_file_of_an_earlier_version_is_accepted(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text('{"cascades": [], "networks": {"least": 30}, "least_share": 0.1, "verified": true}')
    assert Preset.load(str(path)).network == NeuralSearch(least=30)


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        "[]",
        '{"least_share": 0.1}',
        '{"cascades": [], "least_share": 0.1}',
        '{"cascades": [{"file": "a.xml", "sha256": null}]}',
        '{"cascades": [{"file": "a.xml", "sha256": null}], "least_share": 0.1, "fastest": true}',
        '{"cascades": [{"file": "a.xml", "sha256": null}], "least_share": 0}',
        '{"cascades": [{"file": "a.xml", "sha256": null}], "least_share": "much"}',
        '{"cascades": [{"file": "a.xml", "sha256": null, "scale_factor": 1.0}], "least_share": 0.1}',
        '{"cascades": [{"file": "a.xml", "sha256": null, "min_neighbors": -1}], "least_share": 0.1}',
        '{"cascades": [{"file": "a.xml", "sha256": null, "scale": 0}], "least_share": 0.1}',
        '{"cascades": [{"file": "a.xml", "sha256": null, "turned": ["left"]}], "least_share": 0.1}',
        '{"cascades": [], "network": {"least": 30}, "least_share": 0.1}',
        '{"cascades": [{"file": "a.xml", "sha256": null}], "least_share": 0.1, "any_orientation": true}',
    ],
)
def test_an_invalid_preset_is_reported(tmp_path, content):
    path = tmp_path / "mine.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match="is not a detection preset"):
        Preset.load(str(path))


def test_an_unknown_preset_is_reported():
    with pytest.raises(SettingsError, match="no detection preset 'best'"):
        Preset.load("best")
