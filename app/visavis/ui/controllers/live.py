"""The live pictures: which sources are shown, which model recognizes, and what the user reads when either fails."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.classification.classifier import Classifier
from visavis.errors import VisavisError
from visavis.factory.store_watch import StoreWatch
from visavis.imaging.frames import Frame
from visavis.messages import Message
from visavis.pipeline import Analysis, Pipeline
from visavis.sources import Source
from visavis.tracking.commands import ClassifyPictures, ComparePipeline, UsePipeline
from visavis.ui.controllers.source_display import SourceDisplay
from visavis.ui.dependencies import Dependencies
from visavis.ui.live.channels.live_analysis import LiveAnalysis
from visavis.ui.live.session import LiveSession
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import Worker
from visavis.ui.window import Window


class LiveController(QObject):
    """Shows one source or two in the window, and keeps them and the recognition running.

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

    frame_ready = Signal(Frame)  #: of any picture
    analyzed = Signal(Analysis)  #: of any picture
    chosen_frame = Signal(Frame)  #: of the chosen picture
    chosen_analyzed = Signal(Analysis)  #: of the chosen picture
    opened = Signal(int)  #: a source was opened in a picture; all of these have the number of its channel
    failed = Signal(int)  #: it cannot be read
    closed = Signal(int)  #: it has ended, or another one is opened
    source_confirmed = Signal(int, str)  #: a source that the user chose delivers pictures, so it can be remembered
    second_removed = Signal()
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
        self._watch = watch
        self._prepared = False
        self._pipeline = dependencies.pipeline
        self._classifier: Classifier | None = None  # of whole frames, instead of looking for faces
        self._gave_up = False  # recognition failed too often, so the initial pipeline is in use again
        self.preparation = Worker(self)
        self.analysis = LiveAnalysis(dependencies.pipeline, self, on_analysis=on_analysis)
        self.displays = tuple(self._create_display(channel, mirrored) for channel in range(len(window.pictures.panes)))
        self._connect()

    def start(self, source: str | None, remembered: str | None, second: str | None = None) -> None:
        """Open `source`, else the remembered one, else a camera or the demo; and load the model.

        Parameters
        ----------
        second : str, optional
            The remembered source of the second picture.
        """
        self._window.status.show_loading(self.tr("Loading the model …"))
        self.preparation.submit(
            lambda: self._dependencies.prepare(self._progressed.emit),
            self._finish_preparation,
            self._report_model_error,
        )
        first = self.displays[0]
        if source is not None:
            first.open(source)
        elif remembered is not None:
            first.open(remembered, is_remembered=True)
        else:
            self._open_default()
        if second is not None:
            self._show_second()
            self.displays[1].open(second, is_remembered=True)
            self._window.pictures.choose(first.pane)

    # Pictures

    @property
    def chosen(self) -> SourceDisplay:
        """The picture on which the commands act."""
        return next(each for each in self.displays if each.pane is self._window.pictures.chosen)

    @property
    def shown(self) -> list[SourceDisplay]:
        """The pictures that are there."""
        return list(self.displays) if self._window.pictures.has_two else [self.displays[0]]

    @property
    def session(self) -> LiveSession:
        """The session of the chosen picture."""
        return self.chosen.session

    def display(self, frame: Frame) -> SourceDisplay:
        """The picture that shows the source of a frame."""
        return self.displays[frame.channel]

    def open_source(self, text: str) -> None:
        """Show another source in the chosen picture, and remember it once it delivers pictures."""
        self.chosen.open(text, is_chosen=True)

    def open_once(self, text: str) -> None:
        """Show another source in the chosen picture without remembering it."""
        self.chosen.open(text)

    def open_second(self, text: str, *, is_chosen: bool = True) -> None:
        """Show a source in a second picture beside the first."""
        self._show_second()
        self.displays[1].open(text, is_chosen=is_chosen)

    def retry_with(self, extra: str) -> None:
        """An extra is there now: open the sources again that could not be opened without it."""
        for display in self.displays:
            display.retry_with(extra)

    def remove_second(self) -> None:
        """Show the first picture alone."""
        if self._window.pictures.has_two:
            self.displays[1].close()
            self._window.pictures.show_second(False)
            self._window.chooser.show_second(False)
            self.second_removed.emit()

    def set_analyzing(self, on: bool) -> None:
        """Recognize faces or not. The pictures go on in either case."""
        for display in self.displays:
            display.session.set_analyzing(on)

    def stop(self) -> None:
        """Ask the threads of all sources to end."""
        for display in self.displays:
            display.session.stop()

    def pause(self, on: bool) -> None:
        """Pause the chosen picture, or continue."""
        self.chosen.pause(on)

    def update_mirror(self) -> None:
        """Mirror the cameras, or not, as the settings say."""
        for display in self.displays:
            display.update_mirror()
        self._window.actions_.mirror.setChecked(self.chosen.is_mirrored)

    def _show_second(self) -> None:
        self._window.pictures.show_second(True)
        self._window.chooser.show_second(True)

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
        self.analysis.submit(ComparePipeline(load))

    def classify(self, load: Callable[[], Classifier] | None) -> None:
        """Say what whole pictures show, instead of looking for faces; None: look for faces again."""
        if load is not None:
            self._window.status.show_loading(self.tr("Loading the model …"))
        self.analysis.submit(ClassifyPictures(load))

    def _reload(self, *, names_may_be_gone: bool) -> None:
        if self._prepared:
            self._window.status.show_loading(self.tr("Loading the model …"))
            self.analysis.submit(UsePipeline(self._load, names_may_be_gone))

    def _load(self) -> Pipeline:
        """Load the model. Called on the analysis thread."""
        with self._watch.mark_load():
            return self._dependencies.load_pipeline(self._model, self._progressed.emit)

    def _finish_preparation(self, _: object) -> None:
        self._prepared = True
        self.reload_pipeline()

    def _show_pipeline(self) -> None:
        device = self._pipeline.device if self._classifier is None else self._classifier.network.device
        for pane in self._window.pictures.panes:
            pane.hud.device, pane.remark.people = device, self._pipeline.people
        if self._classifier is not None:
            self._window.status.show_classifier(self._classifier)
        elif self._gave_up:
            self._window.status.show_loading(self.tr("Not recognizing"))
        else:
            self._window.status.show_pipeline(self._pipeline)

    def _set_classifier(self, classifier: Classifier | None) -> None:
        self._classifier = classifier
        self._window.performance.reset()  # its stages are others
        self._show_pipeline()

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

    # The sources

    def _create_display(self, channel: int, mirrored: Callable[[str], bool]) -> SourceDisplay:
        window = self._window
        pane = window.pictures.panes[channel]
        show_end = window.show_end if channel == 0 else pane.show_end
        session = LiveSession(self.analysis, channel, self)
        display = SourceDisplay(session, pane, self._open_source, mirrored, window.banner, show_end, self)
        session.frame_ready.connect(self.frame_ready)
        session.analyzed.connect(self.analyzed)
        session.failed.connect(lambda _: self.failed.emit(channel))
        display.closed.connect(partial(self._close, channel))
        display.opened.connect(partial(self._announce, channel))
        display.confirmed.connect(partial(self.source_confirmed.emit, channel))
        display.paused_changed.connect(self._show_pause)
        return display

    def _open_source(self, text: str) -> Source:
        return self._dependencies.open_source(text)

    def _connect(self) -> None:
        window, analysis = self._window, self.analysis
        self.frame_ready.connect(self._count_frame)
        self.analyzed.connect(self._count_analysis)
        window.pictures.chosen_changed.connect(self._show_chosen)
        window.chooser.added.connect(self.open_second)
        window.chooser.removed.connect(self.remove_second)
        window.pictures.panes[1].caption.removed.connect(self.remove_second)
        self.displays[0].gone.connect(self._open_default)
        self.displays[1].gone.connect(self.remove_second)
        analysis.command_failed.connect(self._report_model_error)
        analysis.pipeline_changed.connect(self._set_pipeline)
        analysis.classifier_changed.connect(self._set_classifier)
        analysis.failed.connect(self._show_pipeline)
        self._progressed.connect(lambda message: window.status.show_loading(translate_message(message)))

    def _open_default(self) -> None:
        def open_found(found: tuple[str, Message | None]) -> None:
            text, notice = found
            if notice:
                self._window.banner.tell(Notice(translate_message(notice), about="demo"))
            self.displays[0].open(text)

        self._device_worker.submit(self._dependencies.default_source, open_found)

    def _close(self, channel: int) -> None:
        if self.displays[channel] is self.chosen:
            self._window.performance.reset()
        self.closed.emit(channel)

    def _announce(self, channel: int) -> None:
        display = self.displays[channel]
        shown = self._window.chooser.displayed_name(display.text, display.name, camera=display.is_camera)
        display.pane.show_name(shown)
        if display is self.chosen:
            self._show_chosen()
        self.opened.emit(channel)

    def _show_chosen(self) -> None:
        """Let the commands, the menu of sources and the status bar be those of the chosen picture."""
        display, window = self.chosen, self._window
        window.performance.reset()
        window.actions_.mirror.setChecked(display.is_mirrored)
        self._show_pause()
        if display.name:
            window.show_source(display.text, display.name, camera=display.is_camera)

    def _show_pause(self) -> None:
        self._window.actions_.pause.setChecked(self.session.is_paused)

    def _count_frame(self, frame: Frame) -> None:
        if self.display(frame) is self.chosen:
            self._window.status.show_frame_size(frame)
            self._window.performance.add_frame(frame)
            self.chosen_frame.emit(frame)

    def _count_analysis(self, analysis: Analysis) -> None:
        if self.display(analysis.frame) is self.chosen:
            self._window.performance.add_analysis(analysis)
            self.chosen_analyzed.emit(analysis)
