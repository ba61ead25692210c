"""The confusion matrix of a set of searches."""

from dataclasses import dataclass

import numpy as np

from visavis.recognition.report import SearchResult
from visavis_training.metrics.search_metrics import SearchMetrics

#: Largest number of people in one matrix. Of more people, only those are shown who got a wrong name or whose name
#: someone else got.
MAX_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class ConfusionMatrix:
    """Counts of searches by truth and answer."""

    people: tuple[str, ...]  #: in the order of rows and columns
    named: tuple[
        tuple[int, ...], ...
    ]  #: (people + 1, people): true people, with strangers in the last row, by name given
    unknown: tuple[int, ...]  #: (people + 1,) detected faces without a name
    undetected: tuple[int, ...]  #: (people + 1,)
    left_out: int  #: number of people without a row

    @property
    def totals(self) -> tuple[int, ...]:
        """(people + 1,) searches, without answers outside the columns if `MAX_PEOPLE` left people out."""
        rest = zip(self.named, self.unknown, self.undetected, strict=True)
        return tuple(sum(row) + unknown + undetected for row, unknown, undetected in rest)


def build_matrix(metrics: SearchMetrics, limit: int = MAX_PEOPLE) -> ConfusionMatrix:
    """Count the answers at the model's threshold."""
    searches = [*metrics.probes, *metrics.impostors]
    everyone = {name for search in searches for name in (search.truth, _answer(search)) if name}
    shown = everyone
    if len(everyone) > limit:
        confused = [(search.truth, _answer(search)) for search in searches if search.is_named and search.is_missed]
        shown = {name for pair in confused for name in pair if name}
    people = tuple(sorted(shown, key=str.casefold))
    # No name comes after all names: as truth it means a stranger, as answer unknown. Undetected is one more answer.
    index = {name: number for number, name in enumerate((*people, None))}
    undetected = len(index)
    cells = [
        (index[search.truth], index.get(_answer(search), -1) if search.match else undetected)
        for search in searches
        if search.truth in index
    ]
    counts = np.zeros((undetected + 1, undetected + 1), np.intp)
    if cells:
        np.add.at(counts, tuple(zip(*cells, strict=True)), 1)
    rows = counts[:undetected].tolist()
    return ConfusionMatrix(
        people,
        tuple(tuple(row[: len(people)]) for row in rows),
        tuple(row[len(people)] for row in rows),
        tuple(row[undetected] for row in rows),
        len(everyone) - len(people),
    )


def _answer(search: SearchResult) -> str | None:
    return search.match.name if search.match else None
