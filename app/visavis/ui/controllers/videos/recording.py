"""Recording what a picture of the window shows: asked once, shown while it goes on, and kept whole at its end."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.factory.recording import AnalysisRecorder
from visavis.recordings.store import StoredRecording
from visavis.storage.paths import DataFolders
from visavis.tracking.commands import BeginRecording, EndRecording
from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.settings_store import SettingsStore
from visavis.ui.picture.timeline import format_time
from visavis.ui.text.language import isolate
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.ui.window import Window

_log = logging.getLogger(__name__)


class RecordingController(QObject):
    """Records one picture at a time. A recording ends with the source that the picture shows."""

    _failed = Signal(VisavisError)  # from the thread of a recording: it has ended early
    _ended = Signal()  # from the analysis thread: it records no more

    def __init__(
        self,
        folders: DataFolders,
        settings_store: SettingsStore,
        live: LiveController,
        window: Window,
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders, self._settings_store, self._live = folders, settings_store, live
        self._window, self._disk_worker = window, disk_worker
        self._action = window.actions_.record
        self._record: AnalysisRecorder | None = None  # until it is handed to the disk worker to be completed
        self._channel: int | None = None  # of the picture that is recorded, or about to be
        self._is_ending = False
        self._begins_at_once = False  # with the first source
        self._action.triggered.connect(self._toggle)
        live.opened.connect(self._follow_opened)
        live.closed.connect(self._follow_closed)
        live.failed.connect(self._follow_closed)
        self._failed.connect(self._report_failure)
        self._ended.connect(self._complete)

    @property
    def is_recording(self) -> bool:
        """Whether a recording goes on, or is about to begin or to end."""
        return self._channel is not None

    def begin_at_once(self) -> None:
        """Record the first picture as soon as its source is open. The user asked for it, and is not asked again."""
        self._begins_at_once = True

    def close(self) -> None:
        """Complete a recording that goes on. Call it after the analysis thread and the disk worker have ended."""
        record, self._record = self._record, None
        if record is None:
            return
        try:
            record.finish()
        except VisavisError as error:
            _log.warning("%s", error)

    def _toggle(self) -> None:
        self._action.setChecked(self.is_recording)
        if self.is_recording:
            self._end()
        elif self._settings_store.settings.recording_agreed:
            self._begin(self._live.chosen.session.channel)
        else:
            self._ask()

    def _ask(self) -> None:
        text = self.tr(
            "The video of everybody in view is kept, also of people who are not enrolled, with the names that were "
            "given. Ask them first: many laws require it.\n\n"
            "It stays on this computer, in {path}. Nothing is sent anywhere. "
            "Forgetting a person deletes the recordings in which they were named.\n\n"
            "A red dot is shown while it is recording. Record, in the menu Picture, stops it."
        )
        QuestionDialog(
            self._window,
            self.tr("Record this picture?"),
            text.format(path=isolate(str(self._folders.recordings))),
            self.tr("Record"),
            self._agree,
        )

    def _agree(self, _: str) -> None:
        self._settings_store.change(recording_agreed=True)
        if not self.is_recording:
            self._begin(self._live.chosen.session.channel)

    def _begin(self, channel: int) -> None:
        def create() -> None:
            self._record = AnalysisRecorder(self._folders, self._failed.emit)

        self._channel, self._is_ending = channel, False
        self._action.setChecked(True)
        self._window.banner.withdraw("recording")
        self._disk_worker.submit(create, self._start, self._refuse)

    def _start(self, _: object) -> None:
        record, channel = self._record, self._channel
        if record is None or channel is None:
            return
        self._live.analysis.submit(BeginRecording(lambda: record, channel))
        self._window.pictures.panes[channel].recording.begin()
        if self._is_ending:  # it was ended before it began
            self._live.analysis.submit(EndRecording(self._ended.emit))

    def _refuse(self, error: VisavisError) -> None:
        self._channel = None
        self._action.setChecked(False)
        self._window.banner.tell(Notice.of(error, "recording"))

    def _end(self) -> None:
        if self._channel is None or self._is_ending:
            return
        self._is_ending = True
        if self._record is not None:
            self._live.analysis.submit(EndRecording(self._ended.emit))

    def _complete(self) -> None:
        record, self._record = self._record, None
        if record is None or self._channel is None:
            return
        self._window.pictures.panes[self._channel].recording.end()
        self._channel = None
        self._action.setChecked(False)
        self._disk_worker.submit(record.finish, self._tell, partial(self._report, "recording"))

    def _tell(self, recording: StoredRecording | None) -> None:
        if recording is None or recording.index is None:
            self._window.toast.say(
                self.tr("No recording was kept: it has no picture, or somebody in it was forgotten.")
            )
            return
        text = self.tr("The recording of {duration} is kept in {path}.")
        duration = format_time(recording.index.duration)
        self._window.toast.say(text.format(duration=duration, path=isolate(str(recording.path))))

    def _report_failure(self, error: VisavisError) -> None:
        self._report("recording", error)
        self._end()

    def _report(self, about: str, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, about))

    def _follow_opened(self, channel: int) -> None:
        if channel == 0 and self._begins_at_once:
            self._begins_at_once = False
            self._begin(channel)
            self._window.toast.say(self.tr("Recording: everybody who is in view is shown in it. Ask people first."))

    def _follow_closed(self, channel: int) -> None:
        if channel == self._channel:
            self._end()
