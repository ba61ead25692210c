"""What starts a training, and what follows when a model was made or chosen."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from visavis.ui.controllers.live import LiveController
from visavis.ui.controllers.models import ModelsController
from visavis.ui.controllers.training import TrainingController
from visavis.ui.people.overview import OverviewStore
from visavis.ui.shell.pages import PEOPLE, TRAIN
from visavis.ui.threads import Worker
from visavis.ui.training.outcome import AdvisedStep, NextStepKind
from visavis.ui.training.run import RunPhase, TrainingRun
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.window import Window


class ModelUpdates(QObject):
    """Connects training and models with the window and recognition."""

    def __init__(
        self,
        window: Window,
        training: TrainingController,
        models: ModelsController,
        overview: OverviewStore,
        live: LiveController,
        begin_capture: Callable[[str], None],
        disk_worker: Worker,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._training, self._overview, self._live = window, training, overview, live
        self._begin_capture, self._disk_worker = begin_capture, disk_worker
        actions = window.actions_
        for start in (window.capture.train, window.training.start, actions.start.triggered):
            start.connect(self.train)
        actions.cancel.triggered.connect(training.cancel)
        training.changed.connect(self._follow_training)
        window.pages.currentChanged.connect(self._update_cancel)  # the first page enables the actions
        training.published.connect(self._use_new_model)
        training.published.connect(models.refresh)
        models.changed.connect(self._use_new_model)
        actions.models.triggered.connect(models.open)
        models.capture.connect(begin_capture)
        window.training.next_step.connect(self._take_next_step)
        actions.export_report.triggered.connect(models.export_current_report)
        actions.report.triggered.connect(models.open_current_report)
        window.training.report.connect(models.open_current_report)
        self._update_cancel()

    def train(self) -> None:
        """Show the page of training, and start."""
        self._window.show_page(TRAIN)
        self._window.training.button.setFocus()
        self._training.start()

    def _take_next_step(self, step: AdvisedStep) -> None:
        match step.kind:
            case NextStepKind.NEW_PERSON | NextStepKind.CAPTURE:
                self._begin_capture(step.name)
            case NextStepKind.THRESHOLD:
                self._window.actions_.threshold.trigger()
            case NextStepKind.PEOPLE:
                self._window.show_page(PEOPLE)

    def _update_cancel(self, *_: object) -> None:
        if self._window.pages.currentWidget() is not self._window.welcome:
            set_usable(self._window.actions_.cancel, self._is_training, self.tr("No training is running."))

    @property
    def _is_training(self) -> bool:
        run = self._training.run
        return run is not None and not run.phase.over

    def _follow_training(self, run: TrainingRun) -> None:
        self._update_cancel()
        if run.phase is not RunPhase.PUBLISHED:  # then the people are read first, so training is not offered again
            self._show_learning()

    def _show_learning(self) -> None:
        self._window.capture.show_learning(self._training.is_learning_people)

    def _use_new_model(self) -> None:
        self._overview.refresh()
        self._disk_worker.run_after(self._show_learning)
        self._live.use_current_model()
