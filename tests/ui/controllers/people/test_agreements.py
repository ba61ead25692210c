"""Agreements that have ended are told when the window opens."""

from datetime import UTC, datetime

from visavis.people.consent import Consent


def test_whose_agreement_has_ended_is_told_at_the_start(make, people, until):
    past = datetime(2020, 1, 1, tzinfo=UTC)
    people.set_consent(people.find("Ada"), Consent(to="x", until=past))
    people.set_consent(people.find("Bob"), Consent(to="x", until=past, at_end="forget"))
    program = make()
    program.privacy.agreements.check()
    until(lambda: program.window.banner.text == "The agreement has ended: Ada, Bob.")
    assert "Forgotten from tomorrow on: Bob." in program.window.banner._hint.text()
    assert {person.name for person in people.people()} == {"Ada", "Bob"}
