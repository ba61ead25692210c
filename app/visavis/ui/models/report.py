"""What a test of a model found, as its report.json has it, and what follows for a line between known and unknown.

Decides; draws nothing.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.messages import Message
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.recognition.report import SearchResult, read
from visavis.scoring.confidence import Proportion

#: The ends of the axis of scores, in log-odds: 0.03 % and 99.97 %. What lies beyond is counted at the end.
ENDS = 8.0


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a line would have done in the test."""

    strangers: Proportion  #: who would have been given a name
    missed: Proportion  #: searches for enrolled people that would not have been given theirs


@dataclass(frozen=True, slots=True)
class ModelReport:
    """The report of one test of one model."""

    model: str
    gallery: int  #: how many people it could name
    threshold: float  #: least score that got a name
    searches: tuple[SearchResult, ...]
    figures: Mapping[str, Any]  #: as `evaluate --json` has them (docs/formats.md)
    suspects: Mapping[str, Sequence[str]]  #: by person, pictures that may show someone else

    @classmethod
    def read(cls, store: ModelStore, model_id: str) -> Self:
        """The report of a model's training.

        Raises
        ------
        ModelError
            If there is none that can be read.
        EvaluationError
            If it was written by a newer program.
        """
        try:
            values, searches = read(store.path(model_id, REPORT_FILE))
            return cls(model_id, values["gallery"], values["threshold"], searches, values, values["suspects"])
        except (OSError, ValueError, KeyError) as error:
            hint = Message("Train again: the new model has one.")
            raise ModelError("Model {model} has no report that can be read.", hint=hint, model=model_id) from error

    @property
    def probes(self) -> tuple[SearchResult, ...]:
        """Searches for enrolled people."""
        return tuple(search for search in self.searches if search.truth is not None)

    @property
    def impostors(self) -> tuple[SearchResult, ...]:
        """Searches for strangers."""
        return tuple(search for search in self.searches if search.truth is None)

    @property
    def fnir(self) -> Proportion:
        """Of the searches for enrolled people, those that were not given their name."""
        return Proportion(sum(search.missed for search in self.probes), len(self.probes))

    @property
    def fpir(self) -> Proportion:
        """Of the searches for strangers, those that were given a name."""
        return Proportion(sum(search.named for search in self.impostors), len(self.impostors))

    @property
    def mistakes(self) -> tuple[SearchResult, ...]:
        """The searches that went wrong: wrong names first, then strangers named, then people missed."""
        wrong = [search for search in self.searches if search.name != search.truth]
        return tuple(sorted(wrong, key=lambda search: (search.name is None, search.truth is None)))

    def consequences(self, threshold: float) -> Consequences:
        """What a least score would have done; the margin to the runner-up is not looked at."""
        named = sum(_reaches(search, threshold) for search in self.impostors)
        right = sum(_reaches(search, threshold) and search.right for search in self.probes)
        return Consequences(
            Proportion(named, len(self.impostors)), Proportion(len(self.probes) - right, len(self.probes))
        )

    def matrix(self) -> tuple[list[str], NDArray[np.intp]]:
        """Who was taken for whom.

        Returns
        -------
        names : list of str
            Whoever was searched for or answered, by name.
        counts : ndarray of int, shape (names, names + 1)
            Row: whom it showed; column: the answer, the last one *unknown*.
        """
        names = sorted(
            {search.truth for search in self.probes if search.truth} | {s.name for s in self.probes if s.name}
        )
        counts = np.zeros((len(names), len(names) + 1), np.intp)
        for (truth, answer), number in Counter((search.truth, search.name) for search in self.probes).items():
            counts[names.index(str(truth)), len(names) if answer is None else names.index(answer)] += number
        return names, counts


def histogram(searches: Sequence[SearchResult], bins: int = 40) -> NDArray[np.float64]:
    """How the scores lie between the ends of the axis, in log-odds: shares of the searches, shape (bins,)."""
    counts, _ = np.histogram([_odds(search) for search in searches], bins=bins, range=(-ENDS, ENDS))
    return np.asarray(counts / max(len(searches), 1), np.float64)


def log_odds(score: float) -> float:
    """A score in log-odds, within the ends of the axis."""
    if score <= 0 or score >= 1:
        return math.copysign(ENDS, score - 0.5)
    return min(max(math.log(score / (1 - score)), -ENDS), ENDS)


def score(odds: float) -> float:
    """The score, 0..1, of log-odds."""
    return 1 / (1 + math.exp(-odds))


def _reaches(search: SearchResult, threshold: float) -> bool:
    return search.match is not None and search.match.score >= threshold


def _odds(search: SearchResult) -> float:
    """The score in log-odds, within the ends of the axis; the lower end where no face was found."""
    return -ENDS if search.match is None else log_odds(search.match.score)
