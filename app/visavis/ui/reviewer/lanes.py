"""The lanes below a video: one per person, with a bar for each appearance. A click jumps there."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.people.names import shown_name
from visavis.tagging.file_tags import TaggedPerson
from visavis.tagging.spans import Span
from visavis.ui.picture.timeline import format_time
from visavis.ui.text.language import isolate
from visavis.ui.widgets import theme
from visavis.ui.widgets.focus_group import FocusGroup

#: Height of a lane and of the line with the times, in device-independent pixels.
_LANE, _TIMES = 26, 18
#: Width of the names as a share of the widget, and at most, in device-independent pixels.
_NAMES_SHARE, _MAX_NAMES = 0.25, 190
#: Space at both sides, and the least width of a bar.
_LEFT, _RIGHT, _MIN_BAR = 14, 14, 4
#: How far an arrow key goes, and Page Up and Page Down, in seconds.
_STEP_S, _PAGE_S = 5.0, 30.0
#: Seconds after the beginning of an appearance within which "previous" goes to the one before.
_TOLERANCE_S = 0.5


@dataclass(frozen=True, slots=True)
class ChosenSpan:
    """A span of one person."""

    person: TaggedPerson
    span: Span


class Lanes(FocusGroup):
    """Shows who is in a video, and when. The chosen lane is the one that the keyboard acts on."""

    sought = Signal(float)  #: go to this time, in seconds
    chosen = Signal()  #: another lane is chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("People in the video"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.people: Sequence[TaggedPerson] = ()
        self.duration = 0.0
        self.now = 0.0
        self.row = 0

    def show_people(self, people: Sequence[TaggedPerson], duration: float) -> None:
        """Show these people; the chosen lane stays with its person."""
        name = self.people[self.row].name if self.row < len(self.people) else None
        self.people, self.duration = tuple(people), max(duration, 1e-3)
        self.row = next((row for row, person in enumerate(people) if person.name == name), 0)
        self._describe()
        self.updateGeometry()
        self.update()
        self.chosen.emit()

    def show_time(self, seconds: float) -> None:
        """Move the line of the current time."""
        if seconds != self.now:
            self.now = seconds
            self._describe()
            self.update()

    def choose(self, name: str) -> None:
        """Choose the lane of a person, if there is one."""
        for row, person in enumerate(self.people):
            if person.name == name:
                self._choose(row)

    @property
    def chosen_span(self) -> ChosenSpan | None:
        """The span of the chosen lane at the current time; None if the person is not there."""
        if not self.people:
            return None
        person = self.people[self.row]
        for span in person.spans:
            if span.start <= self.now + 1e-3 and self.now < span.end:
                return ChosenSpan(person, span)
        return None

    def next_start(self) -> float | None:
        """When the chosen person appears next; None if that is not to come."""
        starts = self._starts()
        at = bisect.bisect_right(starts, self.now + 1e-3)
        return starts[at] if at < len(starts) else None

    def previous_start(self) -> float | None:
        """When the chosen person appeared last, before what is seen now; None if that is the first."""
        starts = self._starts()
        at = bisect.bisect_left(starts, self.now - _TOLERANCE_S) - 1
        return starts[at] if at >= 0 else None

    def place_of(self, row: int, seconds: float) -> QPointF:
        """Where a time of a lane is painted."""
        left, width = self._axis()
        return QPointF(left + width * seconds / self.duration, row * _LANE + _LANE / 2)

    def sizeHint(self) -> QSize:
        return QSize(480, _LANE * max(len(self.people), 1) + _TIMES)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            row = int(event.position().y() // _LANE)
            if 0 <= row < len(self.people):
                self._choose(row)
            self._seek_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -_STEP_S,
            Qt.Key.Key_Right: _STEP_S,
            Qt.Key.Key_PageUp: -_PAGE_S,
            Qt.Key.Key_PageDown: _PAGE_S,
            Qt.Key.Key_Home: -self.duration,
            Qt.Key.Key_End: self.duration,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.sought.emit(min(max(self.now + steps[key], 0.0), self.duration))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.people:
            self._choose(min(max(self.row + (1 if key == Qt.Key.Key_Down else -1), 0), len(self.people) - 1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = self._axis()
        for row, person in enumerate(self.people):
            self._paint_lane(painter, row, person)
        bottom = _LANE * len(self.people)
        painter.setFont(theme.scale_font(self.font(), 0.88))
        painter.setPen(QColor(colors.quiet))
        times = QRectF(left, bottom, width, _TIMES)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(times, align | Qt.AlignmentFlag.AlignLeft, format_time(0.0))
        painter.drawText(times, align | Qt.AlignmentFlag.AlignRight, format_time(self.duration))
        now = left + width * min(self.now / self.duration, 1.0)
        painter.setPen(QPen(QColor(colors.text), 2))
        painter.drawLine(QPointF(now, 0), QPointF(now, bottom))
        if self.hasFocus() and self.people:
            painter.setPen(QPen(QColor(colors.bright), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, self.row * _LANE + 1, self.width() - 2, _LANE - 2), 5, 5)
        painter.end()

    def _paint_lane(self, painter: QPainter, row: int, person: TaggedPerson) -> None:
        colors = theme.current()
        left, width = self._axis()
        top = row * _LANE
        is_chosen = row == self.row
        painter.setFont(theme.bold_font(self.font(), 0.95) if is_chosen else theme.scale_font(self.font(), 0.95))
        painter.setPen(QColor(colors.text))
        name = painter.fontMetrics().elidedText(lane_name(person), Qt.TextElideMode.ElideRight, left - _LEFT - 6)
        place = QRect(_LEFT, top, left - _LEFT - 6, _LANE)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.track))
        painter.drawRoundedRect(QRectF(left, top + 7, width, _LANE - 14), 4, 4)
        painter.setBrush(QColor(colors.quiet if person.is_guest else colors.bright))
        for span in person.spans:
            begin = left + width * span.start / self.duration
            bar = QRectF(begin, top + 5, max(width * span.duration / self.duration, _MIN_BAR), _LANE - 10)
            painter.drawRoundedRect(bar, 3, 3)

    def _axis(self) -> tuple[int, int]:
        """Where the time begins, and how wide it is."""
        left = min(round(_NAMES_SHARE * self.width()), _MAX_NAMES)
        return left, max(self.width() - left - _RIGHT, 1)

    def _seek_to(self, x: float) -> None:
        left, width = self._axis()
        if x >= left:
            self.sought.emit(min((x - left) / width, 1.0) * self.duration)

    def _starts(self) -> list[float]:
        return [span.start for span in self.people[self.row].spans] if self.people else []

    def _choose(self, row: int) -> None:
        if row != self.row:
            self.row = row
            self._describe()
            self.update()
            self.chosen.emit()

    def _describe(self) -> None:
        text = self.tr("{time} of {end}").format(time=format_time(self.now), end=format_time(self.duration))
        if self.people:
            person = self.people[self.row]
            spans = ", ".join(f"{format_time(span.start)}-{format_time(span.end)}" for span in person.spans)
            text = f"{isolate(lane_name(person))}: {spans}. {text}"
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)


def lane_name(person: TaggedPerson) -> str:
    """How a person of a video is called."""
    return person.name if person.is_guest else shown_name(person.name)
