"""The checklist of cells: each is checked off once it is covered."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visavis.enrollment.coverage import Cell
from visavis.ui.capture import texts
from visavis.ui.widgets.icon_label import IconLabel

#: Side of a check mark, in device-independent pixels.
_SIDE = 15


class Checklist(QWidget):
    """One line per `Cell`: a check mark if it is covered, else an open circle."""

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
            grid.addWidget(QLabel(texts.cell_name(cell)), row, 1)
        grid.setColumnStretch(1, 1)
        self.show_filled(dict.fromkeys(Cell, 0.0))

    def show_filled(self, filled: Mapping[Cell, float]) -> None:
        """Check off the cells whose coverage is 1."""
        missing = [cell for cell in Cell if filled[cell] < 1]
        for cell, (covered, open_) in self._marks.items():
            covered.setVisible(cell not in missing)
            open_.setVisible(cell in missing)
        words = ", ".join(map(texts.cell_name, missing))
        self.setAccessibleDescription(
            self.tr("Missing: {cells}").format(cells=words) if words else self.tr("Everything is covered")
        )
