"""The picture of the face that is asked about."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from visavis.imaging.image import Image
from visavis.ui.widgets.images import as_pixmap, head

#: Range of its side, in device-independent pixels: it shrinks on a small screen.
_SIDE = (72, 168)


class AskedFace(QLabel):
    """A square picture, as high as the layout has room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScaledContents(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_SIDE[0])
        self.setMaximumHeight(_SIDE[1])

    def show_face(self, image: Image) -> None:
        """Show the head, which is the center of the image."""
        self.setPixmap(as_pixmap(head(image, 2 * _SIDE[1]), rounding=0.08))

    def sizeHint(self) -> QSize:
        return QSize(self.height(), _SIDE[0])  # the layout gives it more where there is room

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedWidth(self.height())
