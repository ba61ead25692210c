"""A box to choose from, with an arrow in the theme's color: a style sheet can only take one from a file."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from visavis.ui import icons, theme

_SIDE = 14
_INSET = 10


class Combination(QComboBox):
    """One of several."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = icons.drawing("down", theme.current().quiet, _SIDE, self.devicePixelRatioF())
        left = _INSET if self.isRightToLeft() else self.width() - _SIDE - _INSET
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - _SIDE) // 2, arrow)
        painter.end()
