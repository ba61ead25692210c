"""The dialog of the threshold: moves it, and shows what it would have done in the test of the model."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from visavis.scoring.log_odds import sigmoid
from visavis.scoring.stranger_rates import StrangerRate
from visavis.scoring.thresholds import Strictness
from visavis.ui.models.report import MAX_LOG_ODDS, ModelReport
from visavis.ui.models.score_plot import ScorePlot
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import format_measured
from visavis.ui.widgets import theme
from visavis.ui.widgets.controls import Slider
from visavis.ui.widgets.dialog import Dialog

#: Size of the dialog, in device-independent pixels.
_WIDTH = 720
_HEIGHT = 640
#: Steps of the slider for one unit of log-odds.
_STEPS = 10


class ThresholdDialog(Dialog):
    """Shows the scores of a report, and the threshold as a line that can be moved.

    The live picture follows the line. *Apply* keeps the threshold, *Cancel* goes back to the one in use before.

    Parameters
    ----------
    report : ModelReport, optional
        None: the model has none, so the scores are not shown, and training is offered instead.
    thresholds : mapping
        For each strictness, its threshold in log-odds.
    stricter : float
        Offset of the threshold in use from that of `strictness`, in log-odds.
    stranger_rate : callable
        From a threshold, 0..1, to the share of strangers who are named.
    """

    moved = Signal(float)  #: the threshold in log-odds; with each step while it moves
    applied = Signal(str, float)  #: strictness and offset to save
    train = Signal()  #: training was chosen, which gives the model a report

    def __init__(
        self,
        report: ModelReport | None,
        thresholds: Mapping[Strictness, float],
        strictness: Strictness,
        stricter: float,
        stranger_rate: Callable[[float], StrangerRate],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDTH, parent, height=_HEIGHT)
        self.setWindowTitle(self.tr("Threshold"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        self._thresholds = thresholds
        self._stranger_rate = stranger_rate
        self._strictness = strictness
        self._threshold = thresholds[strictness] + stricter
        self._before = self._threshold
        self.accepted.connect(self._apply)
        self.rejected.connect(self._go_back)
        self.plot = ScorePlot()
        self.plot.setVisible(report is not None)
        if report is not None:
            self.plot.show_report(report)
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(-MAX_LOG_ODDS * _STEPS), round(MAX_LOG_ODDS * _STEPS))
        self.slider.setPageStep(_STEPS)
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # like the axis above it, in every language
        self.slider.setAccessibleName(self.tr("Lowest score that gets a name"))
        self.strangers, self.missed = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self.strangers, self.missed):
            label.setFont(theme.bold_font(self.font(), 1.1))
        self.presets: dict[Strictness, QRadioButton] = {
            "relaxed": QRadioButton(self.tr("&Relaxed")),
            "balanced": QRadioButton(self.tr("&Balanced")),
            "strict": QRadioButton(self.tr("&Strict")),
        }
        self._group = QButtonGroup(self)
        for name, button in self.presets.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _, name=name: self._select(name))
        self.plot.dragged.connect(self._move)
        self.slider.valueChanged.connect(lambda value: self._move(value / _STEPS))
        self._arrange()
        self._show()
        self.fit()  # to the sentences

    def _arrange(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(18)
        for button in self.presets.values():
            choice.addWidget(button)
        choice.addStretch(1)
        note = QLabel(self._note(), wordWrap=True)
        note.setProperty("kind", "quiet")
        apply, cancel = QPushButton(self.tr("&Apply")), QPushButton(self.tr("Cancel"))
        apply.setProperty("kind", "primary")
        apply.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if self._report is None:
            train = QPushButton(self.tr("&Train"))
            train.setAutoDefault(False)
            train.clicked.connect(self._train)
            foot.addWidget(train)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(apply)
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        layout.addLayout(choice)
        layout.addWidget(self.plot, 1)
        for widget in (self.slider, self.strangers, self.missed, note):
            layout.addWidget(widget)
        self.arrange(layout, foot)
        apply.setDefault(True)

    def _note(self) -> str:
        if self._report is None:
            return self.tr(
                "How many of your own people's pictures would be missed is not known: this model was not measured, "
                "because it was made without training when the network changed, or someone in its report was "
                "forgotten. Training measures it."
            )
        return self.tr(
            "Measured on your own pictures. Each was searched in the gallery without this picture, and as a stranger "
            "in the gallery without this person. In video, the first view of a face must score a little higher."
        )

    def _train(self) -> None:
        self.reject()
        self.train.emit()

    def _select(self, strictness: Strictness) -> None:
        self._strictness = strictness
        self._move(self._thresholds[strictness])

    def _move(self, threshold: float) -> None:
        self._threshold = threshold
        self._show()
        self.moved.emit(threshold)

    def _apply(self) -> None:
        self.applied.emit(self._strictness, self._threshold - self._thresholds[self._strictness])

    def _go_back(self) -> None:
        if self._threshold != self._before:
            self.moved.emit(self._before)

    def _show(self) -> None:
        self.plot.show_threshold(self._threshold)
        self.slider.blockSignals(True)
        self.slider.setValue(round(self._threshold * _STEPS))
        self.slider.blockSignals(False)
        exact = next(
            (name for name, threshold in self._thresholds.items() if abs(threshold - self._threshold) < 0.5 / _STEPS),
            None,
        )
        self._group.setExclusive(exact is not None)
        for name, button in self.presets.items():
            button.setChecked(name == (self._strictness if exact == self._strictness else exact))
        threshold = sigmoid(self._threshold)
        self.strangers.setText(translate_message(self._stranger_rate(threshold).description))
        self.missed.setVisible(self._report is not None)
        if self._report is None:
            return
        missed = self._report.missed_at(threshold)
        low, high = missed.interval or (0.0, 1.0)
        text = self.tr("{share} of your own people's pictures would be missed ({low} to {high}).")
        self.missed.setText(
            text.format(
                share=format_measured(missed.share or 0.0), low=format_measured(low), high=format_measured(high)
            )
        )
