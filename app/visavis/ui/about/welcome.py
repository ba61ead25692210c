"""The first page: what the program does with faces, and one button. It ends in the live picture."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.ui.about.statements import Statements
from visavis.ui.about.texts import purpose
from visavis.ui.widgets import icons, theme
from visavis.ui.widgets.layout import ScrollArea

#: Width of the card, in device-independent pixels; less in a smaller window.
_WIDTH = 640
#: Width of the margins of the card.
_MARGIN = 36
#: Least height of the statements, which scroll where the window is lower.
_MIN_STATEMENTS = 60


class Welcome(QWidget):
    """Asks for consent once. Title and button are always in view; the statements scroll in a low window."""

    agreed = Signal()

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Before you begin"))
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(_WIDTH)
        self.button = QPushButton(self.tr("I understand"))
        self.button.setProperty("kind", "primary")
        self.button.setProperty("large", "true")
        self.button.setDefault(True)
        self.button.clicked.connect(self.agreed)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(_MARGIN, 30, _MARGIN, 28)
        layout.setSpacing(20)
        layout.addLayout(self._head())
        layout.addWidget(_ScrollingStatements(data))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        layout.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 12)
        middle = QHBoxLayout()  # an aligned card would be as high as it is at the width of the page
        middle.addStretch(1)
        middle.addWidget(card, 1000)  # all up to its maximum
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


class _ScrollingStatements(ScrollArea):
    """The statements: as high as they are, or less in a low window."""

    def __init__(self, data: Path) -> None:
        self._statements = Statements(data)
        self._statements.setObjectName("cardPage")  # on the ground of the card
        super().__init__(self._statements)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_MIN_STATEMENTS)

    def sizeHint(self) -> QSize:
        width = _WIDTH - 2 * _MARGIN
        return QSize(width, self._statements.heightForWidth(width))
