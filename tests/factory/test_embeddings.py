"""The cache of embeddings loads networks only if an embedding is missing."""

from dataclasses import replace

import numpy as np
import pytest

from support.models import publish
from visavis.factory.embeddings import create_current_embedding_cache, embedding_space, network_id
from visavis.factory.networks import NetworkLoader
from visavis.models.card import TRUNK_FILE
from visavis.models.store import ModelStore
from visavis.networks import published
from visavis.networks.published import NetworkCard
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import EmbeddedSample


@pytest.fixture
def no_networks(monkeypatch):
    def refuse(*_):
        raise AssertionError("a network was loaded")

    monkeypatch.setattr(published, "ensure", refuse)


def test_cached_embeddings_need_no_network_and_others_do(folders, no_networks):
    people = PeopleStore(folders.people)
    ada = people.create(PersonName("Ada"))
    people.add(ada, np.full((60, 60, 3), 90, np.uint8))
    first = create_current_embedding_cache(NetworkLoader(folders))
    first.embed_sample = lambda image: EmbeddedSample(np.ones(128, np.float32), True)
    first.load(ada.slug, people.samples(ada))

    cached = create_current_embedding_cache(NetworkLoader(folders)).load(ada.slug, people.samples(ada))
    assert cached.vectors.tolist() == [[1.0] * 128]

    people.add(ada, np.full((60, 60, 3), 120, np.uint8))
    with pytest.raises(AssertionError, match="a network was loaded"):
        create_current_embedding_cache(NetworkLoader(folders)).load(ada.slug, people.samples(ada))


def test_only_a_fine_tuned_model_has_an_embedding_space_of_its_own(folders):
    card = publish(ModelStore(folders.models))
    tuned = replace(card, files={**card.files, TRUNK_FILE: "0" * 64}, network_id="tuned")
    assert network_id(card) == network_id(None) == NetworkCard.load(published.EMBEDDING).id
    assert embedding_space(tuned).startswith("tuned-")
    assert embedding_space(card) == embedding_space(None)
