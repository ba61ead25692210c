"""What is asked before people and their samples are changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from visavis.ui.people.overview import Row, pictures
from visavis.ui.people.texts import listed
from visavis.ui.text.language import translate
from visavis.ui.widgets.question_dialog import Question


def ask_name(parent: QWidget, row: Row, done: Callable[[str], None]) -> Question:
    """Ask what someone is called from now on."""

    def renamed(name: str) -> None:
        if name and name != row.name:
            done(name)

    title = translate("People", "Rename {name}").format(name=row.name)
    return Question(parent, title, "", translate("People", "Rename"), renamed, field=row.name)


def ask_whose(parent: QWidget, count: int, names: Sequence[str], done: Callable[[str], None]) -> Question:
    """Ask whom samples show."""

    def named(name: str) -> None:
        if name:
            done(name)

    one, many = (
        translate("People", "Who is on this picture?"),
        translate("People", "Who is on %n pictures?", None, count),
    )
    title = one if count == 1 else many
    text = translate("People", "A name that is not there yet makes someone new.")
    question = Question(parent, title, text, translate("People", "Move"), named, field="")
    _complete(question, names)
    return question


def ask_into(parent: QWidget, rows: Sequence[Row], names: Sequence[str], done: Callable[[str], None]) -> Question:
    """Ask which of several entries all of them become; the one with the most pictures is proposed."""
    largest = max(rows, key=lambda row: row.samples)
    if len(rows) == 1:
        title = translate("People", "Who is {name} really?").format(name=rows[0].name)
    else:
        title = translate("People", "Make %n people one?", None, len(rows))
    text = translate("People", "{names}: all pictures go to the person below, and the other entries are gone.")
    proposed = largest.name if len(rows) > 1 else ""
    question = Question(
        parent, title, text.format(names=listed(rows)), translate("People", "Merge"), done, field=proposed
    )
    _complete(question, names)
    return question


def ask_forget(parent: QWidget, rows: Sequence[Row], done: Callable[[], None]) -> Question:
    """Ask whether to remove people everywhere, and say what that means."""
    text = translate(
        "People",
        "{pictures} will be deleted for good, in the trash and in models too. Models that cannot unlearn them are "
        "retired: the others are learned anew then. This cannot be undone.",
    ).format(pictures=pictures(sum(row.samples for row in rows)))
    if len(rows) == 1:
        title = translate("People", "Forget {name}?").format(name=rows[0].name)
    else:
        title = translate("People", "Forget %n people?", None, len(rows))
        text = f"{listed(rows)}: {text}"
    return Question(parent, title, text, translate("People", "Forget"), lambda _: done(), grave=True)


def ask_empty(parent: QWidget, count: int, done: Callable[[], None]) -> Question:
    """Ask whether to delete from the trash."""
    one, many = translate("People", "Delete it for good?"), translate("People", "Delete all %n for good?", None, count)
    title = one if count == 1 else many
    text = translate("People", "People among them are forgotten by models too. This cannot be undone.")
    return Question(parent, title, text, translate("People", "Delete for good"), lambda _: done(), grave=True)


def _complete(question: Question, names: Sequence[str]) -> None:
    completer = QCompleter(list(names), question)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    question.field.setCompleter(completer)
