"""A small chart of a training run: accuracy by epoch, on what is learned from and on what is held back."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.ui.text.language import percent
from visavis.ui.training.run import EpochAccuracy
from visavis.ui.widgets import theme

_HEIGHT = 150


class AccuracyChart(QWidget):
    """Two lines from 0 to 100 %: solid for held-back pictures, dotted for those learned from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Accuracy by epoch"))
        self._epochs: Sequence[EpochAccuracy] = ()
        self._planned = 1

    def sizeHint(self) -> QSize:
        return QSize(280, _HEIGHT)

    def show_epochs(self, epochs: Sequence[EpochAccuracy], planned: int) -> None:
        """Draw these; the width is for `planned` of them."""
        self._epochs, self._planned = epochs, max(planned, len(epochs), 2)
        last = epochs[-1].val_accuracy if epochs else None
        self.setAccessibleDescription(
            "" if last is None else self.tr("{share:.0f} % of the held-back pictures right").format(share=100 * last)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(theme.scaled(self.font(), 0.85))
        left = painter.fontMetrics().horizontalAdvance(percent(1)) + 8
        plot = QRectF(left, 8, self.width() - left - 4, _HEIGHT - 36)
        for share in (0.0, 0.5, 1.0):
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(QColor(colors.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colors.quiet))
            beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 10, left - 8, 20), beside, percent(share))
        learned = [epoch.accuracy for epoch in self._epochs]
        held_back = [epoch.val_accuracy for epoch in self._epochs]
        self._line(painter, plot, learned, QPen(QColor(colors.quiet), 1.6, Qt.PenStyle.DotLine))
        self._line(painter, plot, held_back, QPen(QColor(colors.link), 2.2))
        self._legend(painter, plot, colors)
        painter.end()

    def _line(self, painter: QPainter, plot: QRectF, values: Sequence[float | None], pen: QPen) -> None:
        points = [
            QPointF(plot.left() + plot.width() * index / (self._planned - 1), plot.bottom() - value * plot.height())
            for index, value in enumerate(values)
            if value is not None
        ]
        if not points:
            return
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.drawPath(path)
        painter.setBrush(pen.color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], 3, 3)

    def _legend(self, painter: QPainter, plot: QRectF, colors: theme.Theme) -> None:
        x, y = plot.left(), plot.bottom() + 18
        for text, pen in (
            (self.tr("held back"), QPen(QColor(colors.link), 2.2)),
            (self.tr("learned from"), QPen(QColor(colors.quiet), 1.6, Qt.PenStyle.DotLine)),
        ):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, y), QPointF(x + 18, y))
            painter.setPen(QColor(colors.quiet))
            painter.drawText(QPointF(x + 24, y + 4), text)
            x += 24 + painter.fontMetrics().horizontalAdvance(text) + 20
