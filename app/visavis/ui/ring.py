"""A ring that fills, with a number in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.ui import theme

_SIDE = 132
_WIDTH = 9.0


class Ring(QWidget):
    """How many of how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Pictures taken")
        self._count = 0
        self._wanted = 20

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def show_count(self, count: int, wanted: int) -> None:
        """Fill to `count` of `wanted`."""
        self._count, self._wanted = count, wanted
        self.setAccessibleDescription(f"{count} of {wanted}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        done = self._count >= self._wanted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        painter.setPen(QPen(QColor(colors.track), _WIDTH))
        painter.drawEllipse(circle)
        if self._count:
            pen = QPen(QColor(colors.good if done else colors.accent), _WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * min(self._count / self._wanted, 1.0)))
        painter.setPen(QColor(colors.text))
        painter.setFont(theme.strong(self.font(), 2.4))
        painter.drawText(circle.adjusted(0, -9, 0, -9), Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.setPen(QColor(colors.quiet))
        painter.setFont(self.font())
        painter.drawText(circle.adjusted(0, 25, 0, 25), Qt.AlignmentFlag.AlignCenter, f"of {self._wanted}")
        painter.end()
