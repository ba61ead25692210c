"""The status bar: source, frame rate, device and people. Other figures are in the heads-up display."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from visavis.classification.classifier import Classifier
from visavis.imaging.frames import Frame
from visavis.pipeline import Pipeline
from visavis.ui.live.performance import Performance
from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate

#: Interval between two refreshes, in milliseconds: numbers that change faster cannot be read.
_INTERVAL_MS = 250


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    tip: str


_PLACES = {
    "rate": _Place(
        QT_TRANSLATE_NOOP("StatusBar", "Frames"), QT_TRANSLATE_NOOP("StatusBar", "Frames shown each second")
    ),
    "device": _Place(
        QT_TRANSLATE_NOOP("StatusBar", "Device"), QT_TRANSLATE_NOOP("StatusBar", "Where the network runs")
    ),
    "model": _Place(
        QT_TRANSLATE_NOOP("StatusBar", "Model"), QT_TRANSLATE_NOOP("StatusBar", "The model in use, and whom it knows")
    ),
}


class StatusBar(QStatusBar):
    """Shows the source and the state of recognition."""

    def __init__(self, performance: Performance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 2, 10, 2)
        self.doing = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.doing.setAccessibleName(self.tr("Source"))
        self.addWidget(self.doing, 1)
        self.labels: dict[str, QLabel] = {}
        for key, place in _PLACES.items():
            label = self.labels[key] = QLabel(textFormat=Qt.TextFormat.PlainText)
            label.setAccessibleName(translate("StatusBar", place.name))
            label.setToolTip(translate("StatusBar", place.tip))
            label.setContentsMargins(10, 0, 10, 0)
            label.setProperty("kind", "quiet")
            self.addPermanentWidget(label)
        self._performance = performance
        self._name = ""
        self._size = (0, 0)
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self._refresh)
        timer.start()

    def show_source(self, name: str) -> None:
        """Show the name of a new source."""
        self._name, self._size = name, (0, 0)
        self.doing.setText(name)

    def show_frame_size(self, frame: Frame) -> None:
        """Show how large the frames of the source are."""
        height, width = frame.image.shape[:2]
        if (width, height) != self._size:
            self._size = (width, height)
            self.doing.setText(f"{self._name} · {width} × {height}")  # noqa: RUF001 - the sign is meant

    def show_classifier(self, classifier: Classifier) -> None:
        """Show the model of whole pictures in use, its number of classes and the device."""
        self.labels["model"].setText(self.tr("What is this? · %n classes", None, len(classifier.classes)))
        tip = self.tr("The model of whole pictures in use, and what it knows: {model}")
        self.labels["model"].setToolTip(tip.format(model=classifier.model))
        self.labels["device"].setText(classifier.network.device)

    def show_pipeline(self, pipeline: Pipeline) -> None:
        """Show the model, its number of people and the device."""
        people = self.tr("1 person") if pipeline.people == 1 else self.tr("%n people", None, pipeline.people)
        self.labels["model"].setText(people if pipeline.model else self.tr("No model yet"))
        tip = translate("StatusBar", _PLACES["model"].tip)
        self.labels["model"].setToolTip(f"{tip}: {pipeline.model}" if pipeline.model else tip)
        self.labels["device"].setText(pipeline.device)

    def show_loading(self, text: str) -> None:
        """Show what is being prepared, in place of the model."""
        self.labels["model"].setText(text)

    def _refresh(self) -> None:
        rate = self._performance.figures().shown
        self.labels["rate"].setText(self.tr("{rate:.0f} frames/s").format(rate=rate) if rate else "")
