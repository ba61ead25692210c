"""Edits of people and their samples: asks for details, does the edit on the disk worker, and reports it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visavis import forgetting
from visavis.errors import VisavisError
from visavis.models.change import ModelChange
from visavis.people import edits
from visavis.people.edits import PeopleEdit
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.rejections import RejectionStore
from visavis.people.samples import Sample
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.people.trash_entry import TrashEntry
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
from visavis.ui.widgets.banner import Banner


class PeopleController(QObject):
    """Edits people. Every edit except forgetting can be undone.

    Parameters
    ----------
    overview : OverviewStore
        Whose names complete what is typed.
    banner : Banner
        Shows what was done; questions are asked over its window.
    """

    changed = Signal()  #: people changed on disk
    forgotten = Signal(list)  #: receipts of the people who were forgotten
    forgetting_failed = Signal()  #: some of the people may be forgotten all the same, and models changed
    trash_emptied = Signal(tuple)  #: the `ModelChange` of each model that this changed

    def __init__(
        self,
        folders: DataFolders,
        disk_worker: Worker,
        overview: OverviewStore,
        history: UndoHistory,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._disk_worker = disk_worker
        self._overview = overview
        self._history = history
        self._banner = banner
        self._store = PeopleStore(folders.people)
        self._rejections = RejectionStore(folders.strangers)
        self.trash = Trash(folders.trash, folders.people)

    def rename(self, row: PersonRow) -> None:
        """Ask for a new name, and rename the person."""

        def rename(name: str) -> PeopleEdit:
            return edits.rename(self._store, row.person, PersonName(name), self._folders)

        ask_name(self._banner.window(), row, lambda name: self._do(lambda: rename(name)))

    def merge(self, rows: Sequence[PersonRow]) -> None:
        """Ask which of several people, or which other person, they are, and merge them."""

        def merge(name: str) -> PeopleEdit:
            into = self._store.find(name)
            others = [row.person for row in rows if row.person.slug != into.slug]
            return self._merge(others or [into], into)

        ask_into(
            self._banner.window(),
            rows,
            self._overview.current.names,
            lambda name: self._do(lambda: merge(name)) if name else None,
        )

    def merge_pair(self, row: PersonRow, into: PersonRow) -> None:
        """Merge a person into another without asking: the user just said that they are one."""
        person, other = row.person, into.person
        self._do(lambda: self._merge([person], other))

    def _merge(self, people: Sequence[Person], into: Person) -> PeopleEdit:
        return edits.merge(self._store, self.trash, self._rejections, people, into, self._folders)

    def call_distinct(self, row: PersonRow, other: PersonRow) -> None:
        """Remember that two people who look alike are two people."""
        self._do(lambda: edits.call_distinct(self._store, row.person, other.person))

    def delete_people(self, rows: Sequence[PersonRow]) -> None:
        """Move people to the trash."""
        people = [row.person for row in rows]
        self._do(lambda: edits.delete_people(self.trash, people))

    def delete_samples(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Move samples to the trash."""
        samples = _samples(items)
        self._do(lambda: edits.delete_samples(self.trash, row.person, samples))

    def move(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Ask whom samples show, and move them to that person, new or enrolled."""
        samples = _samples(items)

        def move(name: str) -> PeopleEdit:
            return edits.move(self._store, row.person, samples, self._store.find_or_create(PersonName(name)))

        others = [name for name in self._overview.current.names if name != row.name]
        ask_whose(self._banner.window(), len(samples), others, lambda name: self._do(lambda: move(name)))

    def reject(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Turn samples into rejections: they do not show this person."""
        samples = _samples(items)
        self._do(lambda: edits.reject(self._rejections, row.person, samples))

    def use(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Use pictures as samples that were set aside, or in which no face was found."""
        samples = _samples(items)
        self._do(lambda: edits.use(self._store, row.person, samples))

    def set_aside(self, row: PersonRow, items: Sequence[SampleItem]) -> None:
        """Set samples aside, so that they do not count."""
        samples = _samples(items)
        self._do(lambda: edits.set_aside(self._store, row.person, samples))

    def restore(self, entries: Sequence[TrashEntry]) -> None:
        """Put entries of the trash back."""

        def restore() -> None:
            for entry in entries:
                self.trash.restore(entry)

        self._disk_worker.submit(restore, lambda _: self._report_restored(len(entries)), self._fail)

    def empty_trash(self, entries: Sequence[TrashEntry]) -> None:
        """Ask, then delete entries of the trash for good."""

        def empty() -> None:
            self._disk_worker.submit(
                lambda: forgetting.delete_entries(self._folders, entries),
                self.trash_emptied.emit,
                self._fail_forgetting,
            )

        ask_empty(self._banner.window(), len(entries), empty)

    def empty_expired(self) -> None:
        """Delete for good what has been in the trash for a week."""

        def report(changes: tuple[ModelChange, ...]) -> None:
            if changes:
                self.trash_emptied.emit(changes)

        self._disk_worker.submit(lambda: forgetting.empty_expired(self._folders), report, self._report_error)

    def forget(self, rows: Sequence[PersonRow]) -> None:
        """Ask, then remove people everywhere."""

        def forget() -> None:
            people = [row.person for row in rows]
            work = partial(forgetting.forget_all, self._folders, people)
            self._disk_worker.submit(work, self.forgotten.emit, self._fail_forgetting)

        ask_forget(self._banner.window(), rows, forget, partial(self.delete_people, rows))

    def save_text(self, path: Path, text: str) -> None:
        """Write a text file, such as a receipt."""
        self._disk_worker.submit(lambda: disk.write_whole(path, text.encode()), on_error=self._report_error)

    def _do(self, work: Callable[[], PeopleEdit]) -> None:
        self._disk_worker.submit(work, self._report, self._fail)

    def _report(self, edit: PeopleEdit) -> None:
        description = texts.description(edit)
        self._history.push(UndoableEdit(texts.undo_label(edit), description, edit.undo))
        self.changed.emit()

    def _report_restored(self, count: int) -> None:
        one, several = (
            translate("PeopleController", "Put back."),
            translate("PeopleController", "All %n are back.", None, count),
        )
        self._history.message.emit(one if count == 1 else several)
        self.changed.emit()

    def _report_error(self, error: VisavisError) -> None:
        self._banner.tell(Notice.of(error, "people"))

    def _fail(self, error: VisavisError) -> None:
        self._report_error(error)
        self.changed.emit()  # an edit of several people may be half done

    def _fail_forgetting(self, error: VisavisError) -> None:
        self._fail(error)
        self.forgetting_failed.emit()


def _samples(items: Sequence[SampleItem]) -> list[Sample]:
    return [item.sample for item in items]
