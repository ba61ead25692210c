"""The ring around a face that is captured, painted over the picture."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from visavis.enrollment.coverage import Cell
from visavis.ui.live.capture_ring import TICKS, CaptureRing, angle, lit, pointing
from visavis.ui.live.face_painter import qrect
from visavis.ui.live.overlay import PictureFit
from visavis.ui.widgets import theme

#: On any picture, light or dark.
_SHADE = QColor(8, 11, 16, 120)
_LIT = QColor("#54d98c")
_UNLIT = QColor(255, 255, 255, 110)
_ASKED = QColor(255, 255, 255, 255)
_PILL = QColor(16, 20, 27, 225)
_TEXT = QColor("#ffffff")
_QUIET = QColor("#cfd6e2")

#: Device-independent pixels.
_GAP = 7.0
_TICK = 13.0
_ASKED_TICK = 19.0
_FRONT = 3.5
_ARROW = 11.0


def paint_guide(painter: QPainter, guide: CaptureRing, fit: PictureFit, font: QFont) -> None:
    """Shade what is around the face, and paint the ring and what to do; `font` is the view's."""
    middle = QPointF(*fit.point(guide.circle.x, guide.circle.y))
    radius = guide.circle.radius * fit.scale
    area = qrect(fit.area)
    if not guide.several:
        shade = QPainterPath()  # a hole, because of the odd-even rule
        shade.addRect(area)
        shade.addEllipse(middle, radius, radius)
        painter.fillPath(shade, _SHADE)
    _paint_front(painter, guide, middle, radius)
    _paint_ticks(painter, guide, middle, radius, mirrored=fit.mirrored)
    _paint_arrow(painter, guide.asked, middle, radius, mirrored=fit.mirrored)
    _paint_text(painter, guide, area, font)


def _paint_front(painter: QPainter, guide: CaptureRing, middle: QPointF, radius: float) -> None:
    """The thin circle: how much is covered from the front."""
    around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_ASKED if guide.asked is Cell.FRONT else _UNLIT, _FRONT))
    painter.drawEllipse(around)
    painter.setPen(QPen(_LIT, _FRONT))
    painter.drawArc(around, 90 * 16, -round(360 * 16 * guide.filled[Cell.FRONT]))


def _paint_ticks(painter: QPainter, guide: CaptureRing, middle: QPointF, radius: float, *, mirrored: bool) -> None:
    for tick in range(TICKS):
        covered, wanted = lit(guide.filled, tick), guide.wanted(tick)
        pen = QPen(_LIT if covered else _ASKED if wanted else _UNLIT, 4.0 if covered or wanted else 3.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        begin = radius + _GAP
        end = begin + (_ASKED_TICK if wanted else _TICK)
        painter.drawLine(
            _at(middle, begin, angle(tick), mirrored=mirrored), _at(middle, end, angle(tick), mirrored=mirrored)
        )


def _paint_arrow(painter: QPainter, asked: Cell | None, middle: QPointF, radius: float, *, mirrored: bool) -> None:
    """A triangle outside the ring, where the head is to be turned."""
    where = pointing(asked)
    if where is None:
        return
    base = radius + _GAP + _ASKED_TICK + 8
    half = math.degrees(_ARROW / base)
    corners = [(base, where - half), (base + _ARROW, where), (base, where + half)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ASKED)
    painter.drawPolygon(QPolygonF([_at(middle, far, degrees, mirrored=mirrored) for far, degrees in corners]))


def _paint_text(painter: QPainter, guide: CaptureRing, area: QRectF, font: QFont) -> None:
    """What to do, large, at the picture's upper edge: whoever reads it looks almost into the camera."""
    large, small = theme.strong(font, 1.7), theme.scaled(font, 1.05)
    large_size, small_size = QFontMetricsF(large), QFontMetricsF(small)
    text = large_size.elidedText(guide.text, Qt.TextElideMode.ElideRight, area.width() - 80)
    width = max(large_size.horizontalAdvance(text), small_size.horizontalAdvance(guide.count)) + 48
    height = large_size.height() + small_size.height() + 22
    pill = QRectF(area.center().x() - width / 2, area.top() + 18, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL)
    painter.drawRoundedRect(pill, 14, 14)
    top = pill.adjusted(0, 9, 0, 0)
    painter.setFont(large)
    painter.setPen(_TEXT)
    painter.drawText(top, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
    painter.setFont(small)
    painter.setPen(_QUIET)
    below = pill.adjusted(0, 0, 0, -9)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, guide.count)


def _at(middle: QPointF, far: float, degrees: float, *, mirrored: bool) -> QPointF:
    """The point so far from the middle, in that direction of the picture, where the view shows it."""
    across = math.cos(math.radians(degrees)) * far
    down = math.sin(math.radians(degrees)) * far
    return QPointF(middle.x() - across if mirrored else middle.x() + across, middle.y() + down)
