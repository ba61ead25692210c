"""Quiet notifications: the tray says that a chosen person came, or somebody unknown. Off unless the user wants them."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QSystemTrayIcon

from visavis.people.store import PeopleStore
from visavis.settings import Settings
from visavis.sightings.sighting import Sighting
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.people.library import LibraryController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.controllers.undo_history import UndoableEdit, UndoHistory
from visavis.ui.history.visit_rows import VisitRow
from visavis.ui.people.overview import OverviewStore, PersonRow
from visavis.ui.text.language import isolate, person_name
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.window import Window

#: Milliseconds for which a notification is shown, where the desktop heeds that.
_SHOWN_MS = 6_000


class Tray(Protocol):
    """What shows notifications: a `QSystemTrayIcon`."""

    messageClicked: SignalInstance  # noqa: N815  Qt's name

    def show(self) -> None: ...

    def hide(self) -> None: ...

    def showMessage(self, title: str, message: str, icon: QSystemTrayIcon.MessageIcon, milliseconds: int) -> None: ...


def open_tray(window: Window) -> Tray | None:
    """The icon in the desktop's tray; None without a tray."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    tray = QSystemTrayIcon(window.windowIcon(), window)
    tray.setToolTip("Visavis")
    tray.activated.connect(lambda _: window.bring_to_front())
    return tray


class AnnouncementController(QObject):
    """Says who came, once a visit: coming back within the cool-down is no new one."""

    changed = Signal()  #: a person was chosen, or no more

    def __init__(
        self,
        folders: DataFolders,
        settings_store: SettingsStore,
        overview: OverviewStore,
        history: UndoHistory,
        library: LibraryController,
        window: Window,
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._people = PeopleStore(folders.people)
        self._settings_store, self._overview, self._history = settings_store, overview, history
        self._library, self._window, self._disk_worker = library, window, disk_worker
        self._tray: Tray | None = None
        window.actions_.announce.triggered.connect(self._choose)
        settings_store.changed.connect(self._configure)
        self._configure(settings_store.settings)

    def _configure(self, settings: Settings) -> None:
        """Have an icon in the tray only while there is something to say."""
        if settings.announce == "off":
            if self._tray is not None:
                self._tray.hide()
        elif self._tray is None:
            self._tray = open_tray(self._window)
            if self._tray is not None:
                self._tray.messageClicked.connect(self._window.bring_to_front)
        if self._tray is not None and settings.announce != "off":
            self._tray.show()

    def announce(self, sighting: Sighting) -> None:
        """Say that a visit began, if the user wants to know."""
        if self._tray is None or not self._is_wanted(sighting):
            return
        if sighting.name is not None:
            text = self.tr("{name} is here.").format(name=person_name(sighting.name))
        else:
            text = self.tr("{guest} is here.").format(guest=VisitRow(sighting).who)
        icon = QSystemTrayIcon.MessageIcon.NoIcon
        self._tray.showMessage(text, isolate(sighting.source), icon, _SHOWN_MS)

    def _is_wanted(self, sighting: Sighting) -> bool:
        announce = self._settings_store.settings.announce
        if sighting.name is None:
            return announce == "unknown"
        rows = self._overview.current.rows
        return announce != "off" and any(row.person.slug == sighting.person and row.person.is_announced for row in rows)

    def _choose(self) -> None:
        rows = self._library.selected_people()
        if len(rows) == 1:
            self._set(rows[0])
        else:
            self._window.banner.tell(Notice(self.tr("Select a person first."), about="selection"))

    def _set(self, row: PersonRow) -> None:
        person, is_announced = row.person, not row.person.is_announced

        def report(_: object) -> None:
            on, off = (
                self.tr("You are told when {name} comes."),
                self.tr("You are not told any more when {name} comes."),
            )
            text = (on if is_announced else off).format(name=person_name(row.name))
            undo = partial(self._people.set_announced, person, is_announced=not is_announced)
            self._history.push(UndoableEdit(self.tr("Undo choosing"), text, undo))
            self.changed.emit()
            if is_announced and self._settings_store.settings.announce == "off":
                self._settings_store.change(announce="chosen")

        self._disk_worker.submit(
            partial(self._people.set_announced, person, is_announced=is_announced),
            report,
            lambda error: self._window.banner.tell(Notice.of(error, "people")),
        )
