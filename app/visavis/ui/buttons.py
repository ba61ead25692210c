"""Buttons that look alike: `kind` is how much one stands out, and the style sheet knows the kinds."""

from PySide6.QtWidgets import QPushButton, QSizePolicy


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
