"""The red dot with the elapsed time over a picture that is being recorded."""

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from visavis.ui.picture.timeline import format_time
from visavis.ui.widgets.announce import announce

#: Milliseconds between two updates of the time, so that no second is left out.
_INTERVAL_MS = 250
#: The dot as rich text, in a red that is light enough for the dark ground of what lies over the picture.
_DOT = '<font color="#ff5a5a">●</font>&nbsp; '


class RecordingBadge(QLabel):
    """Hidden while nothing is recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remark")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setContentsMargins(14, 7, 14, 7)
        self.setAccessibleName(self.tr("Recording"))
        self._begun = 0.0
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._show_time)
        self.hide()

    def begin(self) -> None:
        """Show the dot, and the time from now on."""
        self._begun = time.monotonic()
        self._show_time()
        self._timer.start()
        self.show()
        announce(self, self.accessibleName())

    def end(self) -> None:
        """Hide it."""
        self._timer.stop()
        self.hide()

    def _show_time(self) -> None:
        elapsed = format_time(time.monotonic() - self._begun)
        self.setText(_DOT + elapsed)
        self.setAccessibleDescription(elapsed)
