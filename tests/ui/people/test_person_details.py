"""Someone's page: which samples are doubtful, and what is missing."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from visavis.people import edits
from visavis.people.names import PersonName
from visavis.people.picture_state import IN_USE
from visavis.people.store import PeopleStore
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingChange, SightingStore
from visavis.ui.people import person_details
from visavis.ui.people.overview import PersonRow
from visavis.ui.people.person_page import facts
from visavis.ui.people.recognition_rate import RecognitionRate
from visavis.ui.text.language import moment

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def direction(index):
    vector = np.zeros(128, np.float32)
    vector[0] = 1
    vector[index] += 0.05
    return vector / np.linalg.norm(vector)


def look(image):
    """Shade 255 is somebody else, shade 0 shows no face."""
    shade = round(float(image.mean()))
    other = np.roll(direction(1), 60)
    return EmbeddedSample(other if shade > 250 else direction(1 + shade % 7), shade > 3)


@pytest.fixture
def enroll(folders):
    """Ada with pictures of these shades, a day apart or not."""

    def make(shades, *, days=0, embedded=True):
        store = PeopleStore(folders.people)
        ada = store.create(PersonName("Ada"))
        for number, shade in enumerate(shades):
            taken = NOON + timedelta(days=days * number, seconds=number)
            store.add(ada, np.full((8, 8, 3), shade, np.uint8), taken)
        if embedded:
            EmbeddingCache(folders.embeddings, "v1", look).load(ada.slug, store.samples(ada))
        return ada, store.samples(ada)

    return make


def row(ada, *, known=True, rate=None):
    return PersonRow(ada, 0, None, known, rate)


def test_suspects_come_first_then_the_newest(enroll, folders):
    ada, samples = enroll([40, 80, 255, 120, 160, 200])
    shown = person_details.load_details(folders, row(ada))
    assert [item.doubt for item in shown.items[:2]] == ["Someone else?", ""]
    assert shown.items[0].sample == samples[2]
    assert [item.sample for item in shown.items[1:]] == [samples[n] for n in (5, 4, 3, 1, 0)]
    assert shown.suspects == 1
    assert shown.suggestions()[0].text == "1 picture may show another person. Check it first."


def test_two_groups_of_pictures_are_offered_to_be_split(enroll, folders):
    ada, samples = enroll([40, 80, 120, 255, 255, 252])
    shown = person_details.load_details(folders, row(ada))
    assert {item.sample for item in shown.items if item.is_second} == set(samples[3:])
    first = shown.suggestions()[0]
    assert first.wants_split
    assert "two people?" in first.text


def test_pictures_without_a_face_are_apart_until_the_user_wants_them(enroll, folders):
    ada, samples = enroll([40, 0, 80])
    store = PeopleStore(folders.people)
    aside = store.add(ada, np.full((8, 8, 3), 7, np.uint8), NOON - timedelta(days=1), aside=True)

    shown = person_details.load_details(folders, row(ada))

    assert [item.sample for item in shown.items] == [samples[2], samples[0]]
    assert [item.sample for item in shown.aside] == [samples[1], aside]
    edits.use(store, ada, [item.sample for item in shown.aside])
    shown = person_details.load_details(folders, row(ada))
    assert shown.aside == ()
    assert [item.doubt for item in shown.items] == ["", "No face found", "", "No face found"]


def test_without_embeddings_no_sample_is_doubtful(enroll, folders):
    ada, _ = enroll([40, 80, 255, 120, 160], embedded=False)
    assert {item.doubt for item in person_details.load_details(folders, row(ada)).items} == {""}


def test_a_marked_picture_in_which_a_face_is_found_is_not_called_faceless(enroll, folders):
    ada, samples = enroll([40, 0, 80])
    store = PeopleStore(folders.people)
    store.set_picture_states(ada, {sample.hash: IN_USE for sample in samples})
    shown = person_details.load_details(folders, row(ada))
    assert {item.sample: item.doubt for item in shown.items} == {
        samples[0]: "",
        samples[1]: "No face found",
        samples[2]: "",
    }


def test_embeddings_of_deleted_samples_are_ignored(enroll, folders):
    ada, samples = enroll([40, 80, 255, 120, 160])
    PeopleStore(folders.people).remove(samples[2])
    assert person_details.load_details(folders, row(ada)).suspects == 0


def test_few_pictures_give_a_suggestion(enroll, folders):
    ada, _ = enroll([40, 80])
    [few] = person_details.load_details(folders, row(ada)).suggestions()
    assert few.text == "3 more pictures would help. Recognition is noticeably more reliable with five."
    assert few.wants_pictures


def test_pictures_from_one_day_give_a_suggestion(enroll, folders):
    ada, _ = enroll([40, 80, 120, 160, 200])
    [one_day] = person_details.load_details(folders, row(ada)).suggestions()
    assert one_day.text == "All pictures are from one day. Pictures from another day, in other light, would help."
    assert one_day.wants_pictures


def test_a_well_enrolled_person_gives_no_suggestion(enroll, folders):
    ada, _ = enroll([40, 80, 120, 160, 200], days=1)
    assert person_details.load_details(folders, row(ada, rate=RecognitionRate(1.0, 5))).suggestions() == ()


def test_low_recall_and_an_unlearned_person_give_suggestions(enroll, folders):
    ada, _ = enroll([40, 80, 120, 160, 200], days=1)
    weak = person_details.load_details(folders, row(ada, known=False, rate=RecognitionRate(0.8, 10))).suggestions()
    assert [(each.text, each.wants_pictures) for each in weak] == [
        ("2 of 10 held-out pictures were not recognized. More varied pictures would help.", True),
        ("The model in use has not learned this person yet. Train again.", False),
    ]


def test_the_page_says_when_somebody_was_last_seen(folders, people):
    [ada, _] = people.people()
    row = PersonRow(ada, 2, None, known=True)
    assert person_details.load_details(folders, row).last_seen is None
    first = datetime(2026, 11, 22, 12, tzinfo=UTC)
    sighting = Sighting("Ada", "Desk", first, first + timedelta(minutes=4), 0.9)
    kept = SightingStore(folders.sightings)
    kept.save([SightingChange(sighting)], lambda name: (ada.slug, "Ada", ada.id), timedelta(minutes=5))
    details = person_details.load_details(folders, row)
    assert details.last_seen == sighting.last
    assert f"last seen {moment(sighting.last)}" in facts(details)
    folders.sightings.write_bytes(b"no database" * 100)
    assert person_details.load_details(folders, row).last_seen is None
