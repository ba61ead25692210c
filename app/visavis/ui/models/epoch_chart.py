"""A chart of a training run: accuracy or loss by epoch, on the training part and on the held-out part."""

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from visavis.models.description import EpochAccuracy
from visavis.ui.text.language import percent
from visavis.ui.widgets import theme

#: Height of the chart, in device-independent pixels.
_HEIGHT = 150
#: Accuracies that the axis names.
_TICKS = (0.0, 0.5, 1.0)


class EpochChart(QWidget):
    """Two curves: solid for held-out pictures, dotted for those that were trained on. Accuracy is from 0 to 100 %.

    The plot is made for the first epoch: importing pyqtgraph takes a third of a second, which the start of the window
    need not wait for.
    """

    def __init__(self, figure: Literal["accuracy", "loss"] = "accuracy", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Accuracy by epoch") if figure == "accuracy" else self.tr("Loss by epoch"))
        self._epochs: Sequence[EpochAccuracy] = ()
        self._planned = 1
        self._plot: Any = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(280, _HEIGHT)

    def show_epochs(self, epochs: Sequence[EpochAccuracy], planned: int) -> None:
        """Draw these epochs; the axis has room for `planned` of them."""
        self._epochs, self._planned = epochs, max(planned, len(epochs), 2)
        self.setAccessibleDescription(self._description(epochs[-1]) if epochs else "")
        if epochs and self._plot is None:
            self._plot = self._make_plot()
        if self._plot is not None:
            self._draw()

    def _description(self, last: EpochAccuracy) -> str:
        """What the newest epoch says of the held-out pictures."""
        if self._figure == "loss":
            loss = last.val_loss
            return "" if loss is None else self.tr("Loss of the held-out pictures: {loss}").format(loss=f"{loss:.2f}")
        share = last.val_accuracy
        return (
            "" if share is None else self.tr("{share:.0f} % of the held-out pictures correct").format(share=100 * share)
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_plot", None) is not None:
            self._draw()

    def _make_plot(self) -> Any:
        import pyqtgraph

        plot = pyqtgraph.PlotWidget(background=None)
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        for part in (plot, plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do with the keyboard
        plot.hideAxis("bottom")
        axis = plot.getAxis("left")
        axis.setWidth(self.fontMetrics().horizontalAdvance(percent(1)) + 12)  # the axis drops labels that do not fit
        if self._figure == "accuracy":
            axis.setTicks([[(share, percent(share)) for share in _TICKS]])
            plot.setYRange(0, 1, padding=0.08)
        else:
            plot.setLimits(yMin=0)
        self._layout.addWidget(plot)
        return plot

    def _draw(self) -> None:
        import pyqtgraph

        colors = theme.current()
        self._plot.clear()
        self._plot.setXRange(1, self._planned, padding=0.02)
        axis = self._plot.getAxis("left")
        axis.setTextPen(colors.quiet)
        axis.setPen(colors.line)
        self._plot.addLegend(offset=(-10, -10), labelTextColor=colors.text).clear()
        held_out = [getattr(epoch, f"val_{self._figure}") for epoch in self._epochs]
        trained_on = [getattr(epoch, self._figure) for epoch in self._epochs]
        for name, values, pen in (
            (self.tr("held out"), held_out, pyqtgraph.mkPen(colors.link, width=2)),
            (self.tr("trained on"), trained_on, pyqtgraph.mkPen(colors.quiet, width=2, style=Qt.PenStyle.DotLine)),
        ):
            known = [(number, value) for number, value in enumerate(values, 1) if value is not None]
            if known:
                numbers, shares = zip(*known, strict=True)
                self._plot.plot(numbers, shares, pen=pen, name=name)
