"""Fragments of HTML that all parts of a report's page use."""

from visavis import escaping
from visavis.people import names
from visavis.people.names import shown_name

#: The answer for a face without a name.
UNKNOWN = f"<em>{names.UNKNOWN}</em>"


def isolate(text: str) -> str:
    """Escape text that is not ours, and isolate its direction, so that names in right-to-left scripts stay in place."""
    return escaping.markup(text)


def name_markup(name: str, other: str = names.UNKNOWN) -> str:
    """A name; in quotation marks if it reads as `other`, which stands where there is none."""
    return isolate(shown_name(name, other))


def percentage(share: float) -> str:
    return f"{100 * share:.1f}&nbsp;%"


def count_of(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 person", "2 people"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
