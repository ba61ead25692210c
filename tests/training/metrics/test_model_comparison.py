"""A clear loss is refused; a chance difference or added people are not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.errors import ModelRefusedError
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import ModelStore
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.scoring.calibration import Calibration
from visavis_training.metrics.model_comparison import is_clear_loss, refuse_if_worse


def someone(seed, count, center=None, start=0):
    random = np.random.default_rng(seed)
    center = np.random.default_rng(1000 + seed).normal(size=128) if center is None else center
    vectors = unit(center + 0.3 * random.normal(size=(count, 128)))
    hashes = tuple(f"{seed:08x}{start + index:08x}" for index in range(count))
    return SampleEmbeddings(hashes, vectors, np.ones(count, np.bool_), np.ones(count, np.float32))


def merge_groups(*parts):
    return SampleEmbeddings(
        sum((part.hashes for part in parts), ()),
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.found for part in parts]),
        np.concatenate([part.quality for part in parts]),
    )


def groups_of(people):
    return [list(range(len(person))) for person in people]


def card(people, model_id="20260102-000000-embedding"):
    return ModelCard(
        id=model_id,
        network="embedding",
        created="2026-01-02T00:00:00Z",
        people=tuple(Member(slug, slug) for slug in people),
        input=InputSpec("aligned chip", 1, 150),
        threshold=0.5,
        calibration=Calibration(40.0, -32.0),
        data={slug: list(person.hashes) for slug, person in people.items()},
        network_id="resnet29-x",
    )


@pytest.fixture
def store(tmp_path):
    return ModelStore(tmp_path / "models")


def put_in_use(store, people):
    with store.staging_folder() as folder:
        (folder / "templates.npz").write_bytes(b"")
        store.publish(folder, card(people, "20260101-000000-embedding"))


def test_samples_of_the_wrong_people_are_a_clear_loss(store):
    good = {slug: someone(seed, 12) for seed, slug in enumerate(("ada", "bob", "cleo"))}
    put_in_use(store, good)
    swapped = {"ada": merge_groups(good["ada"], someone(1, 40, start=100)), "bob": good["bob"], "cleo": good["cleo"]}
    people = list(swapped.values())
    with pytest.raises(ModelRefusedError, match="worse than 20260101"):
        refuse_if_worse(store, list(swapped), people, groups_of(people), card(swapped))


def test_added_people_and_samples_are_no_loss(store):
    good = {slug: someone(seed, 8) for seed, slug in enumerate(("ada", "bob"))}
    put_in_use(store, good)
    more = {**good, "ada": merge_groups(good["ada"], someone(0, 4, start=50)), "dora": someone(9, 3)}
    people = list(more.values())
    refuse_if_worse(store, list(more), people, groups_of(people), card(more))


def test_other_networks_and_no_model_are_not_compared(store):
    good = {"ada": someone(1, 5), "bob": someone(2, 5)}
    people = list(good.values())
    refuse_if_worse(store, list(good), people, groups_of(people), card(good))
    put_in_use(store, good)
    bad = {"ada": good["bob"], "bob": good["ada"]}
    refuse_if_worse(store, list(bad), people, groups_of(people), replace(card(bad), network="cnn64"))


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_loss_is_clear_only_if_more_is_lost_than_won(lost, won):
    if is_clear_loss(lost, won, 400):
        assert lost > won
        assert not is_clear_loss(won, lost, 400)
        assert is_clear_loss(lost + 1, won, 400)


def test_one_lost_answer_is_chance():
    assert not is_clear_loss(1, 0, 20)
    assert is_clear_loss(10, 0, 100)
