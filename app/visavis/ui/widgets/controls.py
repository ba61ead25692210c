"""Combo boxes, sliders, fields and suggestions. The wheel changes only what has the focus; else the page scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QLineEdit, QListView, QSlider, QStyle, QWidget

from visavis.ui.widgets import icons, theme

#: Side of the arrow, in device-independent pixels.
_SIDE = 14


class ComboBox(QComboBox):
    """A combo box whose arrow has the color of the text: the style sheet cannot draw one that follows the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        """Open the list. Qt takes the wider border of the focused field off its height: then its last row scrolled."""
        super().showPopup()
        view, popup = self.view(), self.view().window()
        if not isinstance(view, QListView) or (layout := popup.layout()) is None:
            return
        layout.activate()  # the arrows for scrolling take their place
        arrows = [each for each in popup.children() if isinstance(each, QWidget) and each is not view]
        room = view.viewport().height() + sum(arrow.height() for arrow in arrows if arrow.isVisible())
        missing = view.contentsSize().height() - room
        if 0 < missing < view.sizeHintForRow(0):
            popup.resize(popup.width(), popup.height() + missing)
            for arrow in arrows:
                arrow.hide()

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


class DateField(QDateEdit):
    """A field for a day that the wheel does not change while it is only under the pointer."""

    def __init__(self, day: QDate, parent: QWidget | None = None) -> None:
        super().__init__(day, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SearchField(QLineEdit):
    """A field with a sign before the text and a button that clears it, both in the colors of the theme."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._sign, self._clear = QAction(self), QAction(self.tr("Clear"), self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._update_icons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_clear"):
            self._update_icons()

    def _update_icons(self) -> None:
        for action, name in ((self._sign, "search"), (self._clear, "close")):
            action.setIcon(icons.icon(name, theme.current().quiet))


class NameCompleter(QCompleter):
    """Suggests the names that contain what was typed, in upper or lower case."""

    def __init__(self, names: QStringListModel | Sequence[str], parent: QObject) -> None:
        model = names if isinstance(names, QStringListModel) else QStringListModel(list(names), parent)
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
