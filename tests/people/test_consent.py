"""What a person agreed to: kept, migrated, and over when it says so."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from visavis.errors import DamagedFileError
from visavis.people.consent import NO_CONSENT, Consent
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.store import PeopleStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FULL = Consent("Ada herself", NOON, "being recognized at the door", NOON + timedelta(days=365), "forget")


def test_an_agreement_is_kept_with_all_its_parts(tmp_path):
    store = PeopleStore(tmp_path)
    ada = store.set_consent(store.create(PersonName("Ada")), FULL)
    assert store.find("Ada").consent == ada.consent == FULL
    assert store.set_consent(ada, NO_CONSENT).consent == NO_CONSENT
    assert not store.find("Ada").consent


def test_it_ends_when_it_says_so_and_without_an_end_never():
    assert not FULL.has_ended(NOON + timedelta(days=364))
    assert FULL.has_ended(NOON + timedelta(days=365))
    assert not Consent(to="anything").has_ended(datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    "wrong",
    [
        "yes",
        {},
        {**FULL.to_record(), "at_end": "sell"},
        {**FULL.to_record(), "until": "2027-01-01"},
        {**FULL.to_record(), "given": 5},
    ],
)
def test_a_record_with_another_agreement_than_ours_is_damaged(tmp_path, wrong):
    ada = PeopleStore(tmp_path).create(PersonName("Ada"))
    path = ada.folder / "person.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "consent": wrong}))
    with pytest.raises(DamagedFileError):
        Person.load(ada.folder)
