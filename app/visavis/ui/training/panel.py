"""The panel of training: start button, progress, and the result, good or bad."""

import math
import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from visavis.messages import from_record
from visavis.scoring.stranger_rates import StrangerRate
from visavis.ui.models.epoch_chart import EpochChart
from visavis.ui.people.overview import OverviewStore, PeopleOverview
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import number, translate
from visavis.ui.training.outcome import AdvisedStep, TrainingOutcome
from visavis.ui.training.run import RunPhase, TrainingRun, figures
from visavis.ui.widgets import theme
from visavis.ui.widgets.action_card import ActionCard
from visavis.ui.widgets.buttons import Disclosure, emphasize, large, set_usable
from visavis.ui.widgets.meters import RemainingTime

#: Steps of the progress bar.
_STEPS = 1000
#: Interval between two refreshes of the time, in milliseconds.
_CLOCK_INTERVAL_MS = 1000
#: How long a run has to take before its time is shown, in seconds.
_SHORT_S = 3


class TrainingPanel(QWidget):
    """Shows a `TrainingRun`. Signals request to start, cancel or force a run."""

    start = Signal()
    cancel = Signal()
    report = Signal()
    class_report = Signal(str)  #: of a model of whole pictures, by its ID
    try_classes = Signal(str)  #: let a model of whole pictures say what the picture shows, by its ID
    folders = Signal()  #: train on any folders
    force = Signal()
    next_step = Signal(AdvisedStep)

    def __init__(self, overview: OverviewStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Train"))
        self._overview = overview
        self._run: TrainingRun | None = None
        self._strangers: StrangerRate | None = None
        self._outcome: TrainingOutcome | None = None
        self._begun = 0.0  # when the run began, on the monotonic clock
        self._clock = QTimer(self, interval=_CLOCK_INTERVAL_MS)
        self._clock.timeout.connect(self._refresh)
        self._remaining = RemainingTime()
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.title.setFont(theme.bold_font(self.font(), 1.15))
        self.title.setWordWrap(True)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setProperty("kind", "quiet")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.status = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.status.setProperty("kind", "quiet")
        self.curve = EpochChart()
        self._card = QFrame()
        self._card.setObjectName("card")
        self._figures = QFormLayout(self._card)
        self._figures.setContentsMargins(14, 12, 14, 12)
        self._figures.setHorizontalSpacing(18)
        self._figures.setVerticalSpacing(8)
        self._figures.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.changes = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.next = ActionCard(self.tr("What to do next"))
        self.more = Disclosure(self.tr("Details"))
        self.more.toggled.connect(self._refresh)
        self.strangers = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.measured = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.measured.setProperty("kind", "quiet")
        self.details = QPushButton(self.tr("Report …"))
        self.details.setAccessibleDescription(
            self.tr("What changed, who was mistaken for whom, and mistakes as pictures")
        )
        self.details.clicked.connect(self._open_report)
        self.try_it = QPushButton(self.tr("Try it"))
        self.try_it.setToolTip(self.tr("Says what the picture shows, without looking for faces"))
        self.try_it.setAccessibleDescription(self.try_it.toolTip())
        self.try_it.clicked.connect(self._try)
        self.button = large(self.tr("Train"), "primary")
        self.button.clicked.connect(self.act)
        self.anyway = large(self.tr("Use it anyway"))
        self.anyway.setToolTip(self.tr("You can roll back later: menu Training, Models"))
        self.anyway.setAccessibleDescription(self.anyway.toolTip())
        self.anyway.clicked.connect(self.force)
        self.choose = large(self.tr("Train on any folders …"))
        self.choose.setToolTip(
            self.tr("Learns whole pictures of animals, digits or anything, without looking for faces")
        )
        self.choose.setAccessibleDescription(self.choose.toolTip())
        self.choose.clicked.connect(self.folders)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 18, 16, 16)
        layout.setSpacing(12)
        for widget in (
            self.title,
            self.text,
            self.bar,
            self.status,
            self.changes,
            self.next,
            self.more,
            self.curve,
            self._card,
            self.strangers,
            self.measured,
            self.details,
            self.try_it,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.button)
        layout.addWidget(self.anyway)
        layout.addWidget(self.choose)
        overview.changed.connect(self._refresh)
        self._refresh()

    def show_run(self, run: TrainingRun) -> None:
        """Show the state of the current or last run."""
        if run != self._run:
            self._strangers = self._outcome = None  # of an earlier model
        if not run.phase.over and not self._running:
            self._begun = time.monotonic()
        self._run = run
        self._clock.start() if self._running else self._clock.stop()
        self._refresh()

    def show_stranger_rate(self, rate: StrangerRate) -> None:
        """Show how many strangers the new model names with the threshold in use."""
        self._strangers = rate
        self._refresh()

    def show_outcome(self, outcome: TrainingOutcome) -> None:
        """Show what came of the run that was published."""
        self._outcome = outcome
        self._refresh()

    def act(self) -> None:
        """Do what the button says."""
        if self._running:
            self.cancel.emit()
            self.status.setText(self.tr("Cancelling …"))
        else:
            self.start.emit()

    @property
    def _running(self) -> bool:
        return self._run is not None and not self._run.phase.over

    def _refresh(self) -> None:
        run, running, overview = self._run, self._running, self._overview.current
        self.bar.setVisible(running)
        self.status.setVisible(running)
        is_wanted = running or self.more.isChecked()
        self.curve.setVisible(run is not None and bool(run.epochs) and is_wanted)
        is_published = run is not None and run.phase is RunPhase.PUBLISHED
        is_of_pictures = run is not None and run.is_of_pictures
        again = is_published and not is_of_pictures
        start = self.tr("Train again") if again else self.tr("Train")
        self.button.setText(self.tr("Cancel") if running else start)
        emphasize(self.button, "large" if running else "primary")
        set_usable(self.button, running or not overview.obstacle, overview.obstacle)
        self.anyway.setVisible(run is not None and run.refused)
        for widget in (self._card, self.strangers, self.measured, self.changes, self.next, self.more):
            widget.setVisible(False)
        self.details.setVisible(is_published)
        self.try_it.setVisible(is_published and is_of_pictures)
        set_usable(self.choose, not running, self.tr("A training is running."))
        if run is None:
            self._set_text(self.tr("Teach the program who is who"), overview.obstacle or _introduction(overview))
            return
        if run.epochs:
            self.curve.show_epochs(run.epochs, run.planned)
        unchanged = self.tr("The model in use has not changed.")
        match run.phase:
            case RunPhase.PUBLISHED:
                self._set_text(self._published_title(run), run.verdict)
                if not run.is_of_pictures:
                    self._show_outcome()
                self.more.setVisible(True)
                self._show_figures(run.metrics)
            case RunPhase.CANCELLED:
                self._set_text(self.tr("Cancelled"), unchanged)
            case RunPhase.FAILED:
                self._set_text(run.error or self.tr("Training failed"), f"{run.hint}\n\n{unchanged}".strip())
            case _:
                self._set_text(
                    self._running_title(run), self.tr("The live picture continues. You can leave this page.")
                )
                self._show_progress(run)

    def _running_title(self, run: TrainingRun) -> str:
        if run.classes:
            return self.tr("Learning %n classes", None, run.classes)
        if run.is_of_pictures:
            return self.tr("Learning whole pictures")
        return self.tr("Learning {people}").format(people=self._overview.current.summary)

    def _published_title(self, run: TrainingRun) -> str:
        return (
            self.tr("It can tell %n classes apart", None, run.classes)
            if run.classes
            else self.tr("The new model is in use")
        )

    def _open_report(self) -> None:
        if self._run is not None and self._run.is_of_pictures:
            self.class_report.emit(self._run.model or "")
        else:
            self.report.emit()

    def _try(self) -> None:
        if self._run is not None and self._run.model:
            self.try_classes.emit(self._run.model)

    def _set_text(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)

    def _show_progress(self, run: TrainingRun) -> None:
        share = run.share
        self.bar.setRange(0, 0 if share is None else _STEPS)
        if share is not None:
            self.bar.setValue(round(share * _STEPS))
        last = run.epochs[-1] if run.epochs else None
        parts = [run.progress]
        if last and last.val_accuracy is not None:
            parts.append(self.tr("{share:.0f} % correct").format(share=100 * last.val_accuracy))
        now = time.monotonic()
        passed = int(now - self._begun)
        if passed >= _SHORT_S:
            parts.append(self.tr("{minutes}:{seconds:02d} so far").format(minutes=passed // 60, seconds=passed % 60))
        left = self._remaining.seconds(share, now)
        if left is not None:
            parts.append(_time_left(left))
        self.status.setText(" · ".join(parts))
        self.status.setToolTip(
            self.tr("loss {loss}").format(loss=number(last.loss, 2)) if last and last.loss is not None else ""
        )

    def _show_outcome(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        self.text.setText(outcome.headline)
        self.changes.setText("\n".join(outcome.changes))
        self.changes.setVisible(bool(outcome.changes))
        step = outcome.step_for(self._overview.current)
        if step is not None:
            self.next.offer(step.text, step.button, lambda: self.next_step.emit(step))

    def _show_figures(self, metrics: Mapping[str, Any]) -> None:
        while self._figures.rowCount():
            self._figures.removeRow(0)
        for name, value, meaning in figures(metrics):
            label, number = QLabel(name), QLabel(value)
            label.setProperty("kind", "quiet")
            label.setToolTip(meaning)
            number.setToolTip(meaning)
            number.setFont(theme.bold_font(self.font(), 1.0))
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._figures.addRow(label, number)
        is_wanted = self.more.isChecked()
        self._card.setVisible(is_wanted and bool(self._figures.rowCount()))
        self.strangers.setText(translate_message(self._strangers.description) if self._strangers else "")
        self.strangers.setVisible(is_wanted and self._strangers is not None)
        self.measured.setText(translate_message(from_record(metrics, "measured_on")))
        self.measured.setVisible(is_wanted and bool(self.measured.text()))


def _introduction(overview: PeopleOverview) -> str:
    return translate(
        "TrainingPanel",
        "{people}. Training learns all of them, sets the threshold between known and unknown, and measures how "
        "reliable the names are. The live picture continues meanwhile. If training fails, the model in use stays.",
    ).format(people=overview.summary)


def _time_left(seconds: float) -> str:
    """Such as "about 40 s left". Rounded, because it is an estimate."""
    if seconds < 60:
        return translate("TrainingPanel", "about {seconds} s left").format(seconds=max(5 * math.ceil(seconds / 5), 5))
    return translate("TrainingPanel", "about {minutes} min left").format(minutes=math.ceil(seconds / 60))
