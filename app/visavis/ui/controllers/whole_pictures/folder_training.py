"""Training on any folders: the dialog, the preview in the browser, and the start of the training."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from visavis.classification.class_folders import ClassFolders
from visavis.errors import VisavisError
from visavis.ui.controllers.training import TrainingController
from visavis.ui.controllers.whole_pictures.browser_page import BrowserPage
from visavis.ui.dependencies import TrainingRunner
from visavis.ui.file_dialog import StartFolder, ask_folder
from visavis.ui.shell.pages import TRAIN
from visavis.ui.text.core_messages import translate_message
from visavis.ui.threads import Worker
from visavis.ui.training.folder_dialog import FolderTrainingDialog
from visavis.ui.training.folder_training import FolderTraining
from visavis.ui.training.run import TrainingRun
from visavis.ui.window import Window

#: Name of the page of the preview.
_PAGE = "preview.html"

CreateRunner = Callable[[Sequence[str]], TrainingRunner]
"""Makes a training on whole pictures with these options."""


class Preview:
    """Writes the page of a preview: a training that ends after its pictures were read. It is a `PageWriter`."""

    def __init__(self, create_runner: CreateRunner, training: FolderTraining) -> None:
        self._create_runner, self._training = create_runner, training
        self._runner: TrainingRunner | None = None
        self._cancelled = False

    def __call__(self, folder: Path, on_progress: Callable[[float], object]) -> Path | None:
        page = folder / _PAGE
        runner = self._runner = self._create_runner((*self._training.arguments, f"--preview={page}"))
        if self._cancelled:
            return None
        for event in runner:
            done, total = event.get("done"), event.get("total")
            if isinstance(done, int) and isinstance(total, int) and total:
                on_progress(min(done / total, 1.0))
        return page if page.is_file() and not self._cancelled else None

    def cancel(self) -> None:
        """End the process."""
        self._cancelled = True
        if self._runner is not None:
            self._runner.cancel()


class FolderTrainingController(QObject):
    """Opens the dialog, and does what it asks for."""

    def __init__(
        self,
        create_runner: CreateRunner,
        training: TrainingController,
        page: BrowserPage,
        window: Window,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._create_runner = create_runner
        self._training, self._page, self._window = training, page, window
        self._dialog: FolderTrainingDialog | None = None
        self._last: FolderTraining | None = None  # what was chosen last, until the program ends
        self._is_previewing = False
        self._reader = Worker(self)
        page.progressed.connect(self._show_progress)
        page.ended.connect(self._end_preview)
        training.changed.connect(self._show_training)
        window.training.folders.connect(self.open)
        window.actions_.folders.triggered.connect(self.open)

    def open(self) -> None:
        """Open the dialog."""
        dialog = self._dialog = FolderTrainingDialog(self._window)
        dialog.folder_wanted.connect(self._ask_folder)
        dialog.preview.connect(self._begin_preview)
        dialog.cancel_preview.connect(self._page.cancel)
        dialog.train.connect(self._train)
        dialog.finished.connect(self._release_dialog)
        if self._last is not None:
            dialog.show_choice(self._last)
            self.read(self._last.folder)
        self._show_training(self._training.run)
        dialog.open()

    def read(self, folder: Path) -> None:
        """Show in the dialog what is in a folder."""
        dialog = self._dialog
        if dialog is None:
            return

        def show(classes: ClassFolders) -> None:
            if self._dialog is dialog:
                dialog.show_classes(folder, classes)

        def fail(error: VisavisError) -> None:
            if self._dialog is dialog:
                dialog.show_problem(folder, translate_message(error.message))

        dialog.show_reading(folder)
        self._reader.submit(partial(ClassFolders.read, folder), show, fail)

    def _ask_folder(self) -> None:
        if self._dialog is not None:
            title = self.tr("Folder that has a folder for each class")
            start = str(self._last.folder.parent) if self._last is not None else ""
            ask_folder(self._dialog, title, StartFolder.PICTURES, self.read, folder=start)

    def _train(self, training: FolderTraining) -> None:
        self._last = training
        self._window.show_page(TRAIN)
        self._training.start_whole(self._create_runner(training.arguments))
        self._window.training.button.setFocus()  # it cancels

    def _begin_preview(self, training: FolderTraining) -> None:
        self._last = training
        self._page.show(Preview(self._create_runner, training))
        self._is_previewing = True
        self._show_progress(0.0)

    def _show_progress(self, share: float) -> None:
        if self._is_previewing and self._dialog is not None:
            self._dialog.show_preview(share)

    def _end_preview(self) -> None:
        self._is_previewing = False
        if self._dialog is not None:
            self._dialog.show_preview(None)

    def _show_training(self, run: TrainingRun | None) -> None:
        if self._dialog is not None:
            is_running = run is not None and not run.phase.over
            self._dialog.show_obstacle(self.tr("A training is running.") if is_running else "")

    def _release_dialog(self) -> None:
        self._dialog = None
        if self._is_previewing:
            self._page.cancel()
