"""The one undo history of the window: edits of people and corrections of answers, undone latest first."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from visavis.errors import DiskError, VisavisError
from visavis.ui.threads import Worker

#: Number of edits that can be undone.
_LIMIT = 50


def _do_nothing() -> None:
    """For edits that change nothing but the disk."""


@dataclass(frozen=True, slots=True)
class UndoableEdit:
    """An edit that was done, with its inverse."""

    label: str  #: of the action that undoes it, such as "Undo renaming"
    description: str  #: sentence that says what was done
    undo: Callable[[], object]  #: the inverse; runs on the disk worker
    on_undone: Callable[[], None] = _do_nothing  #: runs in the GUI thread after `undo`


class UndoHistory(QObject):
    """Undoes edits on the disk worker, in the reverse of their order.

    Parameters
    ----------
    disk : Worker
        The worker that does the edits, so that an edit still on its way is undone too.
    """

    changed = Signal(str)  #: label of the edit that would be undone next; "" if there is none
    pushed = Signal(str)  #: says what was done and can be undone
    message = Signal(str)  #: says what was undone, or that there is nothing to undo
    undone = Signal()
    failed = Signal(VisavisError)  #: the edit could not be undone; after a disk error it can be tried again

    def __init__(self, disk: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._disk = disk
        self._edits: list[UndoableEdit] = []
        self._generation = 0  # number of times that the history was cleared

    @property
    def label(self) -> str:
        """Label of the edit that would be undone next; empty if there is none."""
        return self._edits[-1].label if self._edits else ""

    def push(self, edit: UndoableEdit) -> None:
        """Add an edit that was done."""
        self._set([*self._edits, edit][-_LIMIT:])
        self.pushed.emit(edit.description)

    def clear(self) -> None:
        """Forget all edits: undoing one could bring back a person who was forgotten."""
        self._generation += 1
        self._set([])

    def undo(self) -> None:
        """Undo the latest edit, including one that the disk worker has not finished yet."""
        self._disk.run_after(self._undo_latest)

    def _undo_latest(self) -> None:
        if not self._edits:
            self.message.emit(self.tr("There is nothing to undo."))
            return
        edit, generation = self._edits[-1], self._generation
        self._set(self._edits[:-1])

        def report(_: object) -> None:
            edit.on_undone()
            self.message.emit(self.tr("Undone: {what}").format(what=edit.description))
            self.undone.emit()

        def fail(error: VisavisError) -> None:
            if isinstance(error, DiskError) and generation == self._generation:
                self._set([*self._edits, edit][-_LIMIT:])
            self.failed.emit(error)

        self._disk.submit(edit.undo, report, fail)

    def _set(self, edits: list[UndoableEdit]) -> None:
        self._edits = edits
        self.changed.emit(self.label)
