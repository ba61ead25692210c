"""The history at work: reads visits and guests, corrects, names, ignores and deletes them on the disk worker."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from visavis.errors import VisavisError
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.presence.guest_naming import name_guest
from visavis.sightings.guest_store import GuestStore
from visavis.sightings.guests import FaceVector
from visavis.sightings.store import SightingStore
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.controllers.sightings.visit_correction import CorrectedVisit, correct_visit
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.history.dialogs import ask_delete_visits, ask_discard, ask_who_guest_is, ask_who_it_was
from visavis.ui.history.guest_model import GuestRow
from visavis.ui.history.recording_dialog import RecordingDialog
from visavis.ui.history.visit_rows import VisitRow, load_visits
from visavis.ui.people.overview import OverviewStore
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import person_name
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window

#: Milliseconds between two readings while the page is shown: visits that go on are written every 15 seconds.
_INTERVAL_MS = 5_000


class HistoryController(QObject):
    """Connects the page of the history with the stores of visits and guests."""

    changed = Signal()  #: people or rejections changed
    learnable = Signal()  #: a guest became a person
    ignored = Signal(list)  #: the faces of the guests whom the user ignores

    def __init__(
        self,
        folders: DataFolders,
        settings_store: SettingsStore,
        overview: OverviewStore,
        undo_history: UndoHistory,
        window: Window,
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders, self._settings_store, self._overview = folders, settings_store, overview
        self._undo_history, self._window, self._disk_worker = undo_history, window, disk_worker
        self._sightings, self._guests = SightingStore(folders.sightings), GuestStore(folders.sightings)
        page = self._page = window.history
        self._timer = QTimer(page, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        window.actions_.history.triggered.connect(self.open)
        page.shown.connect(self.refresh)
        page.record_wanted.connect(self.ask_to_record)
        page.wrong.connect(self._ask_who_it_was)
        page.delete.connect(lambda rows: self._ask_delete(rows, all_=False))
        page.delete_all.connect(self._ask_delete_all)
        page.name_wanted.connect(self._ask_who_guest_is)
        page.ignore.connect(self._ignore)
        page.discard.connect(self._ask_discard)
        settings_store.changed.connect(lambda _: self._show_recording())
        overview.changed.connect(self.refresh)
        overview.changed.connect(self.read_guests)
        window.review.guests_wanted.connect(lambda: self.open(guests=True))
        self._show_recording()

    def open(self, *, guests: bool = False) -> None:
        """Show the history; the first time, ask whether visits are recorded."""
        self._page.show_page(guests=guests)
        self._window.show_history()
        settings = self._settings_store.settings
        if not settings.sightings and not settings.sightings_asked:
            self.ask_to_record()

    def ask_to_record(self) -> RecordingDialog:
        """Ask whether visits are recorded, in plain words."""
        self._settings_store.change(sightings_asked=True)
        dialog = RecordingDialog(self._settings_store.settings, self._folders.sightings, self._window)
        dialog.agreed.connect(self._record)
        dialog.finished.connect(self._page.focus_page)
        return dialog

    def refresh(self) -> None:
        """Read visits and guests again, if they are shown."""
        if self._page.isVisible():
            self._disk_worker.submit(partial(load_visits, self._folders), self._page.show_visits, self._fail)
            self._disk_worker.submit(self._load_guests, self._page.show_guests, self._fail)

    def read_guests(self) -> None:
        """Offer in the review the guests who came several times, and say who is not asked about."""

        def report(found: tuple[list[GuestRow], list[FaceVector]]) -> None:
            rows, ignored = found
            self._window.review.show_guests(sum(_is_asked_about(row) for row in rows))
            self.ignored.emit(ignored)

        self._disk_worker.submit(lambda: (self._load_guests(), self._guests.ignored_faces()), report, self._fail)

    def _load_guests(self) -> list[GuestRow]:
        guests = sorted(self._guests.guests(), key=lambda each: (each.is_ignored, -each.visits, each.id))
        return [GuestRow(each) for each in guests]

    def _show_recording(self) -> None:
        self._page.show_recording(is_on=self._settings_store.settings.sightings)

    def _record(self, chosen: dict[str, Any]) -> None:
        self._settings_store.change(sightings=True, **chosen)

    # Visits

    def _ask_who_it_was(self, row: VisitRow) -> None:
        names = self._overview.current.display_names
        sighting = row.sighting

        def ask(content: bytes | None) -> None:
            ask_who_it_was(
                self._window,
                row,
                names,
                lambda name: self._correct(row, name),
                lambda: self._correct(row, None),
                has_picture=content is not None,
            )

        self._disk_worker.submit(lambda: self._sightings.sample(sighting), ask, self._fail)

    def _correct(self, row: VisitRow, name: str | None) -> None:
        def write() -> CorrectedVisit:
            return correct_visit(self._folders, row.sighting, None if name is None else PersonName(name))

        def report(corrected: CorrectedVisit) -> None:
            if corrected.name is None:
                text = self.tr("The visit is now of somebody unknown.")
            elif corrected.is_learned:
                text = self.tr("The visit is now {name}'s, and its picture is learned.")
            else:
                text = self.tr("The visit is now {name}'s.")
            text = text.format(name=person_name(corrected.name or ""))
            edit = UndoableEdit(self.tr("Undo correction"), text, corrected.undo, self.refresh)
            self._undo_history.push(edit)
            self.refresh()
            self.changed.emit()

        self._disk_worker.submit(write, report, self._fail)

    def _ask_delete_all(self) -> None:
        def ask(rows: list[VisitRow]) -> None:
            self._ask_delete(rows, all_=True)

        self._disk_worker.submit(partial(load_visits, self._folders), ask, self._fail)

    def _ask_delete(self, rows: Sequence[VisitRow], *, all_: bool) -> None:
        if not rows:
            return
        sightings = [row.sighting for row in rows]
        ask_delete_visits(
            self._window,
            len(rows),
            all_=all_,
            on_answer=lambda: self._do(lambda: self._sightings.delete(sightings)),
        )

    # Guests

    def _ask_who_guest_is(self, row: GuestRow) -> None:
        names = self._overview.current.display_names
        ask_who_guest_is(self._window, row, names, lambda name: self._name(row, name))

    def _name(self, row: GuestRow, name: str) -> None:
        def report(done: tuple[Person, int]) -> None:
            person, pictures = done
            text = self.tr("{guest} is {name} now, with {pictures} more.")
            self._window.toast.say(
                text.format(guest=row.name, name=person_name(person.name), pictures=picture_count(pictures))
            )
            self.refresh()
            self.learnable.emit()  # then the overview is read again, and the guests with it

        self._disk_worker.submit(lambda: name_guest(self._folders, row.guest, PersonName(name)), report, self._fail)

    def _ignore(self, row: GuestRow) -> None:
        guest, is_ignored = row.guest, not row.guest.is_ignored

        def report(_: object) -> None:
            off, on = self.tr("{guest} is not recorded any more."), self.tr("{guest} is recorded again.")
            text = (off if is_ignored else on).format(guest=row.name)
            label = self.tr("Undo ignoring") if is_ignored else self.tr("Undo recording again")
            undo = partial(self._guests.ignore, guest, is_ignored=not is_ignored)
            self._undo_history.push(UndoableEdit(label, text, undo, self._read_again))
            self._read_again()

        self._disk_worker.submit(partial(self._guests.ignore, guest, is_ignored=is_ignored), report, self._fail)

    def _ask_discard(self, row: GuestRow) -> None:
        ask_discard(self._window, row, lambda: self._do(lambda: self._guests.discard(row.guest)))

    def _do(self, change: Callable[[], int]) -> None:
        """Change what cannot be undone, and read again."""

        def report(count: int) -> None:
            one, several = self.tr("1 visit was deleted."), self.tr("%n visits were deleted.", None, count)
            self._window.toast.say(one if count == 1 else several)
            self._read_again()

        self._disk_worker.submit(change, report, self._fail)

    def _read_again(self) -> None:
        self.refresh()
        self.read_guests()

    def _fail(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "history"))


def _is_asked_about(row: GuestRow) -> bool:
    """Whether the review offers a guest: they came again, and are not ignored."""
    return row.guest.visits > 1 and not row.guest.is_ignored
