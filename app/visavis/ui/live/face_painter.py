"""How a face is marked on a picture: a box, and a label with a name in any script."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from visavis.ui.live.overlay import FaceMark, PictureFit, Rect, label_place
from visavis.ui.text import matches
from visavis.ui.text.language import translate
from visavis.ui.widgets import theme

#: On any picture, light or dark: a bright line on a dark one.
_NAMED = QColor("#5b9bff")
_NAMED_GROUND = QColor("#1f4bb0")
_UNKNOWN = QColor("#d5d9e0")
_UNKNOWN_GROUND = QColor("#3a4049")
_EDGE = QColor(0, 0, 0, 120)
_TEXT = QColor("#ffffff")
_QUIET = QColor("#d6e2ff")

#: Device-independent pixels.
_LABEL_MOST = 320.0
_PADDING = (10.0, 5.0)


def title(mark: FaceMark) -> str:
    """What a face is called."""
    if mark.rivals:
        first, second = mark.rivals
        return translate("Marks", "{first} or {second}?").format(first=first, second=second)
    return mark.name or translate("Marks", "Unknown")


def text(mark: FaceMark) -> str:
    """The whole label, as a screen reader has it."""
    return f"{title(mark)} {mark.score} {_other(mark)}".strip()


def _other(mark: FaceMark) -> str:
    """What a model that is compared says."""
    if mark.beside is None:
        return ""
    return translate("Marks", "other model: {answer}").format(answer=matches.title(mark.beside))


def paint_mark(painter: QPainter, mark: FaceMark, fit: PictureFit, font: QFont) -> None:
    """Paint the box and the label of one face; `font` is the view's."""
    placed = fit.placed(mark.box)
    outline = qrect(placed)
    radius = min(placed.width * 0.1, 14.0)
    color = _NAMED if mark.name else _UNKNOWN
    style = Qt.PenStyle.SolidLine if mark.name else Qt.PenStyle.CustomDashLine
    for pen in (QPen(_EDGE, 4.5), QPen(color, 2.5)):
        pen.setStyle(style)
        if mark.name is None:
            pen.setDashPattern([width / pen.widthF() for width in (10.0, 7.0)])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline, radius, radius)
    _paint_label(painter, mark, placed, fit.area, font)
    if mark.beside is not None:
        _paint_other(painter, mark, placed, font)


def _paint_label(painter: QPainter, mark: FaceMark, box: Rect, area: Rect, font: QFont) -> None:
    title_font = (theme.strong if mark.name else theme.scaled)(font, 1.15)
    score_font = theme.scaled(font, 0.95)
    title_size, score_size = QFontMetricsF(title_font), QFontMetricsF(score_font)
    score_width = score_size.horizontalAdvance(mark.score) + 8 if mark.score else 0.0
    room = min(_LABEL_MOST, max(area.width - 8, 40.0)) - 2 * _PADDING[0] - score_width
    shown = title_size.elidedText(title(mark), Qt.TextElideMode.ElideRight, room)
    title_width = title_size.horizontalAdvance(shown)
    size = (title_width + score_width + 2 * _PADDING[0], title_size.height() + 2 * _PADDING[1])
    pill = qrect(label_place(box, size, area))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_NAMED_GROUND if mark.name else _UNKNOWN_GROUND))
    painter.drawRoundedRect(pill, 7, 7)
    inner = pill.adjusted(_PADDING[0], 0, -_PADDING[0], 0)
    baseline = pill.top() + _PADDING[1] + title_size.ascent()
    painter.setFont(title_font)
    painter.setPen(_TEXT)
    painter.drawText(QPointF(inner.left(), baseline), shown)
    painter.setFont(score_font)
    painter.setPen(_QUIET)
    painter.drawText(QPointF(inner.left() + title_width + 8, baseline), mark.score)


def _paint_other(painter: QPainter, mark: FaceMark, box: Rect, font: QFont) -> None:
    """What a model that is compared says, inside the box at its bottom."""
    small = theme.scaled(font, 0.95)
    size = QFontMetricsF(small)
    shown = size.elidedText(_other(mark), Qt.TextElideMode.ElideRight, max(box.width - 2 * _PADDING[0], 40.0))
    height = size.height() + 2 * _PADDING[1]
    width = size.horizontalAdvance(shown) + 2 * _PADDING[0]
    pill = QRectF(box.left, box.bottom - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_UNKNOWN_GROUND))
    painter.drawRoundedRect(pill, 7, 7)
    painter.setFont(small)
    painter.setPen(_TEXT)
    painter.drawText(QPointF(pill.left() + _PADDING[0], pill.top() + _PADDING[1] + size.ascent()), shown)


def qrect(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.left, rect.top, rect.width, rect.height)
