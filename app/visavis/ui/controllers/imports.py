"""What comes from outside: dropped on the window or chosen in its menu; imported, shown or enrolled when asked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from visavis.errors import PersonNameError, VisavisError
from visavis.people.names import PersonName
from visavis.ui.capture.capture import CaptureMode
from visavis.ui.controllers.import_job import ImportJob
from visavis.ui.controllers.live import LiveController
from visavis.ui.live.source_menu import video_filter
from visavis.ui.people import dropped_files
from visavis.ui.people.dropped_files import Arrival, DroppedPeople, DroppedPictures, DroppedVideo
from visavis.ui.people.import_bar import ImportProgress
from visavis.ui.text.counts import picture_count
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.window import CAPTURE, Window

_PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp"
#: How many people a question names.
_NAMED = 4


class ImportsController(QObject):
    """Takes files and folders."""

    imported = Signal()  #: there are more pictures than before

    def __init__(
        self,
        window: Window,
        viewing: LiveController,
        capture: CaptureMode,
        importing: ImportJob,
        disk: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._viewing = viewing
        self._capture = capture
        self._importing = importing
        self._disk = disk
        self._expected: PersonName | None = None  # who is captured once the video is open
        window.dropped.connect(self.take)
        window.actions_.import_folder.triggered.connect(self._choose_folder)
        window.actions_.import_pictures.triggered.connect(self._choose_pictures)
        window.actions_.enroll.triggered.connect(self._choose_video)
        window.import_bar.stop.connect(importing.stop)
        importing.changed.connect(window.import_bar.show_progress)
        importing.finished.connect(self._finished)
        importing.failed.connect(self._failed)
        viewing.live.opened.connect(self._opened)
        viewing.live.failed.connect(self._forget_expected)

    def take(self, paths: Sequence[Path]) -> None:
        """See what these are, and ask what is to be done with them."""
        chosen = list(paths)
        if self._importing.running:
            self._tell(self.tr("One import is going on; wait until it has ended, or stop it."))
        elif chosen:
            self._disk.submit(lambda: dropped_files.sort(chosen), self._ask, self._failed)

    # Asking

    def _ask(self, arrival: Arrival) -> None:
        match arrival:
            case DroppedPeople():
                self._ask_people(arrival)
            case DroppedPictures():
                self._ask_whose(arrival)
            case DroppedVideo():
                self._ask_video(arrival)

    def _ask_people(self, arrival: DroppedPeople) -> None:
        who = arrival.names
        listed = ", ".join(who[:_NAMED]) + (" …" if len(who) > _NAMED else "")
        text = self.tr("{pictures}: {names}\nThey are copied; the folder stays as it is.")
        title = self.tr("Import 1 person?") if len(who) == 1 else self.tr("Import %n people?", "", len(who))
        QuestionDialog(
            self._window,
            title,
            text.format(pictures=picture_count(len(arrival.plan.pictures)), names=listed),
            self.tr("Import"),
            lambda _: self._importing.start(arrival.plan),
        )

    def _ask_whose(self, arrival: DroppedPictures) -> None:
        count = len(arrival.paths)
        QuestionDialog(
            self._window,
            self.tr("Whose picture is this?") if count == 1 else self.tr("Whose pictures are these?"),
            self.tr("{pictures}. Of each, the face nearest to the middle is kept.").format(
                pictures=picture_count(count)
            ),
            self.tr("Import"),
            lambda name: self._import_one(name, arrival),
            field=arrival.suggestion,
        )

    def _import_one(self, name: str, arrival: DroppedPictures) -> None:
        try:
            self._importing.start(dropped_files.of_one(PersonName(name), arrival.paths))
        except PersonNameError as error:
            self._failed(error)

    def _ask_video(self, arrival: DroppedVideo) -> None:
        QuestionDialog(
            self._window,
            self.tr("What is to be done with {name}?").format(name=arrival.path.name),
            self.tr("It can be shown, with the names of whoever is in it; or one person in it can be enrolled."),
            self.tr("Show it"),
            lambda _: self._viewing.choose(str(arrival.path)),
            also=(self.tr("Enroll someone …"), lambda: self._ask_who(arrival.path)),
        )

    def _ask_who(self, path: Path) -> None:
        QuestionDialog(
            self._window,
            self.tr("Who is in {name}?").format(name=path.name),
            self.tr("Pictures are taken while one person is in view; you look through them before they are saved."),
            self.tr("Enroll"),
            lambda name: self._enroll(name, path),
            field="",
        )

    def _enroll(self, name: str, path: Path) -> None:
        try:
            expected = PersonName(name)
        except PersonNameError as error:
            self._failed(error)
            return
        if self._capture.unsaved:
            self._window.turn_to(CAPTURE)
            self._tell(self.tr("Save or discard the pictures that were taken first."))
            return
        self._viewing.visit(str(path))  # which ends a capture that took nothing yet
        self._expected = expected

    def _opened(self, *_: object) -> None:
        """The video is there: capturing begins with its first frame."""
        if self._expected:
            self._capture.discard()
            self._window.turn_to(CAPTURE)
            self._window.capture.name.setText(self._expected)
            self._capture.start(self._expected)
            self._expected = None

    def _forget_expected(self, _: VisavisError) -> None:
        self._expected = None

    # Choosing in the menu

    def _choose_folder(self) -> None:
        dialog = self._dialog(self.tr("Import a folder"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.take([Path(path)]))
        dialog.open()

    def _choose_pictures(self) -> None:
        dialog = self._dialog(self.tr("Import pictures of one person"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Pictures ({patterns})").format(patterns=_PICTURES))
        dialog.filesSelected.connect(lambda found: self.take([Path(path) for path in found]))
        dialog.open()

    def _choose_video(self) -> None:
        dialog = self._dialog(self.tr("Enroll someone from a video"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(video_filter())
        dialog.fileSelected.connect(lambda path: self._ask_who(Path(path)))
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    # Telling

    def _finished(self, progress: ImportProgress) -> None:
        self._window.import_bar.hide()
        head = self.tr("Stopped: {pictures} imported.") if progress.stopped else self.tr("{pictures} imported.")
        count, details = progress.count, []
        if count.present_before:
            text = self.tr("{pictures} had been there already.")
            details.append(text.format(pictures=picture_count(count.present_before)))
        if count.without_face:
            text = self.tr("In {pictures} no face was found; they are kept whole.")
            details.append(text.format(pictures=picture_count(len(count.without_face))))
        if count.unreadable:
            files = ", ".join(path.name for path in count.unreadable[:_NAMED])
            more = " …" if len(count.unreadable) > _NAMED else ""
            details.append(self.tr("These cannot be read: {files}.").format(files=files + more))
        severity = Severity.WARNING if count.unreadable else Severity.INFO
        text = head.format(pictures=picture_count(count.imported))
        self._window.banner.tell(Notice(text, " ".join(details), severity, "import"))
        self.imported.emit()

    def _failed(self, error: VisavisError) -> None:
        self._window.import_bar.hide()
        self._window.banner.tell(Notice.of(error, "import"))
        self.imported.emit()  # what came before stays

    def _tell(self, text: str) -> None:
        self._window.banner.tell(Notice(text, about="import"))
