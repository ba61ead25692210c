"""What is asked before a person is changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from visavis.ui.question import Question
from visavis.ui.roster import Row, counted


def ask_name(parent: QWidget, row: Row, done: Callable[[str], None]) -> Question:
    """Ask what someone is called from now on."""

    def renamed(name: str) -> None:
        if name and name != row.name:
            done(name)

    return Question(parent, f"Rename {row.name}", "", "Rename", renamed, field=row.name)


def ask_forget(parent: QWidget, row: Row, done: Callable[[], None]) -> Question:
    """Ask whether to delete someone, and say what that means."""
    text = (
        f"{counted(row.samples, 'picture').capitalize()} will be deleted, and models that learned from them retired: "
        "train again for the others. This cannot be undone."
    )
    return Question(parent, f"Forget {row.name}?", text, "Forget", lambda _: done(), grave=True)
