"""Forgetting in models stays in their folder, reaches copies, and leaves the model in use usable."""

import json
import shutil

import numpy as np
import pytest

from support.models import ADA, BOB
from support.training.whole_pictures import publish_colors
from visavis.errors import ModelError
from visavis.models.card import InputSpec, ModelCard
from visavis.models.change import ModelChange, ModelOutcome
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.storage import disk

ID = "20260101-000000-embedding"


@pytest.fixture
def store(tmp_path):
    store = ModelStore(tmp_path / "data" / "models")
    with store.staging_folder() as staged:
        disk.write_whole(staged / "model.keras", b"weights")
        save_templates(staged / TEMPLATES_FILE, {each.slug: np.eye(2, 128, dtype=np.float32)[0] for each in (ADA, BOB)})
        spec = InputSpec("chip", 1, 64)
        store.publish(
            staged, ModelCard(id=ID, network="embedding", created="", people=(ADA, BOB), input=spec, threshold=0.5)
        )
    return store


@pytest.fixture
def outside(tmp_path):
    """Somebody else's folder."""
    disk.write_whole(tmp_path / "outside" / "canary", b"alive")
    yield tmp_path / "outside"
    assert (tmp_path / "outside" / "canary").read_bytes() == b"alive"


def copy_with_id(store, name, card_id):
    shutil.copytree(store.folder / ID, store.folder / name)
    path = store.path(name, "card.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), "id": card_id}))


@pytest.mark.parametrize("card_id", ["{outside}", "../../outside", "..", ".", "", "/", ID])
def test_a_card_with_another_id_leads_nowhere_and_the_copy_is_removed(store, outside, card_id):
    copy_with_id(store, "copy", card_id.format(outside=outside))
    with pytest.raises(ModelError):
        store.card("copy")
    assert ModelChange("copy", ModelOutcome.REMOVED) in store.forget_person("ada")
    assert store.ids() == [ID]
    assert load_templates(store.path(ID, TEMPLATES_FILE)).keys() == {"bob"}
    assert store.verified_card(ID).people == (BOB,)


@pytest.mark.parametrize("name", ["copy", "embedding (1)", ".staging-gone-1", ".staging-4711"])
def test_a_copy_under_any_name_is_reached(store, name):
    shutil.copytree(store.folder / ID, store.folder / name)
    store.forget_person("ada")
    assert [path.name for path in store.folder.iterdir() if path.is_dir()] == [ID]


def test_links_are_removed_and_not_followed(store, outside):
    shutil.copytree(store.folder / ID, outside / "model")
    before = (outside / "model" / "card.json").read_bytes()
    (store.folder / "linked").symlink_to(outside / "model")
    (store.folder / ID / "report").symlink_to(outside)
    assert store.ids() == [ID]
    store.forget_person("ada")
    assert not (store.folder / "linked").is_symlink()
    assert not (store.folder / ID / "report").is_symlink()
    assert (outside / "model" / "card.json").read_bytes() == before


def test_a_network_id_is_no_path(store):
    path = store.path(ID, "card.json")
    for bad in ("../../outside", "/outside", "..", "a/b"):
        path.write_text(json.dumps({**json.loads(path.read_text()), "network_id": bad}))
        with pytest.raises(ModelError):
            store.card(ID)


def test_files_that_the_card_does_not_name_are_deleted(store):
    for name in ("card.json.bak", "templates (copy).npz", ".tmp-1"):
        disk.write_whole(store.path(ID, name), b"ada")
    store.forget_person("ada")
    assert {path.name for path in (store.folder / ID).iterdir()} == {"card.json", TEMPLATES_FILE}


@pytest.mark.parametrize(
    ("data", "is_retired"),
    [
        ({"class:ada": ["0123"], "class:rest": ["4567"]}, True),  # a class is named like her
        ({"class:red": ["0123"], "class:rest": ["beef"]}, True),  # one of its pictures is a sample of hers
        ({"class:red": ["0123"], "class:rest": ["4567"]}, False),
    ],
)
def test_a_model_of_whole_pictures_is_retired_if_a_class_is_the_forgotten_person(store, data, is_retired):
    card = publish_colors(store, "20260102-000000-whole-cnn64", data=data)
    changes = store.forget_person("ada", ["beef"])
    assert (ModelChange(card.id, ModelOutcome.RETIRED) in changes) is is_retired
    left = {path.name for path in (store.folder / card.id).iterdir()}
    assert left == ({"card.json"} if is_retired else {"card.json", "model.keras", "model.tflite"})
    kept = store.card(card.id)
    assert kept.is_of_pictures
    assert kept.classes == (() if is_retired else card.classes)
