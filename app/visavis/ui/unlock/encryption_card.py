"""Encryption in the settings: whether the data are encrypted, what opens them, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.encryption.key_file import LockKind, Phase
from visavis.vault.encryption_change import EncryptionState


class EncryptionCard(QWidget):
    """Shows an `EncryptionState`; each button is there when it can be used."""

    on_wanted = Signal()
    off_wanted = Signal()
    code_wanted = Signal()
    resume_wanted = Signal()  #: convert the files that are left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.turn_on = QPushButton(self.tr("Encrypt …"))
        self.resume = QPushButton(self.tr("Convert the rest"))
        self.turn_off = QPushButton(self.tr("Decrypt …"))
        self.renew = QPushButton(self.tr("New recovery code …"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        signals = (self.on_wanted, self.resume_wanted, self.off_wanted, self.code_wanted)
        for button, signal in zip((self.turn_on, self.resume, self.turn_off, self.renew), signals, strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.text)
        layout.addLayout(buttons)

    def show_state(self, state: EncryptionState) -> None:
        """Show whether the data are encrypted."""
        self.text.setText(self._describe(state))
        self.turn_on.setVisible(state.phase is None)
        self.resume.setVisible(state.phase in {Phase.TURNING_ON, Phase.TURNING_OFF} or state.left > 0)
        self.turn_off.setVisible(state.phase in {Phase.ON, Phase.TURNING_ON})
        self.renew.setVisible(state.phase is Phase.ON)

    def show_problem(self, text: str) -> None:
        """Say why the state is not known."""
        self.text.setText(text)

    def _describe(self, state: EncryptionState) -> str:
        if state.phase is None:
            return self.tr("The data are not encrypted: whoever can read the files can see the faces.")
        if state.phase is Phase.TURNING_OFF:
            return self.tr("Decrypting was interrupted. Files that are left: {count}.").format(count=state.left)
        if state.opens is LockKind.KEYRING:
            text = self.tr("The data are encrypted. The system's keyring opens them.")
        else:
            text = self.tr("The data are encrypted. A passphrase opens them at each start.")
        if state.left or state.phase is Phase.TURNING_ON:
            text += " " + self.tr("Files that are not encrypted yet: {count}.").format(count=state.left)
        return text
