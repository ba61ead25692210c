"""The models of the window: opens their dialogs and does on the disk worker what is chosen there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.scoring.stranger_rates import StrangerRate
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.naming_policy import NamingPolicy
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.models.report import ModelReport
from visavis.ui.models.report_dialog import ReportDialog
from visavis.ui.models.rows import FigureChange, ModelRow, figure_changes, load_rows, reference_model
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


class ModelsController(QObject):
    """Lists, uses, rolls back, removes and compares models."""

    changed = Signal()  #: another model is in use

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
        self._disk_worker = disk_worker
        self._live = live
        self._naming = naming
        self._banner = banner
        self._dialog: ModelsDialog | None = None

    def open(self) -> None:
        """Open the dialog of models."""
        dialog = self._dialog = ModelsDialog(self._banner.window())
        dialog.use.connect(lambda model_id: self._do(partial(self._store.use, model_id)))
        dialog.go_back.connect(lambda: self._do(self._store.rollback))
        dialog.remove.connect(lambda model_id: self._do(partial(self._store.remove, model_id), changes=False))
        dialog.compare.connect(self._live.compare)
        dialog.report.connect(lambda model_id: self._open_report(model_id, dialog))
        dialog.finished.connect(self._release_dialog)
        self._live.compared_changed.connect(dialog.show_compared)
        dialog.show_compared(self._live.compared)
        dialog.open()
        self.refresh()

    def open_current_report(self) -> None:
        """Open the report of the model in use."""
        try:
            model_id = self._store.current_id()
        except ModelError as error:
            self._fail(error)
            return
        if model_id is None:
            self._fail(ModelError("No model is in use yet, so there is no report.", hint="Train one first."))
        else:
            self._open_report(model_id, self._banner.window())

    def refresh(self) -> None:
        """Read the models again if the dialog is open."""
        if self._dialog is not None:
            self._disk_worker.submit(partial(load_rows, self._store), self._show, self._fail)

    def _open_report(self, model_id: str, parent: QWidget) -> None:
        def read() -> tuple[ModelReport, StrangerRate, Sequence[FigureChange]]:
            rows = load_rows(self._store)
            row = next((row for row in rows if row.id == model_id), None)
            reference = reference_model(rows, model_id)
            changes = figure_changes(row, reference) if row and reference else ()
            return ModelReport.read(self._store, model_id), self._naming.stranger_rate_of(model_id), changes

        def show(loaded: tuple[ModelReport, StrangerRate, Sequence[FigureChange]]) -> None:
            ReportDialog(*loaded, self._disk_worker, parent).open()

        self._disk_worker.submit(read, show, self._fail)

    def _do(self, work: Callable[[], object], *, changes: bool = True) -> None:
        def report(_: object) -> None:
            self.refresh()
            if changes:
                self.changed.emit()

        self._disk_worker.submit(work, report, self._fail)

    def _show(self, rows: Sequence[ModelRow]) -> None:
        if self._dialog is not None:
            self._dialog.show_rows(rows)

    def _fail(self, error: VisavisError) -> None:
        self._banner.tell(Notice.of(error, "models"))

    def _release_dialog(self) -> None:
        self._dialog = None
