"""The toast: says what was done, offers to undo it, and leaves by itself. It covers the page and moves nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from visavis.ui.widgets.action_card import LineLabel
from visavis.ui.widgets.announce import announce

#: How long a toast stays, in milliseconds: long enough to read a sentence and to reach the button.
_STAY_MS = 8_000
#: Distance from the edges of the page, in device-independent pixels.
_MARGIN = 16
#: Events of the page and of what is kept free after which the toast may lie wrong.
_MOVES = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


def _do_nothing() -> None:
    """The action before the first offer."""


class Toast(QFrame):
    """Hidden while there is nothing to say. It stays while the pointer is on it or its button has the focus.

    Parameters
    ----------
    page : QWidget
        What it lies over; a child of the toast's parent.
    find_area : callable
        The part of the page that it may cover, in the coordinates of the parent. It lies at the bottom of it.
    keep_free : sequence of QWidget
        What `find_area` leaves out: the toast moves when one of them comes, goes or changes its size.
    """

    focus_released = Signal()  #: the toast leaves while its button has the focus

    def __init__(
        self,
        page: QWidget,
        find_area: Callable[[], QRect],
        parent: QWidget,
        *,
        keep_free: Sequence[QWidget] = (),
        stay_ms: int = _STAY_MS,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(self.tr("Message"))
        self._find_area = find_area
        self._action: Callable[[], object] = _do_nothing
        self._label = LineLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setAccessibleName(self.tr("Undo"))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._act)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 8, 8)
        layout.setSpacing(14)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=stay_ms)
        self._timer.timeout.connect(self._leave)
        for watched in (page, *keep_free):
            watched.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while the toast is hidden."""
        return "" if self.isHidden() else self._label.text()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._show(text, "", _do_nothing)

    def offer(self, text: str, button: str, action: Callable[[], object]) -> None:
        """Show a sentence, and a button that calls `action`."""
        self._show(text, button, action)

    def withdraw(self) -> None:
        """Hide the toast if it has a button: the action is no longer possible."""
        if not self.button.isHidden():
            self._hide()

    def unsay(self, text: str) -> None:
        """Hide the toast if it says this, which holds no longer."""
        if self.text == text:
            self._hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.isVisible():
            QTimer.singleShot(0, self, self._place)  # when the page is laid out
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()

    def _show(self, text: str, button: str, action: Callable[[], object]) -> None:
        self._action = action
        self._label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setAccessibleName(button or self.tr("Undo"))
        self.button.setAccessibleDescription(text)
        self.setAccessibleDescription(text)
        self._row.setContentsMargins(18, 8, 8 if button else 18, 8)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def _place(self) -> None:
        """Lie in the middle of the bottom edge."""
        area = self._find_area().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._row.activate()
        width = min(self.sizeHint().width(), area.width())
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = area.left() + (area.width() - width) // 2
        self.setGeometry(left, max(area.bottom() - height, area.top()), width, height)

    def _act(self) -> None:
        action = self._action
        self._hide()
        action()

    def _leave(self) -> None:
        if self.button.hasFocus() or self.underMouse():
            self._timer.start()
        else:
            self._hide()

    def _hide(self) -> None:
        self._timer.stop()
        if self.button.hasFocus():
            self.focus_released.emit()
        self.hide()
