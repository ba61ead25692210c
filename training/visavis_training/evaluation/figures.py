"""What searches came to: the figures of ISO/IEC 19795-1, as docs/formats.md words them.

Scikit-learn's metrics do not fit: a face that was not detected has no score and still counts, and a threshold may admit
floor(f * impostors) strangers, where an ROC curve would be interpolated.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.recognition.report import SearchResult
from visavis.scoring.confidence import Proportion, round_share
from visavis_training.cnn64.threshold import admissible, highest_refused

#: Shares of strangers at which the share of people missed is reported.
TARGETS = (0.001, 0.01, 0.1)


@dataclass(frozen=True, slots=True)
class Figures:
    """Searches, counted."""

    probes: Sequence[SearchResult]  #: of enrolled people
    impostors: Sequence[SearchResult] = ()  #: of strangers

    @property
    def detected(self) -> Proportion:
        """Probes in which a face was found."""
        return Proportion(sum(probe.match is not None for probe in self.probes), len(self.probes))

    @property
    def closed_set(self) -> Proportion:
        """Of detected probes, those whose best candidate is right."""
        return Proportion(sum(probe.right for probe in self.probes), self.detected.count)

    @property
    def fnir(self) -> Proportion:
        """Probes that were not given their name; undetected ones among them."""
        return Proportion(sum(probe.missed for probe in self.probes), len(self.probes))

    @property
    def fpir(self) -> Proportion:
        """Strangers who were given a name; undetected ones were not."""
        return Proportion(sum(impostor.named for impostor in self.impostors), len(self.impostors))

    def fnir_at(self, fpir: float) -> Proportion:
        """Probes missed by score alone, at the lowest threshold that admits at most that share of the strangers.

        An undetected stranger is never admitted, and stays in the count.
        """
        line = self.line_at(fpir)
        missed = sum(not probe.right or probe.match is None or probe.match.score <= line for probe in self.probes)
        return Proportion(missed, len(self.probes))

    def line_at(self, fpir: float) -> float:
        """The score above which at most that share of the strangers lie; minus infinity if all may be admitted."""
        return highest_refused(self.stranger_scores, admissible(fpir, len(self.impostors)))

    @property
    def stranger_scores(self) -> NDArray[np.float64]:
        """The best candidates' scores of detected strangers."""
        return np.array([impostor.match.score for impostor in self.impostors if impostor.match], np.float64)

    @property
    def right_scores(self) -> NDArray[np.float64]:
        """The scores of detected probes whose best candidate is right."""
        return np.array([probe.match.score for probe in self.probes if probe.match and probe.right], np.float64)

    @property
    def misnamed_at(self) -> Mapping[float, int]:
        """For each of the targets, how many probes have another's name above the line for it."""
        wrong = [probe.match.score for probe in self.probes if probe.match and not probe.right]
        return {target: sum(score > self.line_at(target) for score in wrong) for target in TARGETS}

    @property
    def strength(self) -> tuple[float, float]:
        """By which people are sorted, the weakest first."""
        return -(self.fnir.share or 0.0), self.closed_set.share or 0.0

    @property
    def per_person(self) -> dict[str, "Figures"]:
        """The probes of each person, the weakest first."""
        found: dict[str, list[SearchResult]] = {}
        for probe in self.probes:
            found.setdefault(probe.truth or "", []).append(probe)
        people = {name: Figures(searches) for name, searches in found.items()}
        return dict(sorted(people.items(), key=lambda person: person[1].strength))

    @property
    def confusions(self) -> list[tuple[str, str, int]]:
        """(truth, answer, how often): people who were given another's name, the most frequent first."""
        return _counted([(probe.truth, probe.match.name) for probe in self.probes if probe.match and probe.missed])

    @property
    def mistaken(self) -> list[tuple[str, str, int]]:
        """(truth, best candidate, how often): who resembles whom, thresholds aside, the most frequent first."""
        return _counted([(probe.truth, probe.match.best) for probe in self.probes if probe.match and not probe.right])

    def confidence(self) -> dict[str, Any]:
        """The 95 % intervals of the figures that are shares."""
        return {
            "detected": self.detected.ends,
            "closed_set_accuracy": self.closed_set.ends,
            "fnir": self.fnir.ends,
            "fpir": self.fpir.ends,
            "fnir_at_fpir": {str(target): self.fnir_at(target).ends for target in TARGETS} if self.impostors else None,
        }

    def as_dict(self) -> dict[str, Any]:
        """What `evaluate --json` prints of them."""
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
            "confidence_95": self.confidence(),
            "per_person": people,
            "confusions": [list(confusion) for confusion in self.confusions],
        }


def _counted(pairs: Sequence[tuple[str | None, str | None]]) -> list[tuple[str, str, int]]:
    """How often each pair of names occurs, the most frequent first."""
    return [(first, second, count) for (first, second), count in Counter(pairs).most_common() if first and second]
