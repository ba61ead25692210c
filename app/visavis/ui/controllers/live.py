"""What is seen: which source, recognized by which model, and what is told when either fails."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.messages import Message
from visavis.pipeline import Analysis, Pipeline
from visavis.tracking.commands import ComparePipeline, UsePipeline
from visavis.ui.dependencies import Dependencies
from visavis.ui.live.session import LiveSession
from visavis.ui.text.core_messages import said
from visavis.ui.text.hints import advice
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class LiveController(QObject):
    """Shows a `LiveSession` in the window, and keeps it going.

    Parameters
    ----------
    model : str, optional
        The model that was asked for by name; None: the one in use.
    mirrored : callable
        Whether the camera with that id is shown as a mirror does.
    """

    left = Signal()  #: the source that was shown ends, or another one takes its place
    worthwhile = Signal(str)  #: a source that was chosen here delivers pictures: one to begin with next time

    _preparing = Signal(object)  # from another thread: what takes its time

    def __init__(
        self,
        dependencies: Dependencies,
        window: Window,
        devices: Worker,
        model: str | None,
        mirrored: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._dependencies = dependencies
        self._window = window
        self._devices = devices
        self._model = model
        self._compared = ""  # the ID of the model whose answers are shown beside
        self._mirrored = mirrored
        self._source = ""
        self._camera = False
        self._chosen = False  # by the user, in this window
        self._remembered = False  # from the settings: it may be gone
        self._prepared = False
        self._pipeline = dependencies.pipeline
        self._given_up = False  # of what recognizes: it failed again and again
        self.preparation = Worker(self)
        self.live = LiveSession(dependencies.pipeline, self)
        self._connect()

    def start(self, source: str | None, remembered: str | None) -> None:
        """Show `source`, else the one remembered, else a camera or the demo; load what recognizes."""
        self._window.status.show_loading(self.tr("Loading the model …"))
        self.preparation.submit(lambda: self._dependencies.prepare(self._preparing.emit), self._go_on, self._refused)
        if source is not None:
            self._open(source)
        elif remembered is not None:
            self._remembered = True
            self._open(remembered)
        else:
            self._open_default()

    def choose(self, text: str) -> None:
        """Show another source."""
        self._chosen = True
        self._open(text)

    def visit(self, text: str) -> None:
        """Show another source for this once: it is not what to begin with next time."""
        self._chosen = False
        self._open(text)

    def mirror(self) -> None:
        """Show the camera as a mirror does, or as others see it."""
        on = self._camera and self._mirrored(self.live.camera_id)
        self._window.video.set_mirrored(on)
        self._window.actions_.mirror.setChecked(on)

    def pause(self, on: bool) -> None:
        """Let the picture stand still, or go on."""
        self.live.pause(on)
        self._window.paused.setVisible(self.live.paused)
        self._window.actions_.pause.setChecked(self.live.paused)

    def reopen(self) -> None:
        """Show the same source anew: what is asked of it has changed."""
        self._open(self._source)

    def use(self) -> None:
        """Load the pipeline anew, and the one that is compared: the people have changed."""
        if self._prepared:
            self._window.status.show_loading(self.tr("Loading the model …"))
            self.live.submit(UsePipeline(partial(self._dependencies.load_pipeline, self._model, self._preparing.emit)))
        if self._compared:
            self.compare(self._compared)

    @property
    def pipeline(self) -> Pipeline:
        """The one in use."""
        return self._pipeline

    def compare(self, model_id: str) -> None:
        """Show the answers of another model beside those of the one in use; "" ends that."""
        self._compared = model_id
        load = partial(self._dependencies.load_pipeline, model_id, self._preparing.emit) if model_id else None
        self.live.submit(ComparePipeline(load))

    def use_current(self) -> None:
        """Load the model in use, whatever was asked for before: it is a new one, or the other was retired."""
        self._model = None
        self.use()

    def _connect(self) -> None:
        live, window = self.live, self._window
        live.frame_ready.connect(window.video.show_frame)
        live.frame_ready.connect(window.status.show_frame_size)
        live.frame_ready.connect(window.performance.add_frame)
        live.analyzed.connect(window.video.show_analysis)
        live.analyzed.connect(window.performance.add_analysis)
        live.analyzed.connect(self._remark)
        live.analyzed.connect(self._delivers)
        live.opened.connect(self._opened)
        live.interrupted.connect(self._interrupted)
        live.resumed.connect(self._resumed)
        live.failed.connect(self._failed)
        live.ended.connect(self._ended)
        live.command_failed.connect(self._refused)
        live.pipeline_changed.connect(self._changed)
        live.analysis_failed.connect(self._show_pipeline)
        self._preparing.connect(lambda message: window.status.show_loading(said(str(message))))

    def _open(self, text: str) -> None:
        self.left.emit()
        self._source = text
        self._window.banner.withdraw("source")
        self._window.video.clear(self.tr("Opening …"))
        self._window.show_end(None)
        self._window.performance.reset()
        self._window.remark.clear()
        self.pause(False)
        self.live.open(lambda: self._dependencies.open_source(text))

    def _open_default(self) -> None:
        self._devices.submit(self._dependencies.default_source, self._found_default)

    def _found_default(self, found: tuple[str, Message | None]) -> None:
        text, notice = found
        if notice:
            self._window.banner.tell(Notice(said(str(notice)), about="demo"))
        self._open(text)

    def _opened(self, name: str, camera: bool) -> None:
        self._camera = camera
        self._window.show_source(self._source, name, camera=camera)
        self.mirror()

    def _delivers(self, _: Analysis) -> None:
        self._remembered = False
        if self._chosen:
            self._chosen = False
            self.worthwhile.emit(self._source)

    def _interrupted(self, error: VisavisError) -> None:
        hint = f"{self.tr('It is tried again.')} {advice(str(error.hint))}"
        self._window.banner.tell(Notice(said(str(error)), hint, Severity.WARNING, "source"))

    def _resumed(self) -> None:
        self._window.banner.withdraw("source")

    def _failed(self, error: VisavisError) -> None:
        if self._remembered:
            self._remembered = False
            self._window.banner.tell(Notice.of(error, "remembered", Severity.WARNING))
            self._open_default()
        else:
            self._window.banner.tell(Notice.of(error, "source"))
            self._window.video.clear(self.tr("No picture"))

    def _ended(self) -> None:
        text = self._source
        self.left.emit()
        self._window.show_end(lambda: self._open(text))

    def _go_on(self, _: object) -> None:
        self._prepared = True
        self.use()

    def _changed(self, pipeline: Pipeline) -> None:
        self._window.banner.withdraw("model")
        if self._given_up:
            self._window.banner.withdraw("bug")
        self._pipeline = pipeline
        self._given_up = pipeline is self._dependencies.pipeline
        if self._given_up:
            self._window.banner.tell(self._mishap())
        self._show_pipeline()

    def _refused(self, error: VisavisError) -> None:
        self._window.banner.tell(Notice.of(error, "model"))
        self._show_pipeline()

    def _remark(self, analysis: Analysis) -> None:
        if self._window.next_step.isHidden() and self._window.video.guide is None:
            self._window.remark.see(analysis)
        else:  # one thing at a time is said over the picture
            self._window.remark.clear()

    def _show_pipeline(self) -> None:
        self._window.hud.device = self._pipeline.device
        self._window.remark.people = self._pipeline.people
        if self._given_up:
            self._window.status.show_loading(self.tr("Not recognizing"))
        else:
            self._window.status.show_pipeline(self._pipeline)

    def _mishap(self) -> Notice:
        return Notice(
            self.tr("Recognizing failed again and again: faces are boxed, but not named."),
            self.tr(
                "This is a mistake in the program; its log, in the data folder, says more. Opening it anew may help."
            ),
            Severity.ERROR,
            "bug",
        )
