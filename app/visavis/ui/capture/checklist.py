"""The checklist of cells: each is checked off once it is covered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from visavis.enrollment.coverage import Cell, Coverage
from visavis.ui.capture import texts
from visavis.ui.widgets.icon_label import IconLabel

#: Side of a check mark, in device-independent pixels.
_SIDE = 15


class Checklist(QWidget):
    """One line per `Cell` that can be requested: a check mark if it is covered, else an open circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Covered"))
        self._marks: dict[Cell, tuple[IconLabel, IconLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        for row, cell in enumerate(Cell):
            covered, open_ = IconLabel("covered", _SIDE, "good"), IconLabel("open", _SIDE, "quiet")
            name = QLabel(texts.cell_name(cell))
            self._marks[cell] = (covered, open_, name)
            for mark in (covered, open_):
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, row, 1)
        grid.setColumnStretch(1, 1)
        self.show_coverage(Coverage())

    def show_coverage(self, coverage: Coverage) -> None:
        """Check off the cells that are not missing."""
        missing, askable = coverage.missing_cells(), coverage.askable_cells
        for cell, (covered, open_, name) in self._marks.items():
            covered.setVisible(cell in askable and cell not in missing)
            open_.setVisible(cell in missing)
            name.setVisible(cell in askable)
        words = texts.format_missing(coverage)
        self.setAccessibleDescription(
            self.tr("Missing: {cells}").format(cells=words) if words else self.tr("Everything is covered")
        )
