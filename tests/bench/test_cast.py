"""The people of a scenario."""

import numpy as np
import pytest

from visavis.bench.cast import joined
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
    with store.staging() as staged:
        save_templates(staged / TEMPLATES_FILE, {person.slug: rows[index] for index, person in enumerate(people)})
        store.publish(staged, card)
    return folders


def test_the_others_can_all_be_named_without_looking_at_a_picture(two, tmp_path):
    wider = joined(two, 50, tmp_path / "wider")

    store = ModelStore(wider.models)
    card = store.checked(store.current_id())
    cache = EmbeddingCache(wider.embeddings, "v", look=None)  # looking would fail
    live = gallery.living(card, load_templates(store.path(card.id, TEMPLATES_FILE)), PeopleStore(wider.people), cache)
    assert len(live) == len(card.people) == 50
    assert np.allclose(np.linalg.norm(live.templates, axis=1), 1, atol=1e-5)
    assert {"Ada", "Bob"} < set(live.names)


def test_two_are_enough_as_they_are(two, tmp_path):
    assert joined(two, 2, tmp_path / "wider") is two
    assert not (tmp_path / "wider").exists()


def test_what_was_there_is_not_touched(two, tmp_path):
    joined(two, 10, tmp_path / "wider")
    assert len(PeopleStore(two.people).people()) == 2
    assert ModelStore(two.models).ids() == ["m1"]
