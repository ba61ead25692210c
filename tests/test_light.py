"""The light installation: what it does without TensorFlow, Keras and the other extras, and what it says they are for.

The processes refuse to import what it leaves out (`support/light/sitecustomize.py`).
"""

import json
import os
import shlex
import subprocess
import sys
from functools import partial

import cv2
import pytest

from support.places import ROOT
from visavis.errors import ModelError, TrainingError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.insight.inspection import Inspection
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.people.samples import FaceCrop
from visavis.process.extras import TRAIN
from visavis.sources.demo import Stage
from visavis.training_client.trainer import Trainer

pytestmark = pytest.mark.slow

#: What the light installation does, in the order of a user's first hour. {data} is the data folder, {in} a folder of
#: pictures per person, {in2} one of pictures to search for, {out} a folder for results, {video} a video.
COMMANDS = {
    "doctor": "doctor",
    "capture": "enroll Eileen --source demo --count 3",
    "import": "import {in}",
    "learn people as templates": "train --seed 1",
    "models": "models list --json",
    "evaluate": "evaluate --images {in2} --strangers {strangers} --json",
    "evaluate, as trained": "evaluate --training --json",
    "recognize pictures": "recognize {in2} --json",
    "recognize a video": "recognize {video} --annotate {out}/annotated",
    "tag": "tag {video} --out {out}/tag --annotate --json",
    "live headless": "live --headless --source demo --max-frames 10 --json",
    "the window": "bench --scenario '640x480/1 face/30 fps/window' --json",
    "learn again": "train --seed 1 --json",
    "forget": "people forget Grace --yes",
    "go back": "models rollback",
}
"""Name of a step, and its command line."""

#: What needs an extra: command line, what it calls itself, and the name of the extra.
NEEDING = [
    ("train --network cnn64", "Training cnn64", "train"),
    ("train --fine-tune 1", "Fine-tuning", "train"),
    ("evaluate --images {in2} --heads", "A comparison of classifiers", "train"),
    ("evaluate --images {in2} --pairs {out}/pairs.txt", "The best threshold for pairs", "train"),
    ("evaluate --images {in2} --report {out}/report", "A report with charts", "report"),
    ("live --headless --source demo --max-frames 1 --device gpu", "No GPU", "gpu"),
]


@pytest.fixture(scope="module")
def environment():
    """The variables of a process, and of those that it starts, that refuses what is left out."""
    paths = [ROOT / "tests" / "support" / "light", ROOT / "app", ROOT / "training"]
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(map(str, paths))}


@pytest.fixture(scope="module")
def run(environment, published_networks):
    """A function that runs a program of ours in the light installation, and returns the completed process."""

    def run(*command, **variables):
        return subprocess.run(
            [sys.executable, *map(str, command)],
            env={**environment, "VISAVIS_CACHE": str(published_networks.parent), **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture(scope="module")
def material(tmp_path_factory, photos):
    """Pictures of two people and of a stranger, and a video, made from the demo's photos."""
    folder = tmp_path_factory.mktemp("light")
    for person, photo in zip(("Eileen", "Grace"), photos, strict=True):
        for number in range(6):
            turned = cv2.convertScaleAbs(photo, alpha=1 - 0.05 * number, beta=3 * number)
            codec.write(folder / "in" / person / f"{number}.jpg", turned)
        codec.write(folder / "in2" / person / "0.jpg", cv2.convertScaleAbs(photo, alpha=0.8, beta=11))
    codec.write(folder / "strangers" / "0.jpg", cv2.flip(photos[1], 0))
    stage, video = Stage(), folder / "video.avi"
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter.fourcc(*"MJPG"), 10, (640, 480))
    for number in range(10):
        writer.write(stage.picture(number))
    writer.release()
    names = ("in", "in2", "out", "strangers")
    return {**{name: folder / name for name in names}, "video": video, "data": folder / "data"}


@pytest.fixture(scope="module")
def used(run, material):
    """The outputs of all commands, by the names of the steps: each ran, one after the other, in the same folder."""
    outputs = {}
    for name, line in COMMANDS.items():
        done = run("-m", "visavis", "--data", material["data"], *shlex.split(line.format(**material)))
        assert done.returncode == 0, (name, done.stderr[-2000:])
        outputs[name] = done.stdout
    return outputs


@pytest.fixture
def store(used, material):
    """The models that these commands left."""
    return ModelStore(material["data"] / "models")


def test_the_light_installation_learns_measures_and_recognizes(used):
    measured = json.loads(used["evaluate"])
    assert (measured["gallery"], measured["detected"], measured["closed_set_accuracy"]) == (2, 1, 1)
    assert json.loads(used["evaluate, as trained"])["fpir"] == 0  # left out, one by one
    named = {json.loads(line)["faces"][0]["name"] for line in used["recognize pictures"].splitlines()}
    assert named == {"Eileen", "Grace"}
    events = [json.loads(line)["event"] for line in used["learn again"].splitlines()]
    assert events[-1] == "published"
    window = json.loads(used["the window"])  # how fast it is, and how many labels are fresh, depends on what else runs
    assert 0 < window["first_picture_s"] <= window["first_label_s"]


def test_a_model_is_whole_without_keras_and_its_card_says_what_is_missing(store):
    for model_id in store.ids():
        card = store.verified_card(model_id)
        assert TEMPLATES_FILE in card.files
        assert NETWORK_FILE not in card.files
        assert [note for note in card.notes if "no Keras network yet" in note] == [card.notes[-1]]
        assert card.software.keys() >= {"visavis", "numpy"}


def test_the_keras_network_is_built_when_keras_is_there(store, material):
    command = [sys.executable, "-m", "visavis_training", "imprint", "--data", str(material["data"])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT / "training")])}
    before = {model_id: store.card(model_id) for model_id in store.ids_without_network()}
    assert before.keys() == set(store.ids())

    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert store.ids_without_network() == []
    for model_id, earlier in before.items():
        card = store.verified_card(model_id)
        assert card.files.keys() - earlier.files.keys() == {NETWORK_FILE}
        assert not any("no Keras network yet" in note for note in card.notes)
        assert (card.people, card.threshold) == (earlier.people, earlier.threshold)


@pytest.mark.parametrize(("line", "what", "extra"), NEEDING)
def test_what_needs_an_extra_says_so_with_the_command_that_installs_it(run, used, material, line, what, extra):
    done = run("-m", "visavis", "--data", material["data"], *shlex.split(line.format(**material)))
    assert done.returncode == 1
    [said] = [text for text in done.stderr.splitlines() if text.startswith("visavis: ")]
    assert what in said
    assert "pip install" in said
    assert f"[{extra}]'" in said


def test_a_tensorflow_that_cannot_be_loaded_hinders_nothing_that_needs_none(run, material, tmp_path):
    """As where a library of the system is missing."""
    (tmp_path / "tensorflow").mkdir()
    (tmp_path / "tensorflow" / "__init__.py").write_text("raise ImportError('libcudart.so: cannot open')")
    paths = [tmp_path, ROOT / "app", ROOT / "training"]
    broken = partial(run, PYTHONPATH=os.pathsep.join(map(str, paths)))
    data = tmp_path / "data"
    assert broken("-m", "visavis", "--data", data, "import", material["in"]).returncode == 0
    assert broken("-m", "visavis", "--data", data, "train", "--seed", 1).returncode == 0
    [model_id] = ModelStore(data / "models").ids()
    assert "no Keras network yet" in ModelStore(data / "models").verified_card(model_id).notes[-1]
    done = broken("-m", "visavis", "--data", data, "train", "--network", "cnn64")
    assert done.returncode == 1
    assert "TensorFlow is installed, but cannot be loaded: libcudart.so: cannot open." in done.stderr
    assert "Traceback" not in done.stderr


def test_the_window_gets_the_same_sentence(environment, monkeypatch, folders, photos):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(TrainingError, match=r"Training cnn64 needs .*TensorFlow, Keras") as refused:
        list(Trainer(folders, ("--network", "cnn64")))
    assert str(refused.value.hint) == f"Install them: {TRAIN.command}"
    face = FaceCrop.from_image(photos[0], Face(Box(170, 60, 110, 110)))
    with pytest.raises(ModelError, match="A look into the networks needs") as refused:
        Inspection.of_face(folders, lambda: face, lambda event: None)()
    assert str(refused.value.hint) == f"Install them: {TRAIN.command}"
