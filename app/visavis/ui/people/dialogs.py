"""Questions that the user answers before people or samples are edited."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from visavis.ui.people.overview import PersonRow
from visavis.ui.people.texts import join_names
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import translate
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.question_dialog import QuestionDialog


def ask_name(parent: QWidget, row: PersonRow, on_answer: Callable[[str], None]) -> QuestionDialog:
    """Ask for a new name."""

    def accept(name: str) -> None:
        if name and name != row.display_name:
            on_answer(name)

    title = translate("PeopleDialogs", "Rename {name}").format(name=row.display_name)
    return QuestionDialog(parent, title, "", translate("PeopleDialogs", "Rename"), accept, field=row.display_name)


def ask_whose(parent: QWidget, count: int, names: Sequence[str], on_answer: Callable[[str], None]) -> QuestionDialog:
    """Ask which person samples show."""

    def accept(name: str) -> None:
        if name:
            on_answer(name)

    one, several = (
        translate("PeopleDialogs", "Who is in this picture?"),
        translate("PeopleDialogs", "Who is in these %n pictures?", None, count),
    )
    title = one if count == 1 else several
    text = translate("PeopleDialogs", "A new name creates a new person.")
    question = QuestionDialog(parent, title, text, translate("PeopleDialogs", "Move"), accept, field="")
    _add_completer(question, names)
    return question


def ask_into(
    parent: QWidget, rows: Sequence[PersonRow], names: Sequence[str], on_answer: Callable[[str], None]
) -> QuestionDialog:
    """Ask into which person to merge people; of several, the one with the most pictures is proposed."""
    proposed = max(rows, key=lambda row: row.samples)
    if len(rows) == 1:
        title = translate("PeopleDialogs", "Who is {name} really?").format(name=rows[0].display_name)
    else:
        title = translate("PeopleDialogs", "Merge %n people into one?", None, len(rows))
    text = translate("PeopleDialogs", "{names}: all pictures move to the person below. The other entries are removed.")
    name = proposed.display_name if len(rows) > 1 else ""
    question = QuestionDialog(
        parent, title, text.format(names=join_names(rows)), translate("PeopleDialogs", "Merge"), on_answer, field=name
    )
    _add_completer(question, names)
    return question


def ask_forget(
    parent: QWidget, rows: Sequence[PersonRow], on_answer: Callable[[], None], on_delete: Callable[[], None]
) -> QuestionDialog:
    """Ask whether to remove people everywhere, explain what that does, and offer to delete them instead."""
    text = translate(
        "PeopleDialogs",
        "{pictures} will be deleted for good, also from the trash and from models. Models that cannot forget them are "
        "retired, and a new one is trained on the other people. This cannot be undone.\n\n"
        "If you only delete, everything goes to the trash, where it can be put back for a week.",
    ).format(pictures=picture_count(sum(row.samples for row in rows)))
    if len(rows) == 1:
        title = translate("PeopleDialogs", "Forget {name}?").format(name=rows[0].display_name)
    else:
        title = translate("PeopleDialogs", "Forget %n people?", None, len(rows))
        text = f"{join_names(rows)}: {text}"
    return QuestionDialog(
        parent,
        title,
        text,
        translate("PeopleDialogs", "Forget"),
        lambda _: on_answer(),
        also=((translate("PeopleDialogs", "Only delete"), on_delete),),
        grave=True,
    )


def ask_empty(parent: QWidget, count: int, on_answer: Callable[[], None]) -> QuestionDialog:
    """Ask whether to delete entries of the trash for good."""
    one, several = (
        translate("PeopleDialogs", "Delete it for good?"),
        translate("PeopleDialogs", "Delete all %n for good?", None, count),
    )
    title = one if count == 1 else several
    text = translate("PeopleDialogs", "Models forget the deleted people too. This cannot be undone.")
    return QuestionDialog(
        parent, title, text, translate("PeopleDialogs", "Delete for good"), lambda _: on_answer(), grave=True
    )


def _add_completer(question: QuestionDialog, names: Sequence[str]) -> None:
    question.field.setCompleter(NameCompleter(names, question))
