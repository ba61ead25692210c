"""The report of a model's test in the window: figures, people, who was taken for whom, and mistakes as pictures."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.imaging.image import Image
from visavis.recognition.report import SearchResult
from visavis.scoring.confidence import Proportion
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.text.language import isolated, measured
from visavis.ui.threads import Worker
from visavis.ui.widgets import theme
from visavis.ui.widgets.images import as_pixmap, portrait

_WIDTH, _HEIGHT = 820, 620
_PICTURE = 112
#: Width of a cell of the matrix, of one among many, and of all together where they fit, in device-independent pixels.
_CELL, _LEAST_CELL, _CELLS = 96, 60, 580
#: So many mistakes are shown; more would be looked at by nobody.
_MOST_MISTAKES = 60
#: A matrix of more people than this shows only those whom mistakes concern.
_MOST_PEOPLE = 25


class ReportDialog(QDialog):
    """Shows `ModelReport`. Pictures are read off the GUI thread."""

    def __init__(
        self, findings: ModelReport, changes: Sequence[FigureChange], disk: Worker, parent: QWidget | None = None
    ) -> None:
        """`changes`: what differs from the model that was in use before."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report: {model}").format(model=findings.model))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self._findings = findings
        self._disk = disk
        self._open = True
        self.finished.connect(self._close)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.figures = self._figures(changes)
        self.people = _table(self.tr("People, weakest first"), self._people())
        self.people.setProperty("kind", "rows")
        self.people.setShowGrid(False)
        self.people.verticalHeader().hide()
        self.matrix = _table(self.tr("Who was taken for whom"), self._matrix())
        self.matrix.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.matrix.model().columnCount()
        self.matrix.horizontalHeader().setDefaultSectionSize(min(_CELL, max(_CELLS // columns, _LEAST_CELL)))
        self.matrix.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.mistakes = self._mistakes()
        for page, title in (
            (self.figures, self.tr("&Figures")),
            (self.people, self.tr("&People")),
            (self.matrix, self.tr("&Who for whom")),
            (self.mistakes, self.tr("&Mistakes")),
        ):
            self.pages.addTab(page, title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.pages, 1)
        layout.addWidget(buttons)

    # The pages

    def _figures(self, changes: Sequence[FigureChange]) -> QLabel:
        findings = self._findings
        lines = [
            _counted(
                self.tr("{count} of {of} pictures of enrolled people were not given their name ({low} to {high})."),
                findings.fnir,
            ),
            _counted(
                self.tr("{count} of {of} searches for strangers were given a name ({low} to {high})."), findings.fpir
            ),
            self.tr("Gallery: {people}. The least score that gets a name is {score}.").format(
                people=findings.gallery, score=measured(findings.threshold)
            ),
        ]
        if changes:
            lines += ["", self.tr("Beside the model that was in use:"), *(change.text for change in changes)]
        suspects = {name: paths for name, paths in findings.suspects.items() if paths}
        if suspects:
            lines += ["", self.tr("Pictures that may show someone else:")]
            lines += [f"{name}: {', '.join(Path(path).name for path in paths)}" for name, paths in suspects.items()]
        label = QLabel("\n".join(lines), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setObjectName("card")
        label.setMargin(18)
        return label

    def _people(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([self.tr("Person"), self.tr("Pictures searched"), self.tr("Named rightly")])
        own: dict[str, list[SearchResult]] = {}
        for search in self._findings.probes:
            own.setdefault(str(search.truth), []).append(search)
        for name, searches in sorted(own.items(), key=lambda item: (-_missed(item[1]), item[0])):
            items = [name, str(len(searches)), measured(1 - _missed(searches))]
            model.appendRow([QStandardItem(text) for text in items])
        return model

    def _matrix(self) -> QStandardItemModel:
        names, counts = self._findings.matrix()
        rows = list(range(len(names)))
        if len(names) > _MOST_PEOPLE:
            wrong = counts.copy()
            wrong[rows, rows] = 0
            rows = [row for row in rows if wrong[row].any() or wrong[:, row].any()][:_MOST_PEOPLE]
        columns = [*rows, len(names)]
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([*(names[row] for row in rows), self.tr("Unknown")])
        model.setVerticalHeaderLabels([names[row] for row in rows])
        for x, row in enumerate(rows):
            model.horizontalHeaderItem(x).setToolTip(names[row])
        for y, row in enumerate(rows):
            total = max(int(counts[row].sum()), 1)
            for x, column in enumerate(columns):
                count = int(counts[row, column])
                item = QStandardItem(str(count) if count else "")
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setData(_shade(count / total, right=row == column), Qt.ItemDataRole.BackgroundRole)
                answer = names[column] if column < len(names) else self.tr("Unknown")
                said = self.tr("{truth}, answered {answer}: {count}").format(
                    truth=isolated(names[row]), answer=isolated(answer), count=count
                )
                item.setToolTip(said)
                item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
                model.setItem(y, x, item)
        return model

    def _mistakes(self) -> QListWidget:
        pictures = QListWidget()
        pictures.setAccessibleName(self.tr("Mistakes"))
        pictures.setViewMode(QListWidget.ViewMode.IconMode)
        pictures.setResizeMode(QListWidget.ResizeMode.Adjust)
        pictures.setMovement(QListWidget.Movement.Static)
        pictures.setIconSize(QSize(_PICTURE, _PICTURE))
        pictures.setGridSize(QSize(_PICTURE + 44, _PICTURE + 62))
        pictures.setWordWrap(True)
        pictures.setUniformItemSizes(True)
        pictures.setProperty("kind", "pictures")
        pictures.setSelectionMode(QListWidget.SelectionMode.NoSelection)  # there is nothing to do with one
        for number, search in enumerate(self._findings.mistakes[:_MOST_MISTAKES]):
            item = QListWidgetItem(self._said(search))
            item.setSizeHint(pictures.gridSize())
            pictures.addItem(item)
            if search.picture is not None:
                self._disk.submit(partial(portrait, search.picture), partial(self._arrived, number), lambda _: None)
        pictures.setCurrentRow(0)
        if not pictures.count():
            item = QListWidgetItem(self.tr("There were none."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            pictures.setViewMode(QListWidget.ViewMode.ListMode)
            pictures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            pictures.addItem(item)
        return pictures

    def _arrived(self, number: int, image: Image) -> None:
        if self._open:
            self.mistakes.item(number).setIcon(QIcon(as_pixmap(image, rounding=0.08)))

    def _close(self) -> None:
        self._open = False

    def _said(self, search: SearchResult) -> str:
        if search.truth is None:
            return self.tr("A stranger, taken for {answer}").format(answer=search.name)
        if search.name is None:
            return self.tr("{truth}, missed").format(truth=isolated(search.truth))
        return self.tr("{truth}, taken for {answer}").format(truth=isolated(search.truth), answer=isolated(search.name))


def _table(name: str, model: QStandardItemModel) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _counted(text: str, rate: Proportion) -> str:
    low, high = rate.interval or (0.0, 1.0)
    return text.format(count=rate.count, of=rate.searches, low=measured(low), high=measured(high))


def _missed(searches: Sequence[SearchResult]) -> float:
    return sum(search.missed for search in searches) / len(searches)


def _shade(share: float, *, right: bool) -> QColor:
    """The ground of a cell: the more, the stronger; the number in it says the same."""
    color = QColor(theme.current().accent if right else theme.current().danger)
    color.setAlphaF(0.55 * share)
    return color
