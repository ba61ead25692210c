"""A grid of cards, selected by mouse and keyboard like files in a file manager."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from visavis.ui.people.card_delegate import CardDelegate
from visavis.ui.widgets.picture_model import ROW

_Key = Qt.Key


class CardGrid(QListView):
    """Cards side by side, as many as fit. Items are painted, not widgets, so twenty thousand scroll like twenty.

    The grid handles Delete, F2, Enter and Escape before shortcuts of the window that use the same keys.
    """

    opened = Signal(object)  #: Enter or a double click; the value under `ROW`
    delete = Signal()  #: Delete
    rename = Signal()  #: F2
    escaped = Signal()  #: Escape, with nothing selected
    menu_requested = Signal(QPoint)  #: in global coordinates
    changed = Signal()  #: the selection changed

    def __init__(self, model: QAbstractItemModel, card: CardDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        card.setParent(self)
        self._size = card.size
        self.setProperty("kind", "plain")
        self.setItemDelegate(card)
        self.setAccessibleName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(card.size.width, card.size.height))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(32)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._request_menu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW)))
        self.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())
        model.modelReset.connect(self.changed)

    def selected_values(self) -> list[object]:
        """The selected values, in the order of the list."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(ROW) for index in indexes]

    def select_rows(self, rows: list[int]) -> None:
        """Select exactly the items with these numbers; the first gets the focus."""
        selection, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for row in rows:
            selection.select(self.model().index(row, 0), flags.Select)
        if rows:
            selection.setCurrentIndex(self.model().index(rows[0], 0), flags.Select)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit as many columns as possible, which share the width."""
        width = self.viewport().width() - 1
        columns = max(width // self._size.width, 1)
        self.setGridSize(QSize(max(width // columns, self._size.width), self._size.height))
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._is_own_key(event):
            super().keyPressEvent(event)
        elif key in {_Key.Key_Return, _Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().data(ROW))
        elif key == _Key.Key_Delete:
            self.delete.emit()
        elif key == _Key.Key_F2:
            self.rename.emit()
        elif self.selected_values():
            self.clearSelection()
        else:
            self.escaped.emit()

    def focusInEvent(self, event: QEvent) -> None:
        """Make the first item current if none is, so that the keyboard has a starting point."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.model().rowCount():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), flag)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.clearSelection()

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether the key must not become a shortcut of the window; Space selects."""
        return self._is_own_key(event) or event.key() == _Key.Key_Space

    def _is_own_key(self, event: QKeyEvent) -> bool:
        alone = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        keys = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Delete, _Key.Key_F2, _Key.Key_Escape}
        return alone and event.key() in keys

    def _request_menu(self, position: QPoint) -> None:
        index = self.indexAt(position)
        if not index.isValid():
            index = self.currentIndex()  # requested by the menu key
            position = self.visualRect(index).center() if index.isValid() else position
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.select_rows([index.row()])
            self.menu_requested.emit(self.viewport().mapToGlobal(position))
