"""The heads-up display: frame rates, latencies and the time of each stage."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from visavis.ui.live.performance import Performance, PerformanceFigures
from visavis.ui.text.language import number, percent, translate

#: Interval between two refreshes, in milliseconds: numbers that change faster cannot be read.
_INTERVAL_MS = 250
_NONE = "–"  # noqa: RUF001 - the dash that stands for a number


class Hud(QFrame):
    """A small table over the picture, refreshed four times a second while it is visible."""

    def __init__(self, performance: Performance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hud")
        self.setAccessibleName(self.tr("Performance"))
        self.device = ""
        self._performance = performance
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(3)
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Show the current figures."""
        lines = _lines(self._performance.figures(), self.device)
        while len(self._rows) < len(lines):
            self._add_row()
        for row, (name, value) in enumerate(self._rows):
            label_text, value_text = lines[row] if row < len(lines) else ("", "")
            name.setText(label_text)
            value.setText(value_text)
            for label in (name, value):
                label.setVisible(bool(label_text))
        self.setAccessibleDescription("; ".join(f"{name} {value}" for name, value in lines))
        self.adjustSize()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _add_row(self) -> None:
        name, value = QLabel(), QLabel()
        value.setMinimumWidth(64)
        value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1)
        self._rows.append((name, value))


def _lines(figures: PerformanceFigures, device: str) -> list[tuple[str, str]]:
    stages = {
        "cut": translate("Hud", "Comparing frames"),
        "follow": translate("Hud", "Following faces"),
        "search": translate("Hud", "Searching faces"),
        "recognize": translate("Hud", "Recognizing"),
        "decide": translate("Hud", "Deciding"),
        "classify": translate("Hud", "Classifying"),
    }
    skipped = _NONE if figures.skipped is None else percent(figures.skipped)
    lines = [
        (translate("Hud", "Picture"), _rate(figures.shown)),
        (translate("Hud", "Age of the picture"), _ms(figures.picture_ms)),
        (translate("Hud", "Frames dropped"), str(figures.dropped)),
        (translate("Hud", "Labels"), _rate(figures.analyzed)),
        (translate("Hud", "Age of the labels"), _ms(figures.labels_ms)),
        (translate("Hud", "Frames not analyzed"), skipped),
    ]
    lines += [(stages.get(stage, stage), _ms(spent)) for stage, spent in figures.stages.items()]
    return [*lines, (translate("Hud", "Device"), device or _NONE)]


def _rate(per_second: float) -> str:
    return translate("Hud", "{rate} /s").format(rate=number(per_second, 1)) if per_second else _NONE


def _ms(milliseconds: float | None) -> str:
    if milliseconds is None:
        return _NONE
    return translate("Hud", "{time} ms").format(time=number(milliseconds, 0 if milliseconds >= 10 else 1))
