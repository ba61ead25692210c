"""Whether the window may close: not before the user was asked, if captured pictures would be lost."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from visavis.ui.capture.mode import CaptureMode
from visavis.ui.text.counts import picture_count
from visavis.ui.widgets.question_dialog import QuestionDialog


class ClosingGuard(QObject):
    """Asks before the window closes."""

    def __init__(self, window: QWidget, capture: CaptureMode) -> None:
        super().__init__(window)
        self._window, self._capture = window, capture
        self._quitting = False  # close without asking

    def quit(self) -> None:
        """Close the window without asking."""
        self._quitting = True
        self._window.close()

    def may_close(self) -> bool:
        """Whether nothing would be lost; if something would, ask first."""
        unsaved = self._capture.unsaved
        if self._quitting or not unsaved:
            return True
        session = self._capture.session
        text = self.tr("{pictures} of {name} would be lost.")
        QuestionDialog(
            self._window,
            self.tr("Close without saving?"),
            text.format(pictures=picture_count(unsaved), name=session.name if session else ""),
            self.tr("Close without saving"),
            lambda _: self.quit(),
            grave=True,
        )
        return False
