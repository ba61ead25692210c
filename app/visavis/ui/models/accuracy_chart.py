"""The chart of a training run: accuracy by epoch, on the training part and on the held-out part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from visavis.ui.text.language import percent
from visavis.ui.widgets import theme

#: Height of the chart, in device-independent pixels.
_HEIGHT = 150
#: Accuracies that the axis names.
_TICKS = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class EpochAccuracy:
    """Results of one epoch; None if the run does not report them."""

    loss: float | None = None
    accuracy: float | None = None
    val_loss: float | None = None
    val_accuracy: float | None = None

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Read an event "epoch", or one of the epochs of a report."""
        values = {name: record.get(name) for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
        return cls(**{name: float(value) for name, value in values.items() if isinstance(value, int | float)})


class AccuracyChart(QWidget):
    """Two curves from 0 to 100 %: solid for held-out pictures, dotted for the pictures that were trained on.

    The plot is made for the first epoch: importing pyqtgraph takes a third of a second, which the start of the window
    need not wait for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Accuracy by epoch"))
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
        last = epochs[-1].val_accuracy if epochs else None
        self.setAccessibleDescription(
            "" if last is None else self.tr("{share:.0f} % of the held-out pictures correct").format(share=100 * last)
        )
        if epochs and self._plot is None:
            self._plot = self._make_plot()
        if self._plot is not None:
            self._draw()

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
        axis.setTicks([[(share, percent(share)) for share in _TICKS]])
        axis.setWidth(self.fontMetrics().horizontalAdvance(percent(1)) + 12)  # the axis drops labels that do not fit
        plot.setYRange(0, 1, padding=0.08)
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
        held_out = [epoch.val_accuracy for epoch in self._epochs]
        trained_on = [epoch.accuracy for epoch in self._epochs]
        for name, values, pen in (
            (self.tr("held out"), held_out, pyqtgraph.mkPen(colors.link, width=2)),
            (self.tr("trained on"), trained_on, pyqtgraph.mkPen(colors.quiet, width=2, style=Qt.PenStyle.DotLine)),
        ):
            known = [(number, value) for number, value in enumerate(values, 1) if value is not None]
            if known:
                numbers, shares = zip(*known, strict=True)
                self._plot.plot(numbers, shares, pen=pen, name=name)
