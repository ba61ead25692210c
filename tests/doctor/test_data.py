import os

import numpy as np
import pytest

from support.faulty_world import ADA, World
from visavis.doctor import data
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache, gallery
from visavis.sightings.store import SightingStore


def test_broken_settings_are_a_problem(tmp_path):
    path = tmp_path / "settings.toml"
    assert data.settings(path).status == "ok"

    path.write_text("width =")
    assert data.settings(path).status == "problem"


def test_an_empty_store_is_in_order_and_a_lost_model_is_not(tmp_path):
    store, people = ModelStore(tmp_path), PeopleStore(tmp_path / "people")
    assert data.model(store, people, tmp_path).status == "ok"

    (tmp_path / "current").write_text("20260101-000000-cnn64\n")
    finding = data.model(store, people, tmp_path)
    assert finding.status == "problem"
    assert finding.advice


@pytest.fixture
def world(tmp_path):
    """A data folder with a model whose templates are those of the samples."""
    world = World(tmp_path).build()
    vectors = {
        each.slug: embedding_cache.read_cached(world.folders.embeddings, each.slug) for each in world.everybody()
    }
    templates = {slug: gallery.template(embedded)[0] for slug, embedded in vectors.items()}
    world.publish("embedding", 9, templates)
    return world


def model_finding(world):
    return data.model(world.models, world.people, world.folders.embeddings)


def test_templates_that_fit_their_hash_must_also_fit_the_samples(world):
    assert model_finding(world).status == "ok"

    ada, bob = world.everybody()[:2]
    right = load_templates(world.models.path(world.models.current_id(), TEMPLATES_FILE))
    world.publish("embedding", 8, {**right, ada.slug: right[bob.slug], bob.slug: right[ada.slug]})
    finding = model_finding(world)
    assert finding.status == "problem"
    assert "is not that of their samples" in finding.what
    assert finding.advice
    world.people.add(ada, b"a new sample")  # what the model has not learned hinders nothing
    assert "is not that of their samples" in model_finding(world).what


@pytest.mark.parametrize("factor", [0.0, 0.5, 1.1, 1e30])
def test_templates_that_are_no_directions_are_a_problem(world, factor):
    right = load_templates(world.models.path(world.models.current_id(), TEMPLATES_FILE))
    world.publish("embedding", 8, {slug: row * np.float32(factor) for slug, row in right.items()})
    assert "are not of unit length" in model_finding(world).what


def spoil_record(world):
    (world.folders.people / ADA / "person.json").write_text("{")


def spoil_pictures_record(world):
    (world.folders.people / ADA / "pictures.json").write_text("{")


def spoil_rejections(world):
    (world.folders.strangers / "rejections.json").write_text("{")


def replace_people_by_a_file(world):
    world.folders.people.rename(world.root / "elsewhere")
    world.folders.people.write_text("")


def replace_rejections_by_a_file(world):
    world.folders.strangers.rename(world.root / "elsewhere")
    world.folders.strangers.write_text("")


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_record,
        spoil_pictures_record,
        spoil_rejections,
        replace_people_by_a_file,
        replace_rejections_by_a_file,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_people_who_cannot_be_read_are_a_problem(world, spoil):
    assert data.people(world.people, world.rejections).status == "ok"
    spoil(world)
    finding = data.people(world.people, world.rejections)
    assert finding.status == "problem"
    assert str(world.root) in finding.what


@pytest.mark.parametrize(("megabytes", "status"), [(5000, "ok"), (500, "warning"), (5, "problem")])
def test_free_space(tmp_path, megabytes, status):
    assert data.space(tmp_path, megabytes).status == status


def test_free_space_is_that_of_the_disk_where_the_folder_will_be(tmp_path):
    assert data.free_megabytes(tmp_path / "not" / "yet") > 0


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_folder_open_to_others_is_reported(tmp_path):
    folder = tmp_path / "data"
    assert data.privacy(folder).status == "ok"

    folder.mkdir(mode=0o700)
    assert data.privacy(folder).status == "ok"

    folder.chmod(0o755)
    finding = data.privacy(folder)
    assert finding.status == "warning"
    assert str(folder) in finding.advice


def test_a_full_cache_is_found(small_disk):
    assert data.cache(small_disk / "networks").status == "problem"
    assert "VISAVIS_CACHE" in data.cache(small_disk / "networks").advice


def test_a_cache_that_has_the_networks_may_be_full(published_networks, monkeypatch):
    monkeypatch.setattr(data, "free_megabytes", lambda _: 0)
    assert data.cache(published_networks).status == "ok"


def test_visits_that_cannot_be_read_are_a_problem(tmp_path):
    path = tmp_path / "sightings.sqlite"
    assert data.sightings(SightingStore(path)).what == "No visits are recorded."

    path.write_bytes(b"no database" * 100)
    finding = data.sightings(SightingStore(path))
    assert finding.status == "problem"
    assert str(path) in finding.what
