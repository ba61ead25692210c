"""The list of recordings at work: reads them, plays one as the source, and deletes one after asking."""

from functools import partial

from PySide6.QtCore import QObject

from visavis.errors import VisavisError
from visavis.recordings.store import RecordingStore
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.live import LiveController
from visavis.ui.picture.recordings_dialog import RecordingRow, RecordingsDialog, load_recordings
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.window import Window


class RecordingListController(QObject):
    """Opens the list from the menu."""

    def __init__(
        self, folders: DataFolders, live: LiveController, window: Window, disk_worker: Worker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folders, self._live, self._window, self._disk_worker = folders, live, window, disk_worker
        self._dialog: RecordingsDialog | None = None
        window.actions_.recordings.triggered.connect(self.open)

    def open(self) -> None:
        """Read the recordings, and show them."""

        def show(rows: list[RecordingRow]) -> None:
            if self._dialog is None:
                dialog = self._dialog = RecordingsDialog(self._window)
                dialog.finished.connect(self._forget_dialog)
                dialog.played.connect(self._play)
                dialog.delete_wanted.connect(self._ask_delete)
                dialog.open()
            self._dialog.show_rows(rows)

        self._disk_worker.submit(partial(load_recordings, self._folders), show, self._report)

    def _forget_dialog(self, _: int) -> None:
        self._dialog = None

    def _play(self, row: RecordingRow) -> None:
        self._window.show_live()
        self._live.open_once(str(row.recording.path))

    def _ask_delete(self, row: RecordingRow) -> None:
        if self._dialog is None:
            return
        QuestionDialog(
            self._dialog,
            self.tr("Delete this recording?"),
            self.tr("{recording}. It cannot be undone.").format(recording=", ".join(filter(None, row.cells))),
            self.tr("Delete"),
            lambda _: self._delete(row),
            grave=True,
        )

    def _delete(self, row: RecordingRow) -> None:
        def show(rows: list[RecordingRow]) -> None:
            if self._dialog is not None:
                self._dialog.show_rows(rows)

        def delete() -> list[RecordingRow]:
            RecordingStore(self._folders.recordings).delete(row.recording)
            return load_recordings(self._folders)

        self._disk_worker.submit(delete, show, self._report)

    def _report(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "recordings"))
