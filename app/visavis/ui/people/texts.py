"""What is said of changes: what was done, and what would be taken back."""

from collections.abc import Sequence

from visavis.people.undo import PeopleEdit
from visavis.ui.people.overview import PersonRow
from visavis.ui.text.language import translate


def done(change: PeopleEdit) -> str:
    """A sentence that says what was done."""
    n = change.count
    match change.kind:
        case "renamed":
            text = translate("PeopleController", "{name} is called {to} now.")
        case "merged":
            one = translate("PeopleController", "{name} is part of {to} now.")
            text = one if n == 1 else translate("PeopleController", "%n people are part of {to} now.", None, n)
        case "moved":
            one = translate("PeopleController", "1 picture moved from {name} to {to}.")
            text = one if n == 1 else translate("PeopleController", "%n pictures moved from {name} to {to}.", None, n)
        case "rejected":
            one = translate("PeopleController", "1 picture counts as not {name} from now on.")
            text = (
                one
                if n == 1
                else translate("PeopleController", "%n pictures count as not {name} from now on.", None, n)
            )
        case "deleted people":
            one = translate("PeopleController", "{name} is deleted.")
            text = one if n == 1 else translate("PeopleController", "%n people are deleted.", None, n)
        case _:
            one = translate("PeopleController", "1 picture of {name} is deleted.")
            text = one if n == 1 else translate("PeopleController", "%n pictures of {name} are deleted.", None, n)
    return text.format(name=change.name, to=change.to)


def undo(change: PeopleEdit) -> str:
    """What a button says that takes it back."""
    match change.kind:
        case "renamed":
            return translate("PeopleController", "Undo renaming")
        case "merged":
            return translate("PeopleController", "Undo merging")
        case "moved":
            return translate("PeopleController", "Undo moving")
        case "rejected":
            return translate("PeopleController", "Undo “Not them”")
        case _:
            return translate("PeopleController", "Undo deleting")


def listed(rows: Sequence[PersonRow], most: int = 3) -> str:
    """Such as "Ada", "Ada, Bob" and "Ada, Bob, Cem and 2 more"."""
    names = ", ".join(row.name for row in rows[:most])
    more = len(rows) - most
    return translate("PeopleController", "{names} and %n more", None, more).format(names=names) if more > 0 else names
