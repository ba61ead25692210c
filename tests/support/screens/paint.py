"""Measures what is really painted: the contrast of texts and signs with their ground."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

#: Of text, WCAG 2.1 AA.
TEXT = 4.5
#: Of what is no text: borders and handles (WCAG 2.1, 1.4.11).
SIGN = 3.0
#: Width of what surrounds a text, in device-independent pixels: a border and some padding.
BORDER = 3
#: Pixels painted for each device-independent one, so that the middle of a stroke has the color of the text.
SCALE = 4
#: What red, green and blue are multiplied by to make one number of a color: numbers are counted much faster than rows.
_PLACES = np.array([65536, 256, 1])


class Painting:
    """The pixels of a window as it is painted now."""

    def __init__(self, top):
        image = QImage(top.size() * SCALE, QImage.Format.Format_RGBA8888)
        image.setDevicePixelRatio(SCALE)
        image.fill(Qt.GlobalColor.transparent)
        top.render(image, QPoint())
        rows = np.asarray(image.constBits()).reshape(image.height(), image.bytesPerLine())
        self._top = top
        self._pixels = rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)
        self._image = image  # has the memory of the pixels

    def of(self, widget, place=None):
        """The pixels of a widget, or of a place in it, (height, width, 3)."""
        place = (place or widget.rect()).translated(widget.mapTo(self._top, QPoint()))
        rows = slice(max(place.top(), 0) * SCALE, (place.bottom() + 1) * SCALE)
        pixels = self._pixels[rows, max(place.left(), 0) * SCALE : (place.right() + 1) * SCALE]
        return np.where(pixels[..., 3:] == 255, pixels[..., :3], 0)  # what is not painted is black on a screen

    def text_of(self, widget, place=None):
        """The pixels where the text is: without the border, which alone would stand out, too."""
        return self.of(widget, (place or widget.rect()).adjusted(BORDER, BORDER, -BORDER, -BORDER))

    def contrast(self, widget, place=None):
        """The contrast of the text of a widget."""
        return contrast(self.text_of(widget, place))


def painted(widget):
    """The pixels of a widget with its window behind it, (height, width, 3)."""
    return Painting(widget.window()).of(widget)


def text_of(widget, place=None):
    """The pixels where the text of a widget is."""
    return Painting(widget.window()).text_of(widget, place)


def luminance(colors):
    """Relative luminance of colors 0..255, WCAG 2.1."""
    parts = np.asarray(colors, float) / 255
    linear = np.where(parts <= 0.03928, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


def contrast(pixels, share=0.002):
    """Between the most frequent color and the one that stands out most, of those that cover at least this share."""
    packed, counts = np.unique(pixels.reshape(-1, 3) // 4 * 4 @ _PLACES, return_counts=True)
    colors = packed[:, np.newaxis] // _PLACES % 256
    ground = luminance(colors[counts.argmax()])
    others = luminance(colors[counts >= share * counts.sum()])
    lighter, darker = np.maximum(others, ground), np.minimum(others, ground)
    return ((lighter + 0.05) / (darker + 0.05)).max()
