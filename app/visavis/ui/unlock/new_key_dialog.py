"""The dialog that asks what is to open the data before they are encrypted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.dialog import Dialog
from visavis.vault.strength import Strength, estimate_strength

#: Width of the dialog, in device-independent pixels.
_WIDTH = 520
#: What is said of a passphrase while it is typed.
_HINTS = {
    Strength.TOO_SHORT: QT_TRANSLATE_NOOP("NewKeyDialog", "At least 8 characters; several words are best."),
    Strength.WEAK: QT_TRANSLATE_NOOP("NewKeyDialog", "Weak: whoever has the files may guess it. Add words."),
    Strength.FAIR: QT_TRANSLATE_NOOP("NewKeyDialog", "Fair: guessing it takes years. One more word makes it strong."),
    Strength.STRONG: QT_TRANSLATE_NOOP("NewKeyDialog", "Strong."),
}


class NewKeyDialog(Dialog):
    """Asks for a new passphrase, twice, or for the keyring."""

    chosen = Signal(object)  #: the passphrase; None for the keyring

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("new-key")
        self.setWindowTitle(self.tr("Encrypt the data"))
        head = QLabel(self.windowTitle(), textFormat=Qt.TextFormat.PlainText)
        head.setFont(theme.bold_font(self.font(), 1.25))
        about = QLabel(
            self.tr(
                "Pictures, names, models and visits become unreadable for everybody who has the files and not the key. "
                "Close other Visavis windows and commands first."
            ),
            wordWrap=True,
        )
        self.by_passphrase = QRadioButton(self.tr("A &passphrase opens them, at each start"))
        self.by_keyring = QRadioButton(self.tr("The system's &keyring opens them, and nobody is asked"))
        choices = QButtonGroup(self)  # the arrows go from one to the other, past the fields between them
        for choice in (self.by_passphrase, self.by_keyring):
            choices.addButton(choice)
        self.by_passphrase.setChecked(True)
        self.first, self.second = QLineEdit(), QLineEdit()
        for field, name in ((self.first, self.tr("New passphrase")), (self.second, self.tr("The same again"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.textChanged.connect(self._update)
        self.strength = QLabel(wordWrap=True)
        self.strength.setProperty("kind", "quiet")
        self.shown = QCheckBox(self.tr("&Show what I type"))
        self.shown.toggled.connect(self._show_text)
        self.loss = QLabel(
            self.tr(
                "A recovery code is shown next. If the passphrase, or the keyring, and the code are lost, the data are "
                "lost: nobody can decrypt them."
            ),
            wordWrap=True,
        )
        self.by_passphrase.toggled.connect(self._update)
        self.go_on, self.leave = QPushButton(self.tr("&Continue")), QPushButton(self.tr("Cancel"))
        self.go_on.setProperty("kind", "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._choose)
        self.leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go_on)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(10)
        fields = (self.by_passphrase, self.first, self.second, self.strength, self.shown, self.by_keyring, self.loss)
        for widget in (head, about, *fields):
            layout.addWidget(widget)
        self.arrange(layout, buttons, follow=True)
        self._update()
        self.first.setFocus()

    def _show_text(self, is_shown: bool) -> None:
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)

    def _update(self) -> None:
        needs_text = self.by_passphrase.isChecked()
        for widget in (self.first, self.second, self.strength, self.shown):
            widget.setVisible(needs_text)
        text, again = self.first.text(), self.second.text()
        strength = estimate_strength(text)
        hint = translate("NewKeyDialog", _HINTS[strength])
        differs = bool(again) and not text.startswith(again)
        self.strength.setText(self.tr("The two differ.") if differs else hint)
        for field in (self.first, self.second):
            field.setAccessibleDescription(self.strength.text())
        is_ready = not needs_text or (strength is not Strength.TOO_SHORT and text == again)
        set_usable(self.go_on, is_ready, self.tr("Type the same passphrase twice, of at least 8 characters."))

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self.first.text() if self.by_passphrase.isChecked() else None)
