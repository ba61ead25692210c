"""The line between known and unknown, with its consequences: what it would have done in the model's own test."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from visavis.scoring.confidence import Proportion
from visavis.scoring.thresholds import Strictness
from visavis.ui.models.report import ENDS, ModelReport, score
from visavis.ui.models.score_plot import ScorePlot
from visavis.ui.text.language import measured
from visavis.ui.widgets import theme

_WIDTH, _HEIGHT = 720, 640
#: Steps of the slider for one unit of log-odds.
_STEPS = 10


class ThresholdDialog(QDialog):
    """Shows the scores of a report, and lets the line be moved; what holds now is told by signals."""

    moved = Signal(
        str, float
    )  #: strictness, and by how much stricter than that the line lies, in log-odds; while moving
    settled = Signal(str, float)  #: the same, when it is let go

    def __init__(
        self,
        findings: ModelReport,
        lines: Mapping[Strictness, float],
        strictness: Strictness,
        stricter: float,
        parent: QWidget | None = None,
    ) -> None:
        """`lines`: for each strictness, where its line lies now, in log-odds."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("How sure to be"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._findings = findings
        self._lines = lines
        self._strictness = strictness
        self._odds = lines[strictness] + stricter
        self.plot = ScorePlot()
        self.plot.show_findings(findings)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(-ENDS * _STEPS), round(ENDS * _STEPS))
        self.slider.setPageStep(_STEPS)
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the axis above it
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the axis above it, in any language
        self.slider.setAccessibleName(self.tr("Least score that gets a name"))
        self.strangers, self.missed = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self.strangers, self.missed):
            label.setFont(theme.strong(self.font(), 1.1))
        self.presets: dict[Strictness, QRadioButton] = {
            "relaxed": QRadioButton(self.tr("&Relaxed")),
            "balanced": QRadioButton(self.tr("&Balanced")),
            "strict": QRadioButton(self.tr("&Strict")),
        }
        self._group = QButtonGroup(self)
        for name, button in self.presets.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _, name=name: self._choose(name))
        self.plot.dragged.connect(self._drag)
        self.plot.released.connect(self._release)
        self.slider.valueChanged.connect(lambda value: self._release(value / _STEPS))
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(18)
        for button in self.presets.values():
            choice.addWidget(button)
        choice.addStretch(1)
        note = QLabel(
            self.tr(
                "Measured on your own pictures, each searched without itself, and as a stranger in the gallery without "
                "its person. In video the line is a little stricter for a first look."
            ),
            wordWrap=True,
        )
        note.setProperty("kind", "quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        layout.addLayout(choice)
        layout.addWidget(self.plot, 1)
        for widget in (self.slider, self.strangers, self.missed, note, buttons):
            layout.addWidget(widget)
        self.resize(_WIDTH, min(self.sizeHint().height(), _HEIGHT))

    def _choose(self, strictness: Strictness) -> None:
        self._strictness = strictness
        self._odds = self._lines[strictness]
        self._show()
        self.settled.emit(strictness, 0.0)

    def _drag(self, odds: float) -> None:
        self._odds = odds
        self._show()
        self.moved.emit(self._strictness, self._stricter)

    def _release(self, odds: float) -> None:
        self._odds = odds
        self._show()
        self.settled.emit(self._strictness, self._stricter)

    @property
    def _stricter(self) -> float:
        return self._odds - self._lines[self._strictness]

    def _show(self) -> None:
        self.plot.show_line(self._odds)
        self.slider.blockSignals(True)
        self.slider.setValue(round(self._odds * _STEPS))
        self.slider.blockSignals(False)
        exact = next((name for name, line in self._lines.items() if abs(line - self._odds) < 0.5 / _STEPS), None)
        self._group.setExclusive(exact is not None)
        for name, button in self.presets.items():
            button.setChecked(name == (self._strictness if exact == self._strictness else exact))
        told = self._findings.consequences(score(self._odds))
        self.strangers.setText(self._said_of_strangers(told.strangers))
        low, high = told.missed.interval or (0.0, 1.0)
        said = self.tr("{share} of your own people's pictures would be missed ({low} to {high}).")
        self.missed.setText(
            said.format(share=measured(told.missed.share or 0.0), low=measured(low), high=measured(high))
        )

    def _said_of_strangers(self, named: Proportion) -> str:
        if named.share is None or named.interval is None:
            return self.tr("How many strangers would be named is not known: that takes at least two people.")
        low, high = named.interval
        if not named.count:
            return self.tr("None of {of} strangers would be named: at most 1 in {few}.").format(
                of=named.searches, few=round(1 / high)
            )
        return self.tr("About 1 in {few} strangers would be named ({low} to {high}).").format(
            few=round(1 / named.share), low=measured(low), high=measured(high)
        )
