"""The base of list models with pictures, which are loaded when they come into view, and their item roles."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from visavis.ui.widgets import theme
from visavis.ui.widgets.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""Item role: the row object."""
DETAILS = Qt.ItemDataRole.UserRole + 1
"""Item role: the line below the picture."""
DOUBT = Qt.ItemDataRole.UserRole + 2
"""Item role: why a sample is suspect."""
RECALL = Qt.ItemDataRole.UserRole + 3
"""Item role: the recognition rate of a person, 0..1; None if unknown."""
PRESENCE = Qt.ItemDataRole.UserRole + 4
"""Item role: since when a person is here, in words; empty if they are not."""

#: Corner radius of a picture in a grid, as a share of its width.
ROUNDING = 0.09


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, body: QRectF) -> None:
    """Paint the ground of a row of a list, by whether it is chosen, under the mouse, or has the focus."""
    colors, state = theme.current(), option.state
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    if is_chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.chosen if is_chosen else colors.hover))
        painter.drawRoundedRect(body, 8, 8)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(colors.bright))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, 8, 8)


class PictureModel(QAbstractListModel):
    """Rows with pictures, which are read off the GUI thread when they first come into view.

    A subclass defines the rows and their data by role.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._shown: tuple[Any, ...] = ()
        self._places: dict[Hashable, int] = {}
        thumbnails.arrived.connect(self._refresh_picture)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._data(self._shown[index.row()], role) if index.isValid() else None

    def _show(self, rows: Sequence[Any]) -> None:
        """Replace the rows."""
        if tuple(rows) == self._shown:
            return
        self.beginResetModel()
        self._shown = tuple(rows)
        self._places = {self._key(row): number for number, row in enumerate(self._shown)}
        self.endResetModel()

    def _key(self, row: Any) -> Hashable:
        """The key of its picture in `Thumbnails`."""
        raise NotImplementedError

    def _data(self, row: Any, role: int) -> Any:
        """The data of a row under a role; None if there is none."""
        raise NotImplementedError

    def _refresh_picture(self, key: Hashable) -> None:
        number = self._places.get(key)
        if number is not None:
            index = self.index(number)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
