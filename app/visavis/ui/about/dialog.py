"""About: what this is, which version, and the plain words again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import visavis
from visavis.ui.about.statements import Statements
from visavis.ui.about.texts import purpose
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.dialog import Dialog

_WIDTH = 620


class AboutDialog(Dialog):
    """Version, license, and what is to be known."""

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
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
        layout = QVBoxLayout()
        layout.setContentsMargins(30, 28, 30, 22)
        layout.setSpacing(22)
        layout.addLayout(head)
        layout.addWidget(Statements(data))
        foot = QVBoxLayout()
        foot.addWidget(buttons)
        self.arrange(layout, foot)
