"""Who is listed, how the list is sorted and filtered, and that one object owns it."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.ui.people.overview import (
    OverviewStore,
    PeopleOrder,
    PeopleOverview,
    PersonRow,
    load_overview,
    sorted_rows,
)
from visavis.ui.people.portraits import best_portrait
from visavis.ui.people.recognition_rate import RecognitionRate
from visavis.ui.threads import Worker


def enroll(folders, name, pictures=1):
    store = PeopleStore(folders.people)
    person = store.create(PersonName(name))
    rng = np.random.default_rng(len(name))
    for _ in range(pictures):
        store.add(person, rng.integers(0, 255, (60, 60, 3), np.uint8))
    return person


def publish(folders, *people, network="cnn64", metrics=None):
    store = ModelStore(folders.models)
    members = tuple(Member(person.slug, person.name) for person in people)
    with store.staging_folder() as staged:
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


def test_an_empty_store_gives_nobody_to_train_on(folders):
    shown = load_overview(folders)
    assert shown == PeopleOverview()
    assert "nobody to learn" in shown.obstacle


def test_who_is_left_out_is_told_once(folders, qtbot):
    enroll(folders, "Bob")
    (enroll(folders, "Ada").folder / "person.json").write_text("{")
    told = []
    store = OverviewStore(folders, None)
    store.failed.connect(told.append)
    for _ in range(2):
        store._set(load_overview(folders))
    assert store.current.names == ("Bob",)
    assert [str(error) for error in told] == [str(error) for error in PeopleStore(folders.people).left_out()]


def test_people_without_a_model_are_not_learned(folders):
    enroll(folders, "Ada", 2)
    enroll(folders, "Bob")
    shown = load_overview(folders)
    assert not shown.obstacle
    assert shown.unlearned == 2
    assert [row.details for row in shown.rows] == ["2 pictures · not learned yet", "1 picture · not learned yet"]
    assert shown.summary == "2 people, 3 pictures"


def test_people_enrolled_after_training_are_not_learned(folders):
    publish(folders, enroll(folders, "Ada"), enroll(folders, "Bob"))
    shown = load_overview(folders)
    assert (shown.unlearned, shown.model) == (0, "m1")
    enroll(folders, "Cem")
    assert load_overview(folders).unlearned == 1


def test_an_embedding_model_knows_people_enrolled_later(folders):
    publish(folders, enroll(folders, "Ada"), network="embedding")
    enroll(folders, "Bob")
    assert load_overview(folders).unlearned == 0


def test_rates_are_what_the_model_measured(folders):
    ada, bob = enroll(folders, "Ada"), enroll(folders, "Bob")
    per_person = {"Ada": {"probes": 8, "fnir": 0.25}, "Bob": {"probes": 0, "fnir": None}, "Gone": {"probes": 3}}
    publish(folders, ada, bob, metrics={"per_person": per_person})
    PeopleStore(folders.people).rename(ada, PersonName("Augusta"))
    one, other = load_overview(folders).rows
    assert one.rate == RecognitionRate(0.75, 8)
    assert (one.status, other.rate) == ("75 % recognized", None)
    assert other.status == "Not measured yet"
    assert RecognitionRate(0.999, 2000).percent == 99


def test_the_unknown_come_before_the_weakest():
    def row(name, samples, rate=None, known=True, created=None):
        return PersonRow(Person(name, name, Path(name), created), samples, None, known, rate)

    now = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [
        row("Ada", 9, RecognitionRate(1.0, 9)),
        row("Bob", 7, RecognitionRate(0.5, 9), created=now),
        row("Cem", 8, known=False),
        row("Dee", 3),
    ]
    listed = {order: "".join(each.name[0] for each in sorted_rows(rows, order)) for order in PeopleOrder}
    assert listed == {
        PeopleOrder.NAME: "ABCD",
        PeopleOrder.WEAKEST: "CBDA",
        PeopleOrder.FEWEST: "DBCA",
        PeopleOrder.NEWEST: "BACD",
    }


def test_the_portrait_shows_the_best_sample(folders):
    store = PeopleStore(folders.people)
    ada = store.create(PersonName("Ada"))
    for shade in (30, 200):
        store.add(ada, np.full((60, 60, 3), shade, np.uint8))
    bright = 0.9

    def look(image):
        return EmbeddedSample(np.ones(128, np.float32), True, bright if image.mean() > 100 else 0.1)

    EmbeddingCache(folders.embeddings, "v1", look).load(ada.slug, store.samples(ada))
    [row] = load_overview(folders).rows
    assert best_portrait(folders, row).mean() == pytest.approx(200, abs=3)


def test_people_are_listed_despite_a_broken_model_card(folders):
    publish(folders, enroll(folders, "Ada"))
    (folders.models / "m1" / "card.json").write_text("{")
    assert [row.known for row in load_overview(folders).rows] == [False]


def test_names_are_searched_as_they_are_compared(folders):
    enroll(folders, "Åsa Öberg")
    enroll(folders, "李小龍")
    shown = load_overview(folders)
    assert [row.name for row in shown.filter_rows("öb")] == ["Åsa Öberg"]
    assert [row.name for row in shown.filter_rows("小龍")] == ["李小龍"]
    assert len(shown.filter_rows("")) == 2
    assert not shown.filter_rows("x")


def test_the_store_announces_what_it_has_read(qapp, qtbot, folders):
    worker = Worker(qapp)
    store = OverviewStore(folders, worker)
    assert not store.loaded
    enroll(folders, "Ada")
    with qtbot.waitSignal(store.changed):
        store.refresh()
    assert (store.loaded, store.current.names) == (True, ("Ada",))
    worker.close()
    assert worker.wait(5000)
