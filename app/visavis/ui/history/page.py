"""The page of the history: filters, the chart of a day, the visits, and the unknown people who come again."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from visavis.sightings.guest_store import GuestStore
from visavis.sightings.store import SightingStore
from visavis.ui.help.shortcuts import describe_shortcut
from visavis.ui.history.day_chart import DayChart
from visavis.ui.history.filters import VisitFilters
from visavis.ui.history.guest_model import GuestModel, GuestRow
from visavis.ui.history.visit_model import VisitDelegate, VisitModel
from visavis.ui.history.visit_rows import VisitRow
from visavis.ui.people.card_delegate import PersonCardDelegate
from visavis.ui.people.card_grid import CardGrid
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.layout import FlowLayout
from visavis.ui.widgets.thumbnails import Thumbnails


class HistoryPage(QWidget):
    """Shows visits and guests. A controller reads and changes them."""

    shown = Signal()  #: the page came into view: it has to be read
    live_requested = Signal()
    record_wanted = Signal()
    export_wanted = Signal()
    wrong = Signal(VisitRow)  #: the visit was somebody else's
    delete = Signal(list)  #: these visits
    delete_all = Signal()
    name_wanted = Signal(GuestRow)
    ignore = Signal(GuestRow)  #: record no more visits of this guest, or again
    discard = Signal(GuestRow)

    def __init__(self, sightings: SightingStore, guests: GuestStore, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setAccessibleName(self.tr("History"))
        self._rows: list[VisitRow] = []
        self._is_recording = False
        self._awaits_rows = False  # the list takes the focus once there is something in it
        self.model = VisitModel(sightings, thumbnails, self)
        self.list = CardGrid(self.model, VisitDelegate(), self.tr("Visits"))
        self.guests = GuestModel(guests, thumbnails, self)
        self.grid = CardGrid(self.guests, PersonCardDelegate(), self.tr("Guests"))
        self.filters = VisitFilters(self)
        self.chart = DayChart()
        self.back = QToolButton()
        self.back.setText(self.tr("Live picture"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setProperty("kind", "flat")
        self.back.clicked.connect(self.live_requested)
        self.to_visits, self.to_guests = self._switch(self.tr("Visits"), 0), self._switch(self.tr("Guests"), 1)
        self.to_visits.setChecked(True)
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty.setProperty("kind", "quiet")
        self.record = QPushButton(self.tr("Record visits …"))
        self.record.setProperty("kind", "primary")
        self.record.clicked.connect(self.record_wanted)
        self.summary = QLabel()
        self.summary.setProperty("kind", "quiet")
        self.correct = self._button(self.tr("That was wrong …"), self._correct)
        self.delete_selected = self._button(self.tr("Delete …"), self._delete)
        self.delete_day = self._button(self.tr("Delete the day …"), self._delete_day)
        self.delete_everything = self._button(self.tr("Delete everything …"), self.delete_all.emit)
        self.export = self._button(self.tr("Export …"), self.export_wanted.emit)
        self.name = self._button(self.tr("Who is it? …"), lambda: self._of_guest(self.name_wanted.emit))
        self.leave_out = self._button(self.tr("Ignore"), lambda: self._of_guest(self.ignore.emit))
        self.drop = self._button(self.tr("Discard …"), lambda: self._of_guest(self.discard.emit))
        self._arrange()
        self._connect()
        self._update_icons()
        self.show_visits(())

    # What is shown

    def show_visits(self, rows: Sequence[VisitRow]) -> None:
        """List these visits, newest first, as the filters say; the selection stays."""
        self._rows = list(rows)
        self.filters.offer(self._rows)
        self._apply_filters()
        if self._awaits_rows and self.focusWidget() in {self.back, self.record, None}:
            self.focus_page()

    def show_guests(self, rows: Sequence[GuestRow]) -> None:
        """List these guests; the selection stays."""
        selected = {row.guest.id for row in self.selected_guests()}
        self.guests.show_rows(rows)
        self.grid.select_rows([n for n, row in enumerate(self.guests.rows) if row.guest.id in selected])
        asked = sum(not row.guest.is_ignored for row in rows)
        self.to_guests.setText(f"{self.tr('Guests')} {asked}" if asked else self.tr("Guests"))
        self._refresh()

    def show_recording(self, *, is_on: bool) -> None:
        """Say whether visits are recorded now."""
        self._is_recording = is_on
        self._refresh()

    def show_page(self, *, guests: bool) -> None:
        """Show the guests, or the visits."""
        (self.to_guests if guests else self.to_visits).setChecked(True)
        self.pages.setCurrentIndex(int(guests))
        self._refresh()

    @property
    def on_guests(self) -> bool:
        return self.pages.currentIndex() == 1

    @property
    def listed(self) -> tuple[VisitRow, ...]:
        """The visits that the filters let through."""
        return self.model.rows

    def selected_visits(self) -> list[VisitRow]:
        """The selected visits."""
        return [row for row in self.list.selected_values() if isinstance(row, VisitRow)]

    def selected_guests(self) -> list[GuestRow]:
        """The selected guests."""
        return [row for row in self.grid.selected_values() if isinstance(row, GuestRow)]

    def focus_page(self) -> None:
        """Move the focus to the list of what is shown, or to what can be done without one."""
        shown: QWidget = self.grid if self.on_guests else self.list
        self._awaits_rows = not shown.isVisible()
        (shown if shown.isVisible() else self.record if self.record.isVisible() else self.back).setFocus()

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange} and hasattr(self, "pages"):
            self._update_icons()

    def _switch(self, text: str, number: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("kind", "tab")
        button.setAccessibleName(text)
        button.clicked.connect(lambda _: self.show_page(guests=bool(number)))
        return button

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _: act())
        return button

    def _arrange(self) -> None:
        self._group = QButtonGroup(self)
        head = FlowLayout(10)
        head.setContentsMargins(14, 10, 20, 10)
        head.addWidget(self.back)
        for switch in (self.to_visits, self.to_guests):
            self._group.addButton(switch)
            head.addWidget(switch)
        head.add_stretch()
        for box in self.filters.boxes:
            head.addWidget(box)
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setLayout(head)
        visits = QWidget()
        inner = QVBoxLayout(visits)
        inner.setContentsMargins(15, 10, 8, 0)
        inner.setSpacing(8)
        inner.addWidget(self.chart)
        inner.addWidget(self.list, 1)
        guests = QWidget()
        around = QVBoxLayout(guests)
        around.setContentsMargins(15, 10, 8, 0)
        around.addWidget(self.grid)
        self.pages = QStackedWidget()
        self.pages.addWidget(visits)
        self.pages.addWidget(guests)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(24, 12, 24, 12)
        nothing.addStretch(1)
        nothing.addWidget(self._empty)
        nothing.addWidget(self.record, 0, Qt.AlignmentFlag.AlignHCenter)
        nothing.addStretch(2)
        foot = FlowLayout(8)
        foot.setContentsMargins(20, 8, 20, 8)
        foot.addWidget(self.summary)
        foot.add_stretch()
        for button in (self.correct, self.name, self.leave_out, self.drop):
            foot.addWidget(button)
        for button in (self.export, self.delete_selected, self.delete_day, self.delete_everything):
            foot.addWidget(button)
        self.foot = QWidget()
        self.foot.setObjectName("foot")
        self.foot.setLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.filters.changed.connect(self._apply_filters)
        self.list.changed.connect(self._refresh)
        self.list.delete.connect(self._delete)
        self.list.opened.connect(lambda _: self._correct())
        self.grid.changed.connect(self._refresh)
        self.grid.delete.connect(lambda: self._of_guest(self.discard.emit))
        self.grid.opened.connect(lambda _: self._of_guest(self.name_wanted.emit))
        for view in (self.list, self.grid):
            view.escaped.connect(self.live_requested)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.live_requested)
        describe_shortcut(escape, self.tr("History"), self.tr("Go back"))

    def _apply_filters(self) -> None:
        chosen = self.filters.chosen
        selected = {row.sighting.id for row in self.selected_visits()}
        scrolled = self.list.verticalScrollBar().value()
        rows = chosen.select(self._rows)
        self.model.show_rows(rows)
        self.list.select_rows([n for n, row in enumerate(rows) if row.sighting.id in selected])
        self.list.verticalScrollBar().setValue(scrolled)
        newest: date | None = rows[0].day if rows else None
        self.chart.show_day(rows, chosen.day or newest)
        self._refresh()

    def _correct(self) -> None:
        if len(selected := self.selected_visits()) == 1:
            self.wrong.emit(selected[0])

    def _delete(self) -> None:
        if selected := self.selected_visits():
            self.delete.emit(selected)

    def _delete_day(self) -> None:
        day = self.filters.chosen.day
        if day is not None:
            self.delete.emit([row for row in self._rows if row.day == day])

    def _of_guest(self, act: Callable[[GuestRow], object]) -> None:
        if len(selected := self.selected_guests()) == 1:
            act(selected[0])

    def _update_icons(self) -> None:
        name = "back-rtl" if self.isRightToLeft() else "back"
        self.back.setIcon(icons.icon(name, theme.current().text))

    def _refresh(self) -> None:
        on_guests, listed = self.on_guests, self.model.rows
        visits, guests = self.selected_visits(), self.selected_guests()
        is_empty = not (self.guests.rows if on_guests else listed)
        self.pages.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        self._empty.setText(self._empty_text())
        self.record.setVisible(not self._is_recording and not self._rows)
        self.summary.setText(self._summary())
        for box in (*self.filters.boxes, self.export):
            box.setVisible(not on_guests)
        for button in (self.correct, self.delete_selected, self.delete_day, self.delete_everything):
            button.setVisible(not on_guests)
        for button in (self.name, self.leave_out, self.drop):
            button.setVisible(on_guests)
        one_visit, one_guest = self.tr("Select one visit first."), self.tr("Select one guest first.")
        set_usable(self.correct, len(visits) == 1, one_visit)
        set_usable(self.delete_selected, bool(visits), self.tr("Select visits first."))
        set_usable(self.delete_day, self.filters.chosen.day is not None, self.tr("Choose a day above first."))
        set_usable(self.delete_everything, bool(self._rows), self.tr("There are no visits."))
        set_usable(self.export, bool(listed), self.tr("There are no visits."))
        for button in (self.name, self.leave_out, self.drop):
            set_usable(button, len(guests) == 1, one_guest)
        is_ignored = len(guests) == 1 and guests[0].guest.is_ignored
        self.leave_out.setText(self.tr("Record again") if is_ignored else self.tr("Ignore"))

    def _empty_text(self) -> str:
        if self.on_guests:
            return self.tr("Unknown people who come again appear here, if you allow their visits to be recorded.")
        if self._rows:
            return self.tr("There are no such visits.")
        if self._is_recording:
            return self.tr("Nobody was here yet. Visits appear here as people come.")
        return self.tr("Nothing is recorded. Visavis can remember who comes, and when, if you want that.")

    def _summary(self) -> str:
        if self.on_guests:
            return self.tr("A name makes a guest a person. Somebody's name says that they are the same.")
        selected = len(self.selected_visits())
        if selected:
            return self.tr("1 visit selected") if selected == 1 else self.tr("%n visits selected", None, selected)
        count = len(self.model.rows)
        text = self.tr("1 visit") if count == 1 else self.tr("%n visits", None, count)
        return text if self._is_recording or not count else self.tr("{visits}; recording is off").format(visits=text)
