"""What to do next, said over the picture, with the button that does it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


def _nothing() -> None:
    pass


class NextStepCard(QFrame):
    """A sentence and a button; hidden where there is nothing to invite to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("invitation")
        self.setAccessibleName(self.tr("What to do next"))
        self._text = QLabel()
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._act)
        self._do: Callable[[], None] = _nothing
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 10, 10)
        layout.setSpacing(18)
        layout.addWidget(self._text)
        layout.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty where nothing is."""
        return "" if self.isHidden() else self._text.text()

    def invite(self, text: str, button: str, do: Callable[[], None]) -> None:
        """Say this, and offer that."""
        self._text.setText(text)
        self.button.setText(button)
        self._do = do
        self.setAccessibleDescription(text)
        self.show()

    def _act(self) -> None:
        self._do()
