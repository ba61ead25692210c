"""An import into the people store on a thread of its own, with its progress."""

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.imaging.geometry import FaceFinder
from visavis.people.import_plan import ImportPlan
from visavis.people.importer import Importer
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.storage.paths import DataFolders
from visavis.ui.imports.import_bar import ImportProgress
from visavis.ui.threads import Worker


class ImportJob(QObject):
    """Runs one import at a time, with a detector of its own so that live labeling continues."""

    changed = Signal(ImportProgress)
    finished = Signal(ImportProgress)
    failed = Signal(VisavisError)  #: pictures imported before the error stay

    _progressed = Signal(ImportProgress)  # from the worker's thread

    def __init__(
        self, folders: DataFolders, create_detector: Callable[[], FaceFinder], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._create_detector = create_detector
        self._stop = threading.Event()
        self._worker = Worker(self, cancel=self.stop)
        self.running = False
        self._progressed.connect(self.changed)

    def start(self, plan: ImportPlan) -> None:
        """Begin an import, unless one is running."""
        if self.running:
            return
        self.running = True
        self._stop.clear()
        self.changed.emit(ImportProgress(len(plan.pictures)))
        self._worker.submit(lambda: self._run(plan), self._finish, self._fail)

    def stop(self) -> None:
        """End after the current picture."""
        self._stop.set()

    def _run(self, plan: ImportPlan) -> ImportProgress:
        """Runs on the worker's thread."""
        progress = ImportProgress(len(plan.pictures))
        for outcome in self._importer()(plan):
            progress = replace(progress, count=progress.count.plus(outcome), name=outcome.name)
            self._progressed.emit(progress)
            if self._stop.is_set() and progress.done < progress.total:
                return replace(progress, stopped=True)
        return progress

    def _importer(self) -> Importer:
        folders = self._folders
        return Importer(
            PeopleStore(folders.people),
            Trash(folders.trash, folders.people),
            RejectionStore(folders.strangers),
            self._create_detector(),
        )

    def _finish(self, progress: ImportProgress) -> None:
        self.running = False
        self.finished.emit(progress)

    def _fail(self, error: VisavisError) -> None:
        self.running = False
        self.failed.emit(error)
