"""The plain words as widgets, for the first page and for About."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visavis.ui.about.texts import Statement, statements
from visavis.ui.widgets import theme
from visavis.ui.widgets.icon_label import IconLabel

#: The width of an icon, and how far the words lie from it.
_ICON, _GAP = 28, 14


class Statements(QWidget):
    """What is to be known, one below the other, and where the data lie."""

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        for statement in statements():
            layout.addLayout(self._row(statement))
        place = QLabel(self.tr("Folder: {path}").format(path=data), wordWrap=True)
        place.setProperty("kind", "quiet")
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below = QHBoxLayout()
        below.addSpacing(_ICON + _GAP)
        below.addWidget(place, 1)
        layout.addLayout(below)

    def _row(self, statement: Statement) -> QHBoxLayout:
        title = QLabel(statement.title)
        title.setFont(theme.bold_font(self.font(), 1.08))
        text = QLabel(f'<p style="line-height: 125%">{statement.text}</p>', wordWrap=True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(title)
        words.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(IconLabel(statement.icon, _ICON, "link"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row
