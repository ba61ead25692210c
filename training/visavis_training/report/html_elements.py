"""Fragments of HTML that all parts of a report's page use."""

from html import escape

#: The answer for a face without a name.
UNKNOWN = "<em>unknown</em>"


def isolate(text: str) -> str:
    """Escape text that is not ours, and isolate its direction, so that names in right-to-left scripts stay in place."""
    return f"<bdi>{escape(text)}</bdi>"


def percentage(share: float) -> str:
    return f"{100 * share:.1f}&nbsp;%"


def count_of(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 person", "2 people"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
