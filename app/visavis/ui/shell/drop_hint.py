"""What is dropped on the window: which files count, and the hint while they are held over it."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from visavis.ui.widgets import theme

#: Pixels between the hint and the edge of what it covers.
_MARGIN = 14


class DropHint(QLabel):
    """Covers the picture while files are held over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(self.tr("Drop pictures, folders of people, or a video"))
        self.setObjectName("drop")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme.bold_font(self.font(), 1.6))
        self.hide()

    def cover(self, area: QRect) -> None:
        """Show the hint over an area of its parent."""
        self.setGeometry(area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        self.show()
        self.raise_()


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dropped, as a copy: a file manager that would move it must not delete the originals."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def local_files(event: QDropEvent) -> list[Path]:
    """Dropped files and folders of this computer."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
