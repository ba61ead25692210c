"""The status bar: rates and ages, renewed four times a second. Numbers that change faster cannot be read."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from visavis.frames import Frame
from visavis.pipeline import Analysis, Pipeline
from visavis.ui.meters import Rate

_INTERVAL_MS = 250


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    tip: str


_PLACES = {
    "rate": _Place("Frames", "Frames shown each second"),
    "age": _Place("Age of the labels", "Time from taking a picture to having its names"),
    "device": _Place("Device", "Where the network runs"),
    "model": _Place("Model", "The model in use, and whom it knows"),
}


class Status(QStatusBar):
    """What runs, how fast, on what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 2, 10, 2)
        self.doing = QLabel()
        self.doing.setAccessibleName("Source")
        self.addWidget(self.doing, 1)
        self.labels: dict[str, QLabel] = {}
        for key, place in _PLACES.items():
            label = self.labels[key] = QLabel()
            label.setAccessibleName(place.name)
            label.setToolTip(place.tip)
            label.setContentsMargins(10, 0, 10, 0)
            label.setProperty("kind", "quiet")
            self.addPermanentWidget(label)
        self._rate = Rate()
        self._name = ""
        self._size = (0, 0)
        self._age_ms: float | None = None
        timer = QTimer(self, interval=_INTERVAL_MS)
        timer.timeout.connect(self._refresh)
        timer.start()

    def show_source(self, name: str) -> None:
        """What is shown from now on."""
        self._name, self._size, self._age_ms = name, (0, 0), None
        self.doing.setText(name)

    def saw_frame(self, frame: Frame) -> None:
        self._rate.tick(time.monotonic())
        height, width = frame.image.shape[:2]
        if (width, height) != self._size:
            self._size = (width, height)
            self.doing.setText(f"{self._name} · {width} × {height}")  # noqa: RUF001 - the sign is meant

    def saw_analysis(self, analysis: Analysis) -> None:
        self._age_ms = (time.monotonic() - analysis.frame.taken_at) * 1e3

    def show_pipeline(self, pipeline: Pipeline) -> None:
        """What recognizes from now on."""
        people = "1 person" if pipeline.people == 1 else f"{pipeline.people} people"
        self.labels["model"].setText(f"{pipeline.model} · {people}" if pipeline.model else "No model yet")
        self.labels["device"].setText(pipeline.device)

    def show_loading(self, text: str) -> None:
        """What is being prepared before there are names."""
        self.labels["model"].setText(text)

    def _refresh(self) -> None:
        rate = self._rate.per_second(time.monotonic())
        self.labels["rate"].setText(f"{rate:.0f} frames/s" if rate else "")
        self.labels["age"].setText(f"labels {self._age_ms:.0f} ms old" if rate and self._age_ms is not None else "")
