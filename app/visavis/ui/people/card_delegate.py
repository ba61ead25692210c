"""Cards that a list paints for people and for samples: a picture, a few words, and marks that need no color."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.picture_model import DETAILS, DOUBT, RECALL, Index

_ROUND = 12.0
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class CardSize:
    """Of a card and of the picture in it, in device-independent pixels."""

    width: int
    height: int
    picture: int


PERSON = CardSize(156, 214, 116)
SAMPLE = CardSize(136, 158, 112)


class CardDelegate(QStyledItemDelegate):
    """What cards have in common: the ground, the focus, the mark of what is chosen."""

    size = PERSON

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.size.width, self.size.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text as its own script runs
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        colors = theme.current()
        body = QRectF(option.rect).adjusted(5, 5, -5, -5)
        chosen = bool(option.state & _State.State_Selected)
        self._ground(painter, body, option.state, colors)
        picture = QRect(0, 0, self.size.picture, self.size.picture)
        picture.moveCenter(body.center().toPoint())
        picture.moveTop(round(body.top()) + 9)
        self.fill(painter, option, index, body, picture, colors)
        if chosen:
            self._tick(painter, picture, option, colors)
        painter.restore()

    def fill(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        body: QRectF,
        picture: QRect,
        colors: theme.Theme,
    ) -> None:
        """Paint what this card is about."""
        raise NotImplementedError

    def _ground(self, painter: QPainter, body: QRectF, state: _State, colors: theme.Theme) -> None:
        chosen, hovered = bool(state & _State.State_Selected), bool(state & _State.State_MouseOver)
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.setBrush(QColor(colors.chosen if chosen else colors.hover if hovered else colors.surface))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        if state & _State.State_HasFocus:
            painter.setPen(QPen(QColor(colors.bright), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), _ROUND - 1, _ROUND - 1)

    def _tick(self, painter: QPainter, picture: QRect, option: QStyleOptionViewItem, colors: theme.Theme) -> None:
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

    def place_picture(self, painter: QPainter, place: QRect, picture: QPixmap | None, colors: theme.Theme) -> None:
        """The picture, its corners rounded; its ground while it is on its way."""
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.track))
            painter.drawRoundedRect(place, 10, 10)
        else:
            painter.drawPixmap(place, picture)

    def line(self, painter: QPainter, place: QRect, text: str, font: QFont, color: str) -> None:
        """One line in the middle of its place, with dots at its end where it does not fit."""
        painter.setFont(font)
        painter.setPen(QColor(color))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitting)


class PersonCardDelegate(CardDelegate):
    """Portrait, name, how many pictures, and how well they are recognized."""

    size = PERSON

    def fill(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        body: QRectF,
        picture: QRect,
        colors: theme.Theme,
    ) -> None:
        self.place_picture(painter, picture, index.data(Qt.ItemDataRole.DecorationRole), colors)
        inside = body.toRect().adjusted(9, 0, -9, 0)
        top = picture.bottom() + 6
        name = QRect(inside.left(), top, inside.width(), 21)
        self.line(painter, name, index.data(), theme.strong(option.font, 1.02), colors.text)
        small = theme.scaled(option.font, 0.86)
        below = QRect(inside.left(), top + 5, inside.width(), 16)
        for text in index.data(DETAILS).splitlines():
            below.translate(0, 16)
            self.line(painter, below, text, small, colors.quiet)
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
    """A picture, and what is doubtful about it."""

    size = SAMPLE

    def fill(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        body: QRectF,
        picture: QRect,
        colors: theme.Theme,
    ) -> None:
        self.place_picture(painter, picture, index.data(Qt.ItemDataRole.DecorationRole), colors)
        doubt: str = index.data(DOUBT)
        place = QRect(round(body.left()) + 6, picture.bottom() + 3, round(body.width()) - 12, 20)
        if not doubt:
            self.line(painter, place, index.data(DETAILS), theme.scaled(option.font, 0.82), colors.quiet)
            return
        pill = QPainterPath()
        pill.addRoundedRect(QRectF(place), 10, 10)
        painter.fillPath(pill, QColor(colors.warning))
        sign = QRect(place.left() + 6, place.top() + 3, 14, 14)
        sign = QStyle.visualRect(option.direction, place, sign)
        painter.drawPixmap(sign, icons.render_icon("warning", colors.text, 14, 2))
        words = place.adjusted(20, 0, -4, 0)
        words = QStyle.visualRect(option.direction, place, words)
        self.line(painter, words, doubt, theme.scaled(option.font, 0.82), colors.text)
