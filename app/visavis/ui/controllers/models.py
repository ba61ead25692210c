"""The models of the window: opens their dialogs and does on the disk worker what is chosen there."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.naming_policy import NamingPolicy
from visavis.ui.file_dialog import StartFolder, ask_save
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.models.report import ModelReport
from visavis.ui.models.rows import ModelRow, load_rows
from visavis.ui.report.class_dialog import ClassReportDialog
from visavis.ui.report.context import ReportContext, load_context
from visavis.ui.report.dialog import ReportDialog
from visavis.ui.report.export import ReportFormat, write_report
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


class ModelsController(QObject):
    """Lists, uses, rolls back, removes and compares models."""

    changed = Signal()  #: another model is in use
    capture = Signal(str)  #: more pictures of a person, by name
    person = Signal(str)  #: the page of a person
    classify = Signal(str)  #: a model of whole pictures that is to say what the picture shows, by ID
    page_wanted = Signal(str)  #: the report of a model of whole pictures as a web page, by ID
    removed = Signal()

    def __init__(
        self,
        folders: DataFolders,
        disk_worker: Worker,
        live: LiveController,
        naming: NamingPolicy,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store = ModelStore(folders.models)
        self._people = PeopleStore(folders.people)
        self._disk_worker = disk_worker
        self._live = live
        self._naming = naming
        self._banner = banner
        self._dialog: ModelsDialog | None = None
        self._classified = ""  # ID of the model that says what the picture shows; "" for none

    def open(self) -> None:
        """Open the dialog of models."""
        dialog = self._dialog = ModelsDialog(self._banner.window())
        dialog.use.connect(lambda model_id: self._do(partial(self._store.use, model_id)))
        dialog.go_back.connect(lambda: self._do(self._store.rollback))
        dialog.remove.connect(self._remove)
        dialog.classify.connect(self._classify)
        dialog.compare.connect(self._live.compare)
        dialog.report.connect(lambda model_id: self._open_report(model_id, dialog))
        dialog.finished.connect(self._release_dialog)
        self._live.compared_changed.connect(dialog.show_compared)
        dialog.show_compared(self._live.compared)
        dialog.show_classified(self._classified)
        dialog.open()
        self.refresh()

    def open_current_report(self) -> None:
        """Open the report of the model in use."""
        model_id = self._find_current()
        if model_id is not None:
            self._open_report(model_id, self._banner.window())

    def show_classified(self, model_id: str) -> None:
        """Show which model says what the picture shows; "" for none."""
        self._classified = model_id
        if self._dialog is not None:
            self._dialog.show_classified(model_id)

    def refresh(self) -> None:
        """Read the models again if the dialog is open."""
        if self._dialog is not None:
            self._disk_worker.submit(partial(load_rows, self._store), self._show, self._fail)

    def export_current_report(self) -> None:
        """Ask where to save the report of the model in use as PDF."""
        model_id = self._find_current()
        if model_id is not None:
            self._disk_worker.submit(
                partial(self._read_report, model_id),
                lambda loaded: self._ask_where(ReportFormat.PDF, *loaded, self._banner.window()),
                self._fail,
            )

    def _find_current(self) -> str | None:
        """The ID of the model in use; None, and a notice, if there is none."""
        try:
            model_id = self._store.current_id()
        except ModelError as error:
            self._fail(error)
            return None
        if model_id is None:
            self._fail(ModelError("No model is in use yet, so there is no report.", hint="Train one first."))
        return model_id

    def _read_report(self, model_id: str) -> tuple[ModelReport, ReportContext]:
        strangers = self._naming.stranger_rate_of(model_id)
        context = load_context(self._store, self._people, model_id, strangers)
        return ModelReport.read(self._store, model_id), context

    def open_class_report(self, model_id: str, parent: QWidget | None = None) -> None:
        """Open the report of a model of whole pictures."""
        window = parent or self._banner.window()

        def show(report: ModelReport) -> None:
            dialog = ClassReportDialog(report, self._disk_worker, window)
            dialog.classify.connect(lambda: self._classify(model_id))
            dialog.page.connect(lambda: self.page_wanted.emit(model_id))
            dialog.open()

        self._disk_worker.submit(partial(ModelReport.read, self._store, model_id), show, self._fail)

    def _open_report(self, model_id: str, parent: QWidget) -> None:
        if self._dialog is not None and self._dialog.selected is not None and self._dialog.selected.classes:
            self.open_class_report(model_id, parent)
            return

        def show(loaded: tuple[ModelReport, ReportContext]) -> None:
            dialog = ReportDialog(*loaded, self._disk_worker, parent)
            dialog.export.connect(lambda kind: self._ask_where(kind, *loaded, dialog))
            dialog.capture.connect(lambda name: self._leave(self.capture, name))
            dialog.person.connect(lambda name: self._leave(self.person, name))
            dialog.open()

        self._disk_worker.submit(partial(self._read_report, model_id), show, self._fail)

    def _classify(self, model_id: str) -> None:
        """Close the dialog, so that the picture can be seen."""
        if self._dialog is not None:
            self._dialog.accept()
        self.classify.emit(model_id)

    def _remove(self, model_id: str) -> None:
        def report(_: object) -> None:
            self.refresh()
            self.removed.emit()

        self._disk_worker.submit(partial(self._store.remove, model_id), report, self._fail)

    def _leave(self, signal: SignalInstance, name: str) -> None:
        """Close the dialog of models, and go to a person."""
        if self._dialog is not None:
            self._dialog.accept()
        signal.emit(name)

    def _ask_where(self, kind: ReportFormat, report: ModelReport, context: ReportContext, parent: QWidget) -> None:
        def export(path: Path) -> None:
            self._export(path, kind, report, context)

        title, name = self.tr("Save the report of the test"), f"{self.tr('Visavis report')}{kind.value}"
        ask_save(parent, title, StartFolder.DOCUMENTS, name, export)

    def _export(self, path: Path, kind: ReportFormat, report: ModelReport, context: ReportContext) -> None:
        def tell(_: object) -> None:
            text = self.tr("The report was saved as {path}.").format(path=path)
            hint = self.tr("It shows faces: give it only to those who may see them.")
            self._banner.tell(Notice(text, hint, about="export"))

        self._disk_worker.submit(partial(write_report, path, kind, report, context), tell, self._fail)

    def _do(self, work: Callable[[], object]) -> None:
        def report(_: object) -> None:
            self.refresh()
            self.changed.emit()

        self._disk_worker.submit(work, report, self._fail)

    def _show(self, rows: Sequence[ModelRow]) -> None:
        if self._dialog is not None:
            self._dialog.show_rows(rows)

    def _fail(self, error: VisavisError) -> None:
        self._banner.tell(Notice.of(error, "models"))

    def _release_dialog(self) -> None:
        self._dialog = None
