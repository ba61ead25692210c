"""The progress ring of capture mode: coverage by direction, and the number of covered views."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.enrollment.coverage import Cell, Coverage
from visavis.ui.live.capture_ring import TICKS, is_covered, tick_angle
from visavis.ui.widgets import theme

#: Side of the widget, in device-independent pixels.
_SIDE = 132
#: Length of a tick.
_TICK = 11.0
#: Width of the circle, which closes once all views are covered.
_CIRCLE_WIDTH = 3.0


class ProgressRing(QWidget):
    """Shows the covered views and the coverage by direction, mirrored: the person's left is on the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Views covered"))
        self._covered = 0
        self._all = len(Cell)
        self._progress = 0.0
        self._filled: Mapping[Cell, float] = dict.fromkeys(Cell, 0.0)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show how many of the views are covered, and how far each direction is."""
        cells = coverage.askable_cells
        self._all = len(cells)
        self._covered = self._all - len(coverage.missing_cells())
        self._progress = coverage.progress
        self._filled = {cell: coverage.completeness(cell) for cell in Cell}
        self.setAccessibleDescription(f"{self._covered} {self._below()}")
        self.update()

    def _below(self) -> str:
        return self.tr("of {all} views").format(all=self._all)

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
        painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._progress))
        painter.setPen(QColor(colors.text))
        painter.setFont(theme.bold_font(self.font(), 2.0))
        painter.drawText(circle.adjusted(0, -9, 0, -9), Qt.AlignmentFlag.AlignCenter, str(self._covered))
        painter.setPen(QColor(colors.quiet))
        painter.setFont(theme.scale_font(self.font(), 0.95))
        painter.drawText(circle.adjusted(0, 22, 0, 22), Qt.AlignmentFlag.AlignCenter, self._below())
        painter.end()
