"""The state of a training run: events of the training process folded into one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from visavis.messages import Message, from_record
from visavis.models.description import EpochAccuracy
from visavis.training_client.trainer import Event
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.hints import translate_hint
from visavis.ui.text.language import QT_TRANSLATE_NOOP, format_measured, translate

_CONTEXT = "TrainingRun"
#: Share of test pictures that were given their class below which more pictures are advised.
_MANY_GIVEN = 0.9
#: Until the process says what it does.
_FIRST_STAGE = Message("Looking at the pictures")


class RunPhase(Enum):
    """Phase of a run."""

    STARTING = QT_TRANSLATE_NOOP("TrainingRun", "Starting")
    RUNNING = QT_TRANSLATE_NOOP("TrainingRun", "Training")
    PUBLISHED = QT_TRANSLATE_NOOP("TrainingRun", "Done")
    CANCELLED = QT_TRANSLATE_NOOP("TrainingRun", "Cancelled")
    FAILED = QT_TRANSLATE_NOOP("TrainingRun", "Failed")

    @property
    def over(self) -> bool:
        return self in {RunPhase.PUBLISHED, RunPhase.CANCELLED, RunPhase.FAILED}


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """Everything known about a run so far."""

    phase: RunPhase = RunPhase.STARTING
    stage: Message = _FIRST_STAGE
    done: int = 0  #: of `total`, within the stage
    total: int = 0  #: 0 if not known
    epochs: tuple[EpochAccuracy, ...] = ()
    is_fitting: bool = False  #: whether the newest progress is an epoch, and not another stage
    planned: int = 0  #: maximum number of epochs
    step: int = 0  #: of `steps`, from 1; 0 if not known
    steps: int = 0  #: of the whole run
    model: str | None = None  #: the published model's ID
    metrics: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""
    hint: str = ""
    extra: str = ""  #: name of the extra that was missing
    refused: bool = False  #: the model was trained, but is worse than the one in use
    is_of_pictures: bool = False  #: it learns folders of whole pictures, and leaves the model for faces in use
    classes: int = 0  #: of whole pictures; 0 if not known

    def after(self, event: Event) -> "TrainingRun":
        """The run after one more event. Unknown events change nothing."""
        run = self._continue(event)
        return replace(run, step=_whole(event.get("step")) or run.step, steps=_whole(event.get("steps")) or run.steps)

    def _continue(self, event: Event) -> "TrainingRun":
        match event.get("event"):
            case "start":
                planned = _whole(event.get("epochs"))
                is_fitted = planned or event.get("network") == "cnn64"
                stage = Message("Learning") if is_fitted else Message("Testing what was learned")
                classes = _whole(event.get("classes"))
                return replace(
                    self, phase=RunPhase.RUNNING, stage=stage, done=0, total=0, planned=planned, classes=classes
                )
            case "progress":
                return replace(
                    self,
                    phase=RunPhase.RUNNING,
                    stage=from_record(event, "stage") or from_record(event, "message") or self.stage,
                    done=_whole(event.get("done")),
                    total=_whole(event.get("total")),
                    is_fitting=False,
                )
            case "epoch":
                epochs = (*self.epochs, EpochAccuracy.from_record(event))
                planned = _whole(event.get("epochs")) or self.planned
                stage = Message("Learning")
                return replace(
                    self, phase=RunPhase.RUNNING, stage=stage, epochs=epochs, planned=planned, is_fitting=True
                )
            case "restarted":
                reason = from_record(event, "reason") or self.stage
                return replace(self, phase=RunPhase.RUNNING, stage=reason, done=0, total=0, epochs=(), is_fitting=False)
            case "evaluated":
                stage = Message("Saving the model")
                return replace(self, stage=stage, done=0, total=0, is_fitting=False, metrics=event.get("metrics", {}))
            case "published":
                metrics = event.get("metrics") or self.metrics
                return replace(self, phase=RunPhase.PUBLISHED, model=str(event.get("model", "")), metrics=metrics)
            case "cancelled":
                return replace(self, phase=RunPhase.CANCELLED)
            case "failed":
                failed = self.fail(from_record(event, "error"), from_record(event, "hint"))
                return replace(failed, extra=str(event.get("extra", "")))
            case "refused":
                return replace(self.fail(from_record(event, "reason"), from_record(event, "hint")), refused=True)
        return self

    def fail(self, error: Message, hint: Message) -> "TrainingRun":
        """The run after it failed for this reason."""
        return replace(self, phase=RunPhase.FAILED, error=translate_message(error), hint=translate_hint(hint))

    @property
    def share(self) -> float | None:
        """Share that is done, 0..1; None if not known."""
        if self.phase is RunPhase.PUBLISHED:
            return 1.0
        if self.is_fitting and self.planned:
            return min(len(self.epochs) / self.planned, 1.0)
        return min(self.done / self.total, 1.0) if self.total else None

    @property
    def status(self) -> str:
        """The current stage, in a few words."""
        if self.phase is RunPhase.RUNNING and self.is_fitting:
            done, planned = len(self.epochs), self.planned
            if not planned:
                return translate(_CONTEXT, "Epoch {done}").format(done=done)
            return translate(_CONTEXT, "Epoch {done} of {planned}").format(done=done, planned=planned)
        if self.phase in {RunPhase.STARTING, RunPhase.RUNNING}:
            stage = translate_message(self.stage)
            if not self.total:
                return stage
            return translate(_CONTEXT, "{stage} · {done} of {total}").format(
                stage=stage, done=self.done, total=self.total
            )
        return translate(_CONTEXT, str(self.phase.value))

    @property
    def progress(self) -> str:
        """Which step of how many, and the current stage."""
        if not self.steps or self.phase is not RunPhase.RUNNING:
            return self.status
        text = translate(_CONTEXT, "Step {step} of {steps}: {stage}")
        return text.format(step=self.step, steps=self.steps, stage=self.status)

    @property
    def verdict(self) -> str:
        """The result in a sentence."""
        accuracy = self.metrics.get("accuracy")
        if self.is_of_pictures and isinstance(accuracy, int | float):
            missed = self.metrics.get("fnir")
            given = 1 - missed if isinstance(missed, int | float) else accuracy
            text = translate(
                _CONTEXT,
                "The right class came first in {share} of the test pictures, and {given} of them were given it. The "
                "others were not sure enough, or wrong.",
            )
            if given == 1:
                text = translate(_CONTEXT, "Each test picture was given the right class.")
            elif given < _MANY_GIVEN:
                more = translate(_CONTEXT, "More and more different pictures of each class would help.")
                text = f"{text} {more}"
            return text.format(share=format_measured(accuracy), given=format_measured(given))
        if not isinstance(accuracy, int | float) and self.metrics.get("untested"):
            return translate(_CONTEXT, "One sitting: the model is in use, but there is no independent test of it.")
        if not isinstance(accuracy, int | float):
            return translate(_CONTEXT, "There were too few pictures to measure the accuracy.")
        if self.metrics.get("gallery") == 1:
            return translate(_CONTEXT, "It knows one person, so there is nobody to mix up.")
        if accuracy == 1:
            return translate(_CONTEXT, "In every test picture, the right person came first.")
        text = translate(_CONTEXT, "The right person came first in {share} of the test pictures.")
        return text.format(share=format_measured(accuracy))


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a report: its keys, name and meaning."""

    key: str
    searches: str  #: key of the number of searches
    name: str
    meaning: str


_CLASS_FIGURES = (
    Figure(
        "accuracy",
        "test",
        QT_TRANSLATE_NOOP("TrainingRun", "Best class right"),
        QT_TRANSLATE_NOOP("TrainingRun", "Held-out pictures that were not trained on"),
    ),
    Figure(
        "fnir",
        "test",
        QT_TRANSLATE_NOOP("TrainingRun", "Not given their class"),
        QT_TRANSLATE_NOOP("TrainingRun", "Share of the test pictures that are unknown, or were given another class"),
    ),
    Figure(
        "fpir",
        "impostors",
        QT_TRANSLATE_NOOP("TrainingRun", "Other things given a class"),
        QT_TRANSLATE_NOOP(
            "TrainingRun", "Share of the pictures of classes that were left out of short trainings and still got one"
        ),
    ),
)
_FIGURES = (
    Figure(
        "accuracy",
        "test",
        QT_TRANSLATE_NOOP("TrainingRun", "Best candidate right"),
        QT_TRANSLATE_NOOP("TrainingRun", "Held-out pictures, from sessions that were not trained on"),
    ),
    Figure(
        "book_accuracy",
        "test",
        QT_TRANSLATE_NOOP("TrainingRun", "… split at random"),
        QT_TRANSLATE_NOOP(
            "TrainingRun", "Sessions on both sides of the split, so more optimistic than a test on another day"
        ),
    ),
    Figure(
        "overlapping_accuracy",
        "samples",
        QT_TRANSLATE_NOOP("TrainingRun", "… the book's measure"),
        QT_TRANSLATE_NOOP("TrainingRun", "A random half of all pictures, of which most were trained on"),
    ),
    Figure(
        "fnir",
        "test",
        QT_TRANSLATE_NOOP("TrainingRun", "People missed"),
        QT_TRANSLATE_NOOP("TrainingRun", "FNIR: share of searches for enrolled people that did not return their name"),
    ),
)


def figures(metrics: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(name, value, meaning) of each measured figure, with the number of searches and the confidence interval."""
    rows = []
    for figure in _CLASS_FIGURES if "classes" in metrics else _FIGURES:
        if figure.key != "fnir" and metrics.get("gallery") == 1:  # the best candidate of one is always right
            continue
        share, searches = metrics.get(figure.key), metrics.get(figure.searches)
        if isinstance(share, int | float):
            interval = metrics.get("confidence_95", {}).get(figure.key)
            name, meaning = translate(_CONTEXT, figure.name), translate(_CONTEXT, figure.meaning)
            if interval:
                text = translate(_CONTEXT, "{meaning}. 95 % confidence interval: {low} to {high}")
                meaning = text.format(
                    meaning=meaning, low=format_measured(interval[0]), high=format_measured(interval[1])
                )
            rows.append((name, _format_share(share, searches, interval), meaning))
    return rows


def _format_share(share: float, searches: int | None, interval: Sequence[float] | None) -> str:
    """A share with the number of searches. Zero errors show the upper bound instead of 0 %."""
    if searches is None:
        return format_measured(share)
    if share == 0:
        none = translate(_CONTEXT, "0 of {searches}").format(searches=searches)
        return none + (f" (≤ {format_measured(interval[1])})" if interval else "")
    return translate(_CONTEXT, "{share} of {searches}").format(share=format_measured(share), searches=searches)
