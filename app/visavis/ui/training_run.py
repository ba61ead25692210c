"""A training run as the window follows it: events folded into one value, so that the newest is all there is to know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from visavis.trainer import Event
from visavis.ui.advice import advice


class Phase(Enum):
    """Where a run is."""

    STARTING = "Starting"
    RUNNING = "Training"
    PUBLISHED = "Done"
    CANCELLED = "Cancelled"
    FAILED = "Failed"

    @property
    def over(self) -> bool:
        return self in {Phase.PUBLISHED, Phase.CANCELLED, Phase.FAILED}


@dataclass(frozen=True, slots=True)
class Epoch:
    """What one epoch reached; None where the run does not say."""

    loss: float | None = None
    accuracy: float | None = None
    val_loss: float | None = None
    val_accuracy: float | None = None


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """Everything that is known about a run so far."""

    phase: Phase = Phase.STARTING
    stage: str = "Looking at the pictures"
    done: int = 0  #: of `total`, within the stage
    total: int = 0  #: 0: not known
    epochs: tuple[Epoch, ...] = ()
    planned: int = 0  #: epochs, at most
    model: str | None = None  #: the published model's ID
    metrics: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""
    hint: str = ""

    def after(self, event: Event) -> "TrainingRun":
        """The run after one more event of the training process; events of other kinds change nothing."""
        match event.get("event"):
            case "start":
                return replace(self, phase=Phase.RUNNING, planned=_whole(event.get("epochs")))
            case "progress":
                return replace(
                    self,
                    phase=Phase.RUNNING,
                    stage=_sentence(event.get("stage") or event.get("message")) or self.stage,
                    done=_whole(event.get("done")),
                    total=_whole(event.get("total")),
                )
            case "epoch":
                epochs = (*self.epochs, _epoch(event))
                planned = _whole(event.get("epochs")) or self.planned
                return replace(self, phase=Phase.RUNNING, stage="Learning", epochs=epochs, planned=planned)
            case "evaluated":
                return replace(self, stage="Saving the model", metrics=event.get("metrics", {}))
            case "published":
                metrics = event.get("metrics") or self.metrics
                return replace(self, phase=Phase.PUBLISHED, model=str(event.get("model", "")), metrics=metrics)
            case "cancelled":
                return replace(self, phase=Phase.CANCELLED)
            case "failed":
                error, hint = str(event.get("error", "")), advice(str(event.get("hint", "")))
                return replace(self, phase=Phase.FAILED, error=error, hint=hint)
            case "refused":
                error, hint = str(event.get("reason", "")), advice(str(event.get("hint", "")))
                return replace(self, phase=Phase.FAILED, error=error, hint=hint)
        return self

    @property
    def share(self) -> float | None:
        """How much is done, 0..1; None where that is not known."""
        if self.phase is Phase.PUBLISHED:
            return 1.0
        if self.epochs and self.planned:
            return min(len(self.epochs) / self.planned, 1.0)
        return min(self.done / self.total, 1.0) if self.total else None

    @property
    def status(self) -> str:
        """What is going on, in a few words."""
        if self.phase is Phase.RUNNING and self.epochs:
            of = f" of {self.planned}" if self.planned else ""
            return f"Epoch {len(self.epochs)}{of}"
        if self.phase in {Phase.STARTING, Phase.RUNNING}:
            of = f" · {self.done} of {self.total}" if self.total else ""
            return f"{self.stage}{of}"
        return str(self.phase.value)

    @property
    def verdict(self) -> str:
        """The outcome in a sentence."""
        accuracy = self.metrics.get("accuracy")
        if not isinstance(accuracy, int | float):
            return "There were too few pictures to measure how good it is."
        return f"Of pictures it had never seen, its best candidate was right in {_percent(accuracy)}."


def _sentence(text: Any) -> str:
    return text[:1].upper() + text[1:] if isinstance(text, str) else ""


def _whole(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _epoch(event: Event) -> Epoch:
    values = {name: event.get(name) for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
    return Epoch(**{name: float(value) for name, value in values.items() if isinstance(value, int | float)})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a report: where it is, what it is called, what it means, and of how many it is."""

    key: str
    searches: str  #: the key of how many there were
    name: str
    meaning: str


_FIGURES = (
    Figure("accuracy", "test", "Best candidate right", "Pictures held back, none of their session learned from"),
    Figure("book_accuracy", "test", "… split at random", "Sessions on both sides: kinder than another day is"),
    Figure("fnir", "test", "People missed", "FNIR: searches for enrolled people that were not given their name"),
    Figure("fpir", "impostors", "Strangers named", "FPIR: searches for strangers that were given a name"),
)


def figures(metrics: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """(name, value, meaning) of the figures there are, as they are; of how many, and how sure, is always said."""
    found = []
    for figure in _FIGURES:
        share, searches = metrics.get(figure.key), metrics.get(figure.searches)
        if isinstance(share, int | float):
            interval = metrics.get("confidence_95", {}).get(figure.key)
            sure = f". 95 % sure: {_percent(interval[0])} to {_percent(interval[1])}" if interval else ""
            found.append((figure.name, _of(share, searches, interval), f"{figure.meaning}{sure}"))
    return found


def _of(share: float, searches: int | None, interval: Sequence[float] | None) -> str:
    """A share with how many it is of; none of n is never told as 0 %, but with how many it may yet be."""
    if searches is None:
        return _percent(share)
    if share == 0:
        return f"0 of {searches}" + (f" (≤ {_percent(interval[1])})" if interval else "")
    return f"{_percent(share)} of {searches}"


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %" if share in {0, 1} or 0.01 < share < 0.99 else f"{share * 100:.1f} %"
