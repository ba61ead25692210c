"""Delegates that paint people and samples as cards: a picture, a short text, and marks that do not rely on color."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.picture_model import DETAILS, DOUBT, RECALL, Index

#: Radius of the corners of a card, in device-independent pixels.
_ROUND = 12.0
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class CardSize:
    """Size of a card and side of its picture, in device-independent pixels."""

    width: int
    height: int
    picture: int


PERSON = CardSize(156, 214, 116)
SAMPLE = CardSize(136, 158, 112)


class CardDelegate(QStyledItemDelegate):
    """Paints what all cards share: background, focus frame and selection mark."""

    size = PERSON

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.size.width, self.size.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(
            Qt.LayoutDirection.LayoutDirectionAuto
        )  # each text in the direction of its own script
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        colors = theme.current()
        body = QRectF(option.rect).adjusted(5, 5, -5, -5)
        selected = bool(option.state & _State.State_Selected)
        self._draw_background(painter, body, option.state, colors)
        picture = QRect(0, 0, self.size.picture, self.size.picture)
        picture.moveCenter(body.center().toPoint())
        picture.moveTop(round(body.top()) + 9)
        self.draw_content(painter, option, index, body, picture, colors)
        if selected:
            self._draw_check_mark(painter, picture, option, colors)
        painter.restore()

    def draw_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        body: QRectF,
        picture: QRect,
        colors: theme.Theme,
    ) -> None:
        """Paint the content of the card."""
        raise NotImplementedError

    def _draw_background(self, painter: QPainter, body: QRectF, state: _State, colors: theme.Theme) -> None:
        selected, hovered = bool(state & _State.State_Selected), bool(state & _State.State_MouseOver)
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.setBrush(QColor(colors.chosen if selected else colors.hover if hovered else colors.surface))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        if state & _State.State_HasFocus:
            painter.setPen(QPen(QColor(colors.bright), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), _ROUND - 1, _ROUND - 1)

    def _draw_check_mark(
        self, painter: QPainter, picture: QRect, option: QStyleOptionViewItem, colors: theme.Theme
    ) -> None:
        place = QRect(picture.right() - 17, picture.top() - 5, 24, 24)
        place = QStyle.visualRect(option.direction, picture, place)
        painter.setPen(QPen(QColor(colors.surface), 2))
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(place)
        pen = QPen(QColor(colors.on_accent), 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QRectF(place).center()
        painter.drawPolyline([middle + QPointF(-4.5, 0.5), middle + QPointF(-1.3, 3.7), middle + QPointF(4.8, -3.6)])

    def draw_picture(self, painter: QPainter, place: QRect, picture: QPixmap | None, colors: theme.Theme) -> None:
        """Paint the picture, or a placeholder while it is loading."""
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.track))
            painter.drawRoundedRect(place, 10, 10)
        else:
            painter.drawPixmap(place, picture)

    def draw_line(self, painter: QPainter, place: QRect, text: str, font: QFont, color: str) -> None:
        """Paint one centered line of text, elided if it does not fit."""
        painter.setFont(font)
        painter.setPen(QColor(color))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitting)


class PersonCardDelegate(CardDelegate):
    """Paints a person: portrait, name, number of pictures, and recognition rate."""

    size = PERSON

    def draw_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        body: QRectF,
        picture: QRect,
        colors: theme.Theme,
    ) -> None:
        self.draw_picture(painter, picture, index.data(Qt.ItemDataRole.DecorationRole), colors)
        inside = body.toRect().adjusted(9, 0, -9, 0)
        top = picture.bottom() + 6
        name = QRect(inside.left(), top, inside.width(), 21)
        self.draw_line(painter, name, index.data(), theme.bold_font(option.font, 1.02), colors.text)
        small = theme.scale_font(option.font, 0.86)
        below = QRect(inside.left(), top + 5, inside.width(), 16)
        for text in index.data(DETAILS).splitlines():
            below.translate(0, 16)
            self.draw_line(painter, below, text, small, colors.quiet)
        recall: float | None = index.data(RECALL)
        if recall is None:
            return
        bar = QRectF(picture.left(), below.bottom() + 4, picture.width(), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawRoundedRect(bar, 2, 2)
        filled = QRectF(bar)
        filled.setWidth(max(bar.width() * recall, 4))
        if option.direction is Qt.LayoutDirection.RightToLeft:
            filled.moveRight(bar.right())
        painter.setBrush(QColor(colors.bright))
        painter.drawRoundedRect(filled, 2, 2)


class SampleCardDelegate(CardDelegate):
    """Paints a sample: picture, and time of capture or doubt."""

    size = SAMPLE

    def draw_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        body: QRectF,
        picture: QRect,
        colors: theme.Theme,
    ) -> None:
        self.draw_picture(painter, picture, index.data(Qt.ItemDataRole.DecorationRole), colors)
        doubt: str = index.data(DOUBT)
        place = QRect(round(body.left()) + 6, picture.bottom() + 3, round(body.width()) - 12, 20)
        if not doubt:
            self.draw_line(painter, place, index.data(DETAILS), theme.scale_font(option.font, 0.82), colors.quiet)
            return
        pill = QPainterPath()
        pill.addRoundedRect(QRectF(place), 10, 10)
        painter.fillPath(pill, QColor(colors.warning))
        sign = QRect(place.left() + 6, place.top() + 3, 14, 14)
        sign = QStyle.visualRect(option.direction, place, sign)
        painter.drawPixmap(sign, icons.render_icon("warning", colors.text, 14, 2))
        text = place.adjusted(20, 0, -4, 0)
        text = QStyle.visualRect(option.direction, place, text)
        self.draw_line(painter, text, doubt, theme.scale_font(option.font, 0.82), colors.text)
