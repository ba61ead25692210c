"""The dialog that asks for the passphrase, or the recovery code, of encrypted data."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from visavis.messages import Message
from visavis.ui.text.core_messages import translate_message
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 460


class PassphraseDialog(Dialog):
    """Asks for a secret; accepted when something was typed.

    Parameters
    ----------
    text : str
        What the secret opens, and why the one before did not.
    parent : QWidget, optional
        The window to return to. Without it, giving up ends the program, which is what the button then says.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setObjectName("passphrase")
        self.setWindowTitle(self.tr("Unlock Visavis") if parent is None else self.tr("Unlock the backup"))
        head = QLabel(self.windowTitle(), textFormat=Qt.TextFormat.PlainText)
        head.setFont(theme.bold_font(self.font(), 1.25))
        self.body = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase or recovery code"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.shown = QCheckBox(self.tr("&Show what I type"))
        self.shown.toggled.connect(self._show_text)
        self.unlock = QPushButton(self.tr("&Unlock"))
        self.quit = QPushButton(self.tr("&Quit") if parent is None else self.tr("Cancel"))
        self.unlock.setProperty("kind", "primary")
        for button in (self.unlock, self.quit):
            button.setAutoDefault(False)  # Enter in the field unlocks, and Escape quits
        self.field.returnPressed.connect(self.unlock.click)
        self.field.textChanged.connect(self._update)
        self._update("")
        self.unlock.clicked.connect(self.accept)
        self.quit.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.quit)
        buttons.addWidget(self.unlock)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for widget in (head, self.body, self.field, self.shown):
            layout.addWidget(widget)
        self.arrange(layout, buttons)
        self.field.setFocus()

    def _update(self, typed: str) -> None:
        set_usable(self.unlock, bool(typed), self.tr("Type the passphrase or the recovery code first."))

    def _show_text(self, is_shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)


def ask_in_dialog(question: Message) -> str | None:
    """Ask for a secret in a dialog of its own; None if the user gives up."""
    dialog = PassphraseDialog(translate_message(question))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.field.text()
