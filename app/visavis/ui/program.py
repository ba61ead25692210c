"""The program behind the window: what happens when, and who is told."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.folders import Folders
from visavis.forgetting import Receipt, forget
from visavis.people import PeopleStore
from visavis.pipeline import Analysis, Pipeline
from visavis.settings import Settings
from visavis.sources import CameraInfo, Source
from visavis.ui import roster
from visavis.ui.capture import Capture, Phase
from visavis.ui.live import Live
from visavis.ui.notices import Notice, Severity
from visavis.ui.people_dialogs import ask_forget, ask_name
from visavis.ui.roster import Roster, Row, counted
from visavis.ui.streams import Worker
from visavis.ui.training import Runner, Training
from visavis.ui.window import CAPTURE, PEOPLE, TRAIN, Window

_log = logging.getLogger(__name__)

Told = Callable[[str], None]

#: Seconds that closing waits for threads, all of them together.
_LIMIT_S = 1.5
#: Milliseconds that it waits for the disk before: what was captured is not lost to a slow one.
_SAVING_MS = 10_000


@dataclass(frozen=True, slots=True)
class Parts:
    """What the program is made with: the seams for tests."""

    folders: Folders
    pipeline: Pipeline  #: to begin with: finds faces, names nobody, loads no network
    prepare: Callable[[Told], object]  #: what takes long and only once, before the first `assemble`
    assemble: Callable[[str | None, Told], Pipeline]  #: the pipeline of a model, or of the one in use
    open_source: Callable[[str], Source]
    default_source: Callable[[], tuple[str, str | None]]
    cameras: Callable[[], Sequence[CameraInfo]]
    runner: Callable[[], Runner]


class Program(QObject):
    """Wires source, recognition, capture, training and window."""

    _preparing = Signal(str)  # from another thread: what takes its time

    def __init__(self, parts: Parts, settings: Settings, *, model: str | None = None, remember: bool = True) -> None:
        super().__init__()
        self._parts = parts
        self.settings = settings
        self._remember = remember  # not over a file that could not be read: it is the user's to mend
        self._model = model
        self._source = ""
        self._fallback = False
        self._pipeline = parts.pipeline
        self._store = PeopleStore(parts.folders.people)
        self.disk = Worker(self)
        self.devices = Worker(self)
        self.preparation = Worker(self)
        self._prepared = False
        self.live = Live(parts.pipeline, self)
        self.capture = Capture(self._store, self.disk, self)
        self.training = Training(parts.runner, self)
        self.window = Window(settings, parts.folders.data, self.capture, self.disk, self.devices, parts.cameras)
        self.all_ended = True
        self._connect_live()
        self._connect_people()
        self._connect_window()

    def begin(self, source: str | None, notices: Sequence[Notice] = ()) -> None:
        """Show the window; the picture follows, at once or once the first page was agreed to."""
        window, settings = self.window, self.settings
        for notice in notices:
            window.banner.tell(notice)
        window.showMaximized() if settings.maximized else window.show()
        window.setFocus()
        self.refresh()
        if settings.welcomed:
            self._start(source)
        else:
            window.welcome.agreed.connect(lambda: self._agree(source))
            window.welcome.button.setFocus()

    def show_source(self, text: str) -> None:
        """Show another source, and begin with it next time."""
        self._open(text)
        self._change(source=text)

    def refresh(self) -> None:
        """Read the people anew."""
        self.disk.do(lambda: roster.read(self._parts.folders), self._show_roster, self._failed("people"))

    def tell(self, notice: Notice) -> None:
        self.window.banner.tell(notice)

    def close(self) -> None:
        """End everything, keeping what can be kept. Afterwards `all_ended` says whether every thread has."""
        if self.capture.phase in {Phase.RUNNING, Phase.STOPPED} and self.capture.session:
            _log.info("Closed while capturing: what was accepted is kept.")
            self.capture.keep()
        if self.training.running:
            _log.info("Closed while training: the run is cancelled, the model in use stays.")
        self._keep_geometry()
        self.live.stop()
        self.training.cancel()
        for worker in (self.devices, self.preparation, self.disk):
            worker.close()
        saved = self.disk.wait(_SAVING_MS)
        deadline = time.monotonic() + _LIMIT_S
        ended = (
            self.live.close(_left_s(deadline)),
            self.training.close(_left_s(deadline)),
            *(worker.wait(int(_left_s(deadline) * 1000)) for worker in (self.devices, self.preparation)),
        )
        self.all_ended = saved and all(ended)

    # Source and recognition

    def _connect_live(self) -> None:
        live, window = self.live, self.window
        live.pictured.connect(window.video.show_frame)
        live.pictured.connect(window.status.saw_frame)
        live.analyzed.connect(window.video.show_analysis)
        live.analyzed.connect(window.status.saw_analysis)
        live.analyzed.connect(self._take)
        live.opened.connect(self._opened)
        live.interrupted.connect(self._interrupted)
        live.resumed.connect(self._resumed)
        live.failed.connect(self._source_failed)
        live.ended.connect(self._ended)
        live.refused.connect(self._refused)
        live.changed.connect(self._changed)
        self._preparing.connect(self.window.status.show_loading)

    def _agree(self, source: str | None) -> None:
        self._change(welcomed=True)
        self.window.show_settings(self.settings)
        self._start(source)

    def _start(self, source: str | None) -> None:
        self.window.status.show_loading("Loading the model …")
        self.preparation.do(lambda: self._parts.prepare(self._preparing.emit), self._begin_to_use, self._refused)
        if source is not None:
            self._open(source)
        elif self.settings.source is not None:
            self._fallback = True
            self._open(self.settings.source)
        else:
            self._open_default()

    def _open_default(self) -> None:
        self.devices.do(self._parts.default_source, self._found_default)

    def _found_default(self, found: tuple[str, str | None]) -> None:
        text, notice = found
        if notice:
            self.tell(Notice(notice, about="demo"))
        self._open(text)

    def _open(self, text: str) -> None:
        self.capture.stop()
        self._source = text
        self.window.banner.withdraw("source")
        self.window.video.clear("Opening …")
        self.window.show_end(None)
        self.live.open(lambda: self._parts.open_source(text))

    def _opened(self, name: str, camera: bool) -> None:
        self.window.show_source(self._source, name, camera=camera)
        self.window.video.set_mirrored(camera and self.settings.mirror)
        self._camera = camera

    def _interrupted(self, error: VisavisError) -> None:
        self.tell(Notice(str(error), f"It is tried again. {error.hint}", Severity.WARNING, "source"))

    def _resumed(self) -> None:
        self.window.banner.withdraw("source")

    def _source_failed(self, error: VisavisError) -> None:
        if self._fallback:
            self._fallback = False
            self.tell(Notice.of(error, "remembered", Severity.WARNING))
            self._open_default()
        else:
            self.tell(Notice.of(error, "source"))
            self.window.video.clear("No picture")

    def _ended(self) -> None:
        text = self._source
        self.capture.stop()
        self.window.show_end(lambda: self._open(text))

    def _take(self, analysis: Analysis) -> None:
        self._fallback = False
        self.capture.take(analysis)

    def _begin_to_use(self, _: object) -> None:
        self._prepared = True
        self._use()

    def _use(self) -> None:
        """Load the pipeline anew: another model, or other people."""
        if not self._prepared:
            return
        model = self._model
        self.window.status.show_loading("Loading the model …")
        self.live.use(lambda: self._parts.assemble(model, self._preparing.emit))

    def _changed(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self.window.banner.withdraw("model")
        self.window.status.show_pipeline(pipeline)

    def _refused(self, error: VisavisError) -> None:
        self.tell(Notice.of(error, "model"))
        self.window.status.show_pipeline(self._pipeline)

    # People, capture, training

    def _connect_people(self) -> None:
        window, people = self.window, self.window.people
        people.new_person.connect(lambda: self._begin_capture(""))
        people.add_pictures.connect(lambda row: self._begin_capture(row.name))
        people.rename.connect(self._ask_name)
        people.forget.connect(self._ask_forget)
        self.capture.saved.connect(self._people_changed)
        self.capture.failed.connect(self._failed("people"))
        window.capture.train.connect(self._train)
        window.training.start.connect(self._train)
        window.training.cancel.connect(self.training.cancel)
        self.training.changed.connect(window.training.show_run)
        self.training.changed.connect(self._trained)
        self.training.published.connect(self._published)
        self.disk.failed.connect(self._failed("disk"))

    def _begin_capture(self, name: str) -> None:
        self.window.turn_to(CAPTURE)
        self.window.capture.ask_for(name)

    def _ask_name(self, row: Row) -> None:
        def rename(name: str) -> None:
            work = partial(self._store.rename, row.person, name)
            self.disk.do(work, self._people_changed, self._failed("people"))

        ask_name(self.window, row, rename)

    def _ask_forget(self, row: Row) -> None:
        def forgotten() -> None:
            work = partial(forget, self._parts.folders, row.person)
            self.disk.do(work, self._forgotten, self._failed("people"))

        ask_forget(self.window, row, forgotten)

    def _forgotten(self, receipt: Receipt) -> None:
        self._model = None  # the model that was asked for may be retired now
        text = f"{receipt.person.name} is forgotten: {counted(receipt.samples, 'picture')} deleted."
        self.tell(Notice(text, " ".join(receipt.models), about="forgotten"))
        self._people_changed()

    def _people_changed(self, _: object = None) -> None:
        self.refresh()
        self._use()

    def _show_roster(self, shown: Roster) -> None:
        self.window.banner.withdraw("people")
        self.window.show_roster(shown)

    def _train(self) -> None:
        self.window.turn_to(TRAIN)
        self.window.training.button.setFocus()
        self.training.start()

    def _trained(self, run: Any) -> None:
        if run.error:
            self.tell(Notice(run.error, run.hint, Severity.ERROR, "training"))
        elif not run.phase.over:
            self.window.banner.withdraw("training")

    def _published(self, model: str) -> None:
        self._model = None  # the one in use is the new one
        self.refresh()
        self._use()

    # Window and settings

    def _connect_window(self) -> None:
        window, actions = self.window, self.window.actions_
        window.closing.connect(self.close)
        window.activated.connect(self.refresh)
        window.chooser.chosen.connect(self.show_source)
        actions.mirror.toggled.connect(self._mirror)
        actions.panel.toggled.connect(lambda on: self._change(panel=on))
        actions.new.triggered.connect(lambda: self._begin_capture(""))
        actions.add.triggered.connect(lambda: self._of_chosen(lambda row: self._begin_capture(row.name)))
        actions.rename.triggered.connect(lambda: self._of_chosen(self._ask_name))
        actions.forget.triggered.connect(lambda: self._of_chosen(self._ask_forget))
        actions.start_capture.triggered.connect(self._act_on_capture)
        actions.start.triggered.connect(self._train)
        actions.cancel.triggered.connect(self.training.cancel)

    def _of_chosen(self, do: Callable[[Row], None]) -> None:
        row = self.window.people.chosen()
        self.window.turn_to(PEOPLE)
        if row is None:
            self.tell(Notice("Choose a person first.", about="chosen"))
        else:
            do(row)

    def _act_on_capture(self) -> None:
        self.window.turn_to(CAPTURE)
        self.window.capture.act()

    def _mirror(self, on: bool) -> None:
        self.window.video.set_mirrored(on and self._camera)
        self._change(mirror=on)

    def _keep_geometry(self) -> None:
        size = self.window.normalGeometry().size()
        self._change(maximized=self.window.isMaximized(), width=size.width(), height=size.height())

    def _change(self, **changes: Any) -> None:
        changed = replace(self.settings, **changes)
        if changed == self.settings:
            return
        self.settings = changed
        if self._remember:
            self.disk.do(lambda: changed.save(self._parts.folders.settings), failed=self._failed("settings"))

    def _failed(self, about: str) -> Callable[[VisavisError], None]:
        """A receiver that puts an error into the banner."""
        return lambda error: self.tell(Notice.of(error, about))


def _left_s(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0.0)
