"""The command, from pictures to metrics and a page, with a trained model."""

import json

import numpy as np
import pytest

from visavis.errors import EvaluationError
from visavis.forgetting import forget
from visavis.imaging import codec
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.storage.paths import DataFolders
from visavis_training import run
from visavis_training.evaluation import command
from visavis_training.publishing import REPORT
from visavis_training.report.report import Report

NAMES = ("Zoë", "Grace_Hopper")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def trained(tmp_path_factory, photos, published_networks):
    """A model of two people, one picture each; darker pictures of them to search for, and one of a wall."""
    folder = tmp_path_factory.mktemp("evaluate")
    folders = DataFolders(folder / "data", published_networks.parent)
    store = PeopleStore(folders.people)
    for name, photo in zip(NAMES, photos, strict=True):
        store.add(store.create(PersonName(name)), photo)
        codec.write(folder / "probes" / name.upper() / "dark.png", (photo * 0.7).astype(np.uint8))
    codec.write(folder / "strangers" / "wall.png", np.full((200, 200, 3), 120, np.uint8))
    run.train(folders, {}, lambda _: None)
    return folder, folders


def printed(capsys):
    return json.loads(capsys.readouterr().out)


def test_evaluation_prints_metrics_and_writes_a_page(trained, capsys):
    folder, folders = trained
    given = {"images": folder / "probes", "strangers": folder / "strangers", "report": folder / "r", "json": True}
    assert command.run(folders, given) == 0
    output = printed(capsys)
    assert (output["gallery"], output["probes"], output["impostors"], output["network"]) == (2, 2, 1, "embedding")
    assert (output["detected"], output["closed_set_accuracy"], output["fnir"], output["fpir"]) == (1, 1, 0, 0)
    assert set(output["per_person"]) == set(NAMES)
    assert "Zoë" in (folder / "r" / "index.html").read_text(encoding="utf-8")
    assert Report.read(folder / "r" / "report.json").as_json() == output


def test_the_user_s_strictness_sets_the_threshold(trained, capsys):
    folder, folders = trained
    given = {"images": folder / "probes", "json": True}
    thresholds = []
    for settings, option in (({}, {}), ({"stricter": 2.0}, {}), ({"stricter": 2.0}, {"strictness": "balanced"})):
        Settings(**settings).save(folders.settings)
        command.run(folders, given | option)
        thresholds.append(printed(capsys)["threshold"])
    usual, drawn, asked = thresholds
    assert usual == asked < drawn
    folders.settings.write_text("stricter = 'much'")
    assert command.run(folders, given) == 0  # reported, and evaluation goes on
    folders.settings.unlink()
    capsys.readouterr()


def test_training_writes_the_same_kind_of_report(trained, capsys):
    folder, folders = trained
    assert command.run(folders, {"training": True, "report": folder / "t"}) == 0
    assert "0 people" not in capsys.readouterr().out
    stored = Report.read(ModelStore(folders.models).path(ModelStore(folders.models).current_id(), REPORT))
    assert (stored.kind, stored.gallery, len(stored.metrics.impostors)) == ("training", 2, 2)
    assert "Training results" in (folder / "t" / "index.html").read_text(encoding="utf-8")


def test_heads_and_cnn64_are_compared(trained, capsys):
    folder, folders = trained
    given = {"heads": True, "images": folder / "probes", "strangers": folder / "strangers", "json": True}
    assert command.run(folders, given) == 0
    output = printed(capsys)
    assert (output["gallery"], output["samples"], output["probes"], output["impostors"]) == (2, 2, 2, 1)
    assert list(output["heads"]) == ["template", "nearest", "3 nearest", "svm", "softmax", "logistic", "cnn64"]
    assert output["heads"]["template"]["closed_set_accuracy"] == 1
    assert output["heads"]["template"]["fnir_at_fpir"]["0.01"] == 0


def test_pairs_need_no_model(trained, capsys):
    folder, folders = trained
    for name in NAMES:
        [probe] = (folder / "probes" / name.upper()).iterdir()
        for number in (1, 2):
            codec.write(folder / "lfw" / name / f"{name}_{number:04}.png", codec.read(probe))
    same = [f"{name}\t1\t2" for name in NAMES]
    different = [f"{NAMES[0]}\t{number}\t{NAMES[1]}\t{number}" for number in (1, 2)]
    lines = ["2\t1", same[0], different[0], same[1], different[1]]
    (folder / "pairs.txt").write_text("\n".join(lines), encoding="utf-8")
    given = {"pairs": folder / "pairs.txt", "images": folder / "lfw", "json": True}
    assert command.run(DataFolders(folder / "nobody", folders.cache), given) == 0
    output = printed(capsys)
    assert (output["network"], output["pairs"], output["accuracy"], output["detected"]) == ("embedding", 4, 1, 1)


def test_forgetting_a_person_deletes_the_report(trained, capsys):
    folder, folders = trained
    forget(folders, PeopleStore(folders.people).find(NAMES[0]))
    with pytest.raises(EvaluationError, match="has no report"):
        command.run(folders, {"training": True})
    with pytest.raises(EvaluationError, match=r"does not know ZOË"):
        command.run(folders, {"images": folder / "probes"})
