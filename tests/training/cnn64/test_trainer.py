"""Complete trainings on pictures of colored noise, and trainings that were killed."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import cv2
import keras
import numpy as np
import pytest

from visavis.detection.detector import whole_picture
from visavis.errors import DiskError, ModelRefusedError, TrainingError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.models.card import InputSpec, ModelCard
from visavis.models.store import COMPILED_FILE, FEATURES_FILE, NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.networks import cnn64_input, engine
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.scoring.log_odds import log_odds
from visavis.storage import disk
from visavis_training import publishing, run
from visavis_training.cnn64 import network, trainer
from visavis_training.cnn64.fit import fit, predict
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.metrics.paired_result import PairedResult
from visavis_training.recipe import BOOK, TUNED
from visavis_training.report.report import Report
from visavis_training.run import train

COLORS = {"Ada": (200, 60, 60), "Bob": (60, 200, 60)}
COUNT = 6
QUICK = {"network": "cnn64", "epochs": 2}


def enroll(folders, name, color, count=COUNT):
    """Pictures of colored noise, each of which `without_detection` takes for a face."""
    random = np.random.default_rng([ord(letter) for letter in name])
    for number in range(count):
        noise = random.integers(-50, 50, (8, 8, 3))
        picture = np.clip(np.array(color) + noise, 0, 255).astype(np.uint8)
        large = cv2.resize(picture, (96, 96), interpolation=cv2.INTER_CUBIC)
        codec.write(folders.people / name / f"{number}.png", large)


@pytest.fixture
def people(folders):
    """Two people."""
    for name, color in COLORS.items():
        enroll(folders, name, color)
    return folders


@pytest.fixture(autouse=True)
def without_detection(monkeypatch):
    """The detector that ships needs the published networks; these pictures need none."""
    face = Face(Box(10, 10, 76, 76))  # its chip, with a margin of 10 pixels, is all of a picture of 96x96
    monkeypatch.setattr(run, "create_detector", lambda loader, preset: lambda image: [face])


def events(folders, **given):
    """The events of a training."""
    emitted = []
    train(folders, {**QUICK, **given}, emitted.append)
    return emitted


def of_kind(emitted, name):
    return [event for event in emitted if event["event"] == name]


def test_the_book_network_has_the_published_number_of_parameters():
    book = network.build(BOOK, 2)
    assert book.count_params() == 6_489_634
    assert [type(layer).__name__ for layer in book.layers] == [
        *(["Conv2D", "Activation", "Conv2D", "Activation", "MaxPooling2D", "Dropout"] * 2),
        *("Flatten", "Dense", "Activation", "Dropout", "Dense", "Activation"),
    ]  # the book's 18 layers
    assert book.optimizer.get_config()["learning_rate"]["config"]["decay_rate"] == 1e-6


def test_the_tuned_network_has_the_same_convolutions():
    def convolutions(model):
        layers = [layer for layer in model.layers if isinstance(layer, keras.layers.Conv2D)]
        return [(layer.filters, layer.kernel_size, layer.padding) for layer in layers]

    tuned = network.build(TUNED, 2)
    assert convolutions(tuned) == convolutions(network.build(BOOK, 2))
    assert tuned.count_params() == 91_042


def test_a_network_learns_separable_colors_streamed_from_a_file(tmp_path):
    random = np.random.default_rng(0)
    targets = np.tile([0, 1], 16)
    chips = random.integers(0, 120, (32, 64, 64, 3), np.uint8)
    chips[targets == 1, :32] += 130  # the upper half is bright
    np.save(tmp_path / "chips.npy", chips)
    streamed = np.load(tmp_path / "chips.npy", mmap_mode="r")
    rows = np.arange(32)
    keras.utils.set_random_seed(0)  # one of six starts needs more epochs
    model = network.build(TUNED, 2)
    results = []
    training_set = TrainingSet(streamed, targets, 2, rows[:24], rows[24:])
    fit(model, replace(TUNED.with_fixed_epochs(5), batch_size=4), training_set, 0, results.append)
    assert [epoch.epoch for epoch in results] == [1, 2, 3, 4, 5]
    assert (predict(model, streamed, rows).argmax(axis=1) == targets).mean() > 0.9
    assert predict(model, streamed, rows[:0]).shape == (0, 2)


def test_a_training_publishes_a_model_that_the_app_loads(people):
    enroll(people, "Eve", (60, 60, 200), 2)  # too few for a figure
    (people.people / "Eve" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    emitted = events(people)
    [start], [published] = of_kind(emitted, "start"), of_kind(emitted, "published")
    assert (start["people"], start["samples"], start["device"], len(start["whole"])) == (3, 14, "CPU", 0)
    assert start["train"] + start["validation"] + start["test"] == 14
    assert start["unmeasured"] == ["Eve"]
    assert [sentence.endswith("is not a picture that can be decoded.") for sentence in start["unreadable"]] == [True]
    assert [event["epoch"] for event in of_kind(emitted, "epoch")] == [1, 2]
    assert json.loads(json.dumps(emitted)) == emitted

    store = ModelStore(people.models)
    assert store.current_id() == published["model"]
    card = store.verified_card(published["model"])
    assert [member.name for member in card.people] == ["Ada", "Bob", "Eve"]
    assert [len(hashes) for hashes in card.data.values()] == [6, 6, 2]
    files = {NETWORK_FILE, COMPILED_FILE, FEATURES_FILE, TEMPLATES_FILE, "report/report.json"}
    assert set(card.files) == files
    assert set(card.metrics["per_person"]) == {"Ada", "Bob"}
    assert card.metrics["impostors"] == 14  # everybody was left out of a training
    assert card.metrics["accuracy"] == card.metrics["book_accuracy"]  # nothing belongs together: the same split
    assert "got a name" in card.measured_on
    assert not list((people.models / ".training").glob("*.npz"))
    report = Report.read(store.path(card.id, publishing.REPORT))
    assert (report.kind, report.model, report.gallery) == ("training", card.id, 3)
    assert report.as_json()["fnir"] == card.metrics["fnir"]
    stored = json.loads(store.path(card.id, publishing.REPORT).read_text(encoding="utf-8"))
    curve = [(event["epoch"], event["accuracy"], event["val_loss"]) for event in of_kind(emitted, "epoch")]
    assert [(epoch["epoch"], epoch["accuracy"], epoch["val_loss"]) for epoch in stored["epochs"]] == curve
    steps = [event["step"] for event in emitted]
    assert (sorted(steps), {event["steps"] for event in emitted}) == (steps, {4})
    assert set(steps) == {1, 2, 3, 4}

    chips = cnn64_input.normalize(np.random.default_rng(1).integers(0, 256, (5, 64, 64, 3), np.uint8))
    by_keras = engine.KerasEngine(partial(engine.load_keras, store.path(card.id, NETWORK_FILE)), None)(chips)
    compiled = engine.CompiledEngine(store.path(card.id, COMPILED_FILE))(chips)
    assert np.abs(by_keras - compiled).max() <= 1e-3
    assert np.isfinite(log_odds(compiled)).all()


def test_two_people_get_a_threshold_without_impostors(people):
    emitted = events(people, recipe="book", epochs=1, no_augment=True)
    [published] = of_kind(emitted, "published")
    assert published["metrics"]["fpir"] is None
    assert "No strangers were tried" in published["metrics"]["measured_on"]
    assert of_kind(emitted, "start")[0]["parameters"] == 6_489_634


def black(count):
    """Pictures that say nothing of their targets, and the targets. The book's network answers 0.5 for them."""
    chips = np.zeros((count, 64, 64, 3), np.uint8)
    return TrainingSet(chips, np.arange(count) % 2, 2, np.arange(count), np.arange(0))


def test_a_fit_that_learns_nothing_begins_again_with_other_seeds():
    recipe = replace(BOOK, epochs=3, augmentation=None)
    model, results, restarts = network.build(recipe, 2), [], []
    outcome = fit(model, recipe, black(4), 5, results.append, on_restart=restarts.append)
    assert not outcome.has_learned
    assert [restart.seed for restart in restarts] == [6, 7]
    assert [result.epoch for result in results] == [1, 2, 3] * 3


def test_a_noisy_training_loss_is_no_restart_where_the_validation_answers_are_right(folders):
    capture(folders, "Ada", COLORS["Ada"])
    capture(folders, "Bobby", COLORS["Bob"])
    emitted = events(folders, epochs=8)
    assert of_kind(emitted, "epoch")[-1]["val_accuracy"] == 1
    assert of_kind(emitted, "restarted") == []


def test_a_network_that_learned_nothing_is_not_published(people):
    current = train(people, QUICK, lambda _: None).id
    for path in people.people.glob("*/*.png"):
        codec.write(path, np.full((96, 96, 3), 128, np.uint8))
    emitted = []
    with pytest.raises(TrainingError, match="learned nothing in 3 runs"):
        train(people, {"network": "cnn64", "epochs": 3, "no_augment": True}, emitted.append)
    assert [event["seed"] for event in of_kind(emitted, "restarted")] == [1, 2]
    assert ModelStore(people.models).current_id() == current


def capture(folders, name, color, count=20):
    """One sitting: pictures that hardly differ, a second apart."""
    store = PeopleStore(folders.people)
    noise = np.random.default_rng(len(name)).integers(-50, 50, (8, 8, 3))
    start = datetime(2026, 11, 28, 12, tzinfo=UTC)
    person = store.find_or_create(PersonName(name))
    for second in range(count):
        picture = np.clip(np.array(color) + noise + second // 4, 0, 255).astype(np.uint8)
        large = cv2.resize(picture, (96, 96), interpolation=cv2.INTER_CUBIC)
        store.add(person, large, start + timedelta(seconds=second))
    store.record_session(person, start, start + timedelta(seconds=count))


def test_two_people_with_one_capture_each_train_and_their_accuracy_is_no_figure(folders):
    capture(folders, "Ada", COLORS["Ada"])
    capture(folders, "Bobby", COLORS["Bob"])
    emitted = events(folders, epochs=8)
    [start], [published] = of_kind(emitted, "start"), of_kind(emitted, "published")
    assert start["train"] > start["validation"] > 0
    assert (start["test"], start["untested"]) == (0, ["Ada", "Bobby"])
    metrics = published["metrics"]
    assert (metrics["accuracy"], metrics["fnir"], metrics["test"]) == (None, None, 0)
    assert metrics["book_accuracy"] is not None
    assert "One sitting: " in metrics["measured_on"]
    assert "The threshold is lowered" in metrics["measured_on"]
    assert ModelStore(folders.models).current_id() == published["model"]


def test_the_report_of_the_book_has_its_overlapping_measure_beside_the_independent_one(people):
    for number in range(0, COUNT, 2):
        twin = codec.read(people.people / "Ada" / f"{number}.png")
        codec.write(people.people / "Ada" / f"{number}.jpg", twin)
    emitted = events(people, recipe="book", epochs=1)
    metrics = of_kind(emitted, "published")[0]["metrics"]
    assert set(metrics["confidence_95"]) == {"accuracy", "book_accuracy", "overlapping_accuracy", "fnir", "fpir"}
    assert of_kind(emitted, "start")[0]["split"] == "random"
    report = json.loads(
        ModelStore(people.models).path(of_kind(emitted, "published")[0]["model"], publishing.REPORT).read_text()
    )
    assert "nearly the same pictures are on both sides" in report["notes"][0]


def test_folds_are_measured_beside_the_model_which_is_published_as_usual(people):
    enroll(people, "Eve", (60, 60, 200), 2)  # too few for three folds
    plain = of_kind(events(people, epochs=1), "published")[0]["metrics"]
    emitted = events(people, epochs=1, folds=3, force=True)
    [published] = of_kind(emitted, "published")
    assert ModelStore(people.models).current_id() == published["model"]
    metrics = published["metrics"]
    folds = metrics["folds"]
    assert (folds["count"], folds["unmeasured"], folds["accuracy"]["pictures"]) == (3, ["Eve"], 2 * COUNT)
    assert len(folds["accuracy"]["by_fold"]) == 3
    assert folds["accuracy"]["mean"] == pytest.approx(np.mean(folds["accuracy"]["by_fold"]), abs=1e-3)
    assert {**metrics, "compared": None} == {**plain, "compared": None, "folds": folds}
    report = json.loads(ModelStore(people.models).path(published["model"], publishing.REPORT).read_text())
    assert any(note.startswith("In 3 folds, ") for note in report["notes"])


def test_more_folds_than_pictures_are_refused_before_anything_is_trained(people):
    with pytest.raises(TrainingError, match="Ada and Bob for 7 folds"):
        events(people, folds=COUNT + 1)
    assert ModelStore(people.models).current_id() is None


def test_faces_are_found_by_the_given_preset(people, monkeypatch):
    presets = []

    def create(loader, preset):
        presets.append(preset)
        return lambda image: [whole_picture(image)]

    monkeypatch.setattr(run, "create_detector", create)
    events(people, epochs=1, cascade="live")
    events(people, epochs=1, force=True)
    assert presets == ["live", "stills"]


def test_grouped_pictures_give_two_accuracies(people):
    for number in range(0, COUNT, 2):
        twin = codec.read(people.people / "Ada" / f"{number}.png")
        codec.write(people.people / "Ada" / f"{number}.jpg", twin)
    emitted = events(people, epochs=1)
    assert "on the other split" in of_kind(emitted, "progress")[-1]["stage"]
    metrics = of_kind(emitted, "evaluated")[0]["metrics"]
    assert {"accuracy", "book_accuracy"} <= set(metrics)


def test_a_clearly_worse_second_training_is_refused(people, monkeypatch):
    first = train(people, {**QUICK, "epochs": 1}, lambda _: None)
    assert all(len(hashes) == 1 for hashes in first.held_out.values())
    [evaluated] = of_kind(events(people, epochs=1), "evaluated")
    assert evaluated["metrics"]["compared"]["model"] == first.id
    assert evaluated["metrics"]["compared"]["searches"] == 2

    current = ModelStore(people.models).current_id()
    monkeypatch.setattr(trainer, "compare_with_current", lambda *_: PairedResult(current, 40, lost=9))
    with pytest.raises(ModelRefusedError, match=f"worse than {current}: of 40 searches .* 9 wrong that were right"):
        events(people, epochs=1)
    assert ModelStore(people.models).current_id() == current
    emitted = []
    train(people, {"network": "cnn64", "resume": True, "force": True}, emitted.append)  # without learning it once more
    assert not of_kind(emitted, "epoch")
    assert ModelStore(people.models).current_id() == of_kind(emitted, "published")[0]["model"] != current


class Killed(BaseException):
    """What a kill is to a training in this process: nothing of its own runs afterwards."""


def killed(folders, at, **given):
    """The events of a training that is killed at the first event of this kind."""
    emitted = []

    def hear(event):
        emitted.append(event)
        if event["event"] == at:
            raise Killed

    with pytest.raises(Killed):
        train(folders, given, hear)
    return emitted


def test_a_killed_training_resumes_only_with_the_same_pictures(people):
    killed(people, "epoch", **QUICK, seed=7)
    added = people.people / "Ada" / "added.png"
    codec.write(added, np.zeros((64, 64, 3), np.uint8))
    with pytest.raises(TrainingError, match="pictures have changed"):
        train(people, {"resume": True}, lambda _: None)
    added.unlink()

    emitted = killed(people, "evaluated", resume=True)
    assert of_kind(emitted, "start")[0]["seed"] == 7
    assert [event["epoch"] for event in of_kind(emitted, "epoch")] == [2]

    emitted = []
    train(people, {"resume": True}, emitted.append)
    assert not of_kind(emitted, "epoch")  # all were done
    assert of_kind(emitted, "published")
    with pytest.raises(TrainingError, match="no interrupted training"):
        train(people, {"resume": True}, lambda _: None)


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        ({}, "nobody to learn"),
        ({"Ada": 5}, "Only Ada is enrolled"),
        ({"Ada": 5, "Bob": 2}, "too few different pictures of Bob"),
    ],
)
def test_too_few_people_or_pictures_are_an_error(people, kept, sentence):
    for name in COLORS:
        for path in sorted((people.people / name).iterdir())[kept.get(name, 0) :]:
            path.unlink()
    with pytest.raises(TrainingError, match=sentence):
        train(people, QUICK, lambda _: None)
    assert ModelStore(people.models).ids() == []


def test_a_second_training_at_the_same_time_is_refused(people):
    with disk.lock(people.models / ".training"), pytest.raises(DiskError, match="Another program"):
        train(people, QUICK, lambda _: None)


KILLED = """
import os, signal, sys
from pathlib import Path
from visavis.detection.detector import whole_picture
from visavis.storage.paths import DataFolders
from visavis.models.store import ModelStore
from visavis_training import run

def kill(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

run.create_detector = lambda loader, preset: lambda image: [whole_picture(image)]
stage, data, cache = sys.argv[1:]
if stage == "publishing":
    ModelStore.publish = kill
given = {"resume": True} if stage == "publishing" else {"network": "cnn64", "epochs": 2}
run.train(DataFolders(Path(data), Path(cache)), given, lambda event: kill() if event["event"] == stage else None)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_training_keeps_the_old_model_and_resumes(people):
    store = ModelStore(people.models)
    card = ModelCard(id="old", network="cnn64", created="", people=(), input=InputSpec("chip", 1, 64), threshold=0.5)
    with store.staging_folder() as folder:
        (folder / NETWORK_FILE).write_bytes(b"an old model")
        old = store.publish(folder, card).id
    for stage in ("epoch", "publishing"):
        program = [sys.executable, "-c", KILLED, stage, str(people.data), str(people.cache)]
        assert subprocess.run(program, check=False).returncode == -9
        assert (store.ids(), store.current_id()) == ([old], old)
        store.verified_card(old)
    assert list(people.models.glob(".staging-*"))
    emitted = []
    train(people, {"resume": True}, emitted.append)
    assert store.current_id() == of_kind(emitted, "published")[0]["model"]
    assert not list(people.models.glob(".staging-*"))
