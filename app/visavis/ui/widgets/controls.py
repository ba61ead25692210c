"""Combo boxes, sliders and suggestions. The wheel changes only what has the focus; else the page scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSlider, QStyle, QWidget

from visavis.ui.widgets import icons, theme

#: Side of the arrow, in device-independent pixels.
_SIDE = 14


class ComboBox(QComboBox):
    """A combo box whose arrow has the color of the text: the style sheet cannot draw one that follows the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = self.rect().adjusted(self.width() - _SIDE - 10, 0, -10, 0)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        painter = QPainter(self)
        drawing = icons.render_icon("down", theme.current().quiet, _SIDE, self.devicePixelRatioF())
        painter.drawPixmap(place.left(), place.center().y() - _SIDE // 2 + 1, drawing)
        painter.end()


class Slider(QSlider):
    """A slider that the wheel does not move while it is only under the pointer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NameCompleter(QCompleter):
    """Suggests the names that contain what was typed, in upper or lower case."""

    def __init__(self, names: QStringListModel | Sequence[str], parent: QObject) -> None:
        model = names if isinstance(names, QStringListModel) else QStringListModel(list(names), parent)
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
