"""The dialog that shows a recovery code, once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 520


class RecoveryCodeDialog(Dialog):
    """Shows the code; accepted when the user says that it is written down.

    Parameters
    ----------
    verb : str
        Text of the button that goes on.
    """

    def __init__(self, code: str, verb: str, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("recovery-code")
        self.setWindowTitle(self.tr("Recovery code"))
        head = QLabel(self.tr("Write this recovery code down"), wordWrap=True)
        head.setFont(theme.bold_font(self.font(), 1.25))
        about = QLabel(
            self.tr(
                "It opens the data if the passphrase or the keyring is lost. It is shown only now. Keep it where "
                "nobody finds it together with this computer."
            ),
            wordWrap=True,
        )
        self.code = QLineEdit(code, readOnly=True)
        self.code.setAccessibleName(self.windowTitle())
        self.code.setFont(theme.bold_font(self.font(), 1.15))
        self.code.setCursorPosition(0)
        self.copy = QPushButton(self.tr("C&opy"))
        self.copy.setToolTip(self.tr("Copy the code, to paste it into a password manager"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(code))
        self.noted = QCheckBox(self.tr("I have &written it down"))
        self.noted.toggled.connect(self._update)
        self.go_on, self.leave = QPushButton(verb), QPushButton(self.tr("Cancel"))
        self.go_on.setProperty("kind", "primary")
        self.go_on.clicked.connect(self.accept)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.code, 1)
        line.addWidget(self.copy)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go_on)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(about)
        layout.addLayout(line)
        layout.addWidget(self.noted)
        self.arrange(layout, buttons)
        self._update(False)
        self.noted.setFocus()

    def _update(self, is_noted: bool) -> None:
        set_usable(self.go_on, is_noted, self.tr("Write the code down first, and say so."))
