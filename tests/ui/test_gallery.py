"""Who is listed, and what the user is invited to."""

import numpy as np
import pytest

from visavis.errors import PictureError
from visavis.model_card import InputSpec, Member, ModelCard
from visavis.models import ModelStore
from visavis.people import PeopleStore
from visavis.ui import gallery
from visavis.ui.gallery import Gallery, invitation, summary


def enroll(folders, name, pictures=1):
    store = PeopleStore(folders.people)
    person = store.create(name)
    rng = np.random.default_rng(len(name))
    for _ in range(pictures):
        store.add(person, rng.integers(0, 255, (60, 60, 3), np.uint8))
    return person


def publish(folders, *people):
    store = ModelStore(folders.models)
    members = tuple(Member(person.slug, person.name) for person in people)
    with store.staging() as staged:
        (staged / "model.keras").write_bytes(b"weights")
        card = ModelCard(
            id="m1", network="cnn64", created="", people=members, input=InputSpec("chip", 1, 64), threshold=0.5
        )
        store.publish(staged, card)


def test_an_empty_store_invites_to_capture(folders):
    shown = gallery.read(folders)
    assert shown == Gallery()
    assert invitation(shown).action == "capture"
    assert "two people" in shown.obstacle


def test_one_person_is_not_enough_to_learn(folders):
    enroll(folders, "Ada")
    shown = gallery.read(folders)
    assert invitation(shown).action == "capture"
    assert "one more" in shown.obstacle


def test_two_people_without_a_model_invite_to_train(folders):
    enroll(folders, "Ada", 2)
    enroll(folders, "Bob")
    shown = gallery.read(folders)
    assert not shown.obstacle
    assert invitation(shown).action == "train"
    assert [row.details for row in shown.rows] == ["2 pictures · not learned yet", "1 picture · not learned yet"]
    assert summary(shown.rows) == "2 people, 3 pictures"


def test_a_model_that_knows_everybody_needs_nothing(folders):
    publish(folders, enroll(folders, "Ada"), enroll(folders, "Bob"))
    shown = gallery.read(folders)
    assert invitation(shown) is None
    assert shown.model == "m1"
    enroll(folders, "Cem")
    assert invitation(gallery.read(folders)).text == "1 person is not learned yet."


def test_a_broken_card_leaves_the_people(folders):
    publish(folders, enroll(folders, "Ada"))
    (folders.models / "m1" / "card.json").write_text("{")
    assert [row.learned for row in gallery.read(folders).rows] == [False]


def test_people_are_found_however_their_name_is_written(folders):
    enroll(folders, "Åsa Öberg")
    enroll(folders, "李小龍")
    shown = gallery.read(folders)
    assert [row.name for row in shown.matching("öb")] == ["Åsa Öberg"]
    assert [row.name for row in shown.matching("小龍")] == ["李小龍"]
    assert len(shown.matching("")) == 2
    assert not shown.matching("x")


def test_forgetting_reaches_the_models(folders):
    ada = enroll(folders, "Ada")
    publish(folders, ada, enroll(folders, "Bob"))
    told = gallery.forget(folders, ada)
    assert "m1" in told[0]
    assert [row.name for row in gallery.read(folders).rows] == ["Bob"]
    assert gallery.read(folders).model is None


@pytest.mark.parametrize("shape", [(1, 1, 3), (90, 30, 3), (300, 300, 3)])
def test_a_portrait_is_square_whatever_the_sample(shape):
    assert gallery.head(np.zeros(shape, np.uint8), 20).shape == (20, 20, 3)


def test_a_portrait_of_no_picture_is_an_error(tmp_path):
    with pytest.raises(PictureError):
        gallery.portrait(tmp_path / "gone.jpg")
