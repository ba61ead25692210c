"""The people of a scenario: two real ones and synthetic ones."""

import numpy as np
import pytest

from visavis.bench.cast import add_people
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import load_templates, save_templates
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition import gallery
from visavis.recognition.embedding_cache import EmbeddingCache


@pytest.fixture
def two(folders):
    """Two enrolled people, a model of them in use."""
    people = [PeopleStore(folders.people).create(PersonName(name)) for name in ("Ada", "Bob")]
    store = ModelStore(folders.models)
    card = ModelCard(
        id="m1",
        network="embedding",
        created="",
        people=tuple(Member(person.slug, person.name) for person in people),
        input=InputSpec("chip", 1, 150),
        threshold=0.5,
    )
    rows = np.eye(128, dtype=np.float32)
    with store.staging_folder() as staged:
        save_templates(staged / TEMPLATES_FILE, {person.slug: rows[index] for index, person in enumerate(people)})
        store.publish(staged, card)
    return folders


def test_synthetic_people_can_be_named_without_embedding_samples(two, tmp_path):
    extended = add_people(two, 50, tmp_path / "extended")

    store = ModelStore(extended.models)
    card = store.verified_card(store.current_id())
    cache = EmbeddingCache(extended.embeddings, "v", embed_sample=None)  # embedding would fail
    live = gallery.live_gallery(
        card, load_templates(store.path(card.id, TEMPLATES_FILE)), PeopleStore(extended.people), cache
    )
    assert len(live) == len(card.people) == 50
    assert np.allclose(np.linalg.norm(live.templates, axis=1), 1, atol=1e-5)
    assert {"Ada", "Bob"} < set(live.names)


def test_for_two_people_nothing_is_copied(two, tmp_path):
    assert add_people(two, 2, tmp_path / "extended") is two
    assert not (tmp_path / "extended").exists()


def test_the_original_folders_are_not_touched(two, tmp_path):
    add_people(two, 10, tmp_path / "extended")
    assert len(PeopleStore(two.people).people()) == 2
    assert ModelStore(two.models).ids() == ["m1"]
