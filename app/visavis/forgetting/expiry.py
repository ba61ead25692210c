"""Agreements that have ended: whom the user is asked about, and who is forgotten because the user said so."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.forgetting.erasure import forget
from visavis.forgetting.receipt import Receipt
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders

#: For how long the end of an agreement is told before anybody is forgotten: a clock that is set wrong at one start must
#: not cost anybody's pictures.
GRACE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EndedAgreements:
    """What follows from agreements that have ended."""

    asked: tuple[Person, ...]
    """Those about whom the user is to be asked."""
    waiting: tuple[Person, ...]
    """Those who are forgotten a day after this was first told."""
    receipts: tuple[Receipt, ...]
    """Of those who were forgotten now."""


def expire(folders: DataFolders, now: datetime) -> EndedAgreements:
    """Forget those whose agreement ended more than a day ago and says so; return them, and the others that have ended.

    When the end is first noticed, the audit log gets a line. Only a later call, a day after that line by the clock of
    both, forgets.

    Raises
    ------
    VisavisError
        If people cannot be read, or the log cannot be written.
    """
    log = AuditLog(folders.people)
    ended = [person for person in PeopleStore(folders.people).people() if person.consent.has_ended(now)]
    asked = tuple(person for person in ended if person.consent.at_end == "ask")
    waiting: list[Person] = []
    receipts: list[Receipt] = []
    lines = log.lines() if len(asked) < len(ended) else ()
    for person in ended:
        if person.consent.at_end == "ask":
            continue
        told = [
            line.time
            for line in lines
            if (line.event, line.person) == (AuditEvent.EXPIRED, person.id)
            and person.consent.until is not None
            and person.consent.until <= line.time <= now
        ]
        if told and min(told) <= now - GRACE:
            receipts.append(forget(folders, person))
            continue
        if not told and person.id:
            log.record(AuditFact(AuditEvent.EXPIRED, person.id), now=now)
        waiting.append(person)
    return EndedAgreements(asked, tuple(waiting), tuple(receipts))
