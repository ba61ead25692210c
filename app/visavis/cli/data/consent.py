"""`visavis people consent`: notes what a person agreed to, and shows it."""

import argparse
import shlex
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from visavis.audit.log import AuditLog
from visavis.cli.command import Commands, Context, Parser, report, say, say_error
from visavis.errors import StoreError
from visavis.forgetting.expiry import expire as expire_agreements
from visavis.people.consent import AT_ENDS, NO_CONSENT, Consent, NoticePeriod
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders

#: What stands for no end.
_NEVER = "never"


def add(actions: "Commands[Parser]", parents: list[Parser]) -> None:
    parser = actions.add_parser("consent", parents=parents, help="note what a person agreed to, or show it")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--by", metavar="WHO", help="who agreed: the person, or who decides for them")
    parser.add_argument("--given", metavar="DATE", type=_date, help="when (today, if anything else is noted first)")
    parser.add_argument("--to", metavar="WHAT", help="to what, in your words")
    parser.add_argument("--until", metavar="DATE", type=_end, help=f"until the end of which day, or {_NEVER}")
    parser.add_argument("--at-end", choices=AT_ENDS, help="what happens then: you are asked, or they are forgotten")
    parser.add_argument("--clear", action="store_true", help="remove what was noted before")
    parser.set_defaults(command=_run)


def _run(context: Context, arguments: argparse.Namespace) -> int:
    store = PeopleStore(context.folders.people)
    person = store.find(arguments.name)
    before = NO_CONSENT if arguments.clear else person.consent
    given = {key: value for key in ("by", "to", "given", "at_end") if (value := getattr(arguments, key)) is not None}
    if arguments.until is not None:
        given["until"] = None if arguments.until == _NEVER else arguments.until
    consent = replace(before, **given)
    if given and consent.given is None:
        consent = replace(consent, given=datetime.now(UTC).replace(microsecond=0))
    _check_end(consent, person.consent, context.folders)
    if consent != person.consent:
        person = store.set_consent(person, consent)
    values = {"name": person.name, "slug": person.slug, **describe(person.consent)}
    text = "\n".join(sentences(person.consent)) or f"Nothing is noted about what {person.name} agreed to."
    return report(arguments, values, text)


def _check_end(consent: Consent, before: Consent, folders: DataFolders) -> None:
    """Warn of an end that is over already, and of a log that is damaged: it is what shows that somebody agreed.

    Raises
    ------
    StoreError
        If the person would be forgotten for an end that is over already.
    """
    match consent.notice_period(before, datetime.now(UTC)):
        case NoticePeriod.REFUSED:
            raise StoreError(
                "An agreement that is over already cannot have somebody forgotten.",
                hint="Give a later day with --until. To forget somebody now: visavis people forget.",
            )
        case NoticePeriod.ENDED:
            say("visavis: Warning: this agreement is over already. You are asked about it at each start.")
    if consent != before:
        problem = AuditLog(folders.people).verify().problem
        if problem is not None:
            say(f"visavis: Warning: {problem} See: visavis audit.")


def expire(context: Context) -> None:
    """Forget those whose agreement has ended and says so, and say whose has ended."""
    expiry = expire_agreements(context.folders, datetime.now(UTC))
    for person in expiry.asked:
        keep, forget = (shlex.join(["visavis", "people", *words, person.name]) for words in (["consent"], ["forget"]))
        say(f"visavis: The agreement of {person.name} has ended. Renew it: {keep} --until DATE. Or: {forget}.")
    for person in expiry.waiting:
        keep = shlex.join(["visavis", "people", "consent", person.name])
        say(
            f"visavis: The agreement of {person.name} has ended. "
            f"They are forgotten tomorrow, unless you renew it: {keep} --until DATE."
        )
    for receipt in expiry.receipts:
        say("visavis: Somebody was forgotten because their agreement had ended.")
        if receipt.problems:
            say_error(receipt.problems[0])


def describe(consent: Consent) -> dict[str, Any]:
    """An agreement in JSON."""
    return {**consent.to_record(), "ended": consent.has_ended(datetime.now(UTC))}


def sentences(consent: Consent) -> list[str]:
    """An agreement in lines for people; none if nothing is noted."""
    if not consent:
        return []
    lines = [f"consent: {consent.to}"] if consent.to else []
    if consent.by or consent.given:
        when = f" on {consent.given.astimezone():%Y-%m-%d}" if consent.given else ""
        lines.append(f"agreed{f' by {consent.by}' if consent.by else ''}{when}")
    if consent.until:
        after = "you are asked" if consent.at_end == "ask" else "they are forgotten"
        state = "ended" if consent.has_ended(datetime.now(UTC)) else "ends"
        lines.append(f"{state} {consent.until.astimezone():%Y-%m-%d %H:%M}; then {after}")
    return lines


def _date(text: str) -> datetime:
    """Parse a day or a time, of this computer's zone unless it has one."""
    try:
        time = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"must be a date such as 2027-12-31, not {text!r}") from None
    if time.year not in range(1900, 8999):
        raise argparse.ArgumentTypeError(f"must be between the years 1900 and 8999, not {text!r}")
    return time


def _end(text: str) -> datetime | str:
    """Parse when an agreement ends: a day counts whole."""
    if text == _NEVER:
        return text
    time = _date(text)
    return time + timedelta(days=1) if len(text) <= len("2027-12-31") else time
