"""A histogram of scores: of enrolled people and of strangers, with the threshold as a line that can be dragged."""

from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visavis.scoring.log_odds import sigmoid
from visavis.ui.models.report import MAX_LOG_ODDS, ModelReport, axis_position, histogram
from visavis.ui.text.language import percent
from visavis.ui.widgets import theme

#: Number of bars of a histogram.
_BINS = 40
#: Height in device-independent pixels; the dialog around it may give more.
_HEIGHT = 240
#: Height of the plot by that of its tallest bar: the legend has its place above the bars.
_HEADROOM = 1.3
#: Sign of a histogram in the legend, in its coordinates, in device-independent pixels.
_SWATCH = QRectF(3, 3, 14, 14)
#: Scores with a tick on the axis.
_TICKS = (0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999)


class ScorePlot(QWidget):
    """The scores of a report in log-odds, and the threshold."""

    dragged = Signal(float)  #: the threshold in log-odds, while the line is dragged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph  # importing it takes a third of a second, which the start of the window need not wait for

        self._graphs = pyqtgraph
        colors = theme.current()
        self._plot = pyqtgraph.PlotWidget(background=None)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.hideAxis("left")
        for part in (self._plot, self._plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the slider beside it is for the keyboard
        self._plot.setXRange(-MAX_LOG_ODDS, MAX_LOG_ODDS, padding=0.02)
        self._plot.getAxis("bottom").setTicks(
            [[(axis_position(tick), percent(tick, 1 if tick in {0.001, 0.999} else 0)) for tick in _TICKS]]
        )
        self._plot.getAxis("bottom").setTextPen(colors.quiet)
        self._plot.getAxis("bottom").setPen(colors.line)
        self._plot.setLabel("bottom", self.tr("Score"), color=colors.quiet)
        self._plot.addLegend(
            offset=(-10, 4), horSpacing=24, colCount=2, labelTextColor=colors.text, sampleType=_create_swatch_type()
        )
        self._line = pyqtgraph.InfiniteLine(
            movable=True,
            pen=self._pen(colors.text, 2),
            hoverPen=self._pen(colors.accent, 3),
            bounds=(-MAX_LOG_ODDS, MAX_LOG_ODDS),
        )
        self._line.sigDragged.connect(lambda line: self.dragged.emit(line.value()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.setMinimumHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Distribution of scores"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def show_report(self, report: ModelReport) -> None:
        """Draw a report's scores."""
        colors = theme.current()
        self._plot.clear()
        drawn = strangers, people = histogram(report.impostors, _BINS), histogram(report.probes, _BINS)
        self._draw(self.tr("Strangers"), strangers, colors.quiet, Qt.PenStyle.DashLine)
        self._draw(self.tr("Your people"), people, colors.accent, Qt.PenStyle.SolidLine)
        self._plot.addItem(self._line)
        self._plot.setYRange(0, _HEADROOM * max(float(np.max(shares)) for shares in drawn), padding=0)

    def show_threshold(self, threshold: float) -> None:
        """Move the line to a threshold in log-odds."""
        self._line.blockSignals(True)
        self._line.setValue(threshold)
        self._line.blockSignals(False)
        self.setAccessibleDescription(
            self.tr("The threshold is at {score:.0f} %.").format(score=100 * sigmoid(threshold))
        )

    def _draw(self, name: str, shares: Any, color: str, style: Qt.PenStyle) -> None:
        edges = np.linspace(-MAX_LOG_ODDS, MAX_LOG_ODDS, _BINS + 1)
        fill = QColor(color)
        fill.setAlphaF(0.25)
        pen = self._pen(color, 2, style)
        self._plot.plot(edges, shares, stepMode="center", fillLevel=0, brush=fill, pen=pen, name=name)

    def _pen(self, color: str, width: int, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> Any:
        return self._graphs.mkPen(color, width=width, style=style)


def _create_swatch_type() -> type:
    """The class of the signs in the legend: a filled square; pyqtgraph's own is a triangle where a curve is filled."""
    from pyqtgraph.graphicsItems.LegendItem import ItemSample

    class Swatch(ItemSample):  # type: ignore[misc]  # pyqtgraph has no types
        def paint(self, painter: QPainter, *_: object) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.item.opts["pen"])
            painter.setBrush(self.item.opts.get("fillBrush"))
            painter.drawRect(_SWATCH)

    return Swatch
