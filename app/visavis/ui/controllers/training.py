"""Training from the window: one run at a time, in its own process, followed on its own thread."""

import itertools
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from visavis.errors import VisavisError
from visavis.process.mailbox import Latest
from visavis.ui.dependencies import TrainingRunner
from visavis.ui.text.core_messages import said
from visavis.ui.text.hints import advice
from visavis.ui.threads import StreamThread
from visavis.ui.training.run import RunPhase, TrainingRun


class TrainingController(QObject):
    """Starts, follows and cancels runs; `run` is the newest that is known of the current or last one."""

    changed = Signal(TrainingRun)
    published = Signal(str)  #: the ID of the model that is in use now

    def __init__(self, runner: Callable[[], TrainingRunner], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = runner
        self._runner: TrainingRunner | None = None
        self._stream: StreamThread | None = None
        self._runs: Latest[TrainingRun] = Latest()
        self.run: TrainingRun | None = None

    @property
    def running(self) -> bool:
        return self._stream is not None

    def start(self) -> None:
        """Begin a run, unless one is going on."""
        if not self.running:
            self._follow(self._make())

    def force(self) -> None:
        """Begin the last run once more, if it was refused, to use what comes of it."""
        if not self.running and self._runner is not None and self.run is not None and self.run.refused:
            self._follow(self._runner.forced())

    def cancel(self) -> None:
        """Ask the run to end; the model in use stays."""
        if self._runner is not None and self.running:
            self._runner.cancel()

    def _follow(self, runner: TrainingRunner) -> None:
        self._runner = runner
        self._runs = Latest()
        states = itertools.accumulate(runner, TrainingRun.after, initial=TrainingRun())
        self._stream = StreamThread(states, self._runs, runner.cancel, self)
        self._stream.available.connect(self._take)
        self._stream.failed.connect(self._fail)
        self._stream.finished.connect(self._finish)
        self._stream.start()
        self._now(TrainingRun())

    def _take(self) -> None:
        run = self._runs.take()
        if run is not None:
            self._now(run)

    def _fail(self, error: VisavisError) -> None:
        self._take()
        run = self.run or TrainingRun()
        self._now(replace(run, phase=RunPhase.FAILED, error=said(str(error)), hint=advice(str(error.hint))))

    def _finish(self) -> None:
        self._take()
        self._stream = None
        run = self.run or TrainingRun()
        self._now(run if run.phase.over else replace(run, phase=RunPhase.CANCELLED))
        if run.phase is RunPhase.PUBLISHED and run.model:
            self.published.emit(run.model)

    def _now(self, run: TrainingRun) -> None:
        if run != self.run:
            self.run = run
            self.changed.emit(run)
