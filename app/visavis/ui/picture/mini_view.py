"""The mini view: a small window with the labeled picture that stays on top of other programs."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visavis.imaging.frames import Frame
from visavis.pipeline import Analysis
from visavis.ui.live.video_view import VideoView
from visavis.ui.widgets.dialog import available_size

#: Width and height at first, in device-independent pixels.
_SIZE = (320, 240)
#: Distance from the corner of the screen.
_MARGIN = 24


class MiniView(QWidget):
    """Shows what the picture of the window shows; a double-click or Return brings the window back.

    It has no parent: a child would be minimized with the window.
    """

    activated = Signal()  #: bring the window to the front
    closed = Signal()

    def __init__(self) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.CustomizeWindowHint
        super().__init__(None, flags | Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint)
        self.setWindowTitle("Visavis")
        self.setAccessibleName(self.tr("Mini view"))
        self.video = VideoView(framed=False)
        self.video.setMinimumSize(120, 90)
        self.video.setToolTip(self.tr("Double-click or press Enter to go back to the window"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.video)
        self.video.installEventFilter(self)
        self._is_placed = False

    def open(self) -> None:
        """Show it, the first time in the lower right corner of the screen."""
        if not self._is_placed:
            self._is_placed = True
            self.resize(*_SIZE)
            room = self.screen().availableGeometry()
            size = available_size(self).boundedTo(self.size())
            self.move(room.right() - size.width() - _MARGIN, room.bottom() - size.height() - 2 * _MARGIN)
        self.show()

    def show_frame(self, frame: Frame) -> None:
        """Paint a frame, while the view is open."""
        if self.isVisible():
            self.video.show_frame(frame)

    def show_analysis(self, analysis: Analysis) -> None:
        """Paint the labels of an analysis, while the view is open."""
        if self.isVisible():
            self.video.show_analysis(analysis)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only the video is watched
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self.activated.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
