"""Searches that went wrong, by how."""

from collections.abc import Sequence
from dataclasses import dataclass

from visavis.recognition.report import SearchResult
from visavis_training.evaluation.figures import Figures


@dataclass(frozen=True, slots=True)
class Mistakes:
    """Searches, the surest answer first: what a model was sure of says most."""

    misnamed: Sequence[SearchResult]  #: enrolled people given another's name
    strangers: Sequence[SearchResult]  #: strangers given a name
    missed: Sequence[SearchResult]  #: enrolled people whose face was found and given no name
    undetected: Sequence[SearchResult]  #: enrolled people in whose picture no face was found

    @classmethod
    def of(cls, figures: Figures) -> "Mistakes":
        """Sort the searches that were not answered rightly."""
        wrong = sorted((probe for probe in figures.probes if probe.missed), key=_sure)
        return cls(
            misnamed=[probe for probe in wrong if probe.named],
            strangers=sorted((each for each in figures.impostors if each.named), key=_sure),
            missed=[probe for probe in wrong if probe.match and not probe.named],
            undetected=[probe for probe in wrong if probe.match is None],
        )


def _sure(search: SearchResult) -> float:
    return -search.match.score if search.match else 0.0
