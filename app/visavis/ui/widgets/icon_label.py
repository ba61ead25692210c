"""An icon beside a text, in a color of the theme."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.ui.widgets import icons, theme


class IconLabel(QWidget):
    """An icon of fixed size; screen readers skip it because the text says the same.

    Parameters
    ----------
    color : str
        Name of a color of the theme.
    """

    def __init__(self, name: str, side: int, color: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self._color = color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = getattr(theme.current(), self._color)
        painter.drawPixmap(0, 0, icons.render_icon(self._name, color, self._side, self.devicePixelRatioF()))
        painter.end()
