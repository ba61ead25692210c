"""Texts about edits of people: what was done, and the label that undoes it."""

from collections.abc import Sequence

from visavis.people.edits import EditKind, PeopleEdit
from visavis.people.names import spaced_name
from visavis.ui.people.overview import PersonRow
from visavis.ui.text.language import translate


def description(edit: PeopleEdit) -> str:
    """A sentence that says what was done."""
    n = edit.count
    match edit.kind:
        case EditKind.RENAMED:
            text = translate("PeopleController", "{name} is now called {to}.")
        case EditKind.MERGED:
            one = translate("PeopleController", "{name} was merged into {to}.")
            text = one if n == 1 else translate("PeopleController", "%n people were merged into {to}.", None, n)
        case EditKind.MOVED:
            one = translate("PeopleController", "1 picture moved from {name} to {to}.")
            text = one if n == 1 else translate("PeopleController", "%n pictures moved from {name} to {to}.", None, n)
        case EditKind.REJECTED:
            one = translate("PeopleController", "1 picture no longer counts as {name}.")
            text = one if n == 1 else translate("PeopleController", "%n pictures no longer count as {name}.", None, n)
        case EditKind.USED:
            one = translate("PeopleController", "1 picture now counts as {name}.")
            text = one if n == 1 else translate("PeopleController", "%n pictures now count as {name}.", None, n)
        case EditKind.SET_ASIDE:
            one = translate("PeopleController", "1 picture of {name} was set aside.")
            text = one if n == 1 else translate("PeopleController", "%n pictures of {name} were set aside.", None, n)
        case EditKind.CALLED_DISTINCT:
            text = translate("PeopleController", "{name} and {to} are two people. You are not asked again.")
        case EditKind.PEOPLE_DELETED:
            one = translate("PeopleController", "{name} was deleted.")
            text = one if n == 1 else translate("PeopleController", "%n people were deleted.", None, n)
        case EditKind.SAMPLES_DELETED:
            one = translate("PeopleController", "1 picture of {name} was deleted.")
            text = one if n == 1 else translate("PeopleController", "%n pictures of {name} were deleted.", None, n)
    return text.format(name=spaced_name(edit.name), to=spaced_name(edit.to))


def undo_label(edit: PeopleEdit) -> str:
    """Label of the action that undoes the edit."""
    match edit.kind:
        case EditKind.RENAMED:
            return translate("PeopleController", "Undo renaming")
        case EditKind.MERGED:
            return translate("PeopleController", "Undo merging")
        case EditKind.MOVED:
            return translate("PeopleController", "Undo moving")
        case EditKind.REJECTED:
            return translate("PeopleController", "Undo “Not this person”")
        case EditKind.USED:
            return translate("PeopleController", "Undo “Use anyway”")
        case EditKind.SET_ASIDE:
            return translate("PeopleController", "Undo setting aside")
        case EditKind.CALLED_DISTINCT:
            return translate("PeopleController", "Undo “Two people”")
        case EditKind.PEOPLE_DELETED | EditKind.SAMPLES_DELETED:
            return translate("PeopleController", "Undo deleting")


def join_names(rows: Sequence[PersonRow], limit: int = 3) -> str:
    """Such as "Ada", "Ada, Bob" and "Ada, Bob, Cem and 2 more"."""
    names = ", ".join(row.display_name for row in rows[:limit])
    more = len(rows) - limit
    return translate("PeopleController", "{names} and %n more", None, more).format(names=names) if more > 0 else names
