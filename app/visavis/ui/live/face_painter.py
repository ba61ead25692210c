"""Paints the box around a face and its label, with a name in any script."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from visavis.escaping import line
from visavis.people.names import shown_name
from visavis.ui.live.overlay import FaceMark, PictureFit, Rect, place_label
from visavis.ui.text import matches
from visavis.ui.text.language import translate
from visavis.ui.widgets import theme

#: Box of a named face: a bright line over `_EDGE`, visible on light and dark pictures.
_NAMED = QColor("#5b9bff")
#: Background of the label of a named face.
_NAMED_GROUND = QColor("#1f4bb0")
#: Box of an unknown face.
_UNKNOWN = QColor("#d5d9e0")
#: Background of the label of an unknown face.
_UNKNOWN_GROUND = QColor("#3a4049")
#: Dark line under the box.
_EDGE = QColor(0, 0, 0, 120)
#: Name in a label.
_TEXT = QColor("#ffffff")
#: Score in a label.
_QUIET = QColor("#d6e2ff")

#: Maximum width of a label, in device-independent pixels.
_MAX_LABEL_WIDTH = 320.0
#: Horizontal and vertical padding of a label, in device-independent pixels.
_PADDING = (10.0, 5.0)


def label_title(mark: FaceMark) -> str:
    """The first part of a label: the name, *Unknown*, or both candidates of an ambiguous face."""
    if mark.rivals:
        first, second = mark.rivals
        return translate("Marks", "{first} or {second}?").format(first=line(first), second=line(second))
    return line(shown_name(mark.name, translate("Marks", "Unknown")))


def label_text(mark: FaceMark) -> str:
    """The whole label as one line, for screen readers."""
    return f"{label_title(mark)} {mark.score} {_other(mark)}".strip()


def _other(mark: FaceMark) -> str:
    """The answer of the compared model; empty without one."""
    if mark.beside is None:
        return ""
    return translate("Marks", "other model: {answer}").format(answer=matches.title(mark.beside))


def paint_mark(painter: QPainter, mark: FaceMark, fit: PictureFit, font: QFont) -> None:
    """Paint the box and the label of one face; `font` is the font of the view."""
    placed = fit.to_view(mark.box)
    outline = to_qrect(placed)
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
    title_font = (theme.bold_font if mark.name else theme.scale_font)(font, 1.15)
    score_font = theme.scale_font(font, 0.95)
    title_size, score_size = QFontMetricsF(title_font), QFontMetricsF(score_font)
    score_width = score_size.horizontalAdvance(mark.score) + 8 if mark.score else 0.0
    room = min(_MAX_LABEL_WIDTH, max(area.width - 8, 40.0)) - 2 * _PADDING[0] - score_width
    elided = title_size.elidedText(label_title(mark), Qt.TextElideMode.ElideRight, room)
    title_width = title_size.horizontalAdvance(elided)
    size = (title_width + score_width + 2 * _PADDING[0], title_size.height() + 2 * _PADDING[1])
    pill = to_qrect(place_label(box, size, area))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_NAMED_GROUND if mark.name else _UNKNOWN_GROUND))
    painter.drawRoundedRect(pill, 7, 7)
    inner = pill.adjusted(_PADDING[0], 0, -_PADDING[0], 0)
    baseline = pill.top() + _PADDING[1] + title_size.ascent()
    painter.setFont(title_font)
    painter.setPen(_TEXT)
    painter.drawText(QPointF(inner.left(), baseline), elided)
    painter.setFont(score_font)
    painter.setPen(_QUIET)
    painter.drawText(QPointF(inner.left() + title_width + 8, baseline), mark.score)


def _paint_other(painter: QPainter, mark: FaceMark, box: Rect, font: QFont) -> None:
    """Paint the answer of the compared model inside the box, at its bottom."""
    small = theme.scale_font(font, 0.95)
    size = QFontMetricsF(small)
    elided = size.elidedText(_other(mark), Qt.TextElideMode.ElideRight, max(box.width - 2 * _PADDING[0], 40.0))
    height = size.height() + 2 * _PADDING[1]
    width = size.horizontalAdvance(elided) + 2 * _PADDING[0]
    pill = QRectF(box.left, box.bottom - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_UNKNOWN_GROUND))
    painter.drawRoundedRect(pill, 7, 7)
    painter.setFont(small)
    painter.setPen(_TEXT)
    painter.drawText(QPointF(pill.left() + _PADDING[0], pill.top() + _PADDING[1] + size.ascent()), elided)


def to_qrect(rect: Rect) -> QRectF:
    """Convert a rectangle to Qt's."""
    return QRectF(rect.left, rect.top, rect.width, rect.height)
