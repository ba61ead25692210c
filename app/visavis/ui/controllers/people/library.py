"""The library at work: which page is shown, and which actions apply to the selection."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from visavis.errors import VisavisError
from visavis.forgetting import Receipt
from visavis.models.change import ModelChange
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.people.people import PeopleController
from visavis.ui.controllers.undo_history import UndoHistory
from visavis.ui.help.shortcuts import describe_shortcut
from visavis.ui.people import person_details, trash_model
from visavis.ui.people.overview import OverviewStore, PersonRow
from visavis.ui.people.person_details import PersonDetails
from visavis.ui.people.receipt_dialog import ReceiptDialog
from visavis.ui.shell.pages import PEOPLE
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.thumbnails import Thumbnails
from visavis.ui.window import Window

#: Why an action cannot be used now.
ONE_PERSON = QT_TRANSLATE_NOOP("LibraryController", "Select a person first.")
PICTURES = QT_TRANSLATE_NOOP("LibraryController", "Open the page of a person and select pictures first.")
ASIDE = QT_TRANSLATE_NOOP("LibraryController", "Select pictures that are set aside, on the page of a person.")
ENTRIES = QT_TRANSLATE_NOOP("LibraryController", "Open the trash and select something first.")
NOTHING_DONE = QT_TRANSLATE_NOOP("LibraryController", "Nothing was done yet that can be undone.")
OPEN = QT_TRANSLATE_NOOP("LibraryController", "This page is open.")


class LibraryController(QObject):
    """Connects the library, the list of people and the menu with the `PeopleController`."""

    changed = Signal()  #: people changed on disk
    models_changed = Signal()  #: people were removed for good, and models may have changed
    take_more = Signal(str)  #: pictures of the person with this name
    add_look = Signal(str)  #: take pictures of a new look of the person with this name
    train = Signal()

    def __init__(
        self,
        folders: DataFolders,
        disk_worker: Worker,
        overview: OverviewStore,
        history: UndoHistory,
        thumbnails: Thumbnails,
        window: Window,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._disk_worker = disk_worker
        self._overview = overview
        self._history = history
        self._thumbnails = thumbnails
        self._window = window
        self.people = PeopleController(folders, disk_worker, overview, history, window.banner, self)
        self._connect_actions()
        self._connect()
        self.update_actions()

    def open_page(self, row: PersonRow) -> None:
        """Show the page of a person."""
        self._window.show_library()
        self._load_page(row)

    def open_person(self, name: str) -> None:
        """Show the page of the person of that name, if there still is one."""
        row = next((row for row in self._overview.current.rows if row.name == name), None)
        if row is not None:
            self.open_page(row)

    def show_grid(self) -> None:
        """Show everybody; a person who is selected beside the picture is selected in the grid too."""
        row = self._window.people.selected_row()
        library = self._window.library
        if not self._window.in_library and row is not None:
            library.select(row.person.slug)
        self._window.show_library()
        library.show_grid()

    def show_trash(self) -> None:
        """Show what is in the trash."""
        self._window.show_library()
        self._load_trash()

    def selected_people(self) -> list[PersonRow]:
        """The people whom an action applies to."""
        if self._window.in_library:
            return self._window.library.selected_people()
        row = self._window.people.selected_row()
        return [row] if row else []

    def update_actions(self) -> None:
        """Enable the actions that apply to the selection."""
        window, actions, library = self._window, self._window.actions_, self._window.library
        if window.pages.currentWidget() is window.welcome:
            return
        live = not window.in_library
        people = 1 if live else len(library.selected_people())  # in the live view the action asks for a selection
        items = library.selected_samples()
        samples, entries = len(items), len(library.selected_entries())
        on_page = library.details is not None and not live
        for action, enabled, reason in (
            (actions.open, people == 1 and not on_page, OPEN if on_page else ONE_PERSON),
            (actions.more, people == 1, ONE_PERSON),
            (actions.look, people == 1, ONE_PERSON),
            (actions.rename, people == 1, ONE_PERSON),
            (actions.merge, people > 0, ONE_PERSON),
            (actions.forget, people > 0, ONE_PERSON),
            (actions.announce, people == 1, ONE_PERSON),
            (actions.agreement, people == 1, ONE_PERSON),
            (actions.delete, samples > 0 if on_page else people > 0, PICTURES if on_page else ONE_PERSON),
            (actions.move, on_page and samples > 0, PICTURES),
            (actions.reject, on_page and samples > 0, PICTURES),
            (actions.use, on_page and any(item.is_aside for item in items), ASIDE),
            (actions.set_aside, on_page and any(not item.is_aside for item in items), PICTURES),
            (actions.restore, not live and entries > 0, ENTRIES),
            (actions.purge, not live and entries > 0, ENTRIES),
            (actions.undo, bool(self._history.label), NOTHING_DONE),
        ):
            set_usable(action, enabled, translate("LibraryController", reason))

    # Connections

    def _connect_actions(self) -> None:
        actions, people, library = self._window.actions_, self.people, self._window.library
        actions.library.triggered.connect(self.show_grid)
        actions.trash.triggered.connect(self.show_trash)
        actions.open.triggered.connect(lambda: self._apply_to_one(self.open_page))
        actions.more.triggered.connect(lambda: self._apply_to_one(lambda row: self.take_more.emit(row.name)))
        actions.look.triggered.connect(lambda: self._apply_to_one(lambda row: self.add_look.emit(row.name)))
        actions.rename.triggered.connect(lambda: self._apply_to_one(people.rename))
        actions.merge.triggered.connect(lambda: self._apply_to_people(people.merge))
        actions.forget.triggered.connect(lambda: self._apply_to_people(people.forget))
        actions.delete.triggered.connect(self._delete)
        actions.delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # text fields use Delete too
        self._window.removeAction(actions.delete)
        for widget in (self._window.people, library):
            widget.addAction(actions.delete)
        actions.move.triggered.connect(lambda: self._apply_to_samples(people.move))
        actions.reject.triggered.connect(lambda: self._apply_to_samples(people.reject))
        actions.use.triggered.connect(lambda: self._apply_to_samples(people.use))
        actions.set_aside.triggered.connect(lambda: self._apply_to_samples(people.set_aside))
        actions.undo.triggered.connect(self._history.undo)
        actions.restore.triggered.connect(lambda: people.restore(library.selected_entries()))
        actions.purge.triggered.connect(lambda: people.empty_trash(library.selected_entries()))
        person_actions = {actions.more, actions.look, actions.rename, actions.merge, actions.forget}
        for action in self._selection_actions():
            if action is actions.forget:
                library.add_gap()
            library.add_action(action, of_person=action in person_actions)

    def _selection_actions(self) -> list[QAction]:
        """The actions that are buttons below the grid, and in its context menu."""
        actions = self._window.actions_
        edits = [actions.undo, actions.open, actions.more, actions.look, actions.rename, actions.merge, actions.move]
        edits += [actions.reject, actions.use, actions.set_aside]
        return [*edits, actions.delete, actions.forget, actions.restore, actions.purge]

    def _connect(self) -> None:
        library, panel, people = self._window.library, self._window.people, self.people
        self._overview.changed.connect(self._reload)
        library.opened.connect(self.open_page)
        library.trash_requested.connect(self.show_trash)
        library.delete.connect(self._delete_by_key)
        library.rename.connect(lambda: self._apply_to_one(people.rename))
        library.menu_requested.connect(self._open_menu)
        library.changed.connect(self.update_actions)
        self._window.pages.currentChanged.connect(lambda _: self.update_actions())
        panel.all.clicked.connect(self.show_grid)
        panel.opened.connect(self.open_page)
        panel.rename.connect(people.rename)
        panel.delete.connect(lambda row: people.delete_people([row]))
        panel.forget.connect(lambda row: people.forget([row]))
        panel.take_more.connect(lambda row: self.take_more.emit(row.name))
        panel.add_look.connect(lambda row: self.add_look.emit(row.name))
        library.person.split_wanted.connect(lambda: self._apply_to_samples(people.move))
        library.new_person.connect(self._window.actions_.new.trigger)
        library.person.more_wanted.connect(lambda: self._apply_to_one(lambda row: self.take_more.emit(row.name)))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), library)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(library.go_back)
        describe_shortcut(
            escape, translate("LibraryController", "All people"), translate("LibraryController", "Go back")
        )
        people.changed.connect(self.changed)
        people.forgotten.connect(self._show_receipts)
        people.forgetting_failed.connect(self.models_changed)
        people.trash_emptied.connect(self._report_emptied)
        self._history.changed.connect(self._show_undo)

    # Pages

    def _reload(self) -> None:
        """Read the page that is shown again."""
        library = self._window.library
        if library.details is not None:
            slug = library.details.person.slug
            row = next((row for row in self._overview.current.rows if row.person.slug == slug), None)
            if row is None:
                library.show_grid()
            else:
                self._load_page(row)
        elif library.on_trash:
            self._load_trash()
        self.update_actions()

    def _load_page(self, row: PersonRow) -> None:
        def show(details: PersonDetails) -> None:
            self._window.library.show_person(details)
            self.update_actions()

        self._disk_worker.submit(partial(person_details.load_details, self._folders, row), show, self._report_error)

    def _load_trash(self) -> None:
        def show(items: Sequence[trash_model.TrashItem]) -> None:
            self._window.library.show_trash(items)
            self.update_actions()

        self._disk_worker.submit(partial(trash_model.load_items, self.people.trash), show, self._report_error)

    def _open_menu(self, position: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self._selection_actions() if action.isEnabled()])
        menu.popup(position)

    # Actions

    def _apply_to_people(self, edit: Callable[[Sequence[PersonRow]], None]) -> None:
        rows = self.selected_people()
        if rows:
            edit(rows)
            return
        if not self._window.in_library:
            self._window.show_page(PEOPLE)
        text = translate("LibraryController", "Select a person first.")
        self._window.banner.tell(Notice(text, about="selection"))

    def _apply_to_one(self, edit: Callable[[PersonRow], None]) -> None:
        self._apply_to_people(lambda rows: edit(rows[0]))

    def _apply_to_samples(self, edit: Callable[..., None]) -> None:
        library = self._window.library
        items = library.selected_samples()
        if library.details is not None and items:
            edit(library.details.row, items)

    def _delete(self) -> None:
        if self._window.in_library and self._window.library.details is not None:
            self._apply_to_samples(self.people.delete_samples)
        else:
            self._apply_to_people(self.people.delete_people)

    def _delete_by_key(self) -> None:
        library = self._window.library
        if library.on_trash:
            if library.selected_entries():
                self.people.empty_trash(library.selected_entries())
        elif self._window.actions_.delete.isEnabled():
            self._delete()

    # Reports

    def _show_undo(self, label: str) -> None:
        self._window.actions_.undo.setText(label or translate("Actions", "&Undo"))
        self.update_actions()

    def _show_receipts(self, receipts: list[Receipt]) -> None:
        self._thumbnails.clear()
        slugs = {receipt.person.slug for receipt in receipts if receipt.person}
        remaining = sum(row.samples > 0 and row.person.slug not in slugs for row in self._overview.current.rows)
        dialog = ReceiptDialog(self._window, receipts, remaining)
        dialog.save.connect(self.people.save_text)
        dialog.train.connect(self.train)
        dialog.open()
        self.models_changed.emit()

    def _report_emptied(self, changes: tuple[ModelChange, ...]) -> None:
        self._thumbnails.clear()
        text = translate("LibraryController", "Expired or selected entries of the trash were deleted for good.")
        self._window.banner.tell(
            Notice(text, " ".join(translate_message(change.message) for change in changes), about="trash")
        )
        self.models_changed.emit()

    def _report_error(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "people"))
