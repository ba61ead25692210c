"""The filters of the history: by person, by day, by source."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from visavis.ui.history.visit_rows import VisitFilter, VisitRow, people_of
from visavis.ui.text.language import day as day_text
from visavis.ui.text.language import isolate, translate
from visavis.ui.widgets.controls import ComboBox

#: Width of a filter, in device-independent pixels.
_WIDTH = 150


class VisitFilters(QObject):
    """Three boxes that offer what there are visits of. What was chosen stays while it is offered."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.person = _box(translate("History", "Person"))
        self.day = _box(translate("History", "Day"))
        self.source = _box(translate("History", "Source"))
        for box in self.boxes:
            box.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def boxes(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.person, self.day, self.source

    @property
    def chosen(self) -> VisitFilter:
        """Which visits are to be listed."""
        return VisitFilter(self.person.currentData(), self.day.currentData(), self.source.currentData())

    def offer(self, rows: Sequence[VisitRow]) -> None:
        """Offer the people, days and sources of these visits; `changed` is not emitted."""
        days = sorted({row.day for row in rows}, reverse=True)
        names = {row.sighting.source: row.source for row in rows}
        shown = Counter(names.values())
        sources = sorted((isolate(name if shown[name] == 1 else each), each) for each, name in names.items())
        _fill(self.person, translate("History", "Everybody"), people_of(rows))
        _fill(self.day, translate("History", "All days"), [(_day_name(each), each) for each in days])
        _fill(self.source, translate("History", "All sources"), sources)

    def clear(self) -> None:
        """Let all visits through."""
        for box in self.boxes:
            box.setCurrentIndex(0)


def _box(name: str) -> QComboBox:
    box = ComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    box.setFixedWidth(_WIDTH)
    return box


def _fill(box: QComboBox, everything: str, offered: Sequence[tuple[str, Any]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for text, value in offered:
        box.addItem(text, value)
    values = [None, *(value for _, value in offered)]
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)  # `findData` does not compare tuples
    box.blockSignals(False)


def _day_name(each: date) -> str:
    if each == datetime.now().astimezone().date():
        return translate("History", "Today")
    return day_text(datetime.combine(each, time()))
