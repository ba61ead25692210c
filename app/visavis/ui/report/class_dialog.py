"""The report of a model of whole pictures: curves, classes, mistakes as pictures, and the confusion matrix."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.messages import from_record
from visavis.ui.models.epoch_chart import EpochChart
from visavis.ui.models.report import ModelReport
from visavis.ui.report.mistakes import MistakeList
from visavis.ui.report.tables import MatrixView, set_up
from visavis.ui.report.tiles import format_share
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import format_measured, isolate, translate
from visavis.ui.threads import Worker
from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import fit_to_screen
from visavis.ui.widgets.layout import ScrollArea

#: Size of the dialog, in device-independent pixels.
_WIDTH = 820
_HEIGHT = 620


class ClassReportDialog(QDialog):
    """Shows the `ModelReport` of a model of whole pictures. Signals ask for what leads out of it."""

    page = Signal()  #: the same as a web page
    classify = Signal()  #: let the model say what the picture shows

    def __init__(self, report: ModelReport, disk_worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.report = report
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.curves = [EpochChart(), EpochChart("loss")] if report.epochs else []
        self.overview = self._create_overview()
        self.classes = _class_table(report)
        self.mistakes = MistakeList(report, {}, disk_worker)
        self.matrix = MatrixView(report, self.tr("Which class was mistaken for which"))
        for page, title in (
            (ScrollArea(self.overview), self.tr("&Overview")),
            (self.mistakes, self.tr("&Mistakes")),
            (self.classes, self.tr("C&lasses")),
            (self.matrix, self.tr("&Confusions")),
        ):
            self.pages.addTab(page, title)
        self.matrix.activated.connect(self._show_confusion)
        self.matrix.clicked.connect(self._show_confusion)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._create_buttons())

    def _create_buttons(self) -> QHBoxLayout:
        self.page_button = QPushButton(self.tr("&Web page"))
        self.page_button.setToolTip(self.tr("Shows the report in the browser, from where it can be printed and saved"))
        self.page_button.setAccessibleDescription(self.page_button.toolTip())
        self.page_button.clicked.connect(self.page)
        self.try_button = QPushButton(self.tr("&Try it"))
        self.try_button.setToolTip(self.tr("Says what the picture shows, without looking for faces"))
        self.try_button.setAccessibleDescription(self.try_button.toolTip())
        self.try_button.clicked.connect(self._try)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.page_button)
        row.addStretch(1)
        row.addWidget(self.try_button)
        row.addWidget(self.close_button)
        for button in (self.page_button, self.try_button):
            button.setAutoDefault(False)
        return row

    def _create_overview(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2, 12, 8, 8)
        layout.setSpacing(14)
        self.headline = _label(headline(self.report))
        self.headline.setFont(theme.bold_font(self.font(), 1.2))
        layout.addWidget(self.headline)
        about = self.tr("Model {model}. A picture is unknown below a score of {score}.")
        layout.addWidget(_quiet(about.format(model=self.report.model, score=format_measured(self.report.threshold))))
        metrics = self.report.figures.get("metrics")
        if isinstance(metrics, dict) and (measured := translate_message(from_record(metrics, "measured_on"))):
            layout.addWidget(_quiet(measured))
        titles = (self.tr("How it learned"), self.tr("How far its answers were from the right ones (loss)"))
        for curve, title in zip(self.curves, titles, strict=False):
            curve.show_epochs(self.report.epochs, len(self.report.epochs))
            card = QFrame()
            card.setObjectName("card")
            inner = QVBoxLayout(card)
            inner.setContentsMargins(16, 12, 16, 12)
            name = _label(title)
            name.setFont(theme.bold_font(self.font(), 1.1))
            inner.addWidget(name)
            inner.addWidget(curve)
            layout.addWidget(card)
        layout.addStretch(1)
        return page

    def _show_confusion(self, index: QModelIndex) -> None:
        """Show the first mistake that a cell of the matrix counts."""
        if self.mistakes.select_confusion(index):
            self.pages.setCurrentWidget(self.mistakes)
            self.mistakes.setFocus()

    def _try(self) -> None:
        self.accept()
        self.classify.emit()


def headline(report: ModelReport) -> str:
    """The result in a sentence."""
    right = report.recognized
    if not right.searches:
        return translate("ClassReportDialog", "There were too few pictures for a test.")
    text = translate("ClassReportDialog", "{count} of {of} test pictures got the right class.")
    return text.format(count=right.count, of=right.searches)


def _class_table(report: ModelReport) -> QTableView:
    """The classes, the weakest first."""
    table, model = QTableView(), QStandardItemModel()
    model.setHorizontalHeaderLabels(
        [
            translate("ClassReportDialog", "Class"),
            translate("ClassReportDialog", "Test pictures"),
            translate("ClassReportDialog", "Given the class"),
        ]
    )
    for own in report.people:
        texts = (isolate(own.name), str(own.recognized.searches), format_share(own.recognized))
        model.appendRow([QStandardItem(text) for text in texts])
    set_up(table, translate("ClassReportDialog", "Classes, weakest first"), model)
    table.setProperty("kind", "rows")
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setStretchLastSection(True)
    table.verticalHeader().hide()
    return table


def _label(text: str) -> QLabel:
    return QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)


def _quiet(text: str) -> QLabel:
    label = _label(text)
    label.setProperty("kind", "quiet")
    return label
