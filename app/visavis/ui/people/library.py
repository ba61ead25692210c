"""The library: a grid of all people, a page for each person, and the trash. It takes the place of the live picture."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.people.trash_entry import TrashEntry
from visavis.ui.people.card_delegate import PersonCardDelegate
from visavis.ui.people.card_grid import CardGrid
from visavis.ui.people.list_model import PeopleModel
from visavis.ui.people.overview import OverviewStore, PeopleOrder, PersonRow
from visavis.ui.people.person_details import PersonDetails, SampleItem
from visavis.ui.people.person_page import PersonPage
from visavis.ui.people.portraits import Portraits
from visavis.ui.people.trash_model import TrashItem, TrashModel
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.controls import ComboBox, SearchField
from visavis.ui.widgets.layout import FlowLayout
from visavis.ui.widgets.picture_model import ROUNDING

#: Width of a gap between buttons, in device-independent pixels.
_GAP = 28


class Library(QWidget):
    """Shows people and offers the selection. A controller edits them."""

    live_requested = Signal()  #: show the live picture again
    opened = Signal(PersonRow)  #: show the page of this person
    trash_requested = Signal()
    new_person = Signal()
    delete = Signal()
    rename = Signal()
    menu_requested = Signal(QPoint)
    page_changing = Signal()  #: before the page, its title or its buttons change
    changed = Signal()  #: another page is shown, or the selection changed

    def __init__(self, overview: OverviewStore, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self.setAccessibleName(self.tr("People"))
        self._overview = overview
        self.people = PeopleModel(overview, portraits, self, rounding=ROUNDING)
        self.grid = CardGrid(self.people, PersonCardDelegate(), self.tr("People"))
        self.person = PersonPage(portraits)
        self.trash = TrashModel(portraits.thumbnails, self)
        self.trash_grid = CardGrid(self.trash, PersonCardDelegate(), self.tr("Trash"))
        self.back = QToolButton()
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setProperty("kind", "flat")
        self.back.clicked.connect(self.go_back)
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.title.setFont(theme.bold_font(self.font(), 1.35))
        self.count = QLabel()
        self.count.setProperty("kind", "quiet")
        self.search = SearchField(self.tr("Find a person"))
        self.search.setFixedWidth(220)
        self.order = ComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.view().setAccessibleName(self.tr("Order"))
        for order, text in (
            (PeopleOrder.NAME, self.tr("By name")),
            (PeopleOrder.WEAKEST, self.tr("Weakest first")),
            (PeopleOrder.FEWEST, self.tr("Fewest pictures first")),
            (PeopleOrder.NEWEST, self.tr("Newest first")),
        ):
            self.order.addItem(text, order)
        self.new = QPushButton(self.tr("New person …"))
        self.new.setProperty("kind", "primary")
        self.new.clicked.connect(self.new_person)
        self.to_trash = QToolButton()
        self.to_trash.setText(self.tr("Trash"))
        self.to_trash.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.to_trash.clicked.connect(self.trash_requested)
        self.selection_text = QLabel()
        self.selection_text.setProperty("kind", "quiet")
        self._head, self._foot = FlowLayout(10), FlowLayout(8)
        self._empty_label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty_label.setProperty("kind", "quiet")
        self._arrange()
        self._connect()
        self._update_icons()
        self._refresh()

    # Pages

    def _show_overview(self) -> None:
        """List the people again; the selection and the scroll position stay."""
        selected = {row.person.slug for row in self.selected_people()} if self.on_grid else set()
        scrolled = self.grid.verticalScrollBar().value()
        self.people.refresh()
        if selected != {row.person.slug for row in self.selected_people()} and self.on_grid:
            self.grid.select_rows([n for n, row in enumerate(self.people.rows) if row.person.slug in selected])
            self.grid.verticalScrollBar().setValue(scrolled)
        self._refresh()

    def show_grid(self) -> None:
        """Show all people."""
        self._show_widget(self._people_page, self.grid)

    def show_person(self, details: PersonDetails) -> None:
        """Show the page of a person."""
        again = self.details is not None and self.details.person.slug == details.person.slug
        self.person.show_details(details)
        if again:
            self._refresh()
        else:
            self._show_widget(self.person, self.person.list if details.items else self.back)

    def show_trash(self, items: Sequence[TrashItem]) -> None:
        """Show what is in the trash."""
        self.trash.show_items(items)
        if self.on_trash:
            self._refresh()
        else:
            self._show_widget(self._trash_page, self.trash_grid)

    @property
    def on_grid(self) -> bool:
        return self.pages.currentWidget() is self._people_page

    @property
    def on_trash(self) -> bool:
        return self.pages.currentWidget() is self._trash_page

    @property
    def details(self) -> PersonDetails | None:
        """The person whose page is shown; None on another page."""
        return self.person.details if self.pages.currentWidget() is self.person else None

    # Selection

    def selected_people(self) -> list[PersonRow]:
        """The people selected in the grid, or the person whose page is shown."""
        if self.on_grid:
            return [row for row in self.grid.selected_values() if isinstance(row, PersonRow)]
        return [self.details.row] if self.details else []

    def selected_samples(self) -> list[SampleItem]:
        """The samples selected on the page of a person."""
        return self.person.selected_samples() if self.details else []

    def selected_entries(self) -> list[TrashEntry]:
        """The entries selected in the trash."""
        return (
            [each for each in self.trash_grid.selected_values() if isinstance(each, TrashEntry)]
            if self.on_trash
            else []
        )

    def select(self, slug: str) -> None:
        """Select a person in the grid."""
        self.grid.select_rows([number for number, row in enumerate(self.people.rows) if row.person.slug == slug])

    def focus_search(self) -> None:
        """Move the focus to the search field."""
        self.show_grid()
        self.search.setFocus()
        self.search.selectAll()

    def focus_page(self) -> None:
        """Move the focus to the list of what is shown."""
        (self.grid if self.on_grid else self.trash_grid if self.on_trash else self.person.list).setFocus()

    def go_back(self) -> None:
        """Go one level up."""
        if self.on_grid:
            self.live_requested.emit()
        else:
            self.show_grid()

    # Inside

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        restyling = {QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange}
        if event.type() in restyling and hasattr(self, "to_trash"):
            self._update_icons()

    def _show_widget(self, page: QWidget, focused: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        if self.isVisible():
            focused.setFocus()
        self._refresh()

    def _arrange(self) -> None:
        head = self._head
        head.setContentsMargins(14, 12, 20, 12)
        for widget in (self.back, self.title, self.count):
            head.addWidget(widget)
        head.add_stretch()
        head.addWidget(self.search)
        head.addWidget(self.order)
        head.addWidget(self.to_trash)
        head.addWidget(self.new)
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setLayout(head)
        self._people_page = QWidget()
        inner = QVBoxLayout(self._people_page)
        inner.setContentsMargins(15, 10, 8, 0)
        inner.addWidget(self.grid, 1)
        inner.addWidget(self._empty_label, 1)
        self._trash_page = QWidget()
        around = QVBoxLayout(self._trash_page)
        around.setContentsMargins(15, 10, 8, 0)
        around.addWidget(self.trash_grid)
        self.pages = QStackedWidget()
        for page in (self._people_page, self.person, self._trash_page):
            self.pages.addWidget(page)
        below = self._foot
        below.setContentsMargins(20, 10, 20, 10)
        below.addWidget(self.selection_text)
        below.add_stretch()  # not the label: right-to-left text would be aligned to its far end
        self.foot = QWidget()
        self.foot.setObjectName("foot")
        self.foot.setLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.foot)

    def add_action(self, action: QAction, *, of_person: bool) -> None:
        """Add buttons for an action, visible while it is enabled.

        Parameters
        ----------
        of_person : bool
            Whether it applies to people. On the page of a person it is then above the samples.
        """
        self._add_button(action, self._foot, lambda: not (of_person and self.details))
        if of_person:
            self._add_button(action, self._head, lambda: self.details is not None)

    def add_gap(self) -> None:
        """Keep the next button apart from those before it: what it does cannot be undone."""
        for place in (self._head, self._foot):
            gap = QWidget()
            gap.setFixedSize(_GAP, 1)
            place.addWidget(gap)

    def _add_button(self, action: QAction, place: FlowLayout, is_shown: Callable[[], bool]) -> None:
        button = QPushButton()

        def update() -> None:
            button.setText(action.text().replace("&", ""))
            button.setToolTip(action.toolTip())
            button.setAccessibleDescription(action.toolTip())
            button.setVisible(action.isEnabled() and is_shown())

        action.changed.connect(update)
        self.page_changing.connect(update)
        button.clicked.connect(action.trigger)
        place.addWidget(button)
        update()

    def _connect(self) -> None:
        self._overview.changed.connect(self._show_overview)
        self.search.textChanged.connect(self._filter)
        self.order.currentIndexChanged.connect(lambda _: self.people.sort_by(self.order.currentData()))
        self.grid.opened.connect(self.opened)
        self.grid.escaped.connect(self.go_back)
        self.trash_grid.escaped.connect(self.go_back)
        self.person.escaped.connect(self.go_back)
        for view in (self.grid, self.person.list, self.person.aside.list, self.trash_grid):
            view.changed.connect(self._refresh)
            view.delete.connect(self.delete)
            view.rename.connect(self.rename)
            view.menu_requested.connect(self.menu_requested)

    def _filter(self, text: str) -> None:
        self.people.filter(text)
        self._refresh()

    def _update_icons(self) -> None:
        colors = theme.current()
        self.back.setIcon(icons.icon("back-rtl" if self.isRightToLeft() else "back", colors.text))
        self.to_trash.setIcon(icons.icon("trash", colors.text))

    def _refresh(self) -> None:
        on_grid, overview = self.on_grid, self._overview.current
        self.back.setText(self.tr("Live picture") if on_grid else self.tr("People"))
        self.title.setText(self.tr("Trash") if self.on_trash else self.tr("People") if on_grid else "")
        self.page_changing.emit()
        for widget in (self.search, self.order, self.to_trash, self.new):
            widget.setVisible(on_grid)
        self.count.setText(self._subtitle())
        self.grid.setVisible(bool(self.people.rows))
        self._empty_label.setVisible(not self.people.rows and self._overview.loaded)
        if self._overview.loaded and not overview.rows:
            self._empty_label.setText(self.tr("Nobody is enrolled yet. People you capture appear here."))
        else:
            self._empty_label.setText(self.tr("Nobody is called “{name}”.").format(name=self.search.text()))
        self.selection_text.setText(self._selection())
        self.changed.emit()

    def _subtitle(self) -> str:
        if self.on_trash:
            return self.tr("Deleted people and pictures can be put back for a week.")
        overview = self._overview.current
        return overview.summary if self.on_grid and overview.rows else ""

    def _selection(self) -> str:
        if self.details is not None:
            count = len(self.selected_samples())
            if not count:
                return self.tr("Select pictures. Ctrl and Shift select several.")
            return self.tr("1 picture selected") if count == 1 else self.tr("%n pictures selected", None, count)
        if self.on_trash:
            count = len(self.selected_entries())
            if not self.trash.entries:
                return self.tr("The trash is empty.")
            return self.tr("%n selected", None, count) if count else self.tr("Select what to put back.")
        count = len(self.selected_people())
        if count:
            return self.tr("1 person selected") if count == 1 else self.tr("%n people selected", None, count)
        return self.tr("Select people. Ctrl and Shift select several, Enter opens one.")
