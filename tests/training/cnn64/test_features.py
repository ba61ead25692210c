"""A `cnn64` model honors rejections: by its features, a face that was rejected gets no name it was denied."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from visavis.factory import cnn64_vetoes
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.recognizers import RecognizerFactory
from visavis.imaging.geometry import Box, Face
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import COMPILED_FILE, FEATURES_FILE, NETWORK_FILE, TEMPLATES_FILE, ModelStore
from visavis.networks import cnn64_input
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis_training.cnn64 import network
from visavis_training.cnn64.features import feature_network, write_features
from visavis_training.data.faces import Faces, collect_strangers
from visavis_training.networks import litert
from visavis_training.recipe import BOOK, TUNED

COUNT = 4


def pictures(kind, count=COUNT):
    """Pictures that resemble each other, with one pattern for each kind."""
    pattern = np.kron(np.random.default_rng(kind).integers(40, 216, (8, 8, 3)), np.ones((12, 12, 1), int))
    noise = np.random.default_rng(100 + kind)
    return [np.clip(pattern + noise.integers(-12, 13, pattern.shape), 0, 255).astype(np.uint8) for _ in range(count)]


def chips(images):
    return np.stack([cnn64_input.whole_chip(image) for image in images])


@pytest.fixture
def store(folders, monkeypatch):
    """A model of two people with a network that has learned nothing yet: its features suffice."""
    monkeypatch.setattr(
        cnn64_vetoes,
        "SampleFaceFinder",
        lambda loader: lambda image: (Face(Box(0, 0, image.shape[1], image.shape[0])), False),
    )
    people = PeopleStore(folders.people)
    members = []
    for kind, name in enumerate(("Ada", "Bob")):
        person = people.create(PersonName(name))
        members.append(person)
        for image in pictures(kind):
            people.add(person, image)
    return publish(folders, [Person(each.slug, each.name, each.folder, datetime.now(UTC)) for each in members])


def publish(folders, people, *, features=True):
    model = network.inference_network(network.build(TUNED, len(people)))
    every = [image for kind in range(len(people)) for image in pictures(kind)]
    faces = Faces(
        people=tuple(people),
        samples=tuple(Sample(Path(f"{row}.png"), people[row // COUNT].slug) for row in range(len(every))),
        hashes=tuple(map(str, range(len(every)))),
        labels=np.repeat(np.arange(len(people)), COUNT),
        chips=chips(every),
        thumbnails=(),
        whole=(),
        unreadable=(),
    )
    store = ModelStore(folders.models)
    card = ModelCard(
        id=store.new_id("cnn64"),
        network="cnn64",
        created="",
        people=tuple(Member(person.slug, person.name) for person in people),
        input=InputSpec("chip", cnn64_input.CNN64_INPUT_VERSION, cnn64_input.CNN64_SIDE),
        threshold=0.1,
    )
    with store.staging_folder() as folder:
        model.save(folder / NETWORK_FILE)
        (folder / COMPILED_FILE).write_bytes(litert.compile_model(model))
        if features:
            write_features(folder, model, faces)
        store.publish(folder, card)
    return store


def recognizer(folders, store):
    return RecognizerFactory(NetworkLoader(folders, "cpu")).create(store.verified_card(store.current_id()))[0]


def vetoed(recognizer, images):
    return recognizer.vetoes(recognizer.embed(cnn64_input.normalize(chips(images))))


def test_without_rejections_nothing_is_computed_for_them(folders, store):
    loaded = recognizer(folders, store)
    assert loaded.vetoes is None
    assert loaded.embed(cnn64_input.normalize(chips(pictures(0)))).shape == (COUNT, 2)


def test_a_face_like_a_rejected_one_is_denied_and_the_people_are_not(folders, store):
    RejectionStore(folders.strangers).add(pictures(5, 1)[0])
    loaded = recognizer(folders, store)
    assert vetoed(loaded, pictures(5)).all()  # nobody enrolled
    assert not vetoed(loaded, pictures(0))[:, 0].any()
    assert not vetoed(loaded, pictures(1))[:, 1].any()
    assert loaded.compare(loaded.embed(cnn64_input.normalize(chips(pictures(5))))).shape == (COUNT, 2)


def test_a_rejection_of_one_person_denies_only_that_name(folders, store):
    ada = PeopleStore(folders.people).find(PersonName("Ada"))
    RejectionStore(folders.strangers).add(pictures(5, 1)[0], ada)
    assert vetoed(recognizer(folders, store), pictures(5)).tolist() == [[True, False]] * COUNT


def test_a_model_from_before_is_used_without_vetoes(folders, store, caplog):
    RejectionStore(folders.strangers).add(pictures(5, 1)[0])
    people = list(PeopleStore(folders.people).people())
    publish(folders, people, features=False)
    assert recognizer(folders, store).vetoes is None
    assert "a new one can" in caplog.text


@pytest.mark.parametrize("is_rejected", [False, True])
def test_a_snapshot_takes_the_network_and_its_features_along(folders, store, tmp_path, is_rejected):
    if is_rejected:
        RejectionStore(folders.strangers).add(pictures(5, 1)[0])
    here = recognizer(folders, store)
    content = PipelineSnapshot.take(NetworkLoader(folders, "cpu"), "plain").encode()
    elsewhere = DataFolders(tmp_path / "elsewhere", tmp_path / "its cache")
    there = PipelineSnapshot.decode(content).build(NetworkLoader(elsewhere)).recognize
    vectors = here.embed(cnn64_input.normalize(chips([*pictures(0), *pictures(5)])))
    assert (there.embed(cnn64_input.normalize(chips([*pictures(0), *pictures(5)]))) == vectors).all()
    assert (there.scores(vectors) == here.scores(vectors)).all()
    assert (there.vetoes is not None) == is_rejected
    if is_rejected:
        assert (there.vetoes(vectors) == here.vetoes(vectors)).all()
    assert [path for path in elsewhere.insight.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("recipe", [BOOK, TUNED])
def test_features_are_centered_and_of_unit_length(recipe):
    several = chips([*pictures(0), *pictures(1)])
    model = network.inference_network(network.build(recipe, 2))
    features = feature_network(model, several).predict(cnn64_input.normalize(several), verbose=0)
    assert features.shape == (2 * COUNT, 14 * 14 * 64)
    assert np.linalg.norm(features, axis=1) == pytest.approx(1, abs=1e-4)
    same, other = features[:COUNT] @ features[0], features[COUNT:] @ features[0]
    assert same.min() > 0 > other.max()


def test_strangers_are_those_who_are_nobody_enrolled(folders, store):
    rejections = RejectionStore(folders.strangers)
    stranger, of_ada = pictures(5, 2)
    rejections.add(stranger)
    rejections.add(of_ada, PeopleStore(folders.people).find(PersonName("Ada")))
    (folders.strangers / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    [chip] = collect_strangers(rejections, lambda image: [])
    assert np.abs(chip.astype(int) - cnn64_input.whole_chip(stranger)).mean() < 20  # stored as JPEG


def test_the_files_are_named_on_the_card(folders, store):
    card = store.verified_card(store.current_id())
    assert {FEATURES_FILE, TEMPLATES_FILE} <= set(card.files)
