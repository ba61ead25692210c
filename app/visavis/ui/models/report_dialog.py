"""The report of a model's test: figures, people, confusion matrix, and mistakes as pictures."""

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
from visavis.people.names import shown_name
from visavis.recognition.report import SearchResult, nearest_pair, nearest_stranger
from visavis.scoring.confidence import Proportion
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import FigureChange
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.counts import person_count
from visavis.ui.text.language import format_measured, isolate
from visavis.ui.threads import Worker
from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import fit_to_screen
from visavis.ui.widgets.images import as_pixmap, portrait

#: Size of the dialog, in device-independent pixels.
_WIDTH = 820
_HEIGHT = 620
#: Side of the picture of a mistake, in device-independent pixels.
_PICTURE = 112
#: Maximum width of a cell of the matrix, in device-independent pixels.
_MAX_CELL = 96
#: Minimum width of a cell of the matrix.
_MIN_CELL = 60
#: Width that the cells of the matrix share.
_MATRIX = 580
#: Maximum number of mistakes shown.
_MAX_MISTAKES = 60
#: With more people, the matrix shows only those with mistakes.
_MAX_PEOPLE = 25


class ReportDialog(QDialog):
    """Shows a `ModelReport`. Pictures are read on the disk worker."""

    def __init__(
        self,
        report: ModelReport,
        strangers: StrangerRate,
        changes: Sequence[FigureChange],
        disk_worker: Worker,
        parent: QWidget | None = None,
    ) -> None:
        """`strangers` is the share who are named; `changes` are the differences from the model compared with."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report: {model}").format(model=report.model))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._report = report
        self._disk_worker = disk_worker
        self._open = True
        self.finished.connect(self._close)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.figures = self._figures(strangers, changes)
        self.people = _table(self.tr("People, weakest first"), self._people())
        self.people.setProperty("kind", "rows")
        self.people.setShowGrid(False)
        self.people.verticalHeader().hide()
        self.matrix = _table(self.tr("Who was mistaken for whom"), self._matrix())
        self.matrix.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.matrix.model().columnCount()
        self.matrix.horizontalHeader().setDefaultSectionSize(min(_MAX_CELL, max(_MATRIX // columns, _MIN_CELL)))
        self.matrix.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.mistakes = self._mistakes()
        for page, title in (
            (self.figures, self.tr("&Figures")),
            (self.people, self.tr("&People")),
            (self.matrix, self.tr("&Confusions")),
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

    def _figures(self, strangers: StrangerRate, changes: Sequence[FigureChange]) -> QLabel:
        report = self._report
        lines = [
            _format_rate(
                self.tr("{count} of {of} pictures of enrolled people were not given their name ({low} to {high})."),
                report.fnir,
            ),
            translate_message(strangers.description),
            self.tr("Gallery: {people}. The minimum score for a name is {score}.").format(
                people=person_count(report.gallery), score=format_measured(report.threshold)
            ),
        ]
        lines += self._nearest()
        if changes:
            lines += ["", self.tr("Compared with the previous model:"), *(change.text for change in changes)]
        suspects = {name: paths for name, paths in report.suspects.items() if paths}
        if suspects:
            lines += ["", self.tr("Pictures that may show another person:")]
            lines += [f"{name}: {', '.join(Path(path).name for path in paths)}" for name, paths in suspects.items()]
        if report.same_person:
            pair = self.tr("{name} and {other}")
            lines += ["", self.tr("People who look like the same person:")]
            lines += [pair.format(name=isolate(one), other=isolate(other)) for one, other in report.same_person]
        label = QLabel("\n".join(lines), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setObjectName("card")
        label.setMargin(18)
        return label

    def _nearest(self) -> list[str]:
        """The two worst cases: the stranger and the two people who came nearest."""
        lines = []
        stranger, pair = nearest_stranger(self._report.searches), nearest_pair(self._report.searches)
        if stranger is not None and stranger.match is not None and stranger.match.best is not None:
            picture = stranger.picture
            text = self.tr("The stranger who came nearest: {picture} resembles {name}, with a score of {score}.")
            shown = f"{picture.parent.name}/{picture.name}" if picture else self.tr("a picture")
            score = format_measured(stranger.match.score)
            lines.append(text.format(picture=isolate(shown), name=isolate(stranger.match.best), score=score))
        if pair is not None:
            text = self.tr(
                "The two people who came nearest: a picture of {truth} resembles {name}, with a score of {score}."
            )
            lines.append(text.format(truth=isolate(pair[0]), name=isolate(pair[1]), score=format_measured(pair[2])))
        return lines

    def _people(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([self.tr("Person"), self.tr("Pictures searched"), self.tr("Recognized")])
        searches_by_name: dict[str, list[SearchResult]] = {}
        for search in self._report.probes:
            searches_by_name.setdefault(str(search.truth), []).append(search)
        for name, searches in sorted(searches_by_name.items(), key=lambda item: (-_missed_share(item[1]), item[0])):
            items = [name, str(len(searches)), format_measured(1 - _missed_share(searches))]
            model.appendRow([QStandardItem(text) for text in items])
        return model

    def _matrix(self) -> QStandardItemModel:
        names, counts = self._report.confusion_matrix()
        rows = list(range(len(names)))
        if len(names) > _MAX_PEOPLE:
            wrong = counts.copy()
            wrong[rows, rows] = 0
            rows = [row for row in rows if wrong[row].any() or wrong[:, row].any()][:_MAX_PEOPLE]
        columns = [*rows, len(names)]
        model = QStandardItemModel(self)
        unknown = self.tr("Unknown")
        names = [shown_name(name, unknown) for name in names]
        model.setHorizontalHeaderLabels([*(names[row] for row in rows), unknown])
        model.setVerticalHeaderLabels([names[row] for row in rows])
        for x, row in enumerate(rows):
            model.horizontalHeaderItem(x).setToolTip(isolate(names[row]))
        for y, row in enumerate(rows):
            total = max(int(counts[row].sum()), 1)
            for x, column in enumerate(columns):
                count = int(counts[row, column])
                item = QStandardItem(str(count) if count else "")
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setData(_shade(count / total, right=row == column), Qt.ItemDataRole.BackgroundRole)
                answer = names[column] if column < len(names) else unknown
                text = self.tr("{truth}, answered {answer}: {count}").format(
                    truth=isolate(names[row]), answer=isolate(answer), count=count
                )
                item.setToolTip(text)
                item.setData(text, Qt.ItemDataRole.AccessibleTextRole)
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
        pictures.setSelectionMode(QListWidget.SelectionMode.NoSelection)  # no action applies to one
        for number, search in enumerate(self._report.mistakes[:_MAX_MISTAKES]):
            item = QListWidgetItem(self._caption(search))
            item.setSizeHint(pictures.gridSize())
            pictures.addItem(item)
            if search.picture is not None:
                self._disk_worker.submit(
                    partial(portrait, search.picture), partial(self._show_picture, number), lambda _: None
                )
        pictures.setCurrentRow(0)
        if not pictures.count():
            item = QListWidgetItem(self.tr("There were none."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            pictures.setViewMode(QListWidget.ViewMode.ListMode)
            pictures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            pictures.addItem(item)
        return pictures

    def _show_picture(self, number: int, image: Image) -> None:
        if self._open:
            self.mistakes.item(number).setIcon(QIcon(as_pixmap(image, rounding=0.08)))

    def _close(self) -> None:
        self._open = False

    def _caption(self, search: SearchResult) -> str:
        if search.truth is None:
            return self.tr("Stranger, mistaken for {answer}").format(answer=search.name)
        if search.name is None:
            return self.tr("{truth}, missed").format(truth=isolate(search.truth))
        return self.tr("{truth}, mistaken for {answer}").format(
            truth=isolate(search.truth), answer=isolate(search.name)
        )


def _table(name: str, model: QStandardItemModel) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _format_rate(text: str, rate: Proportion) -> str:
    low, high = rate.interval or (0.0, 1.0)
    return text.format(count=rate.count, of=rate.searches, low=format_measured(low), high=format_measured(high))


def _missed_share(searches: Sequence[SearchResult]) -> float:
    return sum(search.is_missed for search in searches) / len(searches)


def _shade(share: float, *, right: bool) -> QColor:
    """Background of a cell: the larger the share, the stronger. The number in the cell repeats it."""
    color = QColor(theme.current().accent if right else theme.current().danger)
    color.setAlphaF(0.55 * share)
    return color
