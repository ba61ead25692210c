"""The report of a model's test, as report.json holds it, and the people whom another threshold would have missed.

Draws nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from visavis.errors import ModelError
from visavis.messages import Message
from visavis.models.description import EpochAccuracy, epochs_of
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.recognition.report import SearchResult, load_report
from visavis.scoring.confidence import Proportion
from visavis.scoring.log_odds import log_odds

#: Limit of the score axis on both sides, in log-odds: 0.03 % and 99.97 %. Scores beyond are counted at the limit.
MAX_LOG_ODDS = 8.0


@dataclass(frozen=True, slots=True)
class PersonResult:
    """The searches for one person."""

    name: str
    recognized: Proportion  #: of the searches for this person, those that returned the name
    mistaken_for: str | None  #: whose name they returned most often instead; None if nobody's


@dataclass(frozen=True, slots=True)
class ModelReport:
    """The report of one test of one model."""

    model: str
    gallery: int  #: number of people the model can name
    threshold: float  #: minimum score for a name
    searches: tuple[SearchResult, ...]
    figures: Mapping[str, Any]  #: as `evaluate --json` has them (docs/formats.md)
    suspects: Mapping[str, Sequence[str]]  #: by person, pictures that may show another person
    same_person: Sequence[Sequence[str]] = ()  #: pairs of names of people who look like one

    @classmethod
    def read(cls, store: ModelStore, model_id: str) -> Self:
        """Read the report of a model's training.

        Raises
        ------
        ModelError
            If the model has no readable report.
        EvaluationError
            If a newer version of the program wrote it.
        """
        try:
            values, searches = load_report(store.path(model_id, REPORT_FILE))
            same_person = values.get("same_person", ())
            suspects = values["suspects"]
            return cls(model_id, values["gallery"], values["threshold"], searches, values, suspects, same_person)
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
        """Share of the searches for enrolled people that did not return their name."""
        return Proportion(sum(search.is_missed for search in self.probes), len(self.probes))

    @property
    def recognized(self) -> Proportion:
        """Share of the searches for enrolled people that returned their name."""
        return Proportion(self.fnir.searches - self.fnir.count, self.fnir.searches)

    @property
    def misnamed(self) -> Proportion:
        """Share of the searches for enrolled people that returned somebody else's name."""
        wrong = sum(search.is_named and search.is_missed for search in self.probes)
        return Proportion(wrong, len(self.probes))

    @property
    def people(self) -> tuple[PersonResult, ...]:
        """The people who were searched for, the weakest first."""
        by_name: dict[str, list[SearchResult]] = {}
        for search in self.probes:
            by_name.setdefault(str(search.truth), []).append(search)
        results = [_person_result(name, searches) for name, searches in by_name.items()]
        return tuple(sorted(results, key=lambda each: (each.recognized.share or 0.0, each.name)))

    @property
    def epochs(self) -> tuple[EpochAccuracy, ...]:
        """The epochs of the training; empty if the network was not trained, or the report is an older one."""
        return epochs_of(self.figures)

    @property
    def mistakes(self) -> tuple[SearchResult, ...]:
        """The searches that went wrong: wrong names first, then strangers named, then people missed."""
        wrong = [search for search in self.searches if search.name != search.truth]
        return tuple(sorted(wrong, key=lambda search: (search.name is None, search.truth is None)))

    def missed_at(self, threshold: float) -> Proportion:
        """Share of the searches for enrolled people that would not have returned their name at a threshold.

        The margin to the runner-up is ignored.
        """
        right = sum(_reaches(search, threshold) and search.is_right for search in self.probes)
        return Proportion(len(self.probes) - right, len(self.probes))

    def confusion_matrix(self) -> tuple[list[str], NDArray[np.intp]]:
        """The confusion matrix.

        Returns
        -------
        names : list of str
            Everybody who was searched for or returned, sorted.
        counts : ndarray of int, shape (names, names + 1)
            Rows: the person in the picture. Columns: the answer; the last column is *unknown*.
        """
        names = sorted(
            {search.truth for search in self.probes if search.truth} | {s.name for s in self.probes if s.name}
        )
        counts = np.zeros((len(names), len(names) + 1), np.intp)
        for (truth, answer), number in Counter((search.truth, search.name) for search in self.probes).items():
            counts[names.index(str(truth)), len(names) if answer is None else names.index(answer)] += number
        return names, counts


def _person_result(name: str, searches: Sequence[SearchResult]) -> PersonResult:
    missed = [search for search in searches if search.is_missed]
    answers = Counter(search.name for search in missed if search.name is not None)
    mistaken_for = min(answers, key=lambda answer: (-answers[answer], answer), default=None)
    return PersonResult(name, Proportion(len(searches) - len(missed), len(searches)), mistaken_for)


def histogram(searches: Sequence[SearchResult], bins: int = 40) -> NDArray[np.float64]:
    """Distribution of the scores in log-odds between the limits of the axis: shares of the searches, shape (bins,)."""
    positions = [_position(search) for search in searches]
    counts, _ = np.histogram(positions, bins=bins, range=(-MAX_LOG_ODDS, MAX_LOG_ODDS))
    return np.asarray(counts / max(len(searches), 1), np.float64)


def axis_position(score: float) -> float:
    """Position of a score, 0..1, on the axis: its log-odds, within the limits."""
    return min(max(log_odds(score), -MAX_LOG_ODDS), MAX_LOG_ODDS)


def _reaches(search: SearchResult, threshold: float) -> bool:
    return search.match is not None and search.match.score >= threshold


def _position(search: SearchResult) -> float:
    """Position of the score on the axis; the lower limit if no face was found."""
    return -MAX_LOG_ODDS if search.match is None else axis_position(search.match.score)
