"""Something that was noticed, and a button that takes it up."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget


class Suggestion(QFrame):
    """A sentence and a button; hidden where there is nothing to offer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAccessibleName(self.tr("Noticed"))
        self._text = QLabel(wordWrap=True)
        self.button = QPushButton()
        self.button.setAccessibleName(self.tr("Take it up"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty where nothing is."""
        return "" if self.isHidden() else self._text.text()

    def offer(self, text: str, button: str) -> None:
        """Say this, and offer that."""
        self._text.setText(text)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.setAccessibleDescription(text)
        self.show()
