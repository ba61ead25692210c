"""Agreements that end: the user is told, and only who chose so is forgotten, not before a day has passed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from visavis.audit.log import AuditLog
from visavis.forgetting.expiry import GRACE, expire
from visavis.people.consent import Consent
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore

END = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def store(folders):
    store = PeopleStore(folders.people)
    for name, consent in (
        ("Ada", Consent(to="x", until=END)),
        ("Bob", Consent(to="x", until=END, at_end="forget")),
        ("Cem", Consent(to="x", until=END + 9 * GRACE, at_end="forget")),
        ("Dora", Consent(to="x")),
    ):
        store.add(store.create(PersonName(name), consent), np.full((30, 30, 3), len(name), np.uint8))
    return store


def names(people):
    return [person.name for person in people]


def test_nothing_follows_before_the_end(folders, store):
    expiry = expire(folders, END - HOUR)
    assert (expiry.asked, expiry.waiting, expiry.receipts) == ((), (), ())


def test_the_user_is_told_and_only_who_chose_so_is_forgotten_a_day_later(folders, store):
    for now in (END, END + GRACE - HOUR):
        expiry = expire(folders, now)
        assert (names(expiry.asked), names(expiry.waiting), expiry.receipts) == (["Ada"], ["Bob"], ())
    expiry = expire(folders, END + GRACE)
    assert (names(expiry.asked), expiry.waiting, len(expiry.receipts)) == (["Ada"], (), 1)
    assert names(store.people()) == ["Ada", "Cem", "Dora"]
    events = [line.event for line in AuditLog(folders.people).verify().lines]
    assert events == ["enrolled"] * 4 + ["expired", "forgotten"]


def test_a_clock_that_was_wrong_at_one_start_costs_nobody(folders, store):
    expire(folders, END + 3650 * GRACE)
    assert len(names(store.people())) == 4
    expire(folders, END - HOUR)
    expiry = expire(folders, END + HOUR)  # what was told in the future does not count
    assert names(expiry.waiting) == ["Bob"]
    assert len(names(store.people())) == 4


def test_a_renewed_agreement_begins_anew(folders, store):
    expire(folders, END)
    bob = store.find("Bob")
    store.set_consent(bob, replace(bob.consent, until=END + 2 * GRACE))
    assert expire(folders, END + GRACE).waiting == ()
    assert names(expire(folders, END + 2 * GRACE).waiting) == ["Bob"]  # told anew, from the new end on
    assert len(names(store.people())) == 4
