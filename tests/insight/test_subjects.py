"""Which networks are looked into, for whom, and what the shipped decision says about any picture."""

from dataclasses import replace

import numpy as np
import pytest

from support.training.insight import FACE, gray, subject
from support.training.untrained import publish_untrained
from support.training.whole_pictures import COLORS, plain, publish_colors
from visavis.errors import ModelError
from visavis.factory.networks import NetworkLoader
from visavis.insight import subjects
from visavis.insight.subjects import create_picture_subject, create_subject, find_subjects, network_chips
from visavis.models.store import ModelStore
from visavis.people.samples import FaceCrop
from visavis.recognition.match import Match

CROP = FaceCrop(np.random.default_rng(2).integers(0, 256, (100, 100, 3)).astype(np.uint8), FACE)


@pytest.fixture
def loader(folders):
    return NetworkLoader(folders, "cpu")


@pytest.fixture
def card(folders, enroll_noise, monkeypatch):
    """The card of an untrained `cnn64` of two people, who both have pictures."""
    for name in ("ada", "bob"):
        enroll_noise(name, 2)
    publish_untrained(folders, "ada", "bob", threshold=0.0)
    monkeypatch.setattr(subjects, "create_detector", lambda *_: lambda image: [])
    monkeypatch.setattr(subjects, "varied_chips", lambda *arguments: gray(2, 64, 64, 3))
    return ModelStore(folders.models).verified_card(ModelStore(folders.models).current_id())


def test_a_model_is_asked_about_those_who_fit_best(loader, card):
    found = create_subject(loader, card, CROP)
    assert (found.network, found.model, found.classes) == ("cnn64", card.id, ("ada", "bob"))
    best = found.decide(found.question.chip).best
    assert found.classes[found.question.targets[0]] == found.learned_of == best
    assert sorted(found.question.targets) == [0, 1]
    assert found.argument == f"cnn64={loader.folders.models / card.id / 'model.keras'}"


def test_a_person_can_be_chosen_and_one_whom_it_does_not_know_is_named(loader, card):
    found = create_subject(loader, card, CROP, "BOB")
    assert (found.question.targets, found.learned_of) == ((1,), "bob")
    with pytest.raises(ModelError, match="does not know Eve") as refused:
        create_subject(loader, card, CROP, "Eve")
    assert "ada, bob" in str(refused.value.hint)


def test_the_shipped_decision_judges_any_picture(loader, card):
    found = create_subject(loader, card, CROP)
    judged = found.judge(gray(64, 64, 3))
    assert judged.match.name in {"ada", "bob"}  # its threshold lets everything through
    assert judged.has_face is False


def test_the_detector_looks_at_a_picture_that_is_large_enough():
    shapes = []

    def detect(image):
        shapes.append(image.shape)
        return [FACE]

    for network in ("embedding", "cnn64"):
        of = replace(subject(network, decide=lambda _: Match(None)), detect=detect)
        assert of.judge(of.question.chip).has_face
    assert min(min(shape[:2]) for shape in shapes) >= 224


def test_of_whole_pictures_no_face_is_looked_for():
    of = subject("whole-cnn64", decide=lambda _: Match("Cat", 0.9, "Cat", None), found=[FACE])
    assert of.is_of_pictures
    assert of.judge(of.question.chip).has_face is None


def test_the_window_looks_into_what_can_be_used(loader, card, monkeypatch):
    monkeypatch.setattr(subjects, "published_subject", lambda *_: subject("embedding", model=None))
    assert [(each.network, each.model) for each in find_subjects(loader, CROP)] == [
        ("embedding", None),
        ("cnn64", card.id),
    ]
    ModelStore(loader.folders.models).path(card.id, "model.keras").write_bytes(b"altered")
    assert [each.network for each in find_subjects(loader, CROP)] == ["embedding"]


def test_each_network_has_a_chip_of_its_own():
    assert {name: chip.shape for name, chip in network_chips(CROP).items()} == {
        "embedding": (112, 112, 3),
        "cnn64": (64, 64, 3),
    }


# Whole pictures


@pytest.fixture
def colors(loader, monkeypatch):
    """The card of a model that tells blue, green and red pictures apart."""
    monkeypatch.setattr(subjects, "create_detector", lambda *_: lambda image: [FACE])
    return publish_colors(ModelStore(loader.folders.models))


def test_a_whole_picture_becomes_a_square_and_its_best_classes_are_asked_about(loader, colors):
    picture = plain(COLORS["green"])
    found = create_picture_subject(loader, colors, picture)
    assert found.question.chip.shape == (64, 64, 3)
    assert found.classes == ("blue", "green", "red")
    assert found.classes[found.question.targets[0]] == "green"
    assert len(found.question.learned) == 0
    judged = found.judge(found.question.chip)
    assert (judged.match.name, judged.has_face) == ("green", None)


def test_a_class_of_whole_pictures_can_be_chosen(loader, colors):
    picture = plain(COLORS["green"])
    assert create_picture_subject(loader, colors, picture, "Red").question.targets == (2,)
    with pytest.raises(ModelError, match="does not know cat"):
        create_picture_subject(loader, colors, picture, "cat")


def test_the_window_shows_the_newest_model_of_whole_pictures_too(loader, colors, monkeypatch):
    monkeypatch.setattr(subjects, "published_subject", lambda *_: subject("embedding", model=None))
    assert [each.network for each in find_subjects(loader, CROP)] == ["embedding", "whole-cnn64"]
