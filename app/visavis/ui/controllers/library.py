"""The library at work: which page is shown, which actions can be done with what is chosen, and who is told."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from visavis.errors import VisavisError
from visavis.forgetting import Receipt
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.people import PeopleController
from visavis.ui.controllers.undo_history import UndoHistory
from visavis.ui.people import person_details, trash_model
from visavis.ui.people.overview import OverviewStore, PersonRow
from visavis.ui.people.person_details import PersonDetails
from visavis.ui.people.receipt_dialog import ReceiptDialog
from visavis.ui.text.core_messages import said
from visavis.ui.text.language import translate
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.thumbnails import Thumbnails
from visavis.ui.window import PEOPLE, Window


class LibraryController(QObject):
    """Connects the library, the list of people and the menu with what changes people."""

    changed = Signal()  #: the people are others now
    gone = Signal()  #: someone was forgotten: models may have changed
    add_pictures = Signal(str)  #: of whom
    train = Signal()
    told = Signal(Notice)
    failed = Signal(VisavisError)

    def __init__(
        self,
        folders: DataFolders,
        disk: Worker,
        overview: OverviewStore,
        history: UndoHistory,
        thumbnails: Thumbnails,
        window: Window,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._disk = disk
        self._thumbnails = thumbnails
        self._window = window
        self._overview = overview
        self.editing = PeopleController(folders, disk, history, window, overview, self)
        self._history = history
        self._connect_actions()
        self._connect()
        self.refresh_actions()

    def _show_overview(self) -> None:
        """Read the page that is shown again."""
        library = self._window.library
        if library.shown is not None:
            slug = library.shown.person.slug
            row = next((row for row in self._overview.current.rows if row.person.slug == slug), None)
            if row is None:
                library.show_grid()
            else:
                self._read(row)
        elif library.on_trash:
            self.show_trash()
        self.refresh_actions()

    def open(self, row: PersonRow) -> None:
        """Show someone's page."""
        self._window.show_library()
        self._read(row)

    def show_all(self) -> None:
        """Show everybody; whoever is chosen beside the picture is chosen there."""
        row = self._window.people.chosen()
        library = self._window.library
        if not self._window.in_library and row is not None:
            library.choose(row.person.slug)
        self._window.show_library()
        library.show_grid()

    def show_trash(self) -> None:
        """Show what is in the trash."""
        trash = self.editing.trash
        self._disk.submit(lambda: trash_model.read(trash), self._show_trash, self.failed.emit)

    def people(self) -> list[PersonRow]:
        """Whom an action is about."""
        if self._window.in_library:
            return self._window.library.chosen_people()
        row = self._window.people.chosen()
        return [row] if row else []

    def refresh_actions(self) -> None:
        """Offer what can be done with what is chosen."""
        window, actions, library = self._window, self._window.actions_, self._window.library
        if window.pages.currentWidget() is window.welcome:
            return
        live = not window.in_library
        people = 1 if live else len(library.chosen_people())  # beside the picture, it is said if nobody is chosen
        samples, entries = len(library.chosen_samples()), len(library.chosen_entries())
        page = library.shown is not None and not live
        for action, possible in (
            (actions.open, people == 1 and not page),
            (actions.add, people == 1),
            (actions.rename, people == 1),
            (actions.merge, people > 0),
            (actions.forget, people > 0),
            (actions.delete, samples > 0 if page else people > 0),
            (actions.move, page and samples > 0),
            (actions.reject, page and samples > 0),
            (actions.restore, not live and entries > 0),
            (actions.purge, not live and entries > 0),
            (actions.undo, bool(self._history.label)),
        ):
            action.setEnabled(possible)

    def _connect_actions(self) -> None:
        actions, editing = self._window.actions_, self.editing
        actions.library.triggered.connect(self.show_all)
        actions.trash.triggered.connect(self._to_trash)
        actions.open.triggered.connect(lambda: self._with_one(self.open))
        actions.add.triggered.connect(lambda: self._with_one(lambda row: self.add_pictures.emit(row.name)))
        actions.rename.triggered.connect(lambda: self._with_one(editing.rename))
        actions.merge.triggered.connect(lambda: self._with(editing.merge))
        actions.forget.triggered.connect(lambda: self._with(editing.forget))
        actions.delete.triggered.connect(self._delete)
        actions.delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # others have a Delete too
        self._window.removeAction(actions.delete)
        for place in (self._window.people, self._window.library):
            place.addAction(actions.delete)
        actions.move.triggered.connect(lambda: self._with_samples(editing.move))
        actions.reject.triggered.connect(lambda: self._with_samples(editing.reject))
        actions.undo.triggered.connect(self._history.undo)
        actions.restore.triggered.connect(lambda: editing.restore(self._window.library.chosen_entries()))
        actions.purge.triggered.connect(lambda: editing.remove(self._window.library.chosen_entries()))
        library = self._window.library
        of_person = {actions.add, actions.rename, actions.merge, actions.forget}
        for action in self._offered():
            library.add_action(action, of_person=action in of_person)

    def _offered(self) -> list[QAction]:
        """The actions that are buttons below the list, and in the menu of what is chosen."""
        actions = self._window.actions_
        ways = [actions.undo, actions.open, actions.add, actions.rename, actions.merge, actions.move, actions.reject]
        return [*ways, actions.delete, actions.forget, actions.restore, actions.purge]

    def _connect(self) -> None:
        library, people, editing = self._window.library, self._window.people, self.editing
        self._overview.changed.connect(self._show_overview)
        library.opened.connect(self._open)
        library.trash_wanted.connect(self._to_trash)
        library.delete.connect(self._delete_key)
        library.rename.connect(lambda: self._with_one(editing.rename))
        library.menu_wanted.connect(self._open_menu)
        library.changed.connect(self.refresh_actions)
        self._window.pages.currentChanged.connect(lambda _: self.refresh_actions())
        people.all.clicked.connect(self.show_all)
        people.opened.connect(self.open)
        people.rename.connect(editing.rename)
        people.delete.connect(lambda row: editing.delete_people([row]))
        people.forget.connect(lambda row: editing.forget([row]))
        people.add_pictures.connect(lambda row: self.add_pictures.emit(row.name))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), library)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(library.go_back)
        editing.changed.connect(self.changed)
        editing.told.connect(self.told)
        editing.failed.connect(self.failed)
        editing.forgotten.connect(self._forgotten)
        editing.gone.connect(self.gone)
        editing.removed.connect(self._removed)
        self._history.changed.connect(self._show_undo)

    def _with(self, do: Callable[[Sequence[PersonRow]], None]) -> None:
        rows = self.people()
        if rows:
            do(rows)
            return
        if not self._window.in_library:
            self._window.turn_to(PEOPLE)
        self.told.emit(Notice(translate("LibraryController", "Choose a person first."), about="chosen"))

    def _with_one(self, do: Callable[[PersonRow], None]) -> None:
        self._with(lambda rows: do(rows[0]))

    def _with_samples(self, do: Callable[..., None]) -> None:
        library = self._window.library
        items = library.chosen_samples()
        if library.shown is not None and items:
            do(library.shown.row, items)

    def _delete(self) -> None:
        if self._window.in_library and self._window.library.shown is not None:
            self._with_samples(self.editing.delete_samples)
        else:
            self._with(self.editing.delete_people)

    def _delete_key(self) -> None:
        library = self._window.library
        if library.on_trash:
            if library.chosen_entries():
                self.editing.remove(library.chosen_entries())
        elif self._window.actions_.delete.isEnabled():
            self._delete()

    def _open(self, what: object) -> None:
        if isinstance(what, PersonRow):
            self.open(what)

    def _read(self, row: PersonRow) -> None:
        self._disk.submit(partial(person_details.read, self._folders, row), self._show_person, self.failed.emit)

    def _show_person(self, shown: PersonDetails) -> None:
        self._window.library.show_person(shown)
        self.refresh_actions()

    def _to_trash(self) -> None:
        self._window.show_library()
        self.show_trash()

    def _show_trash(self, thrown: Sequence[trash_model.TrashItem]) -> None:
        self._window.library.show_trash(thrown)
        self.refresh_actions()

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self._offered() if action.isEnabled()])
        menu.popup(place)

    def _show_undo(self, text: str) -> None:
        self._window.actions_.undo.setText(text or translate("Actions", "&Undo"))
        self.refresh_actions()

    def _forgotten(self, receipts: list[Receipt]) -> None:
        self._thumbnails.clear()
        slugs = {receipt.person.slug for receipt in receipts}
        remaining = sum(row.samples > 0 and row.person.slug not in slugs for row in self._overview.current.rows)
        dialog = ReceiptDialog(self._window, receipts, remaining)
        dialog.save.connect(self.editing.save)
        dialog.train.connect(self.train)
        dialog.open()
        self.gone.emit()

    def _removed(self, told: tuple[str, ...]) -> None:
        self._thumbnails.clear()
        text = translate("LibraryController", "What was in the trash for a week, or chosen there, is deleted for good.")
        self.told.emit(Notice(text, said(" ".join(told)), about="trash"))
        self.gone.emit()
