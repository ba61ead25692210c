"""The tables of a report: its people, and the confusion matrix."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from visavis.people.names import shown_name
from visavis.ui.models.report import ModelReport
from visavis.ui.report.tiles import format_share
from visavis.ui.text.language import person_name, translate
from visavis.ui.widgets import theme

_CONTEXT = "ReportDialog"
#: Minimum width of a column of the matrix, in device-independent pixels.
_MIN_CELL = 60
#: With more people, the matrix shows only those with mistakes.
_MAX_PEOPLE = 25
#: Role of a cell of the matrix that has its truth and its answer.
CONFUSION_ROLE = Qt.ItemDataRole.UserRole + 1


def people_table(report: ModelReport) -> QTableView:
    """The people, the weakest first."""
    table = QTableView()
    set_up(table, translate(_CONTEXT, "People, weakest first"), _people_model(report, None))
    table.setProperty("kind", "rows")
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setStretchLastSection(True)
    table.verticalHeader().hide()
    return table


class MatrixView(QTableView):
    """The confusion matrix. Its columns are as wide as their names; the widest become narrower if there is no room.

    Parameters
    ----------
    name : str
        What screen readers call it, if it is not of people.
    """

    def __init__(self, report: ModelReport, name: str = "") -> None:
        super().__init__()
        set_up(self, name or translate(_CONTEXT, "Who was mistaken for whom"), _matrix_model(report, None))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(_MIN_CELL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.horizontalHeader()
        wanted = [max(self.sizeHintForColumn(each), header.sectionSizeHint(each)) for each in range(header.count())]
        for column, width in enumerate(share_width(wanted, self.viewport().width())):
            header.resizeSection(column, width)


def share_width(wanted: Sequence[int], room: int) -> list[int]:
    """Widths of columns that want some, in device-independent pixels.

    If there is less room, the wider ones are cut to one maximum, but not below `_MIN_CELL`.
    """
    limit, left = 0, room
    for place, width in enumerate(sorted(wanted)):
        limit = left // (len(wanted) - place)
        if width >= limit:
            break
        left -= width
    else:
        limit = max(wanted, default=0)
    return [max(min(width, limit), _MIN_CELL) for width in wanted]


def _people_model(report: ModelReport, parent: QObject | None) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    heads = (
        translate(_CONTEXT, "Person"),
        translate(_CONTEXT, "Pictures searched"),
        translate(_CONTEXT, "Recognized"),
    )
    model.setHorizontalHeaderLabels(heads)
    for person in report.people:
        texts = (person.name, str(person.recognized.searches), format_share(person.recognized))
        model.appendRow([QStandardItem(text) for text in texts])
    return model


def _matrix_model(report: ModelReport, parent: QObject | None) -> QStandardItemModel:
    names, counts = report.confusion_matrix()
    rows = list(range(len(names)))
    if len(names) > _MAX_PEOPLE:
        wrong = counts.copy()
        wrong[rows, rows] = 0
        rows = [row for row in rows if wrong[row].any() or wrong[:, row].any()][:_MAX_PEOPLE]
    columns = [*rows, len(names)]
    model = QStandardItemModel(parent)
    unknown = translate(_CONTEXT, "Unknown")
    texts = [shown_name(name, unknown) for name in names]
    model.setHorizontalHeaderLabels([*(texts[row] for row in rows), unknown])
    model.setVerticalHeaderLabels([texts[row] for row in rows])
    for x, row in enumerate(rows):
        model.horizontalHeaderItem(x).setToolTip(person_name(texts[row]))
    for y, row in enumerate(rows):
        total = max(int(counts[row].sum()), 1)
        for x, column in enumerate(columns):
            count = int(counts[row, column])
            item = QStandardItem(str(count) if count else "")
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setData(_shade(count / total, right=row == column), Qt.ItemDataRole.BackgroundRole)
            answer = texts[column] if column < len(names) else unknown
            text = translate(_CONTEXT, "{truth}, answered {answer}: {count}").format(
                truth=person_name(texts[row]), answer=person_name(answer), count=count
            )
            item.setToolTip(text)
            item.setData(text, Qt.ItemDataRole.AccessibleTextRole)
            item.setData((names[row], names[column] if column < len(names) else None), CONFUSION_ROLE)
            model.setItem(y, x, item)
    return model


def set_up(table: QTableView, name: str, model: QStandardItemModel) -> None:
    """Let a table show a model that cannot be edited; `name` is for screen readers."""
    model.setParent(table)
    table.setAccessibleName(name)
    table.setModel(model)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _shade(share: float, *, right: bool) -> QColor:
    """Background of a cell: the larger the share, the stronger. The number in the cell repeats it."""
    color = QColor(theme.current().accent if right else theme.current().danger)
    color.setAlphaF(0.55 * share)
    return color
