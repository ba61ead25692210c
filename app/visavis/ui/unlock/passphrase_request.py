"""Asking for a passphrase in the window, for work on another thread, which waits for the answer."""

import queue

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from visavis.messages import Message
from visavis.ui.text.core_messages import translate_message
from visavis.ui.unlock.passphrase_dialog import PassphraseDialog


class PassphraseRequest(QObject):
    """Asks over the window. It is called on the thread of the work. When the window closes, the user gave up."""

    _asked = Signal(Message)

    def __init__(self, window: QWidget, closing: SignalInstance, parent: QObject) -> None:
        """`closing` is emitted when the window closes."""
        super().__init__(parent)
        self._window = window
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._is_closed = False
        self._asked.connect(self._open)
        closing.connect(self._close)

    def __call__(self, question: Message) -> str | None:
        """Ask, and wait; None if the user gives up."""
        self._asked.emit(question)
        return self._answers.get()

    def _open(self, question: Message) -> None:
        if self._is_closed:
            self._answers.put(None)
            return
        dialog = PassphraseDialog(translate_message(question), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._answers.put(dialog.field.text()))
        dialog.rejected.connect(lambda: self._answers.put(None))
        dialog.open()

    def _close(self) -> None:
        self._is_closed = True
        self._answers.put(None)  # nobody may wait; if nobody does, the program ends all the same
