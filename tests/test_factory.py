"""What is put together loads no network before it is needed."""

import numpy as np
import pytest

from visavis.factory import PipelineFactory
from visavis.networks import published
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


@pytest.fixture
def no_networks(monkeypatch):
    def refuse(*_):
        raise AssertionError("a network was loaded")

    monkeypatch.setattr(published, "ensure", refuse)


def test_kept_embeddings_need_no_network_and_others_do(folders, no_networks):
    people = PeopleStore(folders.people)
    ada = people.create(PersonName("Ada"))
    people.add(ada, np.full((60, 60, 3), 90, np.uint8))
    first = PipelineFactory(folders).embeddings_kept()
    first.look = lambda image: (np.ones(128, np.float32), True, 1.0)
    first.embedded(ada.slug, people.samples(ada))

    kept = PipelineFactory(folders).embeddings_kept().embedded(ada.slug, people.samples(ada))
    assert kept.vectors.tolist() == [[1.0] * 128]

    people.add(ada, np.full((60, 60, 3), 120, np.uint8))
    with pytest.raises(AssertionError, match="a network was loaded"):
        PipelineFactory(folders).embeddings_kept().embedded(ada.slug, people.samples(ada))
