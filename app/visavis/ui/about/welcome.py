"""The first page: what the program does with faces, and one button. It ends in the live picture."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.ui.about.statements import Statements
from visavis.ui.about.texts import purpose
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.layout import ScrollArea

_WIDTH = 640


class Welcome(ScrollArea):
    """Asks for consent once."""

    agreed = Signal()

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self.setAccessibleName(self.tr("Before you begin"))
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_WIDTH)
        self.button = QPushButton(self.tr("I understand"))
        self.button.setProperty("kind", "primary")
        self.button.setProperty("large", "true")
        self.button.setDefault(True)
        self.button.clicked.connect(self.agreed)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(36, 30, 36, 28)
        layout.setSpacing(20)
        layout.addLayout(self._head())
        layout.addWidget(Statements(data))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        layout.addLayout(foot)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(24, 24, 24, 24)
        middle = QHBoxLayout()  # an aligned card would be as high as it is at the width of the page
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(icons.application().pixmap(56, 56))
        title = QLabel(self.tr("Welcome to Visavis"))
        title.setFont(theme.bold_font(self.font(), 1.7))
        about = QLabel(purpose(), wordWrap=True)
        about.setProperty("kind", "quiet")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(about)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(picture)
        head.addLayout(words, 1)
        return head
