"""A combo box whose arrow has the color of the text."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle

from visavis.ui.widgets import icons, theme

#: Side of the arrow, in device-independent pixels.
_SIDE = 14


class ComboBox(QComboBox):
    """A combo box; the style sheet cannot draw arrows that follow the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = self.rect().adjusted(self.width() - _SIDE - 10, 0, -10, 0)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        painter = QPainter(self)
        drawing = icons.render_icon("down", theme.current().quiet, _SIDE, self.devicePixelRatioF())
        painter.drawPixmap(place.left(), place.center().y() - _SIDE // 2 + 1, drawing)
        painter.end()
