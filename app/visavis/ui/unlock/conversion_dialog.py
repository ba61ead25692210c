"""The dialog that shows how far the data are encrypted or decrypted, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from visavis.ui.widgets import theme
from visavis.ui.widgets.announce import announce
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 480


class ConversionDialog(Dialog):
    """Shows progress with Cancel, then the result with Close."""

    cancel = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("conversion")
        self.setWindowTitle(title)
        self.is_running = True
        head = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setFont(theme.bold_font(self.font(), 1.25))
        self.body = QLabel(
            self.tr("All files can be read at every moment. Cancel brings everything back as it was."),
            wordWrap=True,
            textFormat=Qt.TextFormat.PlainText,
        )
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.count.setProperty("kind", "quiet")
        self.leave = QPushButton(self.tr("&Cancel"))
        self.leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for widget in (head, self.body, self.bar, self.count):
            layout.addWidget(widget)
        self.arrange(layout, buttons, follow=True)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many files are done."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.count.setText(self.tr("File {done} of {total}").format(done=done, total=total))

    def show_result(self, text: str) -> None:
        """Say what came of it."""
        self.is_running = False
        self.body.setText(text)
        self.bar.hide()
        self.count.hide()
        self.leave.setText(self.tr("&Close"))
        self.leave.setEnabled(True)
        self.leave.setToolTip("")
        self.leave.setFocus()
        announce(self, text)

    def reject(self) -> None:
        """Cancel while it runs; else close."""
        if not self.is_running:
            super().reject()
        elif self.leave.isEnabled():
            self.leave.setEnabled(False)
            self.leave.setToolTip(self.tr("Everything is being brought back as it was."))
            self.body.setText(self.tr("Cancelled. Everything is being brought back as it was …"))
            self.cancel.emit()
