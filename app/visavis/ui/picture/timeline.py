"""The timeline of a recording: where it is, how long it is, and a slider that goes elsewhere."""

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyle, QWidget

from visavis.ui.widgets.controls import Slider

#: How far an arrow key goes, in milliseconds.
_STEP_MS = 5_000
#: How far Page Up and Page Down go, as a share of the recording.
_PAGE = 0.1
#: Seconds between the requested time and that of a frame from there: key frames may be so far apart.
_NEAR_S = 1.0
#: Seconds after which frames move the slider again although none came from the requested time.
_PATIENCE_S = 1.0


class Timeline(QWidget):
    """Hidden for sources without an end."""

    sought = Signal(float)  #: the user goes to this time, in seconds

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duration = 0.0
        self._pending: tuple[float, float] | None = None  # the requested time, and when it was requested
        self.slider = JumpSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Time in the recording"))
        self.slider.setSingleStep(_STEP_MS)
        self.slider.valueChanged.connect(self._seek)
        self.position, self.end = QLabel(), QLabel()
        self.position.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(10)
        row.addWidget(self.position)
        row.addWidget(self.slider, 1)
        row.addWidget(self.end)
        self.hide()

    def clear(self) -> None:
        """Hide: another source is opened."""
        self._duration, self._pending = 0.0, None
        self.hide()

    def show_time(self, seconds: float, duration: float) -> None:
        """Show the time of the frame that is shown. A duration of 0 is unknown."""
        if duration <= 0:
            return
        duration = max(duration, seconds, self._duration)  # a file may be longer than it says
        if duration != self._duration:
            self._set_duration(duration)
        if self._pending is not None:
            target, since = self._pending
            if abs(seconds - target) > _NEAR_S and time.monotonic() - since < _PATIENCE_S:
                return  # from before the jump
            self._pending = None
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(1000 * seconds))
            self.slider.blockSignals(False)
            self._say(seconds)

    def _set_duration(self, duration: float) -> None:
        self._duration = duration
        self.slider.blockSignals(True)
        self.slider.setRange(0, round(1000 * duration))
        self.slider.blockSignals(False)
        self.slider.setPageStep(max(round(1000 * _PAGE * duration), 1))
        self.end.setText(format_time(duration))
        for label in (self.position, self.end):
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(format_time(duration)))
        self.show()

    def _seek(self, milliseconds: int) -> None:
        seconds = milliseconds / 1000
        self._pending = (seconds, time.monotonic())
        self._say(seconds)
        self.sought.emit(seconds)

    def _say(self, seconds: float) -> None:
        text = format_time(seconds)
        if text != self.position.text():
            self.position.setText(text)
            spoken = self.tr("{time} of {end}").format(time=text, end=self.end.text())
            self.slider.setAccessibleDescription(spoken)


class JumpSlider(Slider):
    """A slider that goes to the point that is clicked; Qt's own goes there in pages."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _follow(self, event: QMouseEvent) -> None:
        place, upside_down = round(event.position().x()), self.isRightToLeft()
        self.setValue(
            QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, max(self.width(), 1), upside_down)
        )


def format_time(seconds: float) -> str:
    """A time in a recording, such as "1:05" or "1:02:05"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
