"""Paints the capture ring and its instruction over the picture."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from visavis.enrollment.coverage import Cell
from visavis.ui.live.capture_ring import TICKS, CaptureRing, arrow_angle, is_covered, tick_angle
from visavis.ui.live.face_painter import to_qrect
from visavis.ui.live.overlay import PictureFit
from visavis.ui.widgets import theme

#: Shade around the face. All colors are visible on light and dark pictures.
_SHADE = QColor(8, 11, 16, 120)
#: Covered tick.
_COVERED = QColor("#54d98c")
#: Tick that is not covered.
_OPEN = QColor(255, 255, 255, 110)
#: Tick of the requested direction.
_REQUESTED = QColor(255, 255, 255, 255)
#: Background of the instruction.
_PILL = QColor(16, 20, 27, 225)
#: Instruction.
_TEXT = QColor("#ffffff")
#: Count below the instruction.
_QUIET = QColor("#cfd6e2")

#: Gap between circle and ticks. All lengths are device-independent pixels.
_GAP = 7.0
#: Length of a tick.
_TICK = 13.0
#: Length of a tick of the requested direction.
_REQUESTED_TICK = 19.0
#: Width of the circle, which closes once all views are covered.
_CIRCLE_WIDTH = 3.5
#: Width of the picture that the instruction leaves free.
_INSTRUCTION_MARGIN = 64.0
#: Size of the arrow toward the requested direction.
_ARROW = 11.0


def paint_ring(painter: QPainter, guide: CaptureRing, fit: PictureFit, font: QFont) -> None:
    """Shade the picture around the face, and paint the ring and the instruction; `font` is the font of the view."""
    middle = QPointF(*fit.point(guide.circle.x, guide.circle.y))
    radius = guide.circle.radius * fit.scale
    area = to_qrect(fit.area)
    if not guide.several:
        shade = QPainterPath()  # the odd-even rule leaves a hole
        shade.addRect(area)
        shade.addEllipse(middle, radius, radius)
        painter.fillPath(shade, _SHADE)
    _paint_progress(painter, guide, middle, radius)
    _paint_ticks(painter, guide, middle, radius, mirrored=fit.mirrored)
    _paint_arrow(painter, guide.asked, middle, radius, mirrored=fit.mirrored)
    _paint_text(painter, guide, area, font)


def _paint_progress(painter: QPainter, guide: CaptureRing, middle: QPointF, radius: float) -> None:
    """Paint the thin circle, which closes once all views are covered."""
    around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_REQUESTED if guide.asked is Cell.FRONT else _OPEN, _CIRCLE_WIDTH))
    painter.drawEllipse(around)
    painter.setPen(QPen(_COVERED, _CIRCLE_WIDTH))
    painter.drawArc(around, 90 * 16, -round(360 * 16 * guide.progress))


def _paint_ticks(painter: QPainter, guide: CaptureRing, middle: QPointF, radius: float, *, mirrored: bool) -> None:
    for tick in range(TICKS):
        covered, requested = is_covered(guide.filled, tick), guide.is_requested(tick)
        pen = QPen(_COVERED if covered else _REQUESTED if requested else _OPEN, 4.0 if covered or requested else 3.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        begin = radius + _GAP
        end = begin + (_REQUESTED_TICK if requested else _TICK)
        painter.drawLine(
            _at(middle, begin, tick_angle(tick), mirrored=mirrored),
            _at(middle, end, tick_angle(tick), mirrored=mirrored),
        )


def _paint_arrow(painter: QPainter, asked: Cell | None, middle: QPointF, radius: float, *, mirrored: bool) -> None:
    """Paint a triangle outside the ring, in the direction in which the head is to turn."""
    where = arrow_angle(asked)
    if where is None:
        return
    base = radius + _GAP + _REQUESTED_TICK + 8
    half = math.degrees(_ARROW / base)
    corners = [(base, where - half), (base + _ARROW, where), (base, where + half)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_REQUESTED)
    painter.drawPolygon(QPolygonF([_at(middle, far, degrees, mirrored=mirrored) for far, degrees in corners]))


def _paint_text(painter: QPainter, guide: CaptureRing, area: QRectF, font: QFont) -> None:
    """Paint the instruction in large type at the upper edge: its reader looks almost into the camera."""
    large, small = theme.bold_font(font, 1.7), theme.scale_font(font, 1.05)
    large_size, small_size = QFontMetricsF(large), QFontMetricsF(small)
    room = QRectF(0, 0, max(area.width() - _INSTRUCTION_MARGIN, 1), area.height())
    wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    needed = large_size.boundingRect(room, wrapped, guide.text)
    width = max(needed.width(), small_size.horizontalAdvance(guide.count)) + 48
    height = needed.height() + small_size.height() + 22
    pill = QRectF(area.center().x() - width / 2, area.top() + 18, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL)
    painter.drawRoundedRect(pill, 14, 14)
    top = pill.adjusted(0, 9, 0, 0)
    painter.setFont(large)
    painter.setPen(_TEXT)
    inner = top.adjusted(20, 0, -20, 0)  # a little more than the text needs: rounding shall not wrap it again
    painter.drawText(inner, wrapped | Qt.AlignmentFlag.AlignTop, guide.text)
    painter.setFont(small)
    painter.setPen(_QUIET)
    below = pill.adjusted(0, 0, 0, -9)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, guide.count)


def _at(middle: QPointF, far: float, degrees: float, *, mirrored: bool) -> QPointF:
    """The point at a distance and angle from the center, mirrored if the view is."""
    across = math.cos(math.radians(degrees)) * far
    down = math.sin(math.radians(degrees)) * far
    return QPointF(middle.x() - across if mirrored else middle.x() + across, middle.y() + down)
