"""The figures of several folds: their mean, and how far the folds are apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from visavis.messages import Message
from visavis.scoring.confidence import Proportion, round_share
from visavis_training.sentences import join_names


@dataclass(frozen=True, slots=True)
class FoldFigures:
    """What K folds measured. The folds share most of what they learn from, so they are not independent trials."""

    count: int  #: of folds
    accuracies: tuple[Proportion, ...]
    """Of each fold, the share of its pictures whose best candidate is right. Empty where there is one candidate, or
    where all pictures are nearly the same as learned ones."""
    fnirs: tuple[Proportion, ...] = ()
    """Of each fold, the share of its pictures that the shipped decision does not give their name; of templates only."""
    unmeasured: tuple[str, ...] = ()  #: names of people with fewer groups of pictures than folds

    def to_record(self) -> dict[str, Any]:
        """The field "folds" of the metrics."""
        record: dict[str, Any] = {"count": self.count}
        for name, shares in (("accuracy", self.accuracies), ("fnir", self.fnirs)):
            if shares:
                by_fold = [each.share or 0.0 for each in shares]
                record[name] = {
                    "mean": round_share(float(np.mean(by_fold))),
                    "deviation": round_share(spread(by_fold)),
                    "by_fold": [round_share(share) for share in by_fold],
                    "pictures": sum(each.searches for each in shares),
                }
        return {**record, "unmeasured": list(self.unmeasured)}

    def notes(self) -> list[Message]:
        """The sentences of the report."""
        record = self.to_record()
        found = []
        if "accuracy" in record:
            found.append(
                Message(
                    "In {folds} folds, the best candidate is right for {mean} of the pictures that a fold did not "
                    "learn from, with a standard deviation of {deviation} between the folds.",
                    folds=record["count"],
                    mean=f"{record['accuracy']['mean']:.1%}",
                    deviation=f"{record['accuracy']['deviation']:.1%}",
                )
            )
        if "fnir" in record:
            found.append(
                Message(
                    "In {folds} folds, {mean} of the pictures that a fold did not learn from do not get their name, "
                    "with a standard deviation of {deviation} between the folds.",
                    folds=record["count"],
                    mean=f"{record['fnir']['mean']:.1%}",
                    deviation=f"{record['fnir']['deviation']:.1%}",
                )
            )
        if self.unmeasured:
            found.append(
                Message("Too few different pictures for a fold each: {names}.", names=join_names(self.unmeasured))
            )
        return found


def spread(shares: Sequence[float]) -> float:
    """The standard deviation of a sample (with n - 1); 0 of a single one."""
    return float(np.std(shares, ddof=1)) if len(shares) > 1 else 0.0
