"""The dialog that installs an optional part of the program, or says why that has to be done elsewhere."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from visavis.process.extra_installation import InstallationProgress
from visavis.process.extras import Extra
from visavis.ui.extras.texts import missing_packages, purpose
from visavis.ui.text.core_messages import translate_message
from visavis.ui.widgets import theme
from visavis.ui.widgets.announce import announce
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 480
#: Steps of the bar.
_STEPS = 1000


class InstallationState(Enum):
    """What the dialog shows."""

    OFFERED = "offered"  #: nothing is fetched before the click
    RUNNING = "running"
    INSTALLED = "installed"
    REFUSED = "refused"  #: this program cannot install it


class ExtraDialog(Dialog):
    """Says what is downloaded and how much, installs it after a click, and shows the progress."""

    install = Signal()
    cancel = Signal()

    def __init__(self, extra: Extra, refusal: str, wheels: Path | None, parent: QWidget) -> None:
        """`refusal` says why it cannot be installed here, or is empty; `wheels` is the folder it is taken from."""
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("extra")
        self.setWindowTitle(self.tr("Install an optional part"))
        self.state = InstallationState.REFUSED if refusal else InstallationState.OFFERED
        head = QLabel(purpose(extra), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setFont(theme.bold_font(self.font(), 1.25))
        self.body = QLabel(self._offer(extra, refusal, wheels), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.step = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the installation"))
        self.command = QLineEdit(extra.command, readOnly=True)
        self.command.setAccessibleName(self.tr("The command that installs it"))
        self.command.setCursorPosition(0)
        self.copy = QPushButton(self.tr("C&opy"))
        self.copy.setToolTip(self.tr("Copy the command"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(extra.command))
        self.start, self.leave = QPushButton(self.tr("&Install")), QPushButton()
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self.install)
        self.leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.command, 1)
        line.addWidget(self.copy)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.start)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for widget in (head, self.body, self.step, self.bar):
            layout.addWidget(widget)
        layout.addLayout(line)
        self.arrange(layout, buttons, follow=True)
        self._show_state(self.state)

    def show_progress(self, progress: InstallationProgress) -> None:
        """Show what is done now."""
        if self.state is not InstallationState.RUNNING:
            self._show_state(InstallationState.RUNNING)
        text = translate_message(progress.step)
        self.step.setText(text)
        self.bar.setAccessibleDescription(text)
        self.bar.setRange(0, 0 if progress.share is None else _STEPS)
        self.bar.setValue(int(_STEPS * (progress.share or 0)))

    def show_begin(self) -> None:
        """Show that it has begun."""
        self.step.clear()
        self.bar.setRange(0, 0)
        self._show_state(InstallationState.RUNNING)

    def show_failure(self, text: str) -> None:
        """Say why it was not installed, or that it was cancelled; it can be tried again."""
        self._show_state(InstallationState.OFFERED)
        self._say(text)

    def show_success(self) -> None:
        """Say that it is installed."""
        self._show_state(InstallationState.INSTALLED)
        self._say(self.tr("It is installed, and works from now on. Nothing needs to be started again."))

    def reject(self) -> None:
        """Cancel what runs; else close the dialog."""
        if self.state is InstallationState.RUNNING:
            self.cancel.emit()
        else:
            super().reject()

    def _say(self, text: str) -> None:
        self.step.setText(text)
        self.step.setVisible(True)
        announce(self, text)

    def _offer(self, extra: Extra, refusal: str, wheels: Path | None) -> str:
        needs = self.tr("It needs packages that are not installed: {packages}.").format(
            packages=missing_packages(extra)
        )
        if refusal:
            return " ".join([needs, refusal, self.tr("Install them yourself with this command:")])
        if wheels is None:
            size = self.tr("About {download} MB are downloaded, and {disk} MB of disk are needed.")
        else:
            size = self.tr("They are taken from {folder}. Nothing is downloaded; {disk} MB of disk are needed.")
        size = size.format(download=extra.download_mb, disk=extra.disk_mb, folder=wheels)
        return " ".join([needs, size, self.tr("Nothing that is installed changes.")])

    def _show_state(self, state: InstallationState) -> None:
        self.state = state
        is_running, is_refused = state is InstallationState.RUNNING, state is InstallationState.REFUSED
        can_start = state is InstallationState.OFFERED
        self.start.setVisible(can_start or is_running)
        set_usable(self.start, can_start, self.tr("It is being installed."))
        self.leave.setText(self.tr("&Cancel") if is_running or can_start else self.tr("&Close"))
        self.bar.setVisible(is_running)
        self.step.setVisible(is_running)
        for widget in (self.command, self.copy):
            widget.setVisible(is_refused)
        first = self.start if can_start else self.leave
        first.setDefault(True)
        first.setFocus()
