"""Who is listed, and what the user is invited to."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from visavis.errors import PictureError
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import ModelStore
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import EmbeddingCache
from visavis.ui.people import overview
from visavis.ui.people.overview import PeopleOrder, PeopleOverview, PersonRow, RecognitionRate, invitation, summary
from visavis.ui.widgets import images


def enroll(folders, name, pictures=1):
    store = PeopleStore(folders.people)
    person = store.create(name)
    rng = np.random.default_rng(len(name))
    for _ in range(pictures):
        store.add(person, rng.integers(0, 255, (60, 60, 3), np.uint8))
    return person


def publish(folders, *people, network="cnn64", metrics=None):
    store = ModelStore(folders.models)
    members = tuple(Member(person.slug, person.name) for person in people)
    with store.staging() as staged:
        (staged / "model.keras").write_bytes(b"weights")
        card = ModelCard(
            id="m1",
            network=network,
            created="",
            people=members,
            input=InputSpec("chip", 1, 64),
            threshold=0.5,
            metrics=metrics or {},
        )
        store.publish(staged, card)


def test_an_empty_store_invites_to_capture(folders):
    shown = overview.read(folders)
    assert shown == PeopleOverview()
    assert invitation(shown).action == "capture"
    assert "nobody to learn" in shown.obstacle


def test_people_without_a_model_invite_to_train(folders):
    enroll(folders, "Ada", 2)
    enroll(folders, "Bob")
    shown = overview.read(folders)
    assert not shown.obstacle
    assert invitation(shown).action == "train"
    assert [row.details for row in shown.rows] == ["2 pictures · not learned yet", "1 picture · not learned yet"]
    assert summary(shown.rows) == "2 people, 3 pictures"


def test_a_model_that_knows_everybody_needs_nothing(folders):
    publish(folders, enroll(folders, "Ada"), enroll(folders, "Bob"))
    shown = overview.read(folders)
    assert invitation(shown) is None
    assert shown.model == "m1"
    enroll(folders, "Cem")
    assert invitation(overview.read(folders)).text == "1 person is not learned yet."


def test_by_embeddings_whoever_is_enrolled_is_known(folders):
    publish(folders, enroll(folders, "Ada"), network="embedding")
    enroll(folders, "Bob")
    assert invitation(overview.read(folders)) is None


def test_strength_is_what_the_model_measured(folders):
    ada, bob = enroll(folders, "Ada"), enroll(folders, "Bob")
    per_person = {"Ada": {"probes": 8, "fnir": 0.25}, "Bob": {"probes": 0, "fnir": None}, "Gone": {"probes": 3}}
    publish(folders, ada, bob, metrics={"per_person": per_person})
    PeopleStore(folders.people).rename(ada, "Augusta")
    one, other = overview.read(folders).rows
    assert one.strength == RecognitionRate(0.75, 8)
    assert (one.standing, other.strength) == ("75 % recognized", None)
    assert other.standing == "Not measured yet"
    assert RecognitionRate(0.999, 2000).percent == 99


def test_the_weakest_come_first_and_the_unknown_before_them():
    def row(name, samples, strength=None, known=True, created=None):
        return PersonRow(Person(name, name, Path(name), created), samples, None, known, strength)

    now = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [
        row("Ada", 9, RecognitionRate(1.0, 9)),
        row("Bob", 7, RecognitionRate(0.5, 9), created=now),
        row("Cem", 8, known=False),
        row("Dee", 3),
    ]
    listed = {order: "".join(each.name[0] for each in overview.ordered(rows, order)) for order in PeopleOrder}
    assert listed == {
        PeopleOrder.NAME: "ABCD",
        PeopleOrder.WEAKEST: "CBDA",
        PeopleOrder.FEWEST: "DBCA",
        PeopleOrder.NEWEST: "BACD",
    }


def test_the_portrait_is_of_the_best_sample(folders):
    store = PeopleStore(folders.people)
    ada = store.create("Ada")
    for shade in (30, 200):
        store.add(ada, np.full((60, 60, 3), shade, np.uint8))
    bright = 0.9

    def look(image):
        return np.ones(128, np.float32), True, bright if image.mean() > 100 else 0.1

    EmbeddingCache(folders.embeddings, "v1", look).embedded(ada.slug, store.samples(ada))
    [row] = overview.read(folders).rows
    assert overview.best(folders, row).mean() == pytest.approx(200, abs=3)


def test_a_broken_card_leaves_the_people(folders):
    publish(folders, enroll(folders, "Ada"))
    (folders.models / "m1" / "card.json").write_text("{")
    assert [row.known for row in overview.read(folders).rows] == [False]


def test_people_are_found_however_their_name_is_written(folders):
    enroll(folders, "Åsa Öberg")
    enroll(folders, "李小龍")
    shown = overview.read(folders)
    assert [row.name for row in shown.matching("öb")] == ["Åsa Öberg"]
    assert [row.name for row in shown.matching("小龍")] == ["李小龍"]
    assert len(shown.matching("")) == 2
    assert not shown.matching("x")


@pytest.mark.parametrize("shape", [(1, 1, 3), (90, 30, 3), (300, 300, 3)])
def test_a_portrait_is_square_whatever_the_sample(shape):
    assert images.head(np.zeros(shape, np.uint8), 20).shape == (20, 20, 3)


def test_a_portrait_of_no_picture_is_an_error(tmp_path):
    with pytest.raises(PictureError):
        images.portrait(tmp_path / "gone.jpg")
