"""What a person agreed to, in the window's language."""

from datetime import UTC, datetime, timedelta

from visavis.people.consent import Consent, ConsentState
from visavis.ui.text.language import day, isolate, translate

_CONTEXT = "Agreements"


def describe_agreement(consent: Consent) -> str:
    """One line about an agreement, such as "Ada herself agreed on 1 March 2026 to: door · ends 31 December 2027"."""
    if not consent:
        return translate(_CONTEXT, "No agreement is noted.")
    parts = [isolate(consent.to)] if consent.to else []
    if consent.by:
        parts.append(translate(_CONTEXT, "agreed by {name}").format(name=isolate(consent.by)))
    if consent.given is not None:
        parts.append(translate(_CONTEXT, "noted for {day}").format(day=day(consent.given)))
    if consent.until is not None:
        last = day(last_day(consent.until))
        has_ended = consent.has_ended(datetime.now(UTC))
        text = translate(_CONTEXT, "ended {day}") if has_ended else translate(_CONTEXT, "ends {day}")
        parts.append(text.format(day=last))
        if consent.at_end == "forget":
            parts.append(translate(_CONTEXT, "then they are forgotten"))
    return " · ".join(parts)


def agreement_mark(consent: Consent) -> str:
    """What is said in the list of people: that an agreement has ended, or ends soon; empty otherwise."""
    match consent.state(datetime.now(UTC)):
        case ConsentState.ENDED:
            return translate(_CONTEXT, "Agreement ended")
        case ConsentState.ENDS_SOON:
            assert consent.until is not None
            return translate(_CONTEXT, "Agreement ends {day}").format(day=day(last_day(consent.until)))
        case _:
            return ""


def last_day(until: datetime) -> datetime:
    """A moment on the last day of an agreement: one that ends with a day ends at the next midnight."""
    return until.astimezone() - timedelta(seconds=1)
