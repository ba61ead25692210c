"""The metrics of ISO/IEC 19795-1 for a set of searches, defined as in docs/formats.md.

Scikit-learn's metrics do not fit: a face that was not detected has no score and still counts, and a threshold may
accept floor(f * impostors) strangers, where an ROC curve would be interpolated.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.recognition.report import SearchResult
from visavis.scoring.confidence import Proportion, round_share
from visavis_training.metrics.impostor_limit import admission_limit, highest_rejected

#: FPIRs at which the FNIR is reported.
TARGETS = (0.001, 0.01, 0.1)


@dataclass(frozen=True, slots=True)
class SearchMetrics:
    """Searches for enrolled people and for strangers, and their metrics."""

    probes: Sequence[SearchResult]  #: of enrolled people
    impostors: Sequence[SearchResult] = ()  #: of strangers

    @property
    def detected(self) -> Proportion:
        """The share of probes with a detected face."""
        return Proportion(sum(probe.match is not None for probe in self.probes), len(self.probes))

    @property
    def closed_set(self) -> Proportion:
        """The share of detected probes whose best candidate is right."""
        return Proportion(sum(probe.is_right for probe in self.probes), self.detected.count)

    @property
    def fnir(self) -> Proportion:
        """The share of probes that did not get their name. Undetected ones count as missed."""
        return Proportion(sum(probe.is_missed for probe in self.probes), len(self.probes))

    @property
    def fpir(self) -> Proportion:
        """The share of strangers who got a name. Undetected ones got none."""
        return Proportion(sum(impostor.is_named for impostor in self.impostors), len(self.impostors))

    def fnir_at(self, fpir: float) -> Proportion:
        """FNIR by score alone, at the lowest threshold that accepts at most that share of the strangers.

        An undetected stranger is never accepted, but counts.
        """
        rejected = self.rejected_score_at(fpir)
        missed = sum(
            not probe.is_right or probe.match is None or probe.match.score <= rejected for probe in self.probes
        )
        return Proportion(missed, len(self.probes))

    def rejected_score_at(self, fpir: float) -> float:
        """The score that at most that share of the strangers exceed; minus infinity if all may be accepted."""
        return highest_rejected(self.stranger_scores, admission_limit(fpir, len(self.impostors)))

    @property
    def stranger_scores(self) -> NDArray[np.float64]:
        """The best candidate's score for each detected stranger."""
        return np.array([impostor.match.score for impostor in self.impostors if impostor.match], np.float64)

    @property
    def correct_scores(self) -> NDArray[np.float64]:
        """The score of each detected probe whose best candidate is right."""
        return np.array([probe.match.score for probe in self.probes if probe.match and probe.is_right], np.float64)

    @property
    def misnamed_at(self) -> Mapping[float, int]:
        """For each target FPIR, the number of probes with a wrong best candidate above its threshold."""
        wrong = [probe.match.score for probe in self.probes if probe.match and not probe.is_right]
        return {target: sum(score > self.rejected_score_at(target) for score in wrong) for target in TARGETS}

    @property
    def sort_key(self) -> tuple[float, float]:
        """Sorts people, the weakest first."""
        return -(self.fnir.share or 0.0), self.closed_set.share or 0.0

    @property
    def per_person(self) -> dict[str, "SearchMetrics"]:
        """The metrics of each person's probes, the weakest person first."""
        by_name: dict[str, list[SearchResult]] = {}
        for probe in self.probes:
            by_name.setdefault(probe.truth or "", []).append(probe)
        people = {name: SearchMetrics(searches) for name, searches in by_name.items()}
        return dict(sorted(people.items(), key=lambda person: person[1].sort_key))

    @property
    def confusions(self) -> list[tuple[str, str, int]]:
        """(truth, answer, count) of probes that got another person's name, the most frequent first."""
        return _count_pairs(
            [(probe.truth, probe.match.name) for probe in self.probes if probe.match and probe.is_missed]
        )

    @property
    def candidate_confusions(self) -> list[tuple[str, str, int]]:
        """(truth, best candidate, count) of wrong best candidates at any score, the most frequent first."""
        return _count_pairs(
            [(probe.truth, probe.match.best) for probe in self.probes if probe.match and not probe.is_right]
        )

    def intervals(self) -> dict[str, Any]:
        """The 95 % confidence intervals of the shares."""
        return {
            "detected": self.detected.ends,
            "closed_set_accuracy": self.closed_set.ends,
            "fnir": self.fnir.ends,
            "fpir": self.fpir.ends,
            "fnir_at_fpir": {str(target): self.fnir_at(target).ends for target in TARGETS} if self.impostors else None,
        }

    def as_dict(self) -> dict[str, Any]:
        """The metrics in the form of `evaluate --json`."""
        at = {str(target): round_share(self.fnir_at(target).share) for target in TARGETS}
        people = {
            name: {"probes": len(own.probes), "fnir": round_share(own.fnir.share)}
            for name, own in self.per_person.items()
        }
        return {
            "probes": len(self.probes),
            "impostors": len(self.impostors),
            "detected": round_share(self.detected.share),
            "closed_set_accuracy": round_share(self.closed_set.share),
            "fpir": round_share(self.fpir.share),
            "fnir": round_share(self.fnir.share),
            "fnir_at_fpir": at if self.impostors else None,
            "confidence_95": self.intervals(),
            "per_person": people,
            "confusions": [list(confusion) for confusion in self.confusions],
        }


def _count_pairs(pairs: Sequence[tuple[str | None, str | None]]) -> list[tuple[str, str, int]]:
    """The pairs of names with their counts, the most frequent first."""
    return [(first, second, count) for (first, second), count in Counter(pairs).most_common() if first and second]
