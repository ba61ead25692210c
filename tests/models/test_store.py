"""Models: whole or absent, checked against their cards, forgotten when asked."""

import json
import os
from dataclasses import replace

import numpy as np
import pytest

from support.models import BOB, publish
from support.training.whole_pictures import publish_colors
from visavis.errors import ModelError
from visavis.models.card import TRUNK_FILE, Member
from visavis.models.change import OUTDATED, ModelChange, ModelOutcome
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.scoring.thresholds import Strangers


@pytest.fixture
def store(tmp_path):
    return ModelStore(tmp_path / "models")


def test_an_empty_store_has_nothing_in_use(store):
    assert (store.ids(), store.current_id()) == ([], None)
    with pytest.raises(ModelError, match="no earlier model"):
        store.rollback()


@pytest.mark.parametrize("read", [ModelStore.ids, ModelStore.current_id], ids=["ids", "current_id"])
def test_a_folder_that_cannot_be_read_is_no_store_without_models(store, read):
    store.folder.parent.mkdir(parents=True, exist_ok=True)
    store.folder.write_text("a file")
    with pytest.raises(ModelError, match="not a directory"):
        read(store)


def test_a_published_model_is_in_use_and_its_card_comes_back_as_it_was(store):
    card = publish(store)
    assert store.current_id() == card.id
    assert store.verified_card(card.id) == card
    assert set(card.files) == {"model.keras", "report/report.json"}
    assert [path.name for path in store.folder.glob(".staging*")] == []


@pytest.mark.skipif(os.name != "posix", reason="the platform has no modes")
def test_models_are_private(store):
    publish(store)
    for path in [store.folder, *store.folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_file_cut_in_half_is_refused_and_the_model_in_use_stays(store):
    first = publish(store)
    second = publish(store, "20260102-000000-cnn64")
    store.use(first.id)
    store.path(second.id, "model.keras").write_bytes(b"wei")
    with pytest.raises(ModelError, match="not the file that was published"):
        store.use(second.id)
    store.path(second.id, "model.keras").unlink()
    with pytest.raises(ModelError, match="missing"):
        store.use(second.id)
    assert store.current_id() == first.id


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": "x"}', "null"])
def test_a_broken_card_is_one_sentence(store, text):
    card = publish(store)
    store.path(card.id, "card.json").write_text(text)
    with pytest.raises(ModelError, match="missing or broken"):
        store.card(card.id)


def test_a_model_of_whole_pictures_is_listed_and_never_used_for_faces(store):
    faces, pictures = publish(store), publish_colors(store)
    assert store.ids() == [faces.id, pictures.id]
    assert store.current_id() == faces.id
    assert store.card(pictures.id) == pictures
    with pytest.raises(ModelError, match="classifies whole pictures and knows no faces"):
        store.use(pictures.id)
    assert store.current_id() == faces.id
    store.remove(pictures.id)
    assert store.ids() == [faces.id]


def test_a_card_with_people_and_classes_is_broken(store):
    with pytest.raises(ValueError, match="it has people, too"):
        replace(publish_colors(store), people=(BOB,))


def test_a_card_of_a_newer_program_is_refused(store):
    card = publish(store)
    path = store.path(card.id, "card.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 99}))
    with pytest.raises(ModelError, match="newer than this program"):
        store.card(card.id)


@pytest.mark.parametrize("bad", ["nobody", "../models", "", ".", ".."])
def test_an_id_that_is_none_is_one_sentence(store, bad):
    publish(store)
    for operation in (store.card, store.use, store.remove):
        with pytest.raises(ModelError, match="There is no model"):
            operation(bad)


def test_a_retired_model_keeps_its_files_and_is_passed_over(store):
    first, second, third = (publish(store, f"2026110{day}-120000-embedding") for day in (1, 2, 3))
    store.retire(second.id, OUTDATED)
    assert store.card(second.id) == replace(second, retired=str(OUTDATED))
    assert store.path(second.id, "model.keras").exists()
    with pytest.raises(ModelError, match="earlier recognition network"):
        store.use(second.id)
    assert store.current_id() == third.id
    assert store.rollback().id == first.id
    assert store.card(second.id).retirement == OUTDATED


def test_rollback_goes_back_one_use_at_a_time(store):
    ids = [publish(store, f"2026010{day}-000000-cnn64").id for day in (1, 2, 3)]
    assert store.rollback().id == ids[1]
    assert store.rollback().id == ids[0]
    with pytest.raises(ModelError, match="no earlier model"):
        store.rollback()
    assert store.current_id() == ids[0]


def test_the_model_in_use_is_not_removed(store):
    first, second = publish(store), publish(store, "20260102-000000-cnn64")
    with pytest.raises(ModelError, match="is in use"):
        store.remove(second.id)
    store.remove(first.id)
    assert store.ids() == [second.id]


def test_forgetting_retires_a_network_trained_on_the_persons_pictures(store):
    card = publish(store)
    kept = publish(store, "20260102-000000-cnn64", people=(BOB, Member("cleo", "Cleo")))
    store.use(card.id)
    assert store.forget_person("ada") == [ModelChange(card.id, ModelOutcome.RETIRED)]
    assert store.current_id() is None
    with pytest.raises(ModelError, match="is retired"):
        store.use(card.id)
    assert "ada" not in store.path(card.id, "card.json").read_text().lower()
    assert [path.name for path in (store.folder / card.id).iterdir()] == ["card.json"]
    assert store.verified_card(kept.id) == kept


def test_remains_of_a_killed_run_are_removed_when_the_next_model_is_published(store):
    store.folder.mkdir(parents=True)
    litter = store.folder / ".staging-999999999"
    litter.mkdir()
    publish(store)
    assert not litter.exists()


def test_a_model_of_templates_loses_the_template_and_stays_in_use(store):
    templates = {slug: np.eye(128, dtype=np.float32)[row] for row, slug in enumerate(("ada", "bob"))}
    card = replace(publish(store), id="20260103-000000-embedding", network="embedding", strangers=Strangers(0.8, 0.03))
    with store.staging_folder() as folder:
        save_templates(folder / TEMPLATES_FILE, templates)
        (folder / "model.keras").write_bytes(b"their template is in here too")
        store.publish(folder, card)
    assert store.forget_person("ada")[-1] == ModelChange(card.id, ModelOutcome.UPDATED)
    left = store.verified_card(card.id)
    assert [person.slug for person in left.people] == ["bob"]
    assert list(load_templates(store.path(card.id, TEMPLATES_FILE))) == ["bob"]
    assert not store.path(card.id, "model.keras").exists()
    assert store.current_id() == card.id


def test_a_model_that_was_fine_tuned_on_someone_is_retired(store):
    card = replace(publish(store), id="20260103-000000-embedding", network="embedding", network_id="tuned")
    with store.staging_folder() as folder:
        save_templates(folder / TEMPLATES_FILE, {slug: np.ones(128, np.float32) for slug in ("ada", "bob")})
        (folder / TRUNK_FILE).write_bytes(b"learned from them")
        store.publish(folder, card)
    assert store.trunk_ids() == {"tuned"}
    assert store.forget_person("ada")[-1] == ModelChange(card.id, ModelOutcome.RETIRED)
    assert [path.name for path in (store.folder / card.id).iterdir()] == ["card.json"]
    assert store.current_id() is None
    assert store.trunk_ids() == set()


def test_a_damaged_model_does_not_hinder_forgetting_and_is_removed(store):
    card = publish(store)
    store.path(card.id, "card.json").write_text("{")
    assert store.forget_person("anyone") == [ModelChange(card.id, ModelOutcome.REMOVED)]
    assert store.ids() == []


def test_the_stricter_and_the_more_people_the_higher_the_line(store):
    card = replace(publish(store), strangers=Strangers(0.85, 0.035), calibration=Strangers(0.85, 0.035).calibration)
    assert card.threshold_for(20, "relaxed") < card.threshold_for(20) < card.threshold_for(20, "strict") < 1
    assert card.threshold_for(20) < card.threshold_for(200)


def test_a_network_without_templates_keeps_a_threshold_for_each_choice(store):
    card = replace(publish(store), thresholds={"strict": 0.9, "relaxed": 0.6})
    assert [card.threshold_for(2, strictness) for strictness in ("relaxed", "balanced", "strict")] == [0.6, 0.7, 0.9]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"m" * 200_000])
def test_a_damaged_file_of_the_model_in_use_is_one_sentence_and_using_a_model_mends_it(store, content):
    card = publish(store)
    for name in ("current", "history"):
        (store.folder / name).write_bytes(content)
    with pytest.raises(ModelError, match="current is damaged"):
        store.current_id()
    with pytest.raises(ModelError, match="is damaged"):
        store.remove(card.id)  # it may be the one in use
    store.use(card.id)
    assert store.current_id() == card.id
    (store.folder / "current").write_bytes(content)
    assert store.forget_person("ada") == [ModelChange(card.id, ModelOutcome.RETIRED)]
    assert store.current_id() is None


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "another"},
        {"id": "../../x"},
        {"threshold": "0.5"},
        {"threshold": 2},
        {"people": [{"slug": "ada"}]},
        {"people": [{"slug": "ada", "name": 1}]},
        {"input": {"name": "chip", "version": 1, "size": -1}},
        {"strangers": {"mean": 0.1, "deviation": 0}},
        {"calibration": {"slope": 0, "offset": 0}},
        {"files": {"../../card.json": "00"}},
        {"files": {"/etc/passwd": "00"}},
        {"metrics": {"per_person": {"Ada": 1}}},
        {"metrics": {"per_person": {"Ada": {"fnir": "none"}}}},
        {"data": {"ada": [1]}},
        {"own_searches": {"gallery": 1}},
        {"own_searches": {"gallery": 0, "searches": 1, "independent": 1, "highest": []}},
        {"own_searches": {"gallery": 1, "searches": 1, "independent": -5, "highest": []}},
        {"retired": 1},
        {"notes": None},
    ],
    ids=str,
)
def test_a_card_with_wrong_values_is_broken(store, changes):
    card = publish(store)
    path = store.path(card.id, "card.json")
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
    with pytest.raises(ModelError, match="missing or broken"):
        store.card(card.id)
