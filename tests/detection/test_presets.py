"""What a preset is, and that a file that is none is one sentence."""

import json
from dataclasses import replace

import pytest

from visavis.detection.presets import Preset
from visavis.errors import SettingsError
from visavis.storage import paths


def test_every_preset_says_what_it_is_for():
    for path in paths.shipped("cascades").glob("*.json"):
        assert json.loads(path.read_text())["about"]


def test_a_cascade_by_its_path_is_a_preset():
    preset = Preset.named("mine.XML")
    assert (preset.name, preset.verified) == ("mine", False)


def test_a_brief_cascade_takes_larger_steps_but_none_too_large():
    [cascade, *_] = Preset.named("plain").cascades
    steps = [replace(cascade, scale_factor=step).brief().scale_factor for step in (1.05, 1.15, 1.3)]
    assert steps == pytest.approx([1.1025, 1.2, 1.3])


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
    ],
)
def test_a_preset_that_is_none_is_one_sentence(tmp_path, content):
    path = tmp_path / "mine.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match="is no detection preset"):
        Preset.named(str(path))


def test_an_unknown_preset_is_one_sentence():
    with pytest.raises(SettingsError, match="no detection preset 'best'"):
        Preset.named("best")
