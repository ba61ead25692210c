"""What is said of edits: what was done, and what would be taken back."""

from collections.abc import Sequence

from visavis.people.edits import EditKind, PeopleEdit
from visavis.ui.people.overview import PersonRow
from visavis.ui.text.language import translate


def description(edit: PeopleEdit) -> str:
    """A sentence that says what was done."""
    n = edit.count
    match edit.kind:
        case EditKind.RENAMED:
            text = translate("PeopleController", "{name} is called {to} now.")
        case EditKind.MERGED:
            one = translate("PeopleController", "{name} is part of {to} now.")
            text = one if n == 1 else translate("PeopleController", "%n people are part of {to} now.", None, n)
        case EditKind.MOVED:
            one = translate("PeopleController", "1 picture moved from {name} to {to}.")
            text = one if n == 1 else translate("PeopleController", "%n pictures moved from {name} to {to}.", None, n)
        case EditKind.REJECTED:
            one = translate("PeopleController", "1 picture counts as not {name} from now on.")
            text = (
                one
                if n == 1
                else translate("PeopleController", "%n pictures count as not {name} from now on.", None, n)
            )
        case EditKind.PEOPLE_DELETED:
            one = translate("PeopleController", "{name} is deleted.")
            text = one if n == 1 else translate("PeopleController", "%n people are deleted.", None, n)
        case EditKind.SAMPLES_DELETED:
            one = translate("PeopleController", "1 picture of {name} is deleted.")
            text = one if n == 1 else translate("PeopleController", "%n pictures of {name} are deleted.", None, n)
    return text.format(name=edit.name, to=edit.to)


def undo_label(edit: PeopleEdit) -> str:
    """What a button says that takes it back."""
    match edit.kind:
        case EditKind.RENAMED:
            return translate("PeopleController", "Undo renaming")
        case EditKind.MERGED:
            return translate("PeopleController", "Undo merging")
        case EditKind.MOVED:
            return translate("PeopleController", "Undo moving")
        case EditKind.REJECTED:
            return translate("PeopleController", "Undo “Not them”")
        case EditKind.PEOPLE_DELETED | EditKind.SAMPLES_DELETED:
            return translate("PeopleController", "Undo deleting")


def listed(rows: Sequence[PersonRow], most: int = 3) -> str:
    """Such as "Ada", "Ada, Bob" and "Ada, Bob, Cem and 2 more"."""
    names = ", ".join(row.name for row in rows[:most])
    more = len(rows) - most
    return translate("PeopleController", "{names} and %n more", None, more).format(names=names) if more > 0 else names
