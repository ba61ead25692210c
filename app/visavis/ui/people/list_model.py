"""The list of people: a model that loads portraits as they come into view, and a delegate that paints the rows."""

from collections.abc import Hashable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.ui.people.overview import OverviewStore, PeopleOrder, PersonRow
from visavis.ui.people.portraits import Portraits
from visavis.ui.text.agreements import agreement_mark
from visavis.ui.text.counts import picture_count
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.picture_model import DETAILS, PRESENCE, RECALL, ROW, Index, PictureModel, paint_ground

#: Height of a row, in device-independent pixels.
_HEIGHT = 60
#: Side of a portrait, in device-independent pixels.
_PORTRAIT = 44
#: Width of the dot on the portrait of a person who is here, and of the ring around it.
_DOT = 12
_RING = 2


class PeopleModel(PictureModel):
    """The rows of the overview that match a filter, sorted. Portraits are read when they first come into view.

    Parameters
    ----------
    rounding : float
        Radius of the corners of portraits, as a share of their width: 0.5 is a circle.
    """

    def __init__(
        self, overview: OverviewStore, portraits: Portraits, parent: QObject | None = None, *, rounding: float = 0.5
    ) -> None:
        super().__init__(portraits.thumbnails, parent)
        self._portraits = portraits
        self._rounding = rounding
        self._overview = overview
        self._filter = ""
        self._order = PeopleOrder.NAME
        self._present: Mapping[str, str] = {}

    def refresh(self) -> None:
        """List the rows of the overview as it is now, those who are here first."""
        rows = self._overview.current.filter_rows(self._filter, self._order)
        self._show(sorted(rows, key=lambda row: row.name not in self._present))

    def show_present(self, present: Mapping[str, str]) -> bool:
        """Say who is here; return whether that changed.

        Parameters
        ----------
        present : mapping of str to str
            By name, since when, in words.
        """
        if present == self._present:
            return False
        self._present = dict(present)
        self.refresh()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        return True

    def filter(self, text: str) -> None:
        """List only people whose name contains the text."""
        self._filter = text
        self.refresh()

    def sort_by(self, order: PeopleOrder) -> None:
        """Sort the list in another order."""
        self._order = order
        self.refresh()

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        return self._shown

    def _key(self, row: PersonRow) -> Hashable:
        return self._portraits.key(row, self._rounding)

    def _data(self, row: PersonRow, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._portraits.get(row, self._rounding)
        if role == ROW:
            return row
        if role == DETAILS:
            return f"{picture_count(row.samples)}\n{agreement_mark(row.person.consent) or row.status}"
        if role == PRESENCE:
            return self._present.get(row.name, "")
        if role == RECALL:
            return row.rate.recall if row.rate and row.known else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.display_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = agreement_mark(row.person.consent)
            said = (row.display_name, self._present.get(row.name, ""), mark, picture_count(row.samples), row.status)
            return ", ".join(filter(None, said))
        return None


class PeopleDelegate(QStyledItemDelegate):
    """Paints a row: portrait, name and details."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(ROW)
        colors = theme.current()
        painter.save()
        painter.setLayoutDirection(
            Qt.LayoutDirection.LayoutDirectionAuto
        )  # each text in the direction of its own script
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        body = QRectF(option.rect).adjusted(8, 2, -8, -2)
        paint_ground(painter, option, body)
        leading, text = self._places(option, body.toRect())
        self._paint_portrait(painter, leading, index.data(Qt.ItemDataRole.DecorationRole), row, colors)
        presence: str = index.data(PRESENCE)
        mark = agreement_mark(row.person.consent)
        if presence:
            self._paint_dot(painter, leading, option, colors)
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        painter.setFont(theme.bold_font(option.font, 1.05))
        painter.setPen(QColor(colors.text))
        name = painter.fontMetrics().elidedText(row.display_name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text.adjusted(0, 0, 0, -text.height() // 2 + 1), align | Qt.AlignmentFlag.AlignBottom, name)
        painter.setFont(theme.scale_font(option.font, 0.92))
        painter.setPen(QColor(colors.quiet))
        below = text.adjusted(0, text.height() // 2 + 1, 0, 0)
        if mark:
            below = self._paint_mark(painter, below, option, colors)
        painter.drawText(below, align | Qt.AlignmentFlag.AlignTop, mark or presence or row.details)
        painter.restore()

    def _places(self, option: QStyleOptionViewItem, body: QRect) -> tuple[QRect, QRect]:
        top = body.top() + (body.height() - _PORTRAIT) // 2
        portrait_ = QRect(body.left() + 8, top, _PORTRAIT, _PORTRAIT)
        text = QRect(body.left() + _PORTRAIT + 20, body.top() + 4, body.width() - _PORTRAIT - 28, body.height() - 8)
        return (
            QStyle.visualRect(option.direction, body, portrait_),
            QStyle.visualRect(option.direction, body, text),
        )

    def _paint_mark(self, painter: QPainter, below: QRect, option: QStyleOptionViewItem, colors: theme.Theme) -> QRect:
        """Paint the icon of a warning before the line below the name; return the room that is left for the text."""
        height = painter.fontMetrics().height()
        place = QStyle.visualRect(option.direction, below, QRect(below.left(), below.top(), height, height))
        icons.icon("warning", colors.quiet).paint(painter, place)
        return QStyle.visualRect(option.direction, below, below.adjusted(height + 4, 0, 0, 0))

    def _paint_dot(self, painter: QPainter, portrait: QRect, option: QStyleOptionViewItem, colors: theme.Theme) -> None:
        """Mark a person who is here. The text beside it says so, too: a color alone would not do."""
        corner = QRect(portrait.right() - _DOT + 2, portrait.bottom() - _DOT + 2, _DOT, _DOT)
        corner = QStyle.visualRect(option.direction, portrait, corner)
        painter.setPen(QPen(QColor(colors.ground), _RING))
        painter.setBrush(QColor(colors.good))
        painter.drawEllipse(corner)

    def _paint_portrait(
        self, painter: QPainter, place: QRect, picture: QPixmap | None, row: PersonRow, colors: theme.Theme
    ) -> None:
        if picture is not None:
            painter.drawPixmap(place, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawEllipse(place)
        painter.setPen(QColor(colors.quiet))
        painter.setFont(theme.bold_font(painter.font(), 1.1))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, row.display_name[:1].upper())
