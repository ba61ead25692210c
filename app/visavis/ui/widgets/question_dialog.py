"""A dialog that asks: a sentence, an optional field, a verb and Cancel. It opens without blocking the picture."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels, and of one with more than two answers besides Cancel.
_WIDTH, _WIDE = 440, 600

Answer = tuple[str, Callable[[], object]]
"""Text and action of a button."""


class QuestionDialog(Dialog):
    """Asks, and calls `done` with the content of the field if the answer is yes.

    Parameters
    ----------
    verb : str
        Text of the button that answers yes.
    field : str, optional
        Initial content of the field; without it there is no field, and `done` gets "".
    echo : QLineEdit.EchoMode
        How the field shows what is typed. Of a secret, no space is taken off.
    also : sequence of Answer
        Further answers.
    grave : bool
        Whether yes cannot be undone: then Enter and Escape both mean no.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        verb: str,
        done: Callable[[str], None],
        *,
        field: str | None = None,
        echo: QLineEdit.EchoMode = QLineEdit.EchoMode.Normal,
        also: Sequence[Answer] = (),
        grave: bool = False,
    ) -> None:
        super().__init__(_WIDTH if len(also) < 2 else _WIDE, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("question")
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self._done = done
        head = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setFont(theme.bold_font(self.font(), 1.25))
        body = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        body.setVisible(bool(text))
        self.field = QLineEdit(field or "", echoMode=echo)
        self.field.setVisible(field is not None)
        self.field.setAccessibleName(title)
        self.yes, self.no = QPushButton(verb), QPushButton(self.tr("Cancel"))
        self.yes.setProperty("kind", "grave" if grave else "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        self.also = [QPushButton(text) for text, _ in also]
        for button, (_, action) in zip(self.also, also, strict=True):
            button.clicked.connect(self.reject)
            button.clicked.connect(action)
            buttons.addWidget(button)
        buttons.addWidget(self.yes)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(12)
        for widget in (head, body, self.field):
            layout.addWidget(widget)
        self.arrange(layout, buttons)
        first = self.no if grave else self.yes
        first.setDefault(True)
        (self.field if field is not None else first).setFocus()
        self.field.selectAll()
        self.accepted.connect(self._answer)
        self.open()

    def _answer(self) -> None:
        text = self.field.text()
        self._done(text.strip() if self.field.echoMode() is QLineEdit.EchoMode.Normal else text)
