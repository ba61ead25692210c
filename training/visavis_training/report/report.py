"""The result of a test of a model, as data. The page and the window draw it from report.json alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from visavis.errors import EvaluationError
from visavis.messages import Message
from visavis.models.card import PICTURE_NETWORK_PREFIX
from visavis.models.description import EpochAccuracy, epochs_of
from visavis.recognition.report import VERSION, SearchResult, load_report, nearest_pair, nearest_stranger, path_text
from visavis.scoring.confidence import round_share
from visavis.storage import disk
from visavis_training.metrics.condition import Condition
from visavis_training.metrics.confusable_pairs import confusable_pairs
from visavis_training.metrics.det_curve import DetPoint, det_points
from visavis_training.metrics.search_metrics import SearchMetrics

#: File name of the data.
FILE = "report.json"
#: File name of the page.
PAGE = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One test of one model: its metrics, and all searches they were computed from."""

    kind: Literal["evaluation", "training"]
    """On new pictures, or on the training's own held-out pictures."""
    model: str
    network: str
    gallery: int  #: number of people
    threshold: float
    metrics: SearchMetrics
    measured: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))  #: time, UTC
    asked: float | None = None  #: the largest share of strangers who may be named, 0..1; None in old reports
    expected: str = ""  #: the share that the model promises, one or two sentences
    kinds: Sequence[Condition] = ()  #: the given pictures and their altered copies; empty if there are none
    groups: Sequence[Condition] = ()  #: of the given pictures, the hard ones; the weakest group first
    suspects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Samples that may show someone else, by person."""
    doubled: Sequence[Sequence[str]] = ()  #: pairs of samples of the same shot under two names
    same_person: Sequence[Sequence[str]] = ()  #: pairs of names of people who look like one
    epochs: Sequence[EpochAccuracy] = ()  #: of the training; empty if nothing was fitted
    notes: Sequence[str] = ()  #: sentences on skipped pictures and on the limits of the test

    def as_json(self) -> dict[str, Any]:
        """The output of `evaluate --json` (docs/formats.md)."""
        metrics = self.metrics.as_dict()
        about = {"model": self.model, "network": self.network, "gallery": self.gallery}
        order = ("probes", "impostors", "detected", "closed_set_accuracy")
        first = {name: metrics.pop(name) for name in order}
        return {
            **about,
            **first,
            "threshold": round_share(self.threshold),
            **metrics,
            "asked": self.asked,
            "kinds": [kind.record() for kind in self.kinds],
            "groups": [group.record() for group in self.groups],
            "nearest_stranger": _stranger_record(self.nearest_stranger),
            "nearest_pair": _pair_record(self.nearest_pair),
        }

    @property
    def is_of_pictures(self) -> bool:
        """Whether the model classifies whole pictures; its classes are then in the place of people."""
        return self.network.startswith(PICTURE_NETWORK_PREFIX)

    @property
    def nearest_stranger(self) -> SearchResult | None:
        """The search for a stranger with the highest score."""
        return nearest_stranger(self.searches)

    @property
    def nearest_pair(self) -> tuple[str, str, float] | None:
        """The two enrolled people who came nearest: whose picture, whom it resembles, and the score."""
        return nearest_pair(self.searches)

    @property
    def searches(self) -> list[SearchResult]:
        """All searches, those for enrolled people first."""
        return [*self.metrics.probes, *self.metrics.impostors]

    def to_record(self) -> dict[str, Any]:
        """The content of report.json, with everything that is derived from the searches."""
        metrics = self.metrics
        return {
            "version": VERSION,
            "kind": self.kind,
            "measured": self.measured,
            **self.as_json(),
            "expected": self.expected,
            "mistaken": [list(pair) for pair in metrics.candidate_confusions],
            "alike": [
                {"people": [each.first, each.second], "taken": each.confusions, "lead": round(each.lead, 3)}
                for each in confusable_pairs(metrics.probes)
            ],
            "curve": [_point(point) for point in det_points(metrics)],
            "suspects": {name: list(paths) for name, paths in self.suspects.items()},
            "doubled": [list(pair) for pair in self.doubled],
            "same_person": [list(pair) for pair in self.same_person],
            "notes": list(self.notes),
            "searches": [search.record() for search in self.searches],
            **self._epoch_records(),
        }

    def _epoch_records(self) -> dict[str, Any]:
        epochs = [{"epoch": number, **epoch.record()} for number, epoch in enumerate(self.epochs, 1)]
        return {"epochs": epochs} if epochs else {}

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a report.json.

        Raises
        ------
        EvaluationError
            If it is missing or broken, another kind of report, or written by a newer version.
        """
        try:
            values, searches = load_report(path)
            plain = ("kind", "model", "network", "gallery", "threshold", "measured", "suspects", "doubled", "notes")
            return cls(
                metrics=SearchMetrics(
                    [search for search in searches if search.truth is not None],
                    [search for search in searches if search.truth is None],
                ),
                **{name: values[name] for name in plain},
                same_person=values.get("same_person", ()),
                asked=values.get("asked"),
                expected=values.get("expected", ""),
                kinds=[Condition.from_record(kind) for kind in values.get("kinds", ())],
                groups=[Condition.from_record(group) for group in values.get("groups", ())],
                epochs=epochs_of(values) if values["kind"] == "training" else (),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EvaluationError("There is no report in {folder}, or it is broken.", folder=path.parent) from error


def check_folder(folder: Path) -> None:
    """Check, before anything is measured, that a report may be written to a folder: new, empty, or with a report.

    Raises
    ------
    EvaluationError
        If the folder has other content.
    """
    if not folder.exists():
        return
    hint = Message("Choose a new folder for the report.")
    if not folder.is_dir():
        raise EvaluationError("{folder} is not a folder.", hint=hint, folder=folder)
    if any(folder.iterdir()) and not _is_report(folder / FILE):
        raise EvaluationError("{folder} holds something that is not a report.", hint=hint, folder=folder)


def write_report(folder: Path, report: Mapping[str, Any], page: str) -> None:
    """Write a report's data and its page. Only the user may read them, because they show faces.

    The page is removed first and written last, so that an existing page always matches the data.
    """
    with disk.translate_errors(folder):
        (folder / PAGE).unlink(missing_ok=True)
    disk.write_json(folder / FILE, dict(report))
    disk.write_whole(folder / PAGE, page.encode("utf-8", "replace"))


def _is_report(path: Path) -> bool:
    try:
        load_report(path)
    except (OSError, ValueError, EvaluationError):
        return False
    return True


def _point(point: DetPoint) -> dict[str, Any]:
    return {
        "fpir": round_share(point.fpir.share),
        "fpir_95": point.fpir.ends,
        "fnir": round_share(point.fnir.share),
        "fnir_95": point.fnir.ends,
    }


def _stranger_record(search: SearchResult | None) -> dict[str, Any] | None:
    if search is None or search.match is None:
        return None
    picture = path_text(search.picture) if search.picture else None
    return {"picture": picture, "best": search.match.best, "score": round_share(search.match.score)}


def _pair_record(pair: tuple[str, str, float] | None) -> list[Any] | None:
    return [pair[0], pair[1], round_share(pair[2])] if pair else None
