"""The live picture: which source is shown, which model recognizes, and what the user reads when either fails."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.errors import SourcePictureError, VisavisError
from visavis.factory.store_watch import StoreWatch
from visavis.messages import Message
from visavis.pipeline import Analysis, Pipeline
from visavis.sources import Source
from visavis.sources.jumps import Seekable
from visavis.tracking.commands import ComparePipeline, UsePipeline
from visavis.ui.dependencies import Dependencies
from visavis.ui.live.session import LiveSession
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.hints import translate_hint
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class LiveController(QObject):
    """Shows a `LiveSession` in the window, and keeps it running.

    Parameters
    ----------
    model : str, optional
        ID of the model to use; None: the model in use.
    mirrored : callable
        Whether the camera with an ID is shown mirrored.
    watch : StoreWatch
        Learns when people and models are loaded.
    on_analysis : callable
        Called with each analysis, on the analysis thread.
    """

    source_closed = Signal()  #: the source has ended, or another one is opened
    source_confirmed = Signal(str)  #: a source that the user chose delivers pictures, so it can be remembered
    compared_changed = Signal(str)  #: `compared` is another model

    _progressed = Signal(object)  # from another thread: a `Message` about slow work

    def __init__(
        self,
        dependencies: Dependencies,
        window: Window,
        device_worker: Worker,
        model: str | None,
        mirrored: Callable[[str], bool],
        watch: StoreWatch,
        parent: QObject,
        *,
        on_analysis: Callable[[Analysis], None],
    ) -> None:
        super().__init__(parent)
        self._dependencies = dependencies
        self._window = window
        self._device_worker = device_worker
        self._model = model
        self._compared = ""
        self._is_mirrored = mirrored
        self._watch = watch
        self._source = ""
        self._is_camera = False
        self._unconfirmed = False  # the user chose the source, which has not delivered a picture yet
        self._remembered = False  # the source comes from the settings, and may be gone
        self._prepared = False
        self._pipeline = dependencies.pipeline
        self._gave_up = False  # recognition failed too often, so the initial pipeline is in use again
        self.preparation = Worker(self)
        self.session = LiveSession(dependencies.pipeline, self, on_analysis=on_analysis)
        self._connect()

    def start(self, source: str | None, remembered: str | None) -> None:
        """Open `source`, else the remembered one, else a camera or the demo; and load the model."""
        self._window.status.show_loading(self.tr("Loading the model …"))
        self.preparation.submit(
            lambda: self._dependencies.prepare(self._progressed.emit),
            self._finish_preparation,
            self._report_model_error,
        )
        if source is not None:
            self._open(source)
        elif remembered is not None:
            self._remembered = True
            self._open(remembered)
        else:
            self._open_default()

    def open_source(self, text: str) -> None:
        """Show another source, and remember it once it delivers pictures."""
        self._unconfirmed = True
        self._open(text)

    def open_once(self, text: str) -> None:
        """Show another source without remembering it."""
        self._unconfirmed = False
        self._open(text)

    def reopen_source(self) -> None:
        """Open the same source again: its settings changed."""
        self._open(self._source)

    def seek(self, seconds: float) -> None:
        """Go to another time of the recording that is shown, also after it has ended."""
        if not self.session.seek(seconds):
            self._open(self._source, start=seconds)

    def update_mirror(self) -> None:
        """Mirror the camera, or not, as the settings say."""
        on = self._is_camera and self._is_mirrored(self.session.camera_id)
        self._window.video.set_mirrored(on)
        self._window.actions_.mirror.setChecked(on)

    def pause(self, on: bool) -> None:
        """Pause the picture, or continue."""
        self.session.pause(on)
        self._window.paused.setVisible(self.session.is_paused)
        self._window.actions_.pause.setChecked(self.session.is_paused)

    # Models

    @property
    def pipeline(self) -> Pipeline:
        """The pipeline in use."""
        return self._pipeline

    @property
    def compared(self) -> str:
        """ID of the model whose answers are shown beside those of the model in use; "" for none."""
        return self._compared

    def reload_pipeline(self) -> None:
        """Load the model again, and the compared one: people or settings changed."""
        self._reload(names_may_be_gone=False)
        if self._compared:
            self.compare(self._compared)

    def follow_store(self) -> None:
        """Load the model again because another process changed people or models; if it fails, nobody is named."""
        self._reload(names_may_be_gone=True)
        if self._compared:
            self.compare(self._compared)

    def use_current_model(self) -> None:
        """Load the model in use, also if another one was requested at the start: that one may be retired."""
        self._model = None
        self.reload_pipeline()

    def compare(self, model_id: str) -> None:
        """Show the answers of another model beside those of the model in use; "" ends that."""
        if model_id != self._compared:
            self._compared = model_id
            self.compared_changed.emit(model_id)
        load = partial(self._dependencies.load_pipeline, model_id, self._progressed.emit) if model_id else None
        self.session.submit(ComparePipeline(load))

    def _reload(self, *, names_may_be_gone: bool) -> None:
        if self._prepared:
            self._window.status.show_loading(self.tr("Loading the model …"))
            self.session.submit(UsePipeline(self._load, names_may_be_gone))

    def _load(self) -> Pipeline:
        """Load the model. Called on the analysis thread."""
        with self._watch.mark_load():
            return self._dependencies.load_pipeline(self._model, self._progressed.emit)

    def _finish_preparation(self, _: object) -> None:
        self._prepared = True
        self.reload_pipeline()

    def _show_pipeline(self) -> None:
        self._window.hud.device = self._pipeline.device
        self._window.remark.people = self._pipeline.people
        if self._gave_up:
            self._window.status.show_loading(self.tr("Not recognizing"))
        else:
            self._window.status.show_pipeline(self._pipeline)

    def _set_pipeline(self, pipeline: Pipeline) -> None:
        self._window.banner.withdraw("model")
        if self._gave_up:
            self._window.banner.withdraw("bug")
        self._pipeline = pipeline
        self._gave_up = pipeline is self._dependencies.pipeline
        if self._gave_up:
            self._window.banner.tell(self._recognition_failure())
        self._show_pipeline()

    def _report_model_error(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "model"))
        self._show_pipeline()

    def _recognition_failure(self) -> Notice:
        return Notice(
            self.tr("Recognition failed repeatedly. Faces are boxed, but not named."),
            self.tr("This is a bug in the program. The log in the data folder has details. Restarting may help."),
            Severity.ERROR,
            "bug",
        )

    # The source

    def _connect(self) -> None:
        session, window = self.session, self._window
        session.frame_ready.connect(window.video.show_frame)
        session.frame_ready.connect(window.status.show_frame_size)
        session.frame_ready.connect(lambda frame: window.timeline.show_time(frame.time, session.duration))
        window.timeline.sought.connect(self.seek)
        session.frame_ready.connect(window.performance.add_frame)
        session.analyzed.connect(window.video.show_analysis)
        session.analyzed.connect(window.performance.add_analysis)
        session.analyzed.connect(self._update_hint)
        session.analyzed.connect(self._confirm_source)
        session.opened.connect(self._show_source)
        session.interrupted.connect(self._report_interruption)
        session.resumed.connect(lambda: window.banner.withdraw("source"))
        session.failed.connect(self._report_source_error)
        session.ended.connect(self._offer_replay)
        session.command_failed.connect(self._report_model_error)
        session.pipeline_changed.connect(self._set_pipeline)
        session.analysis_failed.connect(self._show_pipeline)
        self._progressed.connect(lambda message: window.status.show_loading(translate_message(message)))

    def _open(self, text: str, *, start: float | None = None) -> None:
        """Open a source. A recording begins at `start`, in seconds."""

        def open_source() -> Source:
            source = self._dependencies.open_source(text)
            if start is not None and isinstance(source, Seekable):
                source.seek(start)
            return source

        self.source_closed.emit()
        self._source = text
        self._window.banner.withdraw("source")
        self._window.video.clear(self.tr("Opening …"))
        self._window.show_end(None)
        self._window.timeline.clear()
        self._window.performance.reset()
        self._window.remark.clear()
        self.pause(False)
        self.session.open(open_source)

    def _open_default(self) -> None:
        def open_found(found: tuple[str, Message | None]) -> None:
            text, notice = found
            if notice:
                self._window.banner.tell(Notice(translate_message(notice), about="demo"))
            self._open(text)

        self._device_worker.submit(self._dependencies.default_source, open_found)

    def _show_source(self, name: str, camera: bool) -> None:
        self._is_camera = camera
        self._window.show_source(self._source, name, camera=camera)
        self.update_mirror()

    def _confirm_source(self, _: Analysis) -> None:
        self._remembered = False
        if self._unconfirmed:
            self._unconfirmed = False
            self.source_confirmed.emit(self._source)

    def _report_interruption(self, error: VisavisError) -> None:
        hint = translate_hint(error.hint)
        if not isinstance(error, SourcePictureError):
            hint = f"{self.tr('Trying again.')} {hint}".strip()
            self._window.video.clear(self.tr("No picture"))  # a name would stay on a face that may have left
        self._window.banner.tell(Notice(translate_message(error.message), hint, Severity.WARNING, "source"))

    def _report_source_error(self, error: VisavisError) -> None:
        if self._remembered:
            self._remembered = False
            self._window.banner.tell(Notice.of(error, "remembered", Severity.WARNING))
            self._open_default()
        else:
            self._window.banner.tell(Notice.of(error, "source"))
            self._window.video.clear(self.tr("No picture"))

    def _offer_replay(self) -> None:
        text = self._source
        self.source_closed.emit()
        self._window.show_end(lambda: self._open(text))

    def _update_hint(self, analysis: Analysis) -> None:
        if self._window.next_step.isHidden() and self._window.video.guide is None:
            self._window.remark.see(analysis)
        else:  # the picture has room for one message at a time
            self._window.remark.clear()
