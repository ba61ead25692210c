"""The receipt of forgetting: shows what was removed, and offers to save the receipt and to train again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.forgetting import Receipt, summary
from visavis.ui.file_dialog import StartFolder, first_folder
from visavis.ui.text.core_messages import translate_message
from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import Dialog
from visavis.ui.widgets.icon_label import IconLabel

#: Width of the dialog, in device-independent pixels.
_WIDTH = 500


class ReceiptDialog(Dialog):
    """Shows receipts. Signals request to save the text, or to train again."""

    save = Signal(Path, str)
    train = Signal()

    def __init__(self, parent: QWidget, receipts: Sequence[Receipt], remaining: int) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("receipt")
        self.text = receipt_text(receipts)
        retired = any(receipt.retired for receipt in receipts)
        if len(receipts) == 1:
            title = self.tr("{name} is forgotten").format(name=receipts[0].name)
        else:
            title = self.tr("%n people are forgotten", None, len(receipts))
        self.setWindowTitle(title)
        head = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setFont(theme.bold_font(self.font(), 1.25))
        card = QFrame()
        card.setObjectName("card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(7)
        left = problem_lines(receipts)
        for sentence in summary_lines(receipts):
            icon = IconLabel("warning", 16) if sentence in left else IconLabel("check", 16, "good")
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(QLabel(sentence, wordWrap=True, textFormat=Qt.TextFormat.PlainText), 1)
            rows.addLayout(row)
        note = QLabel(
            self.tr(
                "The copy that Visavis keeps does not contain the name. Save this receipt if you need the name on it."
            ),
            wordWrap=True,
        )
        note.setProperty("kind", "quiet")
        self.save_button = QPushButton(self.tr("Save …"))
        self.save_button.clicked.connect(self._save)
        self.train_button = QPushButton(self.tr("Train again"))
        self.train_button.setVisible(retired and remaining > 0)
        self.train_button.clicked.connect(self._train)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        main = self.train_button if retired and remaining > 0 else self.close_button
        main.setProperty("kind", "primary")
        main.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.train_button)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(14)
        for widget in (head, card, note):
            layout.addWidget(widget)
        self.arrange(layout, buttons)
        self.setAccessibleDescription(" ".join(summary_lines(receipts)))
        main.setFocus()

    def _save(self) -> None:
        proposed = str(Path(first_folder(self.window(), StartFolder.DOCUMENTS)) / self.tr("receipt.txt"))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the receipt"), proposed, self.tr("Text (*.txt)"))
        if path:
            self.save.emit(Path(path), self.text)

    def _train(self) -> None:
        self.accept()
        self.train.emit()


def summary_lines(receipts: Sequence[Receipt]) -> list[str]:
    """Sentences on what was removed and what could not be, in the language of the window."""
    return [*(translate_message(line) for line in summary(receipts)), *problem_lines(receipts)]


def problem_lines(receipts: Sequence[Receipt]) -> list[str]:
    """Sentences on what could not be removed."""
    return [translate_message(receipt.problem) for receipt in receipts if receipt.problems]


def receipt_text(receipts: Sequence[Receipt]) -> str:
    """All receipts as one text with names, for the user to keep."""
    parts = []
    for receipt in receipts:
        moment = receipt.forgotten or datetime.now(UTC)
        head = f"{receipt.name}: {moment.astimezone():%Y-%m-%d %H:%M %z}"
        parts.append("\n".join([head, *(f"- {line}" for line in summary_lines([receipt]))]))
    return "\n\n".join(parts) + "\n"
