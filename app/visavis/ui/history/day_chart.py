"""The chart of a day: a lane for each person, and a bar for each visit, from midnight to midnight."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visavis.ui.history.visit_rows import VisitRow, clock_time
from visavis.ui.text.language import day as day_text
from visavis.ui.widgets import theme

#: Maximum number of lanes; of more people, those with the most visits are shown.
_MAX_LANES = 4
#: Height of a lane and of the line with the hours, in device-independent pixels.
_LANE, _HOURS = 20, 18
#: Least width of the names at the side, and of a bar.
_NAMES, _MIN_BAR = 110, 4
#: Largest width of the names, as a share of the width of the chart.
_NAMES_SHARE = 0.25
#: Hours that the axis names.
_NAMED_HOURS = (0, 6, 12, 18, 24)


@dataclass(frozen=True, slots=True)
class Lane:
    """One person's visits of a day."""

    who: str
    bars: tuple[tuple[float, float], ...]
    """Begin and end of each visit, as shares of the day, 0..1."""


def lanes_of(rows: Sequence[VisitRow], day: date) -> list[Lane]:
    """The lanes of a day, those with the most visits first, also of visits that began the day before."""
    midnight = datetime.combine(day, time()).astimezone()
    following = datetime.combine(day + timedelta(days=1), time()).astimezone()
    length = (following - midnight).total_seconds()  # 23 or 25 hours where the clock is changed
    bars: dict[tuple[str, ...], list[tuple[float, float]]] = {}
    names: dict[tuple[str, ...], str] = {}
    for row in rows:
        sighting = row.sighting
        if sighting.last < midnight or sighting.first >= following:
            continue
        begin = (max(sighting.first, midnight) - midnight).total_seconds() / length
        end = (min(sighting.last, following) - midnight).total_seconds() / length
        bars.setdefault(row.person, []).append((begin, end))
        names[row.person] = row.who
    lanes = [Lane(names[key], tuple(sorted(each))) for key, each in bars.items()]
    return sorted(lanes, key=lambda lane: (-len(lane.bars), lane.who))


class DayChart(QWidget):
    """Shows who was here when on one day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._day: date | None = None
        self.lanes: list[Lane] = []

    def show_day(self, rows: Sequence[VisitRow], day: date | None) -> None:
        """Show the visits of a day; None: there is none to show."""
        self._day = day
        self.lanes = [] if day is None else lanes_of(rows, day)
        self.setVisible(bool(self.lanes))
        if day is not None and self.lanes:
            count = sum(len(lane.bars) for lane in self.lanes)
            one, several = self.tr("{day}: 1 visit"), self.tr("{day}: %n visits", None, count)
            title = (one if count == 1 else several).format(day=day_text(datetime.combine(day, time())))
            left_out = len(self.lanes) - _MAX_LANES
            if left_out > 0:
                title = self.tr("{visits}; the {people} people with the most").format(visits=title, people=_MAX_LANES)
            self._title = title
            said = "; ".join(self._describe(lane) for lane in self.lanes[:_MAX_LANES])
            self.setAccessibleDescription(f"{title}. {said}")
            self.setToolTip(title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 22 + _LANE * min(len(self.lanes), _MAX_LANES) + _HOURS)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        align = Qt.AlignmentFlag.AlignVCenter
        small = theme.scale_font(self.font(), 0.88)
        painter.setPen(QColor(colors.text))
        painter.setFont(theme.bold_font(self.font(), 0.95))
        fitting = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRect(0, 0, self.width(), 20), align | Qt.AlignmentFlag.AlignLeft, fitting)
        painter.setFont(small)
        top = 22
        shown = self.lanes[:_MAX_LANES]
        longest = max((painter.fontMetrics().horizontalAdvance(lane.who) for lane in shown), default=0) + 10
        left = round(max(min(longest, self.width() * _NAMES_SHARE), _NAMES))
        width = max(self.width() - left - 14, 1)
        for lane in shown:
            painter.setPen(QColor(colors.text))
            name = painter.fontMetrics().elidedText(lane.who, Qt.TextElideMode.ElideRight, left - 10)
            painter.drawText(QRect(0, top, left - 8, _LANE), align | Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.track))
            painter.drawRoundedRect(QRectF(left, top + 5, width, _LANE - 10), 4, 4)
            painter.setBrush(QColor(colors.bright))
            for begin, end in lane.bars:
                bar = QRectF(left + begin * width, top + 4, max((end - begin) * width, _MIN_BAR), _LANE - 8)
                painter.drawRoundedRect(bar, 2, 2)
            top += _LANE
        painter.setPen(QColor(colors.quiet))
        for hour in _NAMED_HOURS:
            text = clock_time(datetime.combine(date(2000, 1, 3), time(hour % 24)))
            wide = painter.fontMetrics().horizontalAdvance(text) + 4
            middle = left + width * hour / 24
            place = QRectF(min(max(middle - wide / 2, left), self.width() - wide), top, wide, _HOURS)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _describe(self, lane: Lane) -> str:
        count = len(lane.bars)
        one, several = self.tr("{name}: 1 visit"), self.tr("{name}: %n visits", None, count)
        return (one if count == 1 else several).format(name=lane.who)
