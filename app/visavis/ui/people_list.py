"""The list of people: a model that asks for portraits as they come into view, and a delegate that paints the rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.images import Image
from visavis.ui import theme
from visavis.ui.pictures import as_pixmap
from visavis.ui.roster import Roster, Row, portrait
from visavis.ui.streams import Worker

_Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its `Row`."""

_HEIGHT = 60
_PORTRAIT = 44


class PeopleModel(QAbstractListModel):
    """The rows of a roster that match a filter. Portraits are read off the GUI thread, when first asked for."""

    def __init__(self, disk: Worker, parent: QObject | None = None, read: Callable[[Path], Image] = portrait) -> None:
        super().__init__(parent)
        self._disk = disk
        self._read = read
        self._roster = Roster()
        self._filter = ""
        self._rows: tuple[Row, ...] = ()
        self._portraits: dict[Path, QPixmap | None] = {}  # None: asked for

    def show_roster(self, roster: Roster) -> None:
        """List these people from now on."""
        self._roster = roster
        self._renew()

    def filter(self, text: str) -> None:
        """List only those whose name contains the text."""
        self._filter = text
        self._renew()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {row.details}"
            case Qt.ItemDataRole.DecorationRole:
                return self._portrait(row)
            case Qt.ItemDataRole.UserRole:
                return row
        return None

    def _renew(self) -> None:
        self.beginResetModel()
        self._rows = self._roster.matching(self._filter)
        self.endResetModel()

    def _portrait(self, row: Row) -> QPixmap | None:
        path = row.portrait
        if path is None:
            return None
        if path not in self._portraits:
            self._portraits[path] = None
            self._disk.do(lambda: self._read(path), lambda image: self._arrived(path, image), lambda _: None)
        return self._portraits[path]

    def _arrived(self, path: Path, image: Image) -> None:
        self._portraits[path] = as_pixmap(image, rounding=0.5)
        for number, row in enumerate(self._rows):
            if row.portrait == path:
                index = self.index(number)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


class PeopleDelegate(QStyledItemDelegate):
    """Portrait, name, and what is known of them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ROW)
        colors = theme.current()
        state = option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        body = QRectF(option.rect).adjusted(8, 2, -8, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.chosen if chosen else colors.hover))
            painter.drawRoundedRect(body, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, 8, 8)
        leading, text = self._places(option, body.toRect())
        self._paint_portrait(painter, leading, index.data(Qt.ItemDataRole.DecorationRole), row, colors)
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        painter.setFont(theme.strong(option.font, 1.05))
        painter.setPen(QColor(colors.text))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text.adjusted(0, 0, 0, -text.height() // 2 + 1), align | Qt.AlignmentFlag.AlignBottom, name)
        painter.setFont(theme.scaled(option.font, 0.92))
        painter.setPen(QColor(colors.quiet))
        painter.drawText(text.adjusted(0, text.height() // 2 + 1, 0, 0), align | Qt.AlignmentFlag.AlignTop, row.details)
        painter.restore()

    def _places(self, option: QStyleOptionViewItem, body: QRect) -> tuple[QRect, QRect]:
        top = body.top() + (body.height() - _PORTRAIT) // 2
        portrait_ = QRect(body.left() + 8, top, _PORTRAIT, _PORTRAIT)
        text = QRect(body.left() + _PORTRAIT + 20, body.top() + 4, body.width() - _PORTRAIT - 28, body.height() - 8)
        return (
            QStyle.visualRect(option.direction, body, portrait_),
            QStyle.visualRect(option.direction, body, text),
        )

    def _paint_portrait(
        self, painter: QPainter, place: QRect, picture: QPixmap | None, row: Row, colors: theme.Theme
    ) -> None:
        if picture is not None:
            painter.drawPixmap(place, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawEllipse(place)
        painter.setPen(QColor(colors.quiet))
        painter.setFont(theme.strong(painter.font(), 1.1))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, row.name[:1].upper())
