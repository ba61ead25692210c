"""Questions that the user answers before visits or guests are changed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from visavis.ui.history.guest_model import GuestRow
from visavis.ui.history.visit_rows import VisitRow
from visavis.ui.text.language import translate
from visavis.ui.widgets.controls import NameCompleter
from visavis.ui.widgets.question_dialog import QuestionDialog


def ask_who_it_was(
    parent: QWidget,
    row: VisitRow,
    names: Sequence[str],
    on_name: Callable[[str], None],
    on_nobody: Callable[[], None],
    *,
    has_picture: bool,
) -> QuestionDialog:
    """Ask whose a visit was.

    Parameters
    ----------
    has_picture : bool
        Whether a picture was kept from which the answer can be learned.
    """
    if has_picture:
        text = translate("HistoryDialogs", "The picture of the visit is learned under the name that you give.")
    else:
        text = translate(
            "HistoryDialogs",
            "No picture of this visit was kept, so nothing can be learned from it: only the visit changes, and only to "
            "somebody who is enrolled. The setting Visits, With a picture, keeps one.",
        )
    title = translate("HistoryDialogs", "{name}, {when}: who was it?").format(name=row.who, when=row.when)
    nobody = (translate("HistoryDialogs", "Nobody I know"), on_nobody)
    question = QuestionDialog(
        parent,
        title,
        text,
        translate("HistoryDialogs", "Correct"),
        lambda name: on_name(name) if name else None,
        field="",
        also=(nobody,) if row.sighting.name is not None else (),
    )
    question.field.setCompleter(NameCompleter(names, question))
    return question


def ask_who_guest_is(
    parent: QWidget, row: GuestRow, names: Sequence[str], on_name: Callable[[str], None]
) -> QuestionDialog:
    """Ask who a guest is: somebody new, or somebody enrolled."""
    title = translate("HistoryDialogs", "Who is {guest}?").format(guest=row.name)
    text = translate(
        "HistoryDialogs",
        "A new name enrolls a new person by the pictures of these visits. A known name says that the guest is that "
        "person. All visits of the guest get the name.",
    )
    if not row.guest.pictures:
        text = translate(
            "HistoryDialogs",
            "No picture of these visits was kept, so only somebody who is enrolled can be chosen. The setting Visits, "
            "With a picture, keeps one.",
        )
    verb = translate("HistoryDialogs", "Name")
    question = QuestionDialog(parent, title, text, verb, lambda name: on_name(name) if name else None, field="")
    question.field.setCompleter(NameCompleter(names, question))
    return question


def ask_delete_visits(parent: QWidget, count: int, *, all_: bool, on_answer: Callable[[], None]) -> QuestionDialog:
    """Ask whether to delete visits."""
    one = translate("HistoryDialogs", "Delete this visit?")
    several = translate("HistoryDialogs", "Delete these %n visits?", None, count)
    title = one if count == 1 else several
    if all_:
        title = translate("HistoryDialogs", "Delete all %n visits?", None, count)
    text = translate("HistoryDialogs", "They are deleted with their pictures, for good. This cannot be undone.")
    return QuestionDialog(parent, title, text, translate("HistoryDialogs", "Delete"), lambda _: on_answer(), grave=True)


def ask_discard(parent: QWidget, row: GuestRow, on_answer: Callable[[], None]) -> QuestionDialog:
    """Ask whether to delete a guest with their visits."""
    title = translate("HistoryDialogs", "Discard {guest}?").format(guest=row.name)
    text = translate(
        "HistoryDialogs",
        "Their visits and pictures are deleted for good. This cannot be undone. If they come again, they are a new "
        "guest. To hear no more of them, choose Ignore.",
    )
    return QuestionDialog(
        parent, title, text, translate("HistoryDialogs", "Discard"), lambda _: on_answer(), grave=True
    )
