"""Counts with their noun, in the window's language."""

from visavis.ui.text.language import translate


def picture_count(count: int) -> str:
    """Such as "1 picture" and "2 pictures"."""
    return translate("Counts", "1 picture") if count == 1 else translate("Counts", "%n pictures", None, count)


def person_count(count: int) -> str:
    """Such as "1 person" and "2 people"."""
    return translate("Counts", "1 person") if count == 1 else translate("Counts", "%n people", None, count)
