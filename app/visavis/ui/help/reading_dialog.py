"""A dialog with a long text: its chapters at the side, the text beside them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH = 860
_HEIGHT = 640
#: Maximum width of the list of chapters, in device-independent pixels.
_MAX_CHAPTERS = 230
#: Level of the headings that are chapters.
_CHAPTER_LEVEL = 2
#: Margin around the text, in device-independent pixels.
_MARGIN = 18.0


class ReadingDialog(QDialog):
    """Shows a text in Markdown. Choosing a chapter scrolls to it."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(_MARGIN)
        self.text.setMarkdown(text)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(self.tr("Chapters"))
        self.chapters.setProperty("kind", "chapters")
        self.chapters.setWordWrap(True)
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._headings = self._find_headings()
        self.chapters.addItems([heading.text() for heading in self._headings])
        self.chapters.setMaximumWidth(_MAX_CHAPTERS)
        self.chapters.setVisible(bool(self._headings))
        self.chapters.currentRowChanged.connect(self._scroll_to)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.chapters)
        beside.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(beside, 1)
        layout.addWidget(buttons)
        self.text.setFocus()

    def _find_headings(self) -> list[QTextBlock]:
        found = []
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _CHAPTER_LEVEL:
                found.append(block)
            block = block.next()
        return found

    def _scroll_to(self, chapter: int) -> None:
        if 0 <= chapter < len(self._headings):
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.maximum())  # so that the chapter is above, and comes to the top edge
            self.text.setTextCursor(QTextCursor(self._headings[chapter]))
            self.text.ensureCursorVisible()
