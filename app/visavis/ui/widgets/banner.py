"""The banner above the picture: one notice at a time, with its hint."""

import time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate
from visavis.ui.text.notices import Notice, NoticeBoard, Severity
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.icon_label import IconLabel

_ICONS = {Severity.INFO: "info", Severity.WARNING: "warning", Severity.ERROR: "error"}
_WORDS = {
    Severity.INFO: QT_TRANSLATE_NOOP("Banner", "Note"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Banner", "Warning"),
    Severity.ERROR: QT_TRANSLATE_NOOP("Banner", "Error"),
}
#: Interval between two checks whether the notice has expired, in milliseconds.
_CHECK_INTERVAL_MS = 500


class Banner(QFrame):
    """Shows the current notice of a `NoticeBoard`; hidden without one."""

    closed = Signal()
    extra_wanted = Signal(str)  #: name of the extra that the user wants to install

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Message"))
        self._board = NoticeBoard()
        self._shown: tuple[Notice, int] | None = None
        self._icon = IconLabel("info", 20)
        self._text = QLabel()
        self._hint = QLabel()
        for label in (self._text, self._hint):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(theme.bold_font(self.font(), 1.0))
        self._button = QToolButton()
        self._button.setProperty("kind", "flat")
        self._button.setAccessibleName(self.tr("Close message"))
        self._button.setToolTip(self.tr("Close"))
        self._button.clicked.connect(self._close)
        self._paint_button()
        self.install = QPushButton(self.tr("Install …"))
        self.install.setAutoDefault(False)
        self.install.clicked.connect(self._want_extra)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)
        layout.addWidget(self.install)
        layout.addWidget(self._button)
        self._timer = QTimer(self, interval=_CHECK_INTERVAL_MS)
        self._timer.timeout.connect(self._refresh)
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Show a notice, unless the same was shown a moment ago."""
        self._board.post(notice, time.monotonic())
        self._refresh()

    def withdraw(self, about: str) -> None:
        """Withdraw the notice about that matter."""
        self._board.withdraw(about)
        self._refresh()

    def withdraw_extra(self, name: str) -> None:
        """Withdraw the notices that offer to install an extra."""
        self._board.withdraw_extra(name)
        self._refresh()

    @property
    def text(self) -> str:
        """The displayed text; empty without a notice."""
        return self._shown[0].text if self._shown else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_button"):
            self._paint_button()

    def _refresh(self) -> None:
        shown = self._board.current(time.monotonic())
        if shown == self._shown:
            return
        self._shown = shown
        if shown is None:
            self._timer.stop()
            self.hide()
            return
        notice, times = shown
        self._timer.start()
        self._text.setText(
            notice.text if times == 1 else self.tr("{text} ({times} times)").format(text=notice.text, times=times)
        )
        self._hint.setText(notice.hint)
        self._hint.setVisible(bool(notice.hint))
        self.install.setVisible(bool(notice.extra))
        self.setAccessibleDescription(
            f"{translate('Banner', _WORDS[notice.severity])}: {notice.text} {notice.hint}".strip()
        )
        self.setProperty("severity", int(notice.severity))
        self._icon.show_icon(_ICONS[notice.severity])
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _paint_button(self) -> None:
        self._button.setIcon(icons.icon("close", theme.current().text))

    def _want_extra(self) -> None:
        if self._shown:
            self.extra_wanted.emit(self._shown[0].extra)

    def _close(self) -> None:
        if self._shown:
            self._board.close(self._shown[0], time.monotonic())
            self._refresh()
            self.closed.emit()
