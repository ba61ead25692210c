"""A data folder of the previous version opens as it is: nothing in it is rewritten, and the formats are the same."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from support.previous_data import ADA_CREATED, CNN64_MODEL, EMBEDDING_MODEL, SETTINGS, PreviousData
from visavis.cli import main
from visavis.factory.embeddings import create_current_embedding_cache
from visavis.factory.migration import is_outdated
from visavis.factory.networks import NetworkLoader
from visavis.models.card import ModelCard
from visavis.models.store import REPORT_FILE, TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.recognition import embedding_cache, report
from visavis.settings import Settings
from visavis.sources.camera_settings import CameraSettings
from visavis.storage import leftovers
from visavis.storage.paths import DataFolders


@pytest.fixture
def folders(tmp_path):
    return DataFolders(tmp_path / "data", tmp_path / "cache")


@pytest.fixture
def previous(folders):
    """The folder of the previous version; after the test, no byte of it has changed."""
    data = PreviousData(folders.data, folders.cache)
    before = data.files()
    yield data
    assert data.files() == before


def test_people_and_their_samples_open_unchanged(folders, previous):
    store = PeopleStore(folders.people)
    by_hand, ada, wang = store.people()

    assert (by_hand.name, by_hand.slug) == ("a/b", "a_b")
    assert (ada.name, ada.slug, ada.consent.to) == ("Ada Lovelace", "Ada Lovelace", "asked on Sunday")
    assert ada.created == datetime.fromisoformat(ADA_CREATED)
    assert [session.ended - session.started for session in ada.sessions] == [timedelta(minutes=1)]
    assert (wang.name, wang.slug, wang.created) == ("王伟", "王伟", None)
    samples = store.samples(ada)  # the last is in the folder made by hand
    assert [sample.hash for sample in samples[:2]] == previous.ada_samples
    assert [sample.path.name for sample in samples[2:]] == ["old.jpg"]
    assert samples[0].taken == datetime(2026, 11, 22, 2, 45, 10, 123_000, tzinfo=UTC)
    assert [session.covers(samples[0]) for session in ada.sessions] == [True]


def test_rejections_open_unchanged(folders, previous):
    rejections = {each.sample.hash: each.people for each in RejectionStore(folders.strangers).rejections()}

    assert rejections == {previous.not_ada: ("Ada Lovelace",), previous.stranger: ()}


def test_the_trash_opens_unchanged(folders, previous):
    person, samples = Trash(folders.trash, folders.people).entries()

    assert (person.name, person.slug, person.whole, person.pictures) == ("Bob", "Bob", True, 1)
    assert (samples.name, samples.whole, samples.pictures) == ("Ada Lovelace", False, 1)
    assert samples.expires == datetime(2026, 11, 30, 8, 0, 0, 1, tzinfo=UTC)


def test_models_open_unchanged_and_verified(folders, previous):
    store = ModelStore(folders.models)
    embedding, cnn64 = store.verified_card(EMBEDDING_MODEL), store.verified_card(CNN64_MODEL)

    assert (store.current_id(), store.ids()) == (EMBEDDING_MODEL, [CNN64_MODEL, EMBEDDING_MODEL])
    assert [person.name for person in embedding.people] == ["Ada Lovelace", "王伟"]
    assert (embedding.input.name, embedding.input.size, embedding.margin) == ("aligned", 112, 0.2)
    assert (embedding.calibration.slope, embedding.strangers.deviation) == (20.5, 0.11)
    assert (is_outdated(embedding), is_outdated(cnn64)) == (True, False)
    assert [cnn64.threshold_for(2, strictness) for strictness in ("relaxed", "balanced", "strict")] == [0.6, 0.8, 0.95]
    templates = load_templates(store.path(EMBEDDING_MODEL, TEMPLATES_FILE))
    assert list(templates) == ["Ada Lovelace", "王伟"]
    assert np.array_equal(np.stack(list(templates.values())), np.eye(2, 128))
    for model_id in store.ids():
        values, (search, missed) = report.load_report(store.path(model_id, REPORT_FILE))
        assert (values["kind"], search.match.score, search.match.runner_up) == ("training", 0.69, ("王伟", 0.2))
        assert search.match.doubt.value == "like nobody enough"
        assert (missed.truth, missed.match) == (None, None)


def test_cached_embeddings_of_the_previous_version_are_deleted(folders):
    previous = PreviousData(folders.data, folders.cache)
    before = previous.files()
    cached = embedding_cache.read_cached(folders.previous_embeddings, "Ada Lovelace")
    assert list(cached.hashes) == previous.ada_samples
    assert cached.vectors.shape == (2, 128)

    create_current_embedding_cache(NetworkLoader(folders))

    assert {path.relative_to(folders.cache).as_posix() for path in before.keys() - previous.files().keys()} == {
        "embeddings/Ada Lovelace.npz"
    }


@pytest.mark.parametrize("command", [["models", "list"], ["people", "forget", "Ada Lovelace", "--yes"]])
def test_any_command_deletes_the_embeddings_that_earlier_versions_left_in_the_cache(folders, monkeypatch, command):
    PreviousData(folders.data, folders.cache)
    monkeypatch.setenv("VISAVIS_CACHE", str(folders.cache))
    assert folders.previous_embeddings.is_dir()
    assert main(["--data", str(folders.data), *command]) == 0
    assert not folders.previous_embeddings.exists()
    assert not leftovers.has_any(folders)


def test_settings_open_unchanged(folders, previous):
    camera = CameraSettings(width=640, height=480, rate=30, rotation=180, mirror=False)

    assert Settings.load(folders.settings) == Settings(
        source="rtsp://desk/1",
        device="cpu",
        cascade="stills",
        strictness="strict",
        stricter=-0.5,
        network="cnn64",
        cameras={"/dev/v4l/by-id/usb-1": camera},
        language="de",
        theme="dark",
        mirror=False,
        pictures="/home/ada/Bilder",
        welcomed=True,
        minimized=False,
        panel=False,
        width=1000,
        height=700,
        maximized=True,
    )


def test_what_is_written_again_has_the_same_bytes(folders, previous, tmp_path):
    Settings.load(folders.settings).save(tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == SETTINGS
    for model_id in (EMBEDDING_MODEL, CNN64_MODEL):
        path = folders.models / model_id / "card.json"
        ModelCard.load(path).save(tmp_path / "card.json")
        assert (tmp_path / "card.json").read_bytes() == path.read_bytes()
    for slug in ("Ada Lovelace", "a_b"):
        path = folders.people / slug / "person.json"
        replace(Person.load(path.parent), folder=tmp_path).save()
        before, after = (json.loads(each.read_bytes()) for each in (path, tmp_path / "person.json"))
        agreement = {"by": "", "given": None, "to": before["consent"], "until": None, "at_end": "ask"}
        assert len(after["id"]) == 32
        assert after == {**before, "version": 2, "id": after["id"], "consent": agreement}


def test_a_restored_person_of_the_previous_version_is_as_before(folders, tmp_path):
    PreviousData(folders.data, folders.cache)
    trash = Trash(folders.trash, folders.people)
    bob = trash.restore(trash.entries()[0])

    assert (bob.name, bob.slug, len(PeopleStore(folders.people).samples(bob))) == ("Bob", "Bob", 1)
    assert bob.created == datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
