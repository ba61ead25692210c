"""Buttons that look alike: `kind` is how much one stands out, and the style sheet knows the kinds."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

#: What a button needs beside its text, in device-independent pixels: as the style sheet says.
_PADDING = 30


def large(text: str, kind: str = "large") -> QPushButton:
    """A button as wide as its place: "primary" for the one thing to press, "large" for what else there is."""
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setProperty("large", "true")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def emphasize(button: QPushButton, kind: str) -> None:
    """Make it stand out more or less."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)


class ElidingButton(QPushButton):
    """A button that takes the width it is given and shortens its text to it; whole, it is in the tool tip."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.whole = text
        self.say(text)

    def say(self, text: str) -> None:
        """What it says from now on."""
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
