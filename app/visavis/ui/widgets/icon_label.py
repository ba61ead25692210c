"""A line drawing beside a text; it follows the theme."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.ui.widgets import icons, theme


class IconLabel(QWidget):
    """One of the program's icons at a fixed size; it says nothing that the text does not, so readers skip it.

    Parameters
    ----------
    color : str
        Which of the theme's colors it has.
    """

    def __init__(self, name: str, side: int, color: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self._color = color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str) -> None:
        """Show another one."""
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
        painter.drawPixmap(0, 0, icons.drawing(self._name, color, self._side, self.devicePixelRatioF()))
        painter.end()
