"""What a test of a model found, as data: whoever draws it, a page or the window, needs nothing else."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Self

from visavis.errors import EvaluationError
from visavis.messages import Message
from visavis.recognition.report import VERSION, load_report
from visavis.scoring.confidence import round_share
from visavis.storage import disk
from visavis_training.evaluation.confusable_pairs import alike
from visavis_training.evaluation.det_curve import Point, tradeoff
from visavis_training.evaluation.figures import Figures

FILE = "report.json"
PAGE = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One test of one model: what it says of it, and every search it was made of."""

    kind: Literal["evaluation", "training"]
    """On pictures the model never saw, or what its training measured on its own."""
    model: str
    network: str
    gallery: int  #: how many people it could name
    threshold: float
    figures: Figures
    measured: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))  #: when; UTC
    suspects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By person, pictures they were trained with that may show someone else."""
    doubled: Sequence[Sequence[str]] = ()  #: pairs of pictures that are one shot, under two names
    notes: Sequence[str] = ()  #: sentences: what was skipped, what the test says little of

    def as_json(self) -> dict[str, Any]:
        """What `evaluate --json` prints (docs/formats.md)."""
        counted = self.figures.as_dict()
        about = {"model": self.model, "network": self.network, "gallery": self.gallery}
        order = ("probes", "impostors", "detected", "closed_set_accuracy")
        first = {name: counted.pop(name) for name in order}
        return {**about, **first, "threshold": round_share(self.threshold), **counted}

    def record(self) -> dict[str, Any]:
        """What report.json holds: all of it, and what follows from it, for those who only draw."""
        figures = self.figures
        return {
            "version": VERSION,
            "kind": self.kind,
            "measured": self.measured,
            **self.as_json(),
            "mistaken": [list(pair) for pair in figures.mistaken],
            "alike": [
                {"people": [each.first, each.second], "taken": each.taken, "lead": round(each.lead, 3)}
                for each in alike(figures.probes)
            ],
            "curve": [_point(point) for point in tradeoff(figures)],
            "suspects": {name: list(paths) for name, paths in self.suspects.items()},
            "doubled": [list(pair) for pair in self.doubled],
            "notes": list(self.notes),
            "searches": [search.record() for search in (*figures.probes, *figures.impostors)],
        }

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a report.json.

        Raises
        ------
        EvaluationError
            If it is missing, broken, no report of this kind, or written by a newer program.
        """
        try:
            values, searches = load_report(path)
            plain = ("kind", "model", "network", "gallery", "threshold", "measured", "suspects", "doubled", "notes")
            return cls(
                figures=Figures(
                    [search for search in searches if search.truth is not None],
                    [search for search in searches if search.truth is None],
                ),
                **{name: values[name] for name in plain},
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EvaluationError("There is no report in {folder}, or it is broken.", folder=path.parent) from error


def claim(folder: Path) -> None:
    """See, before anything is measured, that a report may be written to a folder: new, empty, or a report already.

    Raises
    ------
    EvaluationError
        If something else is there, which would be lost among a report or lose it.
    """
    if not folder.exists():
        return
    hint = Message("Choose a new folder for the report.")
    if not folder.is_dir():
        raise EvaluationError("{folder} is not a folder.", hint=hint, folder=folder)
    if any(folder.iterdir()) and not _is_report(folder / FILE):
        raise EvaluationError("{folder} holds something that is not a report.", hint=hint, folder=folder)


def write(folder: Path, report: Mapping[str, Any], page: str) -> None:
    """Write a report's data and its page, readable by the user alone: pictures of faces are in it.

    The page is removed first and written last: where there is one, all of it belongs together.
    """
    with disk.translate_errors(folder):
        (folder / PAGE).unlink(missing_ok=True)
    disk.write_json(folder / FILE, dict(report))
    disk.write_whole(folder / PAGE, page.encode("utf-8", "replace"))


def _is_report(path: Path) -> bool:
    try:
        return "searches" in json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def _point(point: Point) -> dict[str, Any]:
    return {
        "fpir": round_share(point.fpir.share),
        "fpir_95": point.fpir.ends,
        "fnir": round_share(point.fnir.share),
        "fnir_95": point.fnir.ends,
    }
