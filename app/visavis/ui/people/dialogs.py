"""What is asked before people and their samples are changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from visavis.ui.people.overview import PersonRow
from visavis.ui.people.texts import listed
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import translate
from visavis.ui.widgets.question_dialog import QuestionDialog


def ask_name(parent: QWidget, row: PersonRow, done: Callable[[str], None]) -> QuestionDialog:
    """Ask what someone is called from now on."""

    def renamed(name: str) -> None:
        if name and name != row.name:
            done(name)

    title = translate("DroppedPeople", "Rename {name}").format(name=row.name)
    return QuestionDialog(parent, title, "", translate("DroppedPeople", "Rename"), renamed, field=row.name)


def ask_whose(parent: QWidget, count: int, names: Sequence[str], done: Callable[[str], None]) -> QuestionDialog:
    """Ask whom samples show."""

    def named(name: str) -> None:
        if name:
            done(name)

    one, many = (
        translate("DroppedPeople", "Who is on this picture?"),
        translate("DroppedPeople", "Who is on %n pictures?", None, count),
    )
    title = one if count == 1 else many
    text = translate("DroppedPeople", "A name that is not there yet makes someone new.")
    question = QuestionDialog(parent, title, text, translate("DroppedPeople", "Move"), named, field="")
    _complete(question, names)
    return question


def ask_into(
    parent: QWidget, rows: Sequence[PersonRow], names: Sequence[str], done: Callable[[str], None]
) -> QuestionDialog:
    """Ask which of several entries all of them become; the one with the most pictures is proposed."""
    largest = max(rows, key=lambda row: row.samples)
    if len(rows) == 1:
        title = translate("DroppedPeople", "Who is {name} really?").format(name=rows[0].name)
    else:
        title = translate("DroppedPeople", "Make %n people one?", None, len(rows))
    text = translate("DroppedPeople", "{names}: all pictures go to the person below, and the other entries are gone.")
    proposed = largest.name if len(rows) > 1 else ""
    question = QuestionDialog(
        parent, title, text.format(names=listed(rows)), translate("DroppedPeople", "Merge"), done, field=proposed
    )
    _complete(question, names)
    return question


def ask_forget(parent: QWidget, rows: Sequence[PersonRow], done: Callable[[], None]) -> QuestionDialog:
    """Ask whether to remove people everywhere, and say what that means."""
    text = translate(
        "DroppedPeople",
        "{pictures} will be deleted for good, in the trash and in models too. Models that cannot unlearn them are "
        "retired: the others are learned anew then. This cannot be undone.",
    ).format(pictures=picture_count(sum(row.samples for row in rows)))
    if len(rows) == 1:
        title = translate("DroppedPeople", "Forget {name}?").format(name=rows[0].name)
    else:
        title = translate("DroppedPeople", "Forget %n people?", None, len(rows))
        text = f"{listed(rows)}: {text}"
    return QuestionDialog(parent, title, text, translate("DroppedPeople", "Forget"), lambda _: done(), grave=True)


def ask_empty(parent: QWidget, count: int, done: Callable[[], None]) -> QuestionDialog:
    """Ask whether to delete from the trash."""
    one, many = (
        translate("DroppedPeople", "Delete it for good?"),
        translate("DroppedPeople", "Delete all %n for good?", None, count),
    )
    title = one if count == 1 else many
    text = translate("DroppedPeople", "People among them are forgotten by models too. This cannot be undone.")
    return QuestionDialog(
        parent, title, text, translate("DroppedPeople", "Delete for good"), lambda _: done(), grave=True
    )


def _complete(question: QuestionDialog, names: Sequence[str]) -> None:
    completer = QCompleter(list(names), question)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    question.field.setCompleter(completer)
