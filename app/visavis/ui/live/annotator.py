"""Annotated copies of pictures: the overlay of the window, painted without a window."""

import os
import sys

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from visavis.imaging.image import Image
from visavis.pipeline import Analysis
from visavis.ui.live.face_painter import paint_mark
from visavis.ui.live.overlay import LabelSides, PictureFit, compute_marks
from visavis.ui.live.picture_answer.label import current_label
from visavis.ui.live.picture_answer.painter import paint_picture_label

#: Font size for a picture 640 pixels wide, in points; it grows with the width of larger pictures.
_FONT = 10.0


class Annotator:
    """Paints marks on pictures. It needs no screen: Qt paints into memory."""

    def __init__(self) -> None:
        if sys.platform.startswith("linux"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"  # also if another one is set: Qt aborts if it is not there
        self._application = QGuiApplication.instance() or QGuiApplication([])

    def __call__(self, analysis: Analysis) -> Image:
        """Return a copy of the analyzed frame with marks: BGR, same size."""
        height, width = analysis.frame.image.shape[:2]
        pixels = cv2.cvtColor(analysis.frame.image, cv2.COLOR_BGR2BGRA)  # as Qt's RGB32 lies in memory
        picture = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB32)
        font = QGuiApplication.font()
        font.setPointSizeF(max(_FONT * width / 640, _FONT))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in compute_marks(analysis, analysis.frame):
            paint_mark(painter, mark, PictureFit.of((width, height), (width, height)), font, LabelSides())
        if (label := current_label(analysis, analysis.frame)) is not None:
            paint_picture_label(painter, label, QRectF(0, 0, width, height), font)
        painter.end()
        return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR), np.uint8)
