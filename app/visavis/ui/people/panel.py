"""The panel of people: the list of enrolled people, with a search field and a context menu."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.ui.people.list_model import PeopleDelegate, PeopleModel
from visavis.ui.people.overview import OverviewStore, PersonRow
from visavis.ui.people.portraits import Portraits
from visavis.ui.people.same_person_card import SamePersonCard
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import large
from visavis.ui.widgets.controls import SearchField
from visavis.ui.widgets.layout import ListRoom
from visavis.ui.widgets.picture_model import ROW

#: Height below which the panel scrolls rather than the list of people, in device-independent pixels: two people.
_MIN_LIST = 120


class PeoplePanel(QWidget):
    """Lists and filters people. Edits are requested by signals."""

    new_person = Signal()
    take_more = Signal(PersonRow)
    add_look = Signal(PersonRow)
    opened = Signal(PersonRow)  #: show the page of this person
    rename = Signal(PersonRow)
    delete = Signal(PersonRow)
    forget = Signal(PersonRow)

    def __init__(self, overview: OverviewStore, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("People"))
        self.model = PeopleModel(overview, portraits, self)
        self.search = SearchField(self.tr("Find a person"))
        self.search.textChanged.connect(self._filter)
        self.list = QListView()
        self.list.setProperty("kind", "plain")
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(_MIN_LIST)
        ListRoom(self.list)
        self.list.setAccessibleName(self.tr("People"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PeopleDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.activated.connect(lambda index: self.opened.emit(index.data(ROW)))
        self.all = QToolButton()
        self.all.setAccessibleName(self.tr("All people"))
        self.all.setToolTip(self.tr("All people: a page for each, merging, the trash (Ctrl+Shift+P)"))
        self._empty_label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty_label.setProperty("kind", "quiet")
        self._empty_label.setContentsMargins(24, 0, 24, 60)
        self.same_person = SamePersonCard(portraits)
        self._count = QLabel()
        self._count.setProperty("kind", "quiet")
        self.new = large(self.tr("New person …"), "primary")
        self.new.clicked.connect(self.new_person)
        self._overview = overview
        self._arrange()
        self._update_icons()
        overview.changed.connect(self._show_overview)

    def _show_overview(self) -> None:
        """List the people again; the selection stays."""
        selected = self.selected_row()
        self.model.refresh()
        self._refresh()
        if selected is not None:
            self.select(selected.person.slug)

    def show_present(self, present: Mapping[str, str]) -> None:
        """List first who is here, with a dot; the selection stays.

        Parameters
        ----------
        present : mapping of str to str
            By name, since when, in words.
        """
        selected = self.selected_row()
        if self.model.show_present(present) and selected is not None:
            self.select(selected.person.slug)

    def selected_row(self) -> PersonRow | None:
        """The row that edits apply to."""
        index = self.list.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def select(self, slug: str) -> None:
        """Select a person, if listed."""
        for number, row in enumerate(self.model.rows):
            if row.person.slug == slug:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.list.selectionModel().setCurrentIndex(self.model.index(number), flag)

    def menu_for(self, row: PersonRow) -> QMenu:
        """The context menu of a person."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open page"), lambda: self.opened.emit(row))
        menu.addAction(self.tr("Take more pictures"), lambda: self.take_more.emit(row))
        menu.addAction(self.tr("Add this look"), lambda: self.add_look.emit(row))
        menu.addAction(self.tr("Rename …"), lambda: self.rename.emit(row))
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), lambda: self.delete.emit(row))
        menu.addSeparator()  # it cannot be undone
        menu.addAction(self.tr("Forget …"), lambda: self.forget.emit(row))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "all"):
            self._update_icons()

    def _arrange(self) -> None:
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty_label)
        top = QHBoxLayout()
        top.setContentsMargins(16, 16, 16, 8)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.all)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(16, 8, 16, 16)
        bottom.setSpacing(10)
        bottom.addWidget(self._count)
        bottom.addWidget(self.new)
        framed = QWidget()
        around = QVBoxLayout(framed)
        around.setContentsMargins(16, 0, 16, 8)
        around.addWidget(self.same_person)
        self.same_person.shown_or_hidden.connect(framed.setVisible)
        framed.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(framed)
        layout.addWidget(middle, 1)
        layout.addLayout(bottom)
        self._refresh()

    def _update_icons(self) -> None:
        self.all.setIcon(icons.icon("grid", theme.current().text))

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        self._refresh()

    def _refresh(self) -> None:
        rows = self.model.rows
        self._stack.setCurrentWidget(self.list if rows else self._empty_label)
        overview = self._overview.current
        if not self._overview.loaded:
            self._empty_label.setText("")
        elif overview.rows:
            self._empty_label.setText(self.tr("Nobody is called “{name}”.").format(name=self.search.text()))
        else:
            self._empty_label.setText(self.tr("Nobody is enrolled yet.\n\nPeople you capture appear here."))
        self._count.setText(overview.summary if overview.rows else "")

    def _open_menu(self, position: QPoint) -> None:
        index = self.list.indexAt(position)
        if index.isValid():
            self.menu_for(index.data(ROW)).popup(self.list.viewport().mapToGlobal(position))
