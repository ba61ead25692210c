"""Two networks are compared on pictures that neither has learned from, among the people whom both know."""

from datetime import UTC, datetime
from pathlib import Path

import keras
import numpy as np
import pytest

from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import NETWORK_FILE, ModelStore
from visavis.networks.cnn64_input import CNN64_INPUT_VERSION, CNN64_SIDE
from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis_training.cnn64.paired_comparison import compare_with_current
from visavis_training.data.faces import Faces
from visavis_training.data.grouping import Grouping
from visavis_training.data.plan import TrainingPlan
from visavis_training.data.split import split_pictures
from visavis_training.metrics.paired_result import PairedResult
from visavis_training.options import Options

COLORS = {"ada": (250, 0, 0), "bob": (0, 250, 0), "cleo": (0, 0, 250)}  # BGR
COUNT = 20


def faces(slugs, count=COUNT):
    """Everybody's pictures have their color; a hash says whose it is and which."""
    people = tuple(Person(slug, slug.title(), datetime.now(UTC)) for slug in slugs)
    keys = [(slug, f"{slug}{number:03}") for slug in slugs for number in range(count)]
    return Faces(
        people=people,
        samples=tuple(Sample(Path(key), slug) for slug, key in keys),
        hashes=tuple(key for _, key in keys),
        labels=np.repeat(np.arange(len(slugs)), count),
        chips=np.array([np.full((CNN64_SIDE, CNN64_SIDE, 3), COLORS[slug], np.uint8) for slug, _ in keys]),
        thumbnails=(),
        whole=(),
        unreadable=(),
    )


def plan(slugs, count=COUNT, groups=None, **options):
    known = faces(slugs, count)
    together = Grouping(tuple(groups or range(len(known))), frozenset(), ())
    parts = split_pictures(known.labels.tolist(), together.groups, known.hashes, 0)
    chosen = Options(network="cnn64", **options)
    return TrainingPlan(known, together, chosen.cnn64_recipe, 0, parts, parts)


@pytest.fixture
def publish(tmp_path):
    """Put a network in use that knows these people by their color, or takes each for the next."""

    def publish_model(of, *, wrong=False, recipe="tuned", held_out=True, model_id="old"):
        slugs = [person.slug for person in of.faces.people]
        network = keras.Sequential(
            [
                keras.Input((CNN64_SIDE, CNN64_SIDE, 3)),
                keras.layers.GlobalAveragePooling2D(),
                keras.layers.Dense(len(slugs), "softmax"),
            ]
        )
        rgb = np.array([COLORS[slug][::-1] for slug in slugs], np.float32).T / 250
        network.set_weights([50 * (np.roll(rgb, 1, axis=1) if wrong else rgb), np.zeros(len(slugs), np.float32)])
        store = ModelStore(tmp_path / "models")
        card = ModelCard(
            id=model_id,
            network="cnn64",
            created="",
            people=tuple(Member(slug, slug) for slug in slugs),
            input=InputSpec("chip", CNN64_INPUT_VERSION, CNN64_SIDE),
            threshold=0.5,
            recipe={"name": recipe},
            data=of.faces.manifest,
            held_out=of.faces.hashes_of(of.split.test) if held_out else {},
        )
        with store.staging_folder() as folder:
            network.save(folder / NETWORK_FILE)
            store.publish(folder, card)
        return store

    return publish_model


def right(of):
    """A new network that is always right."""
    return lambda rows: np.eye(len(of.faces.people), dtype=np.float32)[of.faces.labels[rows]]


def wrong(of):
    """One that takes everybody for the next."""
    return lambda rows: np.roll(right(of)(rows), 1, axis=1)


def test_pictures_in_both_test_parts_are_compared(publish):
    of = plan(["ada", "bob"])
    store = publish(of)
    held_out = len(of.split.test)
    assert held_out == 6
    assert compare_with_current(store, of, right(of)) == PairedResult("old", held_out)
    assert compare_with_current(store, of, wrong(of)) == PairedResult("old", held_out, lost=held_out)


def test_a_better_network_wins(publish):
    of = plan(["ada", "bob"])
    assert compare_with_current(publish(of, wrong=True), of, right(of)) == PairedResult("old", 6, won=6)


def test_added_people_are_no_loss(publish):
    store = publish(plan(["ada", "bob"]))
    more = plan(["ada", "bob", "cleo"])

    def cleo_first(rows):
        """Everybody is taken for Cleo, whom the old one does not know; among the others, it is right."""
        return (right(more)(rows) + np.array([0, 0, 5], np.float32)) / 6

    assert compare_with_current(store, more, cleo_first) == PairedResult("old", 6)


def test_pictures_that_the_old_model_learned_from_are_not_compared(publish):
    before = plan(["ada", "bob"])
    store = publish(before)
    after = plan(["ada", "bob"], COUNT + 8)
    judged = {after.faces.hashes[row] for row in after.split.test}
    learned = {before.faces.hashes[row] for row in (*before.split.train, *before.split.validation)}
    assert 0 < len(judged - learned) <= len(judged)
    assert compare_with_current(store, after, wrong(after)).searches == len(judged - learned)


def test_pictures_of_learned_groups_are_not_compared(publish):
    before = plan(["ada", "bob"])
    store = publish(before)
    every = [2 * (row // 2) for row in range(2 * COUNT)]  # in pairs: one of a pair is what the other is
    after = plan(["ada", "bob"], groups=every)
    learned = {row // 2 for row in (*before.split.train, *before.split.validation)}
    assert compare_with_current(store, after, right(after)).searches == sum(
        row // 2 not in learned for row in after.split.test
    )


def test_without_comparable_pictures_there_is_no_search(publish):
    of = plan(["ada", "bob"])
    assert compare_with_current(publish(of, held_out=False), of, wrong(of)) == PairedResult("old", 0)
    store = publish(plan(["ada", "cleo"]), model_id="newer")
    assert compare_with_current(store, of, wrong(of)) == PairedResult("newer", 0)  # one in common


def test_models_of_other_recipes_are_not_compared(publish):
    of = plan(["ada", "bob"])
    assert compare_with_current(publish(of, recipe="book"), of, wrong(of)) is None


def test_no_model_and_a_broken_model_are_not_compared(publish, tmp_path):
    of = plan(["ada", "bob"])
    assert compare_with_current(ModelStore(tmp_path / "none"), of, wrong(of)) is None
    store = publish(of)
    store.path("old", NETWORK_FILE).write_bytes(b"cut")
    assert compare_with_current(store, of, wrong(of)) is None
