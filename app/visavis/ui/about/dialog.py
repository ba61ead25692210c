"""About: what this is, which version, and the plain words again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import visavis
from visavis.ui.about.statements import Statements
from visavis.ui.about.texts import purpose
from visavis.ui.widgets import icons, theme

_WIDTH = 620


class AboutDialog(QDialog):
    """Version, license, and what is to be known."""

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Visavis"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        picture.setPixmap(icons.application().pixmap(56, 56))
        title = QLabel(f"Visavis {visavis.__version__}")
        title.setFont(theme.bold_font(self.font(), 1.5))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        licenses = self.tr(
            "Apache License 2.0. Built on PySide6 (LGPL), OpenCV, Keras and TensorFlow; the file NOTICE names all."
        )
        for text in (purpose(), licenses):
            line = QLabel(text, wordWrap=True)
            line.setProperty("kind", "quiet")
            words.addWidget(line)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(30, 28, 30, 22)
        layout.setSpacing(22)
        layout.addLayout(head)
        layout.addWidget(Statements(data))
        layout.addWidget(buttons)
        self.setFixedWidth(_WIDTH)
        self.setMinimumHeight(layout.totalHeightForWidth(_WIDTH))
