"""A card with a sentence, and a button that acts on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, QSize
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QWidget


def _do_nothing() -> None:
    """The action before the first offer."""


#: Width, in device-independent pixels, down to which a line is wrapped.
_MIN_LINE = 140


class LineLabel(QLabel):
    """A label of one line, which is wrapped where there is less room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        line = self.fontMetrics().size(0, self.text())
        return line.grownBy(margins)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_MIN_LINE, self.sizeHint().width()), self.sizeHint().height())


class ActionCard(QFrame):
    """Hidden while there is nothing to offer.

    Parameters
    ----------
    name : str
        What screen readers call the card.
    wide : bool
        The button stands beside the sentence where there is room, and is a main button; else below it.
    """

    def __init__(self, name: str, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.setAccessibleName(name)
        self._label = LineLabel() if wide else QLabel(wordWrap=True)
        self.button = QPushButton()
        self.button.setAccessibleName(name)
        self.button.clicked.connect(lambda _: self._action())
        self._action: Callable[[], object] = _do_nothing
        self._wide = wide
        layout = self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        if wide:
            self.setObjectName("wideOffer")
            self.button.setProperty("kind", "primary")
            layout.setContentsMargins(18, 10, 10, 10)
            layout.setSpacing(18)
        else:
            layout.setContentsMargins(14, 10, 14, 12)
            layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while the card is hidden."""
        return "" if self.isHidden() else self._label.text()

    def offer(self, text: str, button: str, action: Callable[[], object]) -> None:
        """Show a sentence, and a button that calls `action` if it has a text."""
        self._label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setAccessibleName(button)
        self._action = action
        self.setAccessibleDescription(text)
        self._fit()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and (parent := self.parentWidget()) is not None:
            parent.installEventFilter(self)
        return super().event(event)

    def _fit(self) -> None:
        """Put the button of a wide card below the sentence where the parent has no room for both in a row."""
        parent = self.parentWidget()
        if not self._wide or parent is None:
            return
        margins = self._layout.contentsMargins()
        needed = _MIN_LINE + self._layout.spacing() + self.button.sizeHint().width() + margins.left() + margins.right()
        layout = parent.layout()
        around = layout.contentsMargins() if layout is not None else QMargins()
        in_row = needed <= parent.width() - around.left() - around.right()
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if in_row else ways.TopToBottom)
