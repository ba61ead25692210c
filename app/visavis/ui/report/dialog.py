"""The report of a model's test: an overview, the mistakes as pictures, people, the confusion matrix, and details."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from visavis.ui.models.report import ModelReport
from visavis.ui.report.context import ReportContext
from visavis.ui.report.details import detail_lines
from visavis.ui.report.export import ReportFormat
from visavis.ui.report.mistakes import MistakeList
from visavis.ui.report.overview import ReportOverview
from visavis.ui.report.tables import MatrixView, people_table
from visavis.ui.threads import Worker
from visavis.ui.widgets.dialog import fit_to_screen
from visavis.ui.widgets.layout import ScrollArea

#: Size of the dialog, in device-independent pixels.
_WIDTH = 820
_HEIGHT = 620


class ReportDialog(QDialog):
    """Shows a `ModelReport`. Signals ask for what leads out of it."""

    capture = Signal(str)  #: more pictures of a person, by the name now
    person = Signal(str)  #: the page of a person
    export = Signal(ReportFormat)

    def __init__(
        self, report: ModelReport, context: ReportContext, disk_worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.report, self.context = report, context
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.overview = ReportOverview(report, context)
        self.mistakes = MistakeList(report, context.names, disk_worker)
        self.people = people_table(report)
        self.matrix = MatrixView(report)
        self.details = self._create_details()
        for page, title in (
            (self.overview, self.tr("&Overview")),
            (self.mistakes, self.tr("&Mistakes")),
            (self.people, self.tr("&People")),
            (self.matrix, self.tr("&Confusions")),
            (ScrollArea(self.details), self.tr("&Details")),
        ):
            self.pages.addTab(page, title)
        self.people.activated.connect(self._open_person)
        self.matrix.activated.connect(self._show_confusion)
        self.matrix.clicked.connect(self._show_confusion)
        for part in (self.overview, self.mistakes):
            part.capture.connect(self._capture)
            part.person.connect(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._create_buttons())

    def _create_buttons(self) -> QHBoxLayout:
        self.export_button = QPushButton(self.tr("Export"))
        self.export_button.setAutoDefault(False)
        menu = QMenu(self.export_button)
        for kind, text in (
            (ReportFormat.PDF, self.tr("&PDF …")),
            (ReportFormat.HTML, self.tr("&Web page …")),
            (ReportFormat.JSON, self.tr("&Data (JSON) …")),
        ):
            menu.addAction(text).triggered.connect(lambda _, kind=kind: self.export.emit(kind))
        self.export_button.setMenu(menu)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.export_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _create_details(self) -> QLabel:
        text = "\n".join(detail_lines(self.report, self.context))
        label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setMargin(12)
        return label

    def _open_person(self, index: QModelIndex) -> None:
        name = self.context.names.get(index.siblingAtColumn(0).data())
        if name is not None:
            self._leave(name)

    def _show_confusion(self, index: QModelIndex) -> None:
        """Show the first mistake that a cell of the matrix counts."""
        if self.mistakes.select_confusion(index):
            self.pages.setCurrentWidget(self.mistakes)
            self.mistakes.setFocus()

    def _capture(self, name: str) -> None:
        self.accept()
        self.capture.emit(name)

    def _leave(self, name: str) -> None:
        self.accept()
        self.person.emit(name)
