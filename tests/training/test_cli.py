"""A model of templates is in use before its Keras network is written, and copes with everything while it has none."""

import json
import os
import subprocess
import sys

import cv2
import pytest

from support.places import ROOT
from visavis import forgetting
from visavis.cli import main
from visavis.imaging import codec
from visavis.models.store import NETWORK_FILE, ModelStore
from visavis.people.store import PeopleStore
from visavis.training_client import rebuild

pytestmark = pytest.mark.slow


@pytest.fixture
def learned(folders, photos, published_networks, tmp_path):
    """The folders, with two people."""
    folders.cache.mkdir(parents=True, exist_ok=True)
    folders.networks.symlink_to(published_networks)
    for person, photo in zip(("Eileen", "Grace"), photos, strict=True):
        for number in range(2):
            shaded = cv2.convertScaleAbs(photo, alpha=1 - 0.1 * number, beta=5 * number)
            codec.write(tmp_path / "in" / person / f"{number}.jpg", shaded)
    assert main(["--data", str(folders.data), "import", str(tmp_path / "in")]) == 0
    return folders


def train(folders, *options):
    """The training process, whose events are read from its output."""
    paths = os.pathsep.join([str(ROOT / "app"), str(ROOT / "training")])
    return subprocess.Popen(
        [sys.executable, "-m", "visavis", "--data", str(folders.data), "train", "--json", *options],
        env={**os.environ, "PYTHONPATH": paths, "VISAVIS_CACHE": str(folders.cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def files_at_publication(process, store):
    """The files of the model at the moment when the event "published" comes; nothing comes after it."""
    *_, last = map(json.loads, iter(process.stdout.readline, ""))
    assert last["event"] == "published"
    return set(store.verified_card(last["model"]).files)


def test_a_model_is_published_without_its_network_and_gets_it_later(learned, monkeypatch):
    store, people = ModelStore(learned.models), PeopleStore(learned.people)

    with train(learned, "--defer-network") as process:
        assert NETWORK_FILE not in files_at_publication(process, store)
    assert process.returncode == 0
    [first] = store.ids_without_network()
    assert "no Keras network yet" in store.verified_card(first).notes[-1]

    monkeypatch.setattr(rebuild, "imprint_command", lambda _: pytest.fail("Keras is not needed to name people"))
    assert main(["--data", str(learned.data), "models", "use", first]) == 0
    assert main(["--data", str(learned.data), "doctor"]) == 0

    with train(learned) as process:  # the event comes first, then all networks are written
        events = [json.loads(line) for line in process.stdout]
    assert (process.returncode, events[-1]["event"]) == (0, "published")
    assert store.ids_without_network() == []
    for model_id in store.ids():
        card = store.verified_card(model_id)
        assert NETWORK_FILE in card.files
        assert card.notes == ()

    assert store.rollback().id == first
    forgetting.forget(learned, people.find("Grace"))
    assert store.ids_without_network() == store.ids()  # the last layers had their template
    for model_id in store.ids():
        assert [member.name for member in store.verified_card(model_id).people] == ["Eileen"]


def test_somebody_is_forgotten_in_a_model_without_a_network(learned):
    store = ModelStore(learned.models)
    with train(learned, "--defer-network") as process:
        process.communicate()
    [model_id] = store.ids()
    forgetting.forget(learned, PeopleStore(learned.people).find("Grace"))
    card = store.verified_card(model_id)
    assert [member.name for member in card.people] == ["Eileen"]
    assert NETWORK_FILE not in card.files
    assert sum("no Keras network yet" in note for note in card.notes) == 1
    assert store.current_id() == model_id
