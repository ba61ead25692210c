"""Pictures of the core as Qt has them."""

from PySide6.QtGui import QImage, QPixmap

from visavis.images import Image


def as_qimage(image: Image) -> QImage:
    """A BGR picture, shape (height, width, 3), uint8, as a QImage of its own in the format that paints fastest.

    Painting 720p scaled: 2.7 ms this way, 4.8 ms from Format_BGR888 (measured, software rendering).
    """
    height, width = image.shape[:2]
    view = QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888)
    return view.convertToFormat(QImage.Format.Format_RGB32)


def as_pixmap(image: Image) -> QPixmap:
    """The same as a QPixmap; in the GUI thread only."""
    return QPixmap.fromImage(as_qimage(image))
