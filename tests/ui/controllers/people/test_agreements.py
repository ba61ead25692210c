"""Agreements in the window: edited on a person's page, marked in the list, and told when they have ended."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt

from visavis.audit.log import AuditEvent, AuditLog
from visavis.people.consent import NO_CONSENT, Consent
from visavis.ui.agreements.dialog import AgreementDialog
from visavis.ui.widgets.picture_model import DETAILS

NOW = datetime.now(UTC)
PAST, SOON, LATER = datetime(2020, 1, 1, tzinfo=UTC), NOW + timedelta(days=9), NOW + timedelta(days=400)


def test_whose_agreement_has_ended_is_told_at_the_start(make, people, until):
    people.set_consent(people.find("Ada"), Consent(to="x", until=PAST))
    people.set_consent(people.find("Bob"), Consent(to="x", until=PAST, at_end="forget"))
    program = make()
    program.privacy.agreements.check()
    until(lambda: program.window.banner.text == "The agreement has ended: Ada, Bob.")
    assert "Forgotten from tomorrow on: Bob." in program.window.banner._hint.text()
    assert {person.name for person in people.people()} == {"Ada", "Bob"}


@pytest.fixture
def program(make, people, until):
    """A program that shows the page of Ada."""
    program = make()
    until(lambda: program.window.people.model.rowCount() == 2)
    program.library.open_person("Ada")
    until(lambda: program.window.library.details is not None)
    return program


def open_dialog(program):
    program.window.library.person.edit_agreement.click()
    return program.window.findChild(AgreementDialog)


def test_an_agreement_is_noted_on_the_page_of_a_person(program, people, until, folders):
    assert program.window.library.person.agreement.text() == "No agreement is noted."
    dialog = open_dialog(program)
    dialog.by.setText("Ada herself")
    dialog.to.setText("greeting at the door")
    dialog.given.setDate(QDate(2026, 3, 1))
    assert not dialog.until.isEnabled()
    dialog.ends.click()
    dialog.until.setDate(QDate(2090, 12, 31))
    dialog.at_end.setCurrentIndex(1)
    dialog.save.click()
    until(lambda: bool(people.find("Ada").consent))
    consent = people.find("Ada").consent
    assert (consent.by, consent.to, consent.at_end) == ("Ada herself", "greeting at the door", "forget")
    assert consent.given.astimezone().date().isoformat() == "2026-03-01"
    assert consent.until.astimezone() == datetime(2091, 1, 1).astimezone()
    assert [line.event for line in AuditLog(folders.people).lines()][-1] == AuditEvent.CONSENTED
    until(lambda: "greeting at the door" in program.window.library.person.agreement.text())
    text = program.window.library.person.agreement.text()
    assert "Ada herself" in text
    assert "then they are forgotten" in text


def test_opening_and_saving_changes_nothing(program, people, until, folders):
    exact = Consent("Ada", NOW - timedelta(hours=1), "door", LATER)
    people.set_consent(people.find("Ada"), exact)
    program.overview.refresh()
    until(lambda: "door" in program.window.library.person.agreement.text())
    lines = len(AuditLog(folders.people).lines())
    dialog = open_dialog(program)
    assert dialog.consent == exact
    dialog.save.click()
    program.disk_worker.submit(lambda: None, lambda _: None)
    assert len(AuditLog(folders.people).lines()) == lines


def test_an_agreement_is_removed(program, people, until):
    people.set_consent(people.find("Ada"), Consent(to="door"))
    program.overview.refresh()
    until(lambda: "door" in program.window.library.person.agreement.text())
    open_dialog(program).clear.click()
    until(lambda: people.find("Ada").consent == NO_CONSENT)


def test_an_end_in_the_past_is_said_and_nobody_is_forgotten_for_it(program):
    dialog = open_dialog(program)
    dialog.ends.click()
    assert not dialog.warning.isVisible()
    dialog.until.setDate(QDate(2020, 1, 1))
    assert "has ended already" in dialog.warning.text()
    assert dialog.save.isEnabled()
    dialog.at_end.setCurrentIndex(1)
    assert "This day is over" in dialog.warning.text()
    assert not dialog.save.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("until_", "mark"), [(PAST, "Agreement ended"), (SOON, "Agreement ends"), (LATER, ""), (None, "")]
)
def test_the_list_marks_what_has_ended_or_ends_soon(make, people, until, until_, mark):
    people.set_consent(people.find("Ada"), Consent(to="x", until=until_))
    program = make()
    model = program.window.people.model
    until(lambda: model.rowCount() == 2)
    index = model.index(0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("Agreement" in said) == bool(mark)
    assert mark in said
    assert mark in index.data(DETAILS)


def test_a_log_that_somebody_changed_is_told(program, people, until, folders):
    log = folders.people / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b"enroll", b"rename", 1))
    dialog = open_dialog(program)
    dialog.by.setText("Ada")
    dialog.save.click()
    until(lambda: program.window.banner.text != "")
    assert people.find("Ada").consent.by == "Ada"


def test_without_a_selection_the_menu_says_what_to_do(make, until):
    program = make()
    program.privacy.agreements._edit_selected()
    assert program.window.banner.text == "Select a person first."
