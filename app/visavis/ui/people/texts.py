"""What is said of changes: what was done, and what would be taken back."""

from collections.abc import Sequence

from visavis.people.undo import Change
from visavis.ui.people.overview import Row
from visavis.ui.text.language import translate


def done(change: Change) -> str:
    """A sentence that says what was done."""
    n = change.count
    match change.kind:
        case "renamed":
            text = translate("Editing", "{name} is called {to} now.")
        case "merged":
            one = translate("Editing", "{name} is part of {to} now.")
            text = one if n == 1 else translate("Editing", "%n people are part of {to} now.", None, n)
        case "moved":
            one = translate("Editing", "1 picture moved from {name} to {to}.")
            text = one if n == 1 else translate("Editing", "%n pictures moved from {name} to {to}.", None, n)
        case "rejected":
            one = translate("Editing", "1 picture counts as not {name} from now on.")
            text = one if n == 1 else translate("Editing", "%n pictures count as not {name} from now on.", None, n)
        case "deleted people":
            one = translate("Editing", "{name} is deleted.")
            text = one if n == 1 else translate("Editing", "%n people are deleted.", None, n)
        case _:
            one = translate("Editing", "1 picture of {name} is deleted.")
            text = one if n == 1 else translate("Editing", "%n pictures of {name} are deleted.", None, n)
    return text.format(name=change.name, to=change.to)


def undo(change: Change) -> str:
    """What a button says that takes it back."""
    match change.kind:
        case "renamed":
            return translate("Editing", "Undo renaming")
        case "merged":
            return translate("Editing", "Undo merging")
        case "moved":
            return translate("Editing", "Undo moving")
        case "rejected":
            return translate("Editing", "Undo “Not them”")
        case _:
            return translate("Editing", "Undo deleting")


def listed(rows: Sequence[Row], most: int = 3) -> str:
    """Such as "Ada", "Ada, Bob" and "Ada, Bob, Cem and 2 more"."""
    names = ", ".join(row.name for row in rows[:most])
    more = len(rows) - most
    return translate("Editing", "{names} and %n more", None, more).format(names=names) if more > 0 else names
