"""What a user says of a face is kept, and can be taken back."""

import numpy as np
import pytest

from visavis.errors import PersonNameError
from visavis.imaging.geometry import Box, Face
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import FaceCrop
from visavis.people.store import PeopleStore
from visavis.review.corrections import Corrections

FACE = Face(Box(60, 50, 40, 40), np.full((5, 2), 70, np.float32))


def seen(seed=0):
    return FaceCrop.from_image(np.random.default_rng(seed).integers(0, 256, (200, 200, 3), np.uint8), FACE)


@pytest.fixture
def corrections(folders):
    return Corrections(folders)


@pytest.fixture
def people(folders):
    return PeopleStore(folders.people)


@pytest.fixture
def rejections(folders):
    return RejectionStore(folders.strangers)


def test_the_crop_is_the_part_that_a_sample_keeps():
    image = np.zeros((200, 200, 3), np.uint8)
    image[70, 80] = 255
    part = FaceCrop.from_image(image, FACE)
    assert part.image.shape == (120, 120, 3)
    assert part.face.box == Box(40, 40, 40, 40)
    assert part.image[60, 60].all()
    assert part.face.landmarks.tolist() == [[50, 60]] * 5


def test_someone_new_and_someone_known_get_a_sample(corrections, people):
    corrections.is_person(seen(0), PersonName("Ada"))
    corrections.is_person(seen(1), PersonName("ada"))
    assert [(person.name, len(people.samples(person))) for person in people.people()] == [("Ada", 2)]


def test_undoing_restores_the_previous_samples(corrections, people):
    people.create(PersonName("Bob"))
    done = [
        corrections.is_person(seen(0), PersonName("Ada")),
        corrections.is_person(seen(1), PersonName("Bob")),
        corrections.is_person(seen(1), PersonName("Bob")),  # the same picture: nothing is added, nothing to take away
    ]
    assert [correction.name for correction in done] == ["Ada", "Bob", "Bob"]
    for correction in reversed(done):
        correction.undo()
    assert [(person.name, len(people.samples(person))) for person in people.people()] == [("Bob", 0)]


def test_taking_the_same_picture_back_keeps_the_sample_that_was_there(corrections, people):
    corrections.is_person(seen(), PersonName("Ada"))
    corrections.is_person(seen(), PersonName("Ada")).undo()
    assert len(people.samples(people.find("Ada"))) == 1


def test_a_rejection_is_recorded_per_person_and_undone_alone(corrections, people, rejections):
    ada, bob = people.create(PersonName("Ada")), people.create(PersonName("Bob"))
    not_ada, not_bob = corrections.is_not(seen(), ada), corrections.is_not(seen(), bob)
    assert [each.people for each in rejections.rejections()] == [(ada.slug, bob.slug)]
    not_bob.undo()
    assert [each.people for each in rejections.rejections()] == [(ada.slug,)]
    stranger = corrections.is_stranger(seen())
    assert [each.people for each in rejections.rejections()] == [()]
    stranger.undo()
    assert [each.people for each in rejections.rejections()] == [(ada.slug,)]
    not_ada.undo()
    assert rejections.rejections() == []


def test_confirming_a_person_clears_an_earlier_rejection(corrections, people, rejections):
    ada, bob = people.create(PersonName("Ada")), people.create(PersonName("Bob"))
    corrections.is_not(seen(), ada)
    corrections.is_not(seen(), bob)
    correction = corrections.is_person(seen(), PersonName("Ada"))
    assert [each.people for each in rejections.rejections()] == [(bob.slug,)]
    correction.undo()
    assert [set(each.people) for each in rejections.rejections()] == [{ada.slug, bob.slug}]
    corrections.is_stranger(seen(1))
    correction = corrections.is_person(seen(1), PersonName("Bob"))
    assert len(rejections.rejections()) == 1
    correction.undo()
    assert len(rejections.rejections()) == 2


def test_a_name_that_cannot_be_changes_nothing(corrections, people):
    with pytest.raises(PersonNameError):
        corrections.is_person(seen(), PersonName("  "))
    assert people.people() == []
