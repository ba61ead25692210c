"""The figures of one condition: a kind of picture, or a group of pictures with small, dark, turned or blurred faces."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from visavis.scoring.confidence import Proportion, round_share
from visavis_training.metrics.search_metrics import SearchMetrics


@dataclass(frozen=True, slots=True)
class Condition:
    """What happened to the pictures of one condition, at the threshold in use."""

    name: str
    detected: Proportion  #: of the pictures of enrolled people
    fnir: Proportion
    fpir: Proportion

    @classmethod
    def from_metrics(cls, name: str, metrics: SearchMetrics) -> Self:
        """Count the searches."""
        return cls(name, metrics.detected, metrics.fnir, metrics.fpir)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Read what `record` wrote.

        Raises
        ------
        KeyError, TypeError
            If it is something else.
        """
        return cls(record["name"], *(Proportion(*record["counts"][key]) for key in ("detected", "fnir", "fpir")))

    def record(self) -> dict[str, Any]:
        """The figures for report.json and `evaluate --json`."""
        shares = {"detected": self.detected, "fnir": self.fnir, "fpir": self.fpir}
        return {
            "name": self.name,
            **{key: round_share(rate.share) for key, rate in shares.items()},
            "confidence_95": {key: rate.ends for key, rate in shares.items()},
            "counts": {key: [rate.count, rate.searches] for key, rate in shares.items()},
        }


def verdict(asked: float, happened: Proportion) -> str:
    """How many strangers were named compared with what was asked, 0..1: a few words, empty without strangers.

    The interval decides: a share is clearly higher or lower if the asked one is outside of it. Few searches are
    consistent with much.
    """
    if happened.interval is None:
        return ""
    low, high = happened.interval
    if asked < low:
        return "clearly more than asked"
    return "clearly fewer than asked" if asked > high else "consistent with what was asked"
