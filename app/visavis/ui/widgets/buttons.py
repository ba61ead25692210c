"""Buttons by prominence: the property `kind` selects a rule of the style sheet."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from visavis.ui.widgets import icons, theme

#: Property of a disabled control: the sentence that says why.
REASON = "reason"
#: Property of a control: its tool tip while it is enabled.
_USUAL_TIP = "tip"
#: Side of the arrow of a disclosure, in device-independent pixels.
_ARROW = 14
#: Width of a button beyond its text, in device-independent pixels, as in the style sheet.
_PADDING = 30


def large(text: str, kind: str = "large") -> QPushButton:
    """A button that fills its row: "primary" for the main action, "large" for others."""
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setProperty("large", "true")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def emphasize(button: QPushButton, kind: str) -> None:
    """Change the prominence of a button."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)


def set_usable(control: QWidget | QAction, usable: bool, reason: str) -> None:
    """Enable or disable a control. While it is disabled, its tool tip says why, in a sentence."""
    if not control.property(REASON):
        control.setProperty(_USUAL_TIP, control.toolTip())
    usual = str(control.property(_USUAL_TIP) or "")
    control.setProperty(REASON, "" if usable else reason)
    control.setEnabled(usable)
    control.setToolTip(usual if usable else "\n".join(filter(None, (usual, reason))))


class Disclosure(QToolButton):
    """Shows and hides what lies below it while it is checked. Its arrow points there, or to the text while hidden."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("kind", "flat")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._update_icon)
        self._update_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange}:
            self._update_icon()

    def _update_icon(self) -> None:
        closed = "back" if self.isRightToLeft() else "back-rtl"
        self.setIcon(icons.icon("down" if self.isChecked() else closed, theme.current().text, _ARROW))


class ElidingButton(QPushButton):
    """A button that elides its text to the available width; the tool tip has the whole text."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.whole = text
        self.say(text)

    def say(self, text: str) -> None:
        """Set the whole text."""
        self.whole = text
        self.setToolTip(text.replace("&", ""))
        self.setAccessibleName(text.replace("&", ""))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _PADDING, 0)
        self.setText(self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room))
