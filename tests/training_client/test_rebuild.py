"""Networks that models lack are built, or failures are returned."""

import hashlib
import subprocess
import sys
import threading
from dataclasses import replace

import numpy as np
import pytest

from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.change import ModelOutcome
from visavis.models.folder import CARD_FILE
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.recognition.embedder import unit
from visavis.scoring.thresholds import Strangers
from visavis.training_client.rebuild import rebuild_networks

STRANGERS = Strangers(0.85, 0.035)


@pytest.fixture
def store(folders):
    """One model, which knows Ada and Bob."""
    store = ModelStore(folders.models)
    card = ModelCard(
        id="20260101-000000-embedding",
        network="embedding",
        created="2026-01-01T00:00:00Z",
        people=(Member("bob", "Bob"), Member("ada", "Ada")),
        input=InputSpec("aligned chip", 1, 150),
        threshold=0.7,
        strangers=STRANGERS,
        calibration=STRANGERS.calibration,
    )
    rows = unit(np.random.default_rng(1).normal(size=(2, 128)))
    with store.staging_folder() as folder:
        save_templates(folder / TEMPLATES_FILE, {"bob": rows[0], "ada": rows[1]})
        (folder / NETWORK_FILE).write_bytes(b"a network")
        store.publish(folder, card)
    return store


def test_a_complete_model_is_not_changed(store, folders):
    assert store.ids_without_network() == []
    assert rebuild_networks(folders, lambda _: pytest.fail("nothing is to be made")) == ()


def test_a_network_that_cannot_be_rebuilt_is_returned(store, folders):
    store.forget_person("ada")
    for command in (["/nowhere/python"], [sys.executable, "-c", "raise SystemExit(1)"]):
        [change] = rebuild_networks(folders, lambda _, command=command: command)
        assert change.outcome is ModelOutcome.INCOMPLETE
    assert store.ids_without_network() == store.ids()


def test_it_stops_soon_and_what_is_missing_is_no_failure(store, folders):
    store.forget_person("ada")
    stop = threading.Event()

    def command(_):
        stop.set()
        return [sys.executable, "-c", "import time; time.sleep(600)"]

    assert rebuild_networks(folders, command, stop) == ()
    assert store.ids_without_network() == store.ids()


def test_an_interrupt_leaves_no_process_behind(store, folders, monkeypatch):
    store.forget_person("ada")
    started = []

    class Started(subprocess.Popen):
        def __init__(self, *args, **options):
            super().__init__(*args, **options)
            started.append(self)

    class Interrupted(threading.Event):
        def wait(self, timeout=None):
            raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", Started)
    with pytest.raises(KeyboardInterrupt):
        rebuild_networks(folders, lambda _: [sys.executable, "-c", "import time; time.sleep(600)"], Interrupted())
    assert started[0].returncode is not None


def test_a_network_for_outdated_templates_is_not_used(store, tmp_path):
    store.forget_person("ada")
    [model_id] = store.ids_without_network()
    path = tmp_path / NETWORK_FILE
    path.write_bytes(b"made of other templates")
    assert store.add_network(replace(store.card(model_id), notes=("before",)), path) is None
    assert store.ids_without_network() == [model_id]


@pytest.mark.slow
def test_the_network_is_rebuilt_without_the_person(store, folders, published_networks):
    import keras

    from visavis_training.embedding.imprinting import imprint_missing

    folders.cache.mkdir(exist_ok=True)
    folders.networks.symlink_to(published_networks)
    store.forget_person("ada")
    [model_id] = store.ids_without_network()
    assert imprint_missing(folders) == [model_id]
    card = store.verified_card(model_id)
    assert [person.slug for person in card.people] == ["bob"]
    assert len(card.notes) == 2
    assert store.ids_without_network() == []
    network = keras.saving.load_model(store.path(model_id, NETWORK_FILE), compile=False, safe_mode=True)
    [weights] = network.get_layer("people").get_weights()
    assert weights[:, 0] == pytest.approx(load_templates(store.path(model_id, TEMPLATES_FILE))["bob"])


@pytest.mark.slow
@pytest.mark.parametrize(("slugs", "length"), [(["bob", "eve"], 128), (["bob", "ada"], 127)])
def test_a_model_whose_templates_do_not_fit_its_card_is_passed_over(store, folders, published_networks, slugs, length):
    from visavis_training.embedding.imprinting import imprint_missing

    folders.cache.mkdir(exist_ok=True)
    folders.networks.symlink_to(published_networks)
    [model_id] = store.ids()
    path = store.path(model_id, TEMPLATES_FILE)
    save_templates(path, dict(zip(slugs, np.ones((2, length), np.float32), strict=True)))
    card = store.card(model_id)
    replace(card, files={TEMPLATES_FILE: hashlib.sha256(path.read_bytes()).hexdigest()}).save(
        store.path(model_id, CARD_FILE)
    )
    assert store.ids_without_network() == [model_id]
    assert imprint_missing(folders) == []
    assert store.ids_without_network() == [model_id]
