"""The list of visits: a model whose pictures are read as they come into view, and a delegate that paints the rows."""

from collections.abc import Hashable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from visavis.errors import PictureError
from visavis.imaging import codec
from visavis.imaging.image import Image
from visavis.sightings.sighting import Sighting
from visavis.sightings.store import SightingStore
from visavis.ui.history.visit_rows import VisitRow
from visavis.ui.people.card_delegate import CardDelegate, CardSize
from visavis.ui.text.language import isolate
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.picture_model import DETAILS, ROUNDING, ROW, Index, PictureModel, paint_ground
from visavis.ui.widgets.thumbnails import Thumbnails

#: Of a visit in the list.
_SIZE = CardSize(300, 72, 48)


class VisitModel(PictureModel):
    """The visits that are listed. A visit without a picture has a sign in its place."""

    def __init__(self, store: SightingStore, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(thumbnails, parent)
        self._store = store
        self._pictured: dict[int | None, Hashable] = {}  #: of each visit, the key of the picture that was there last

    def show_rows(self, rows: Sequence[VisitRow]) -> None:
        """Replace the visits."""
        self._show(rows)

    @property
    def rows(self) -> tuple[VisitRow, ...]:
        return self._shown

    def _key(self, row: VisitRow) -> Hashable:
        return "visit", row.sighting.id, row.sighting.last  # a visit that goes on may get a better picture

    def _data(self, row: VisitRow, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(row)
        if role == ROW:
            return row
        if role == DETAILS:
            return f"{row.when}\n{row.details}"
        if role == Qt.ItemDataRole.DisplayRole:
            return row.who
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.who, row.when, row.details, isolate(row.sighting.source)))  # cards cut it off
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.who}, {row.when}, {row.details}"
        return None

    def _picture(self, row: VisitRow) -> QPixmap | None:
        """The picture of a visit; of one that goes on, the earlier one while a newer one is read."""
        key, visit = self._key(row), row.sighting.id
        picture = self._thumbnails.get(key, partial(read_chip, self._store, row.sighting), ROUNDING)
        if picture is not None:
            self._pictured[visit] = key
        return picture or self._thumbnails.find(self._pictured.get(visit))


def read_chip(store: SightingStore, sighting: Sighting) -> Image:
    """The picture of a visit, BGR.

    Raises
    ------
    PictureError
        If none was kept, or it cannot be read.
    """
    content = store.chip(sighting)
    if content is None:
        raise PictureError("No picture of this visit was kept.")
    return codec.decode(content, str(store.path))


class VisitDelegate(CardDelegate):
    """Paints a visit: picture, who it was, and when and where."""

    size = _SIZE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.current()
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text as its own script runs
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        body = QRectF(option.rect).adjusted(4, 3, -4, -3)
        paint_ground(painter, option, body)
        picture, text = self._places(option, body.toRect())
        self._draw_face(painter, picture, index.data(Qt.ItemDataRole.DecorationRole), colors)
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        lines = [(index.data(), theme.bold_font(option.font, 1.02), colors.text)]
        small = theme.scale_font(option.font, 0.9)
        lines += [(line, small, colors.quiet) for line in index.data(DETAILS).splitlines()]
        place = QRect(text.left(), text.top(), text.width(), text.height() // len(lines))
        for line, font, color in lines:
            painter.setFont(font)
            painter.setPen(QColor(color))
            fitting = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, fitting)
            place.translate(0, place.height())
        painter.restore()

    def _places(self, option: QStyleOptionViewItem, body: QRect) -> tuple[QRect, QRect]:
        picture = QRect(
            body.left() + 8, body.top() + (body.height() - _SIZE.picture) // 2, _SIZE.picture, _SIZE.picture
        )
        text = QRect(
            body.left() + _SIZE.picture + 20, body.top() + 2, body.width() - _SIZE.picture - 28, body.height() - 4
        )
        return (
            QStyle.visualRect(option.direction, body, picture),
            QStyle.visualRect(option.direction, body, text),
        )

    def _draw_face(self, painter: QPainter, place: QRect, picture: QPixmap | None, colors: theme.Theme) -> None:
        if picture is not None:
            painter.drawPixmap(place, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawRoundedRect(place, 5, 5)
        sign = QRect(0, 0, 22, 22)
        sign.moveCenter(place.center())
        painter.drawPixmap(sign, icons.render_icon("people", colors.quiet, 22, 2))
