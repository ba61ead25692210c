"""`visavis guests`: who came by and is unknown is listed, named, ignored and discarded."""

import io
import json
from datetime import timedelta

import numpy as np
import pytest

from support.fakes import picture
from support.visits import NOON
from visavis.errors import StoreError
from visavis.imaging import codec
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.sightings.guests import FaceVector
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore


@pytest.fixture
def recorded(folders):
    """Two guests: the first came twice, with a picture each, the second once, without."""
    Settings(sightings_unknown_hours=87_600).save(folders.settings)
    store = SightingStore(folders.sightings)
    for number, (guest, shade) in enumerate(((0, 50), (1, None), (0, 90))):
        first = NOON + timedelta(hours=number)
        sample = codec.encode(picture(shade)) if shade else None
        sighting = Sighting(None, "camera", first, first + timedelta(minutes=1), 0.2, sample=sample)
        face = FaceVector("sface", np.eye(8, dtype=np.float32)[guest])
        store.save([SightingChange(sighting, face=face)], lambda name: None, timedelta())
    return store


def listed(visavis):
    return {each["guest"]: each for each in map(json.loads, visavis("guests", "list", "--json")[1].splitlines())}


def test_guests_are_listed(visavis, recorded):
    values = listed(visavis)
    assert [(each["name"], each["visits"], each["pictures"], each["ignored"]) for each in values.values()] == [
        ("Guest 1", 2, 2, False),
        ("Guest 2", 1, 0, False),
    ]
    _, out, _ = visavis("guests")
    assert [line.split()[-2:] for line in out.splitlines()[1:]] == [["Guest", "1"], ["Guest", "2"]]
    assert "Guest 1  (camera)" in visavis("sightings")[1]


def test_without_any_there_is_a_sentence(visavis, folders):
    assert visavis("guests")[1].startswith("There are no guests.")
    assert not folders.sightings.exists()


def test_a_guest_becomes_a_person_with_their_pictures_and_visits(visavis, recorded, folders):
    status, out, _ = visavis("guests", "name", 1, "Ada Lovelace")
    assert (status, out) == (0, "Guest 1 is Ada Lovelace now, with 2 pictures.\n")
    store = PeopleStore(folders.people)
    ada = store.find("Ada Lovelace")
    assert len(store.samples(ada)) == 2
    assert [(each.name, each.person, each.guest) for each in recorded.sightings()] == [
        ("Ada Lovelace", ada.slug, None),
        (None, None, 2),
        ("Ada Lovelace", ada.slug, None),
    ]
    assert list(listed(visavis)) == [2]


def test_a_guest_is_the_same_as_somebody_known_also_without_pictures(visavis, recorded, folders):
    store = PeopleStore(folders.people)
    store.add(store.create(PersonName("Bob")), picture(10), NOON)
    assert visavis("guests", "name", 2, "BOB")[1] == "Guest 2 is Bob now, with 0 pictures.\n"
    assert visavis("guests", "name", 1, "bob")[1] == "Guest 1 is Bob now, with 2 pictures.\n"
    assert len(store.samples(store.find("Bob"))) == 3
    assert {each.name for each in recorded.sightings()} == {"Bob"}


def test_naming_somebody_new_needs_a_picture(visavis, recorded):
    with pytest.raises(StoreError, match="no picture of Guest 2") as caught:
        visavis("guests", "name", 2, "Ada")
    assert "sightings_pictures" in str(caught.value.hint)
    assert list(listed(visavis)) == [1, 2]


def test_a_naming_that_was_killed_is_completed_by_naming_again(visavis, recorded, folders):
    from visavis.people.samples import NewPicture
    from visavis.sightings.guest_store import GuestStore

    kept = GuestStore(folders.sightings)
    pictures = [NewPicture(content, taken) for content, taken in kept.pictures(kept.find(1))]
    PeopleStore(folders.people).enroll(PersonName("Ada"), pictures)
    visavis("guests", "name", 1, "Ada")
    store = PeopleStore(folders.people)
    assert len(store.samples(store.find("Ada"))) == 2
    assert list(listed(visavis)) == [2]


def test_ignoring_is_visible_and_reversible(visavis, recorded):
    assert visavis("guests", "ignore", 1)[1] == "No more visits of Guest 1 are recorded.\n"
    assert listed(visavis)[1]["ignored"] is True
    assert "Guest 1  (ignored)" in visavis("guests")[1]
    assert visavis("guests", "ignore", 1, "--undo")[1] == "Guest 1 is recorded again.\n"
    assert listed(visavis)[1]["ignored"] is False


def test_discarding_needs_a_yes_and_is_for_good(visavis, recorded, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(StoreError, match="cannot be undone"):
        visavis("guests", "discard", 1)
    assert visavis("guests", "discard", 1, "--yes")[1] == "Guest 1 is deleted, with 2 visits.\n"
    assert list(listed(visavis)) == [2]
    assert [each.guest for each in recorded.sightings()] == [2]


@pytest.mark.parametrize("action", [("name", 9, "Ada"), ("ignore", 9), ("discard", 9, "--yes")])
def test_there_is_no_such_guest(visavis, recorded, action):
    with pytest.raises(StoreError, match="There is no guest 9"):
        visavis("guests", *action)
