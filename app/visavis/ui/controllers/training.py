"""Training from the window: one run at a time, in a child process that a thread reads."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.models.store import ModelStore
from visavis.people.store import PeopleStore
from visavis.process.mailbox import Latest
from visavis.storage.paths import DataFolders
from visavis.ui.controllers.naming_policy import NamingPolicy
from visavis.ui.dependencies import TrainingRunner
from visavis.ui.models.report import ModelReport
from visavis.ui.report.context import load_context
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.threads import StreamThread, Worker
from visavis.ui.training.outcome import TrainingOutcome, build_outcome
from visavis.ui.training.panel import TrainingPanel
from visavis.ui.training.run import RunPhase, TrainingRun
from visavis.ui.widgets.banner import Banner


class TrainingController(QObject):
    """Starts and cancels runs. `run` is the newest state of the current or last run."""

    changed = Signal(TrainingRun)
    published = Signal()  #: the run has put a new model in use
    learned = Signal(str)  #: the run has made a model of whole pictures, with this ID

    def __init__(
        self,
        folders: DataFolders,
        create_runner: Callable[[], TrainingRunner],
        panel: TrainingPanel,
        naming: NamingPolicy,
        disk_worker: Worker,
        banner: Banner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._create_runner = create_runner
        self._panel = panel
        self._naming = naming
        self._disk_worker = disk_worker
        self._banner = banner
        self._runner: TrainingRunner | None = None
        self._stream: StreamThread | None = None
        self._states: Latest[TrainingRun] = Latest()
        self._is_waiting = False  # people are to be learned once the run on whole pictures is over
        self.run: TrainingRun | None = None
        panel.cancel.connect(self.cancel)
        panel.force.connect(self.force)
        self.changed.connect(panel.show_run)

    @property
    def running(self) -> bool:
        return self._stream is not None

    @property
    def is_learning_people(self) -> bool:
        """Whether people are learned now, or as soon as whole pictures are."""
        return self.running and self.run is not None and (self._is_waiting or not self.run.is_of_pictures)

    def start(self) -> None:
        """Begin a run on the people, unless one is running. It waits for a run on whole pictures."""
        if not self.running:
            self._begin(self._create_runner())
        elif self.run is not None and self.run.is_of_pictures:
            self._is_waiting = True

    def start_whole(self, runner: TrainingRunner) -> None:
        """Begin a run on folders of whole pictures, unless one is running."""
        if not self.running:
            self._begin(runner, TrainingRun(is_of_pictures=True))

    def force(self) -> None:
        """Repeat the last run, if its model was refused, and use the model whatever its figures are."""
        if not self.running and self._runner is not None and self.run is not None and self.run.refused:
            self._begin(self._runner.with_force())

    def cancel(self) -> None:
        """Ask the run to end. The model in use stays."""
        if self._runner is not None and self.running:
            self._runner.cancel()

    def _begin(self, runner: TrainingRunner, begun: TrainingRun | None = None) -> None:
        begun = begun or TrainingRun()
        self._runner = runner
        self._states = Latest()
        states = itertools.accumulate(runner, TrainingRun.after, initial=begun)
        self._stream = StreamThread(states, self._states, runner.cancel, self)
        self._stream.available.connect(self._receive)
        self._stream.failed.connect(self._fail)
        self._stream.finished.connect(self._finish)
        self._stream.start()
        self._set_run(begun)

    def _receive(self) -> None:
        run = self._states.take()
        if run is not None:
            self._set_run(run)

    def _fail(self, error: VisavisError) -> None:
        self._receive()
        run = self.run or TrainingRun()
        self._set_run(replace(run.fail(error.message, error.hint), extra=error.extra))

    def _finish(self) -> None:
        self._receive()
        self._stream = None
        run = self.run or TrainingRun()
        self._set_run(run if run.phase.over else replace(run, phase=RunPhase.CANCELLED))
        if run.phase is RunPhase.PUBLISHED and run.model and run.is_of_pictures:
            self.learned.emit(run.model)
        elif run.phase is RunPhase.PUBLISHED and run.model:
            self.published.emit()
            self._disk_worker.submit(
                partial(self._naming.stranger_rate_of, run.model), self._panel.show_stranger_rate, lambda _: None
            )
            self._disk_worker.submit(partial(self._read_outcome, run.model), self._panel.show_outcome, lambda _: None)
        if self._is_waiting and not self.signalsBlocked():  # they are while the program ends
            self._is_waiting = False
            self.start()

    def _read_outcome(self, model_id: str) -> TrainingOutcome:
        models, strangers = ModelStore(self._folders.models), self._naming.stranger_rate_of(model_id)
        context = load_context(models, PeopleStore(self._folders.people), model_id, strangers)
        return build_outcome(ModelReport.read(models, model_id), context)

    def _set_run(self, run: TrainingRun) -> None:
        if run == self.run:
            return
        self.run = run
        self.changed.emit(run)
        if run.error:
            self._banner.tell(Notice(run.error, run.hint, Severity.ERROR, "training", run.extra))
        elif not run.phase.over:
            self._banner.withdraw("training")
