"""Pictures on their way into the people store, off the GUI thread: how far it is, and how it is stopped."""

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.imaging.geometry import FaceFinder
from visavis.people import importer
from visavis.people.importer import ImportPlan
from visavis.people.store import PeopleStore
from visavis.ui.people.import_bar import ImportProgress
from visavis.ui.threads import Worker


class ImportJob(QObject):
    """One import at a time. Its detector is its own, so that the picture goes on being labeled."""

    changed = Signal(ImportProgress)
    finished = Signal(ImportProgress)
    failed = Signal(VisavisError)  #: what was imported before stays

    _moved = Signal(ImportProgress)  # from the worker's thread

    def __init__(self, store: PeopleStore, detector: Callable[[], FaceFinder], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._detector = detector
        self._stop = threading.Event()
        self._worker = Worker(self, cancel=self.stop)
        self.running = False
        self._moved.connect(self.changed)

    def start(self, plan: ImportPlan) -> None:
        """Import; nothing happens while another import runs."""
        if self.running:
            return
        self.running = True
        self._stop.clear()
        self.changed.emit(ImportProgress(len(plan.pictures)))
        self._worker.submit(lambda: self._run(plan), self._end, self._fail)

    def stop(self) -> None:
        """End after the picture that is being read."""
        self._stop.set()

    def _run(self, plan: ImportPlan) -> ImportProgress:
        """On the worker's thread."""
        progress = ImportProgress(len(plan.pictures))
        for outcome in importer.run(plan, self._store, self._detector()):
            progress = replace(progress, count=progress.count.plus(outcome), name=outcome.name)
            self._moved.emit(progress)
            if self._stop.is_set() and progress.done < progress.total:
                return replace(progress, stopped=True)
        return progress

    def _end(self, progress: ImportProgress) -> None:
        self.running = False
        self.finished.emit(progress)

    def _fail(self, error: VisavisError) -> None:
        self.running = False
        self.failed.emit(error)
