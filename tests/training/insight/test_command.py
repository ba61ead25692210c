"""The command answers questions part by part, and says what goes wrong."""

import json
from dataclasses import replace

import numpy as np
import pytest

from support.training.insight import subject
from visavis.errors import ModelError
from visavis.insight.exchange import INPUT_FILE, AugmentationRanges, from_arrays
from visavis.insight.parts import AugmentedChips, ClassPictures, FilterPatterns, HeatMap, NetworkActivations
from visavis.storage import arrays, tempdirs
from visavis_training import cli
from visavis_training.insight import command
from visavis_training.insight.ascent import Ascent
from visavis_training.recipe import TUNED

QUESTION = replace(subject(learned=3).question, augmentation=AugmentationRanges(rotation=20, shift=0.2))


@pytest.fixture(autouse=True)
def few_steps(monkeypatch):
    from visavis_training.insight import class_pictures, patterns

    for module, names in ((class_pictures, ("FOOLING_ASCENT", "DREAM_ASCENT")), (patterns, ("PATTERN_ASCENT",))):
        for name in names:
            monkeypatch.setattr(module, name, Ascent(steps=1, rate=0.01))


def test_all_parts_come_the_quick_ones_first(tuned):
    parts = list(command.look_into(QUESTION, tuned))
    kinds = [NetworkActivations, HeatMap, ClassPictures, AugmentedChips, *[FilterPatterns] * 4]
    assert [type(part) for part in parts] == kinds
    assert parts[1].target == parts[2].targets[0] == 0
    assert [len(part.numbers) for part in parts[4:]] == [16] * 4
    assert parts[3].chips.shape == (3, 64, 64, 3)


def test_without_people_and_samples_filters_are_shown(trunk):
    nobody = np.zeros((0, 128), np.float32)
    question = replace(subject("embedding", learned=0).question, templates=nobody, targets=())
    parts = list(command.look_into(question, trunk))
    assert [type(part) for part in parts] == [NetworkActivations, *[FilterPatterns] * 2]
    assert all(len(part.numbers) == 8 for part in parts[1:])


def test_a_layer_and_a_filter_can_be_chosen(tuned):
    name = next(layer.name for layer in tuned.layers if "conv" in layer.name)
    [*_, chosen] = command.look_into(QUESTION, tuned, name)
    assert (chosen.layer, len(chosen.numbers)) == (name, 32)
    [*_, single] = command.look_into(QUESTION, tuned, name, 7)
    assert single.numbers == (7,)
    with pytest.raises(ModelError, match="no layer none") as refused:
        list(command.look_into(QUESTION, tuned, "none"))
    assert name in str(refused.value.hint)
    with pytest.raises(ModelError, match="no filter 99"):
        list(command.look_into(QUESTION, tuned, name, 99))


def test_samples_are_changed_as_in_training_and_only_then(tuned):
    learned = np.random.default_rng(0).integers(0, 256, (3, 64, 64, 3)).astype(np.uint8)
    parts = list(command.look_into(replace(QUESTION, learned=learned), tuned))
    [changed] = [part.chips for part in parts if isinstance(part, AugmentedChips)]
    assert (changed != learned).any(axis=(1, 2, 3)).all()
    unchanged = list(command.look_into(replace(QUESTION, augmentation=None), tuned))
    assert not any(isinstance(part, AugmentedChips) for part in unchanged)


def test_the_command_reads_questions_and_announces_each_part(tuned, tmp_path, capsys):
    tuned.save(tmp_path / "model.keras")
    arrays.write(tmp_path / INPUT_FILE, QUESTION.to_arrays())
    asked = ["insight", "--into", str(tmp_path), "--json"]
    assert cli.main([*asked, f"cnn64={tmp_path / 'model.keras'}"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    parts = [from_arrays(arrays.read(tmp_path / event["file"])) for event in events if event["event"] == "part"]
    assert len(parts) == 8
    assert all(min(event["seconds"], event["cpu_seconds"]) >= 0 for event in events if event["event"] == "part")
    assert {event["network"] for event in events} == {"cnn64"}

    (tmp_path / "cut.keras").write_bytes(b"half")
    assert cli.main([*asked, f"cnn64={tmp_path / 'cut.keras'}"]) == 1
    assert "not a network" in json.loads(capsys.readouterr().out)["error"]


def test_a_folder_that_was_deleted_meanwhile_is_not_recreated(tuned, tmp_path, capsys, monkeypatch):
    home = tmp_path / "home"
    arrays.write(home / "left" / INPUT_FILE, QUESTION.to_arrays())  # by a program that was killed

    def load(_):
        tempdirs.sweep(home)
        return tuned

    monkeypatch.setattr(command, "_load_model", load)
    for _ in ("while it computes", "before it began"):
        assert cli.main(["insight", "--into", str(home / "left"), "--json", "cnn64=any"]) == 0
        assert not (home / "left").exists()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", ["cnn64", "cnn128", "transfer"])
def test_networks_of_whole_pictures_are_looked_into(name):
    from visavis_training.whole_pictures.network import ARCHITECTURES, SIDES

    recipe = replace(TUNED, l1=0.0, l2=0.0, dropout=0.5)
    architecture = ARCHITECTURES[name]
    model = architecture.inference_network(architecture.build(recipe, 2))
    chip = np.random.default_rng(4).integers(0, 256, (SIDES[name], SIDES[name], 3)).astype(np.uint8)
    question = replace(subject(f"whole-{name}", learned=0).question, chip=chip)
    parts = list(command.look_into(question, model))
    kinds = [type(part) for part in parts]
    assert kinds[:3] == [NetworkActivations, HeatMap, ClassPictures]
    assert kinds[3:] == [FilterPatterns] * 4
    powers = np.exp(parts[1].scores - parts[1].scores.max())
    whole = np.asarray(model(np.divide(chip[np.newaxis, ..., ::-1], 255, dtype=np.float32), training=False))[0]
    assert powers / powers.sum() == pytest.approx(whole, abs=1e-4)
