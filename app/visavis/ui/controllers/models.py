"""What can be done with models in the window: opens the dialog, does the work on the disk, tells what came of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visavis.errors import ModelError, VisavisError
from visavis.models.store import ModelStore
from visavis.storage.paths import DataFolders
from visavis.ui.models import rows
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.models.report import ModelReport
from visavis.ui.models.report_dialog import ReportDialog
from visavis.ui.models.rows import FigureChange, ModelRow
from visavis.ui.threads import Worker


class ModelsController(QObject):
    """Lists, uses, rolls back and removes models."""

    changed = Signal()  #: another model is in use
    failed = Signal(VisavisError)
    compare = Signal(str)  #: a model to be shown beside the one in use; "" for none

    def __init__(self, folders: DataFolders, disk: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = ModelStore(folders.models)
        self._disk = disk
        self._dialog: ModelsDialog | None = None
        self._compared = ""

    def open(self, parent: QWidget) -> ModelsDialog:
        """Open the dialog."""
        dialog = self._dialog = ModelsDialog(parent)
        dialog.use.connect(lambda model_id: self._do(partial(self._store.use, model_id)))
        dialog.go_back.connect(lambda: self._do(self._store.rollback))
        dialog.remove.connect(lambda model_id: self._do(partial(self._store.remove, model_id), changes=False))
        dialog.compare.connect(self._compare)
        dialog.show_compared(self._compared)
        dialog.report.connect(lambda model_id: self.open_report(model_id, dialog))
        dialog.finished.connect(self._forget)
        dialog.open()
        self.refresh()
        return dialog

    def open_report(self, model_id: str, parent: QWidget) -> None:
        """Open the report of a model's training."""

        def read() -> tuple[ModelReport, Sequence[FigureChange]]:
            entries = rows.read(self._store)
            entry = next((entry for entry in entries if entry.id == model_id), None)
            other = rows.rival(entries, model_id)
            changes = rows.changes(entry, other) if entry and other else ()
            return ModelReport.read(self._store, model_id), changes

        self._disk.submit(read, lambda found: ReportDialog(*found, self._disk, parent).open(), self.failed.emit)

    def open_current_report(self, parent: QWidget) -> None:
        """Open the report of the model in use."""
        model_id = self._store.current_id()
        if model_id is None:
            self.failed.emit(ModelError("No model is in use yet, so there is no report.", hint="Train one first."))
        else:
            self.open_report(model_id, parent)

    def refresh(self) -> None:
        """Read the models anew, where they are shown."""
        if self._dialog is not None:
            self._disk.submit(partial(rows.read, self._store), self._show, self.failed.emit)

    def _compare(self, model_id: str) -> None:
        self._compared = model_id
        if self._dialog is not None:
            self._dialog.show_compared(model_id)
        self.compare.emit(model_id)

    def _do(self, work: Callable[[], object], *, changes: bool = True) -> None:
        def done(_: object) -> None:
            self.refresh()
            if changes:
                self.changed.emit()

        self._disk.submit(work, done, self.failed.emit)

    def _show(self, entries: Sequence[ModelRow]) -> None:
        if self._dialog is not None:
            self._dialog.show_entries(entries)

    def _forget(self) -> None:
        self._dialog = None
