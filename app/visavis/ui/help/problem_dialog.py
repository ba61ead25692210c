"""Shows the text of a problem report: the user reads it, adds what happened, and copies or saves it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH = 760
_HEIGHT = 600


class ProblemDialog(QDialog):
    """The report can be edited, since it is the user's. Nothing is sent.

    Parameters
    ----------
    save : callable
        Writes a text to a path.
    """

    def __init__(self, report: str, save: Callable[[Path, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report a problem"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._save = save
        about = QLabel(
            self.tr(
                "Say what you did and what happened, then copy the text or save it, and send it to whoever gave you "
                "this program. It has no names and no pictures. The program sends nothing itself. The second part is "
                "in English."
            ),
            wordWrap=True,
        )
        self.text = QPlainTextEdit(f"{self.tr('What happened:')}\n\n\n{'-' * 40}\n{report}")
        self.text.setAccessibleName(self.tr("Text of the report"))
        self.text.setTabChangesFocus(True)
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.NextBlock)
        self.text.setTextCursor(cursor)
        self.copy = QPushButton(self.tr("Copy"))
        self.save = QPushButton(self.tr("Save …"))
        self.close_ = QPushButton(self.tr("Close"))
        self.copy.setProperty("kind", "primary")
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.close_.clicked.connect(self.reject)
        self.done_ = QLabel()
        self.done_.setProperty("kind", "quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.done_, 1)
        for button in (self.close_, self.save, self.copy):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        self.text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.done_.setText(self.tr("Copied."))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), "visavis-problem.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self._save(Path(path), self.text.toPlainText()))
        dialog.open()
