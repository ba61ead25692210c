"""What is done with people and their samples in the window: asked for, done on the disk, told, taken back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis import forgetting
from visavis.errors import VisavisError
from visavis.people import edits
from visavis.people.edits import PeopleEdit
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash, TrashEntry
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.people import texts
from visavis.ui.people.dialogs import ask_empty, ask_forget, ask_into, ask_name, ask_whose
from visavis.ui.people.overview import OverviewStore, PersonRow
from visavis.ui.people.person_details import SampleItem
from visavis.ui.text.language import translate
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker


class PeopleController(QObject):
    """Changes people; whatever was changed can be taken back, but for forgetting.

    Parameters
    ----------
    window : QWidget
        Over which questions are asked.
    overview : OverviewStore
        Whose names complete what is typed.
    """

    changed = Signal()  #: the people are others now
    told = Signal(Notice)
    failed = Signal(VisavisError)
    forgotten = Signal(list)  #: receipts
    gone = Signal()  #: forgetting failed, and someone may be gone all the same: models may have changed
    removed = Signal(tuple)  #: entries left the trash for good: a sentence for each model that this changed

    def __init__(
        self,
        folders: DataFolders,
        disk: Worker,
        history: UndoHistory,
        window: QWidget,
        overview: OverviewStore,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._disk = disk
        self._history = history
        self._window = window
        self._overview = overview
        self._store = PeopleStore(folders.people)
        self._rejections = RejectionStore(folders.strangers)
        self.trash = Trash(folders.trash, folders.people)

    def rename(self, row: PersonRow) -> None:
        """Ask what someone is called, and call them that."""

        def rename(name: str) -> PeopleEdit:
            return edits.rename(self._store, row.person, PersonName(name))

        ask_name(self._window, row, lambda name: self._do(lambda: rename(name)))

    def merge(self, rows: Sequence[PersonRow]) -> None:
        """Ask who of several, or who else, they are; make them one."""

        def merge(name: str) -> PeopleEdit:
            into = self._store.find(name)
            others = [row.person for row in rows if row.person.slug != into.slug]
            return edits.merge(self._store, self.trash, self._rejections, others or [into], into)

        ask_into(
            self._window,
            rows,
            self._overview.current.names,
            lambda name: self._do(lambda: merge(name)) if name else None,
        )

    def delete_people(self, rows: Sequence[PersonRow]) -> None:
        """Into the trash."""
        people = [row.person for row in rows]
        self._do(lambda: edits.delete_people(self.trash, people))

    def delete_samples(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Into the trash."""
        samples = _samples(items)
        self._do(lambda: edits.delete_samples(self.trash, row.person, samples))

    def move(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Ask whom samples show, and give them to that person, new or not."""
        samples = _samples(items)

        def move(name: str) -> PeopleEdit:
            return edits.move(self._store, row.person, samples, self._store.find_or_create(PersonName(name)))

        names = [name for name in self._overview.current.names if name != row.name]
        ask_whose(self._window, len(samples), names, lambda name: self._do(lambda: move(name)))

    def reject(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Samples do not show that person."""
        samples = _samples(items)
        self._do(lambda: edits.reject(self._rejections, row.person, samples))

    def restore(self, entries: Sequence[TrashEntry]) -> None:
        """Out of the trash again."""

        def restore() -> None:
            for entry in entries:
                self.trash.restore(entry)

        self._disk.submit(restore, lambda _: self._restored(len(entries)), self._refused)

    def remove(self, entries: Sequence[TrashEntry]) -> None:
        """Ask, then delete from the trash for good."""

        def remove() -> None:
            self._disk.submit(lambda: forgetting.empty(self._folders, entries), self.removed.emit, self._cut_short)

        ask_empty(self._window, len(entries), remove)

    def empty_expired(self) -> None:
        """Delete for good what has been in the trash for a week."""
        self._disk.submit(lambda: forgetting.empty_expired(self._folders), self._expired, self.failed.emit)

    def forget(self, rows: Sequence[PersonRow]) -> None:
        """Ask, then remove people everywhere."""

        def forget() -> None:
            people = [row.person for row in rows]
            work = partial(forgetting.forget_all, self._folders, people)
            self._disk.submit(work, self.forgotten.emit, self._cut_short)

        ask_forget(self._window, rows, forget)

    def save(self, path: Path, text: str) -> None:
        """Write a text that the user wants to keep."""
        self._disk.submit(lambda: disk.write_whole(path, text.encode()), on_error=self.failed.emit)

    def _do(self, work: Callable[[], PeopleEdit]) -> None:
        self._disk.submit(work, self._changed, self._refused)

    def _refused(self, error: VisavisError) -> None:
        self.failed.emit(error)
        self.changed.emit()  # what was done before it failed holds: of several people, some may be gone

    def _cut_short(self, error: VisavisError) -> None:
        self._refused(error)
        self.gone.emit()

    def _changed(self, change: PeopleEdit) -> None:
        description = texts.done(change)
        self._history.push(UndoableEdit(texts.undo(change), description, change.undo))
        self.told.emit(Notice(description, translate("PeopleController", "Undo with Ctrl+Z."), about="editing"))
        self.changed.emit()

    def _restored(self, count: int) -> None:
        self.told.emit(
            Notice(
                translate("PeopleController", "It is back.")
                if count == 1
                else translate("PeopleController", "All %n are back.", None, count),
                about="editing",
            )
        )
        self.changed.emit()

    def _expired(self, told: tuple[str, ...]) -> None:
        if told:
            self.removed.emit(told)


def _samples(items: Sequence[SampleItem]) -> list[Sample]:
    return [item.sample for item in items]
