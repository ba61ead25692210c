"""A store of the version with another embedding network opens, is embedded again, and names the same people."""

from dataclasses import replace

import numpy as np
import pytest

from visavis.errors import ModelError
from visavis.factory.migration import is_outdated, retire_outdated
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import save_templates
from visavis.networks import published
from visavis.networks.published import NetworkCard
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.scoring.thresholds import Strangers
from visavis.storage.paths import DataFolders

NAMES = ("Eileen", "Grace")
OLD_NETWORK = "resnet29-55533b28a95800a5-v1"


@pytest.fixture
def folders(tmp_path, published_networks, photos):
    """Two people, a model of the earlier network in use, and the embeddings that it cached."""
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    people = PeopleStore(folders.people)
    for name, photo in zip(NAMES, photos, strict=True):
        person = people.create(PersonName(name))
        people.add(person, photo)
        cached = EmbeddingCache(
            folders.embeddings, f"{OLD_NETWORK}-1", lambda _: EmbeddedSample(np.eye(1, 128, dtype=np.float32)[0], True)
        )
        cached.load(person.slug, people.samples(person))
    publish(ModelStore(folders.models), people)
    return folders


def publish(store, people, **changes):
    card = ModelCard(
        id=store.new_id("embedding"),
        network="embedding",
        created="2026-11-22T02:45:01+00:00",
        people=tuple(Member(person.slug, person.name) for person in people.people()),
        input=InputSpec("aligned chip", 1, 150),
        threshold=0.5,
        data={person.slug: [sample.hash for sample in people.samples(person)] for person in people.people()},
        network_id=OLD_NETWORK,
        strangers=Strangers(0.84, 0.035),
    )
    with store.staging_folder() as folder:
        (folder / NETWORK_FILE).write_bytes(b"layers")
        rows = np.eye(len(card.people), 128, dtype=np.float32)
        save_templates(folder / TEMPLATES_FILE, dict(zip([each.slug for each in card.people], rows, strict=True)))
        return store.publish(folder, replace(card, **changes))


def named(pipeline, photo):
    return [match.name for match in pipeline.recognize(photo, pipeline.detect(photo))]


def test_the_same_people_are_named_and_nothing_is_lost(folders, photos):
    store, messages = ModelStore(folders.models), []
    [old] = store.ids()
    before = {path: path.read_bytes() for path in (folders.people).rglob("*") if path.is_file()}

    pipeline = create_pipeline(NetworkLoader(folders, "cpu", messages.append), "stills")

    assert [named(pipeline, photo) for photo in photos] == [[name] for name in NAMES]
    assert [str(message) for message in messages] == [
        f"Visavis has a better network for faces: the samples are embedded again, {done} of 2." for done in (0, 1, 2)
    ]
    new = store.verified_card(store.current_id())
    assert new.id != old
    assert new.network_id == NetworkCard.load(published.EMBEDDING).id
    assert [person.name for person in new.people] == list(NAMES)
    assert store.card(old).retired == "it was made for an earlier recognition network"
    assert store.path(old, NETWORK_FILE).read_bytes() == b"layers"
    assert store.ids_without_network() == [new.id]
    assert before.items() <= {path: path.read_bytes() for path in (folders.people).rglob("*") if path.is_file()}.items()
    cached = embedding_cache.read_cached(folders.embeddings, "Eileen")
    assert cached.vectors[0, 0] != 1  # not the one of the earlier network


def test_samples_without_a_face_are_left_out_as_in_training(folders):
    people = PeopleStore(folders.people)
    eileen = people.find("Eileen")
    [face] = people.samples(eileen)
    people.add(eileen, np.full((90, 90, 3), 90, np.uint8))
    create_pipeline(NetworkLoader(folders, "cpu"), "plain")
    store = ModelStore(folders.models)
    assert store.card(store.current_id()).data["Eileen"] == [face.hash]


def test_a_person_who_is_enrolled_twice_does_not_raise_the_threshold(folders, photos):
    people = PeopleStore(folders.people)
    people.add(people.create(PersonName("Eileen C")), photos[0][2:, 2:])
    create_pipeline(NetworkLoader(folders, "cpu"), "plain")
    store = ModelStore(folders.models)
    assert store.card(store.current_id()).threshold < 0.7


def test_a_migrated_store_is_not_migrated_again(folders):
    loader = NetworkLoader(folders, "cpu")
    first = create_pipeline(loader, "plain").model
    again = create_pipeline(replace(loader, on_progress=pytest.fail), "plain")
    assert again.model == first
    assert len(ModelStore(folders.models).ids()) == 2


def test_an_outdated_model_that_is_asked_for_is_refused(folders):
    store = ModelStore(folders.models)
    [old] = store.ids()
    with pytest.raises(ModelError, match="does not have"):
        create_pipeline(NetworkLoader(folders, "cpu"), "plain", old)
    create_pipeline(NetworkLoader(folders, "cpu"), "plain")
    for refused in (lambda: create_pipeline(NetworkLoader(folders, "cpu"), "plain", old), lambda: store.use(old)):
        with pytest.raises(ModelError, match="retired: it was made for an earlier recognition network"):
            refused()
    with pytest.raises(ModelError, match="no earlier model"):
        store.rollback()


def test_without_readable_samples_faces_are_found_and_the_model_stays(folders, photos):
    store = ModelStore(folders.models)
    [old] = store.ids()
    for path in folders.people.rglob("*.jpg"):
        path.write_bytes(b"not a picture")
    pipeline = create_pipeline(NetworkLoader(folders, "cpu"), "stills")
    assert named(pipeline, photos[0]) == [None]
    assert store.current_id() == old
    assert not store.card(old).retired


@pytest.mark.parametrize(
    ("changes", "outdated"),
    [
        ({}, True),
        ({"network_id": None}, True),
        ({"network_id": None, "input": InputSpec("aligned chip", 2, 112)}, False),
        ({"network": "cnn64", "network_id": ""}, False),
    ],
)
def test_models_are_recognized_by_network_and_input_version(folders, changes, outdated):
    card = ModelStore(folders.models).card(ModelStore(folders.models).current_id())
    if "network_id" in changes and changes["network_id"] is None:
        changes = changes | {"network_id": NetworkCard.load(published.EMBEDDING).id}
    assert is_outdated(replace(card, **changes)) is outdated


def test_a_fine_tuned_model_of_the_current_network_is_not_outdated(folders):
    card = ModelStore(folders.models).card(ModelStore(folders.models).current_id())
    tuned = f"{NetworkCard.load(published.EMBEDDING).id}-tuned-0123"
    assert not is_outdated(replace(card, network_id=tuned, input=InputSpec("aligned chip", 2, 112)))


def test_only_models_that_are_not_in_use_are_retired(folders):
    store, people = ModelStore(folders.models), PeopleStore(folders.people)
    publish(store, people, input=InputSpec("aligned chip", 2, 112), network_id=NetworkCard.load(published.EMBEDDING).id)
    current = publish(store, people)
    retire_outdated(store)
    assert [bool(store.card(model_id).retired) for model_id in store.ids()] == [True, False, False]
    assert store.current_id() == current.id
