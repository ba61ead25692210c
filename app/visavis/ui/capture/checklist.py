"""The ways of being seen, each checked off once it is covered."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visavis.enrollment.coverage import Cell
from visavis.ui.capture import texts
from visavis.ui.widgets.icon_label import IconLabel

_SIDE = 15


class Checklist(QWidget):
    """A line for each `Cell`: a check mark where there is enough of it, an open circle where not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Covered"))
        self._marks: dict[Cell, tuple[IconLabel, IconLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        for row, cell in enumerate(Cell):
            covered, open_ = IconLabel("covered", _SIDE, "good"), IconLabel("open", _SIDE, "quiet")
            self._marks[cell] = (covered, open_)
            for mark in (covered, open_):
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(QLabel(texts.called(cell)), row, 1)
        grid.setColumnStretch(1, 1)
        self.show_filled(dict.fromkeys(Cell, 0.0))

    def show_filled(self, filled: Mapping[Cell, float]) -> None:
        """Check off what is covered, 1."""
        missing = [cell for cell in Cell if filled[cell] < 1]
        for cell, (covered, open_) in self._marks.items():
            covered.setVisible(cell not in missing)
            open_.setVisible(cell in missing)
        words = ", ".join(map(texts.called, missing))
        self.setAccessibleDescription(
            self.tr("Missing: {cells}").format(cells=words) if words else self.tr("Everything is covered")
        )
