"""What the networks compute for a face, as pictures: the chip, the first filters, and activations of some layers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.training_client.inspection import LayerActivations, NetworkActivations, tile
from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH = 700
_HEIGHT = 640
#: Pictures in a row.
_COLUMNS = 8
#: Side of the chip, in device-independent pixels.
_CHIP = 176
#: Side of a filter.
_FILTER = 66
#: Side of an activation map.
_MAP = 66
#: Pixels drawn for one device-independent pixel.
_PIXEL_RATIO = 2
#: Activation maps of at most this many pixels a side describe the whole face.
_COARSE = 8


class InspectionDialog(QDialog):
    """Says that the inspection takes some seconds, then shows a page for each network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the network sees"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.waiting = _text(self.tr("Inspecting the networks. This takes some seconds …"))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.waiting.text())
        self._wait = QWidget()
        waiting = QVBoxLayout(self._wait)
        waiting.setContentsMargins(80, 0, 80, 0)
        waiting.setSpacing(14)
        waiting.addStretch(1)
        waiting.addWidget(self.waiting)
        waiting.addWidget(self.progress)
        waiting.addStretch(1)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self._wait, 1)
        layout.addWidget(self.pages, 1)
        layout.addWidget(buttons)

    def show_activations(self, networks: Sequence[NetworkActivations]) -> None:
        """Show the results."""
        self._wait.hide()
        for activations in networks:
            self.pages.addTab(self._page(activations), activations.network)
        if "cnn64" not in {activations.network for activations in networks}:
            none = _text(self.tr("There is no model of cnn64 yet. Train one to inspect it here."))
            none.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.pages.addTab(none, "cnn64")
        self.pages.show()
        self.pages.tabBar().setFocus()

    def _page(self, activations: NetworkActivations) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 14, 8, 8)
        column.setSpacing(8)
        side = activations.chip.shape[0]
        self._add(
            column,
            self.tr("The chip"),
            self.tr("The network gets only these {side} x {side} pixels of the face.").format(side=side),
            activations.chip[np.newaxis],
            _CHIP,
        )
        height, width = activations.filters.shape[1:3]
        self._add(
            column,
            self.tr("The first filters"),
            self.tr(
                "Patterns of {width} x {height} pixels that the first layer responds to. Gray pixels have no effect."
            ).format(width=width, height=height),
            activations.filters,
            _FILTER,
        )
        for number, layer in enumerate(activations.layers):
            self._add(
                column, self._title(layer), self._description(layer, number, len(activations.layers)), layer.maps, _MAP
            )
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setObjectName("insight")  # styled to show the focus, because keys scroll it
        area.setAccessibleName(activations.network)
        return area

    def _title(self, layer: LayerActivations) -> str:
        return self.tr("Layer {name}").format(name=layer.name)

    def _description(self, layer: LayerActivations, number: int, count: int) -> str:
        height, width = layer.maps.shape[1:3]
        size = self.tr(
            "{shown} of {channels} maps of {width} x {height}, those that vary most. White is the strongest response."
        )
        text = size.format(shown=len(layer.maps), channels=layer.channels, width=width, height=height)
        if number == 0:
            return text + " " + self.tr("Edges and colors: the face can still be recognized by eye.")
        if number == count - 1 and max(height, width) <= _COARSE:
            return text + " " + self.tr("Coarse features of the whole face, which tell people apart.")
        return text

    def _add(self, column: QVBoxLayout, title: str, description: str, pictures: NDArray[np.uint8], side: int) -> None:
        heading = _text(title)
        heading.setFont(theme.bold_font(self.font(), 1.1))
        below = _text(description, quiet=True)
        picture = QLabel()
        picture.setPixmap(_pixmap(tile(pictures, min(_COLUMNS, len(pictures)), _PIXEL_RATIO * side, _PIXEL_RATIO * 6)))
        picture.setAccessibleName(title)
        picture.setAccessibleDescription(description)
        for widget in (heading, below, picture):
            column.addWidget(widget)
        column.addSpacing(10)


def _pixmap(image: NDArray[np.uint8]) -> QPixmap:
    """A pixmap of a BGRA image with `_PIXEL_RATIO` pixels for each device-independent one."""
    height, width = image.shape[:2]
    image = np.ascontiguousarray(image)
    pixmap = QPixmap.fromImage(QImage(image.data, width, height, image.strides[0], QImage.Format.Format_ARGB32).copy())
    pixmap.setDevicePixelRatio(_PIXEL_RATIO)
    return pixmap


def _text(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    if quiet:
        label.setProperty("kind", "quiet")
    return label
