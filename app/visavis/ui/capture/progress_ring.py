"""The progress ring of capture mode: coverage by direction, and the number of pictures."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.enrollment.coverage import Cell
from visavis.ui.live.capture_ring import TICKS, is_covered, tick_angle
from visavis.ui.widgets import theme

#: Side of the widget, in device-independent pixels.
_SIDE = 132
#: Length of a tick.
_TICK = 11.0
#: Width of the circle, which shows the coverage from the front.
_CIRCLE_WIDTH = 3.0


class ProgressRing(QWidget):
    """Shows the count and the coverage by direction, mirrored: the person's left is on the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pictures taken"))
        self._count = 0
        self._wanted = 20
        self._filled: Mapping[Cell, float] = dict.fromkeys(Cell, 0.0)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def show_count(self, count: int, wanted: int, filled: Mapping[Cell, float]) -> None:
        """Show `count` of `wanted` pictures and the coverage of each cell, 0..1."""
        self._count, self._wanted, self._filled = count, wanted, filled
        self.setAccessibleDescription(self.tr("{count} of {wanted}").format(count=count, wanted=wanted))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text in the direction of its script
        middle = QPointF(_SIDE / 2, _SIDE / 2)
        outer = _SIDE / 2 - 3
        for tick in range(TICKS):
            pen = QPen(QColor(colors.good if is_covered(self._filled, tick) else colors.track), 3.4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            radians = math.radians(180 - tick_angle(tick))
            toward = QPointF(math.cos(radians), math.sin(radians))
            painter.drawLine(middle + toward * (outer - _TICK), middle + toward * outer)
        inner = outer - _TICK - 7
        circle = QRectF(middle.x() - inner, middle.y() - inner, 2 * inner, 2 * inner)
        painter.setPen(QPen(QColor(colors.track), _CIRCLE_WIDTH))
        painter.drawEllipse(circle)
        painter.setPen(QPen(QColor(colors.good), _CIRCLE_WIDTH))
        painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._filled[Cell.FRONT]))
        painter.setPen(QColor(colors.text))
        painter.setFont(theme.bold_font(self.font(), 2.0))
        painter.drawText(circle.adjusted(0, -9, 0, -9), Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.setPen(QColor(colors.quiet))
        painter.setFont(theme.scale_font(self.font(), 0.95))
        below = self.tr("of {wanted}").format(wanted=self._wanted)
        painter.drawText(circle.adjusted(0, 22, 0, 22), Qt.AlignmentFlag.AlignCenter, below)
        painter.end()
