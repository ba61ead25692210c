"""Wrong answers, sorted by kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from visavis.recognition.report import SearchResult
from visavis_training.metrics.search_metrics import SearchMetrics


@dataclass(frozen=True, slots=True)
class Mistakes:
    """Wrong answers of each kind, the highest score first."""

    misnamed: Sequence[SearchResult]  #: enrolled people who got another person's name
    strangers: Sequence[SearchResult]  #: strangers who got a name
    missed: Sequence[SearchResult]  #: enrolled people whose face was detected and got no name
    undetected: Sequence[SearchResult]  #: pictures of enrolled people without a detected face

    @classmethod
    def from_metrics(cls, metrics: SearchMetrics) -> "Mistakes":
        """Collect the wrong answers."""
        wrong = sorted((probe for probe in metrics.probes if probe.is_missed), key=_descending_score)
        return cls(
            misnamed=[probe for probe in wrong if probe.is_named],
            strangers=sorted((each for each in metrics.impostors if each.is_named), key=_descending_score),
            missed=[probe for probe in wrong if probe.match and not probe.is_named],
            undetected=[probe for probe in wrong if probe.match is None],
        )


def _descending_score(search: SearchResult) -> float:
    return -search.match.score if search.match else 0.0
