"""An import into the people store on a thread of its own, with its progress."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.factory.recognizers import Guesser
from visavis.imaging.geometry import FaceFinder
from visavis.people.imports.import_outcomes import ImportOutcome
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.imports.importer import Importer, SeveralFaces
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.storage.paths import DataFolders
from visavis.ui.imports.face_choice_dialog import FaceChoice
from visavis.ui.imports.group_picture import GroupPicture
from visavis.ui.imports.import_bar import ImportProgress, MarkCount
from visavis.ui.threads import Worker


class ImportJob(QObject):
    """Runs one import at a time, with a detector of its own so that live labeling continues."""

    changed = Signal(ImportProgress)
    finished = Signal(ImportProgress)
    failed = Signal(VisavisError)  #: pictures imported before the error stay

    _progressed = Signal(ImportProgress)  # from the worker's thread

    def __init__(
        self,
        folders: DataFolders,
        create_detector: Callable[[], FaceFinder],
        create_guesser: Callable[[], Guesser],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._create_detector = create_detector
        self._create_guesser = create_guesser
        self._stop = threading.Event()
        self._worker = Worker(self, cancel=self.stop)
        self.running = False
        self._progressed.connect(self.changed)

    def start(self, plan: ImportPlan, *, again: bool = False) -> None:
        """Begin an import, unless one is running. Those with several faces wait in the progress.

        Parameters
        ----------
        again : bool
            Whether pictures that the user had taken out are imported, too.
        """
        self._start(plan.file_count, lambda: self._run_plan(plan, again=again))

    def start_marked(self, paths: Sequence[Path]) -> None:
        """Begin an import of the people whom other programs have marked in pictures, also in those of subfolders."""
        self._start(0, lambda: self._run_marked(paths))

    def add_faces(self, chosen: Sequence[FaceChoice]) -> None:
        """Import the faces that the user chose in pictures with several, unless an import is running."""
        self._start(len(chosen), lambda: self._run(self._importer().add_faces(chosen), len(chosen)))

    def stop(self) -> None:
        """End after the current picture."""
        self._stop.set()

    def _start(self, total: int, work: Callable[[], ImportProgress]) -> None:
        if self.running:
            return
        self.running = True
        self._stop.clear()
        self.changed.emit(ImportProgress(total))
        self._worker.submit(work, self._finish, self._fail)

    # On the worker's thread

    def _run_plan(self, plan: ImportPlan, *, again: bool) -> ImportProgress:
        guess = cache(self._create_guesser)
        waiting: list[GroupPicture] = []

        def ask_later(picture: SeveralFaces) -> None:
            waiting.append(GroupPicture.create(picture, guess()))

        progress = self._run(replace(self._importer(), choose=ask_later, again=again)(plan), plan.file_count)
        return replace(progress, group_pictures=tuple(waiting))

    def _run(self, outcomes: Iterator[ImportOutcome], total: int) -> ImportProgress:
        progress = ImportProgress(total)
        for outcome in outcomes:
            progress = replace(progress, count=progress.count.plus(outcome), name=outcome.name)
            self._progressed.emit(progress)
            if self._stop.is_set() and progress.done < progress.total:
                return replace(progress, stopped=True)
        return progress

    def _run_marked(self, paths: Sequence[Path]) -> ImportProgress:
        from visavis.people.imports.marked_people import pictures_of  # with XMP: the window starts without it
        from visavis.people.imports.region_importer import RegionImporter

        pictures = pictures_of(paths)
        progress = ImportProgress(len(pictures), marks=MarkCount())
        numbers = {path: number for number, path in enumerate(pictures)}
        for outcome in RegionImporter(self._importer())(pictures):
            if self._stop.is_set():
                return replace(progress, stopped=True)
            progress = progress.plus(outcome, done=numbers[outcome.path])
            self._progressed.emit(progress)
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
