"""Files and folders that are dropped on the window or chosen in its menu: imported, shown, or enrolled from."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from visavis.errors import PersonNameError, VisavisError
from visavis.people.imports.import_outcomes import PassedOverRegion
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.names import PersonName
from visavis.ui.capture.mode import CaptureMode
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.people.import_job import ImportJob
from visavis.ui.file_dialog import StartFolder, ask_file, ask_files, ask_folder
from visavis.ui.imports import dropped_files
from visavis.ui.imports.dropped_files import DroppedFiles, DroppedPeople, DroppedPictures, DroppedResults, DroppedVideo
from visavis.ui.imports.face_choice_dialog import FaceChoice, FaceChoiceDialog
from visavis.ui.imports.group_picture import GroupPicture
from visavis.ui.imports.import_bar import ImportProgress, MarkCount
from visavis.ui.people.overview import OverviewStore
from visavis.ui.shell.pages import CAPTURE
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.counts import picture_count
from visavis.ui.text.file_filters import picture_filter, video_filter
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.widgets.question_dialog import Answer, QuestionDialog
from visavis.ui.window import Window

#: Number of people, or of files, that a text lists by name.
_LISTED = 4


class ImportsController(QObject):
    """Asks what to do with files, then imports them or opens them as a source."""

    imported = Signal()  #: pictures may have been added, also before an error
    learnable = Signal()  #: pictures were added: whom they show is to be recognized from now on

    def __init__(
        self,
        window: Window,
        live: LiveController,
        capture: CaptureMode,
        job: ImportJob,
        overview: OverviewStore,
        disk_worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._live = live
        self._capture = capture
        self._job = job
        self._overview = overview
        self._disk_worker = disk_worker
        self._plan = ImportPlan(())  # what was imported last
        self._passed_over: tuple[Path, ...] = ()  # pictures of it that the user had taken out
        self._pending_name: PersonName | None = None  # of the person to capture once the video is open
        window.dropped.connect(self.open_files)
        window.actions_.import_folder.triggered.connect(self._choose_folder)
        window.actions_.import_pictures.triggered.connect(self._choose_pictures)
        window.actions_.import_marked.triggered.connect(self._choose_marked)
        window.actions_.enroll.triggered.connect(self._choose_video)
        window.import_bar.stop.connect(job.stop)
        job.changed.connect(window.import_bar.show_progress)
        job.finished.connect(self._report)
        job.failed.connect(self._fail)
        live.opened.connect(self._start_capture)
        live.failed.connect(self._cancel_capture)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Find out what these files are, and ask what to do with them."""
        files = list(paths)
        if self._job.running:
            self._tell(self.tr("One import is running. Wait until it has ended, or stop it."))
        elif files:
            self._disk_worker.submit(lambda: dropped_files.sort(files), self._ask, self._fail)

    # Questions

    def _ask(self, dropped: DroppedFiles) -> None:
        match dropped:
            case DroppedPeople():
                self._ask_people(dropped)
            case DroppedPictures():
                self._ask_whose(dropped)
            case DroppedVideo():
                self._ask_video(dropped)
            case DroppedResults():
                self._window.reviewer.dropped.emit(dropped.path)

    def _ask_people(self, dropped: DroppedPeople) -> None:
        people = dropped.plan.names
        listed = ", ".join(people[:_LISTED]) + (" …" if len(people) > _LISTED else "")
        text = self.tr("{pictures}: {names}\nThey are copied. The folder stays as it is.")
        title = self.tr("Import 1 person?") if len(people) == 1 else self.tr("Import %n people?", "", len(people))
        QuestionDialog(
            self._window,
            title,
            text.format(pictures=picture_count(len(dropped.plan.pictures)), names=listed)
            + self._text_on_marked(dropped.marked),
            self.tr("Import"),
            lambda _: self._import(dropped.plan),
            also=self._answers_for_marked(dropped.marked, dropped.folders),
        )

    def _answers_for_marked(self, names: Sequence[str], paths: Sequence[Path]) -> tuple[Answer, ...]:
        """The answer that imports marked people, where there are some."""
        if not names:
            return ()
        return ((self.tr("Only marked people"), partial(self._import_marked, paths)),)

    def _text_on_marked(self, names: Sequence[str]) -> str:
        """A line that says who is marked, where somebody is."""
        listed = ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
        return "\n" + self.tr("Another program has marked in them: {names}").format(names=listed) if names else ""

    def _import_marked(self, paths: Sequence[Path]) -> None:
        if not self._job.running:
            self._plan = ImportPlan(())
        self._job.start_marked(paths)

    def _ask_whose(self, dropped: DroppedPictures) -> None:
        count, source = len(dropped.paths), dropped.source
        recognize = ((self.tr("Only recognize"), lambda: self._live.open_once(str(source))),) if source else ()
        QuestionDialog(
            self._window,
            self.tr("Whose picture is this?") if count == 1 else self.tr("Whose pictures are these?"),
            self.tr("{pictures}. If one shows several faces, you are asked which to take.").format(
                pictures=picture_count(count)
            )
            + self._text_on_marked(dropped.marked),
            self.tr("Import"),
            lambda name: self._import_pictures(name, dropped),
            field=dropped.suggestion,
            also=(*self._answers_for_marked(dropped.marked, dropped.paths), *recognize),
        )

    def _import_pictures(self, name: str, dropped: DroppedPictures) -> None:
        try:
            self._import(dropped_files.plan_for(PersonName(name), dropped.paths))
        except PersonNameError as error:
            self._fail(error)

    def _import(self, plan: ImportPlan, *, again: bool = False) -> None:
        if not self._job.running:
            self._plan = plan
        self._job.start(plan, again=again)

    def _ask_faces(self, pictures: Sequence[GroupPicture]) -> None:
        """Ask whose the faces are in pictures with several."""
        dialog = FaceChoiceDialog(self._window, pictures, self._overview.current.names)

        def add(chosen: list[FaceChoice]) -> None:
            if chosen:
                self._job.add_faces(chosen)
            else:
                self._ask_again()

        def leave_out() -> None:
            text = self.tr("{pictures} with several faces not imported.")
            self._tell(text.format(pictures=picture_count(len(pictures))))
            self._ask_again()

        dialog.decided.connect(add)
        dialog.rejected.connect(leave_out)
        dialog.open()

    def _ask_again(self) -> None:
        """Ask whether pictures that the user had taken out are to be imported all the same."""
        paths, self._passed_over = set(self._passed_over), ()
        if not paths:
            return
        plan = ImportPlan(tuple(picture for picture in self._plan.pictures if picture[1] in paths))
        count = len(plan.pictures)
        listed = ", ".join(path.name for _, path in plan.pictures[:_LISTED]) + (" …" if count > _LISTED else "")
        text = self.tr("You had moved, rejected or deleted what was imported from these pictures: {files}")
        title = self.tr("Import 1 picture again?") if count == 1 else self.tr("Import %n pictures again?", "", count)
        QuestionDialog(
            self._window,
            title,
            text.format(files=listed),
            self.tr("Import again"),
            lambda _: self._import(plan, again=True),
        )

    def _ask_video(self, dropped: DroppedVideo) -> None:
        QuestionDialog(
            self._window,
            self.tr("What do you want to do with {name}?").format(name=dropped.path.name),
            self.tr("Show it with names, review who is in it and when, or enroll one person from it."),
            self.tr("Show it"),
            lambda _: self._live.open_source(str(dropped.path)),
            also=(
                (self.tr("Enroll someone …"), lambda: self._ask_who(dropped.path)),
                (self.tr("Review it"), lambda: self._window.reviewer.dropped.emit(dropped.path)),
            ),
        )

    def _ask_who(self, path: Path) -> None:
        QuestionDialog(
            self._window,
            self.tr("Who is in {name}?").format(name=path.name),
            self.tr("Pictures are taken while one person is in view. You check them before they are saved."),
            self.tr("Enroll"),
            lambda name: self._enroll(name, path),
            field="",
        )

    def _enroll(self, name: str, path: Path) -> None:
        try:
            person_name = PersonName(name)
        except PersonNameError as error:
            self._fail(error)
            return
        if self._capture.unsaved:
            self._window.show_page(CAPTURE)
            self._tell(self.tr("Save or discard the captured pictures first."))
            return
        self._live.open_once(str(path))  # ends a capture that has no pictures yet
        self._pending_name = person_name

    def _start_capture(self, *_: object) -> None:
        """The video is open: capture from its first frame on."""
        if self._pending_name:
            self._capture.discard()
            self._window.show_page(CAPTURE)
            self._window.capture.name.setText(self._pending_name)
            self._capture.start(self._pending_name)
            self._pending_name = None

    def _cancel_capture(self, _: int) -> None:
        self._pending_name = None

    # File dialogs

    def _choose_folder(self) -> None:
        title = self.tr("Import a folder")
        ask_folder(self._window, title, StartFolder.PICTURES, lambda path: self.open_files([path]))

    def _choose_pictures(self) -> None:
        title = self.tr("Import pictures of one person")
        ask_files(self._window, title, StartFolder.PICTURES, picture_filter(), self.open_files)

    def _choose_marked(self) -> None:
        title = self.tr("Import people marked in pictures")
        ask_folder(self._window, title, StartFolder.PICTURES, self._open_marked)

    def _open_marked(self, folder: Path) -> None:
        if self._job.running:
            self._tell(self.tr("One import is running. Wait until it has ended, or stop it."))
        else:
            self._import_marked([folder])

    def _choose_video(self) -> None:
        ask_file(
            self._window, self.tr("Enroll someone from a video"), StartFolder.VIDEOS, video_filter(), self._ask_who
        )

    # Results

    def _report(self, progress: ImportProgress) -> None:
        self._window.import_bar.hide()
        text = self.tr("Stopped: {pictures} imported.") if progress.stopped else self.tr("{pictures} imported.")
        count, details = progress.count, []
        if count.present_before:
            already = self.tr("{pictures} had been imported before.")
            details.append(already.format(pictures=picture_count(count.present_before)))
        if count.without_face:
            without_face = self.tr("No face was found in {pictures}. They are set aside until you use them.")
            details.append(without_face.format(pictures=picture_count(len(count.without_face))))
        if count.passed_over:
            passed_over = self.tr("{pictures} passed over that you had moved, rejected or deleted.")
            details.append(passed_over.format(pictures=picture_count(len(count.passed_over))))
        for paths, sentence in (
            (count.damaged, self.tr("These are damaged, and were read as far as they go: {files}.")),
            (count.unreadable, self.tr("These cannot be read: {files}.")),
            (count.other_files, self.tr("These are no pictures: {files}.")),
        ):
            if paths:
                files = ", ".join(path.name for path in paths[:_LISTED])
                details.append(sentence.format(files=files + (" …" if len(paths) > _LISTED else "")))
        problems: tuple[PassedOverRegion, ...] = ()
        if progress.marks is not None:
            problems = progress.marks.problems
            details += self._marks_text(progress.marks)
        ignored, self._plan = self._plan.ignored, replace(self._plan, ignored=())  # said once
        details += [translate_message(sentence) for sentence in ignored[:_LISTED]]
        if len(ignored) > _LISTED:
            details.append("…")
        severity = Severity.WARNING if count.unreadable or count.other_files or ignored or problems else Severity.INFO
        text = text.format(pictures=picture_count(count.imported))
        self._window.banner.tell(Notice(text, " ".join(details), severity, "import"))
        (self.learnable if count.imported else self.imported).emit()
        if progress.marks is None:  # the pictures of marked people are no pictures of one person
            self._passed_over += count.passed_over
        if progress.group_pictures:
            self._ask_faces(progress.group_pictures)
        else:
            self._ask_again()

    def _marks_text(self, marks: MarkCount) -> list[str]:
        """What is to be said of an import of marked people besides what every import says."""
        details = []
        if marks.unnamed:
            text = self.tr("Nobody, or somebody without a name, is marked in {pictures}.")
            details.append(text.format(pictures=picture_count(len(marks.unnamed))))
        for each in marks.problems[:_LISTED]:
            problem = translate_message(each.problem).removesuffix(".")
            details.append(problem + "." if str(each.path) in problem else f"{each.path.name}: {problem}.")
        return details + (["…"] if len(marks.problems) > _LISTED else [])

    def _fail(self, error: VisavisError) -> None:
        self._window.import_bar.hide()
        self._window.banner.tell(Notice.of(error, "import"))
        self.imported.emit()  # pictures imported before the error stay

    def _tell(self, text: str) -> None:
        self._window.banner.tell(Notice(text, about="import"))
