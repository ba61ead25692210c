"""`visavis train --denoise`: learned from people's chips, kept beside the models, and deleted with anybody."""

import json

import cv2
import numpy as np
import pytest

from support.encryption.folders import encrypt_folder
from visavis import forgetting
from visavis.backup.backup import back_up
from visavis.errors import ModelError, TrainingError
from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.denoiser import DENOISER_CARD, DENOISER_FILE, DENOISER_FOLDER
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.storage import data_files, disk
from visavis_training import run
from visavis_training.denoising import denoiser_file, network, trainer
from visavis_training.denoising.trainer import Chips


@pytest.fixture
def store(folders):
    """Ada and Bob, with a picture each."""
    store = PeopleStore(folders.people)
    for seed, name in enumerate(("Ada", "Bob")):
        picture = np.random.default_rng(seed).integers(0, 255, (90, 90, 3)).astype(np.uint8)
        store.add(store.create(PersonName(name)), picture)
    return store


@pytest.fixture
def chips(monkeypatch, photos):
    """Chips of two people, in place of those of the store: smooth, as faces are."""
    rows = []
    for photo in photos:
        small = cv2.resize(photo, (180, 180), interpolation=cv2.INTER_AREA)[..., ::-1]
        rows += [small[y : y + 112, x : x + 112] for y in (0, 30, 60) for x in (0, 30, 60)]
    found = Chips(np.stack(rows).astype(np.uint8), np.arange(len(rows)) // 9, 3, ("x.jpg is empty.",))
    monkeypatch.setattr(trainer, "collect", lambda *_: found)
    return found


def test_noise_is_removed_from_chips_that_were_not_learned_from(folders, store, chips):
    events = []
    run.train_denoiser(folders, {"denoise": True, "epochs": 50, "batch_size": 4}, events.append)
    kinds = [event["event"] for event in events]
    assert kinds == ["start", *["epoch"] * 50, "evaluated", "published"]
    assert {key: events[0][key] for key in ("network", "parameters", "train", "test", "faceless")} == {
        "network": "denoiser",
        "parameters": 29_507,
        "train": 14,
        "test": 4,
        "faceless": 3,
    }
    bright, dark = events[-1]["metrics"]["psnr_by_light"].values()
    assert bright["after"] > bright["before"]
    assert dark["after"] > dark["before"] + 2
    assert events[-1]["file"] == str(folders.models / DENOISER_FILE)
    model = denoiser_file.load(folders)
    assert trainer.measure(model, chips.rgb[trainer.split(chips, 0)[1]], 0) == events[-1]["metrics"]
    card = (folders.models / DENOISER_CARD).read_text()
    assert json.loads(card)["metrics"] == events[-1]["metrics"]
    assert "Ada" not in card
    assert ModelStore(folders.models).ids() == []


def test_forgetting_anybody_deletes_it(folders, store):
    denoiser_file.write(folders, network.build_chip(), {}, store.slugs())
    receipt = forgetting.forget(folders, store.find("Bob"))
    assert not (folders.models / DENOISER_FOLDER).exists()
    assert receipt.models == (ModelChange("denoiser", ModelOutcome.DELETED),)
    assert "The denoiser may have learned from them: it was deleted." in list(map(str, forgetting.summary([receipt])))
    assert forgetting.forget(folders, store.find("Ada")).models == ()


def test_what_was_learned_from_somebody_who_was_forgotten_meanwhile_is_not_kept(folders, store, chips):
    def forget(event):
        if event["event"] == "evaluated":
            forgetting.forget(folders, store.find("Bob"))

    with pytest.raises(TrainingError, match="Somebody was forgotten or deleted during the training"):
        run.train_denoiser(folders, {"denoise": True, "epochs": 1}, forget)
    assert not (folders.models / DENOISER_FOLDER).exists()


def test_whole_people_are_held_out_where_there_are_enough():
    people = np.repeat(np.arange(6), 4)
    learned, held_out = trainer.split(Chips(np.zeros((24, 8, 8, 3), np.uint8), people, 0, ()), 0)
    assert set(people[learned]).isdisjoint(people[held_out])
    assert sorted([*learned, *held_out]) == list(range(24))


def test_too_few_faces_are_one_sentence(folders, store, monkeypatch):
    few = Chips(np.zeros((3, 112, 112, 3), np.uint8), np.zeros(3, np.intp), 0, ())
    monkeypatch.setattr(trainer, "collect", lambda *_: few)
    with pytest.raises(TrainingError, match="3 faces are too few to learn noise from: it takes 10"):
        run.train_denoiser(folders, {"denoise": True}, lambda _: None)


@pytest.mark.parametrize(
    "option", [{"network": "cnn64"}, {"fine_tune": 2}, {"resume": True}, {"no_augment": True}, {"whole": "here"}]
)
def test_an_option_without_effect_is_refused(folders, option):
    [name] = option
    with pytest.raises(TrainingError, match=f"--denoise does not go with --{name.replace('_', '-')}"):
        run.train_denoiser(folders, {"denoise": True, **option}, lambda _: None)


def test_a_missing_file_says_how_to_get_one(folders):
    with pytest.raises(ModelError, match="There is no denoiser") as raised:
        denoiser_file.load(folders)
    assert str(raised.value.hint) == "Train one: visavis train --denoise."


def test_chips_of_a_store_are_those_of_the_embedding_network(folders, photos, published_networks):
    from visavis.storage.paths import DataFolders

    folders = DataFolders(folders.data, published_networks.parent)
    store = PeopleStore(folders.people)
    for name, photo in zip(("Ada", "Bob"), photos, strict=False):
        store.add(store.create(PersonName(name)), photo)
    store.add(store.find("Ada"), np.zeros((80, 80, 3), np.uint8))
    events = []
    chips = trainer.collect(folders, 0, events.append)
    assert chips.rgb.shape == (2, 112, 112, 3)
    assert chips.people.tolist() == [0, 1]
    assert (chips.faceless, chips.unreadable) == (1, ())
    assert [event["done"] for event in events] == [1, 2, 3]


def test_in_encrypted_data_it_is_encrypted_and_can_be_loaded(folders):
    disk.make_private(folders.data)
    encrypt_folder(folders.data)
    model = network.build_chip()
    path = denoiser_file.write(folders, model, {"metrics": {}}, ())
    assert data_files.is_sealed(path)
    assert data_files.is_sealed(folders.models / DENOISER_CARD)
    assert np.array_equal(denoiser_file.load(folders).get_weights()[0], model.get_weights()[0])
    assert [entry.name for entry in folders.models.iterdir() if entry.is_dir()] == [DENOISER_FOLDER]


def test_a_backup_leaves_it_out(folders, store, tmp_path):
    denoiser_file.write(folders, network.build_chip(), {}, store.slugs())
    back_up(folders, tmp_path / "all.backup")
    assert b"denoiser" not in (tmp_path / "all.backup").read_bytes()
