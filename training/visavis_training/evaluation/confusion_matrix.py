"""The confusion matrix: who was searched for, and what the answer was."""

from dataclasses import dataclass

import numpy as np

from visavis.recognition.report import SearchResult
from visavis_training.evaluation.figures import Figures

#: Most people in one matrix; of more, only those who were given another's name, or whose name others were given.
MOST = 50


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts of searches by truth and answer."""

    people: tuple[str, ...]  #: in the order of rows and of columns
    named: tuple[tuple[int, ...], ...]  #: (people + 1, people): row i is who they are, the last row strangers
    unknown: tuple[int, ...]  #: (people + 1,) faces that got no name
    undetected: tuple[int, ...]  #: (people + 1,)
    left_out: int  #: people who are in no row

    @property
    def totals(self) -> tuple[int, ...]:
        """(people + 1,) searches; of those left out by `MOST`, answers outside the columns are not in it."""
        rest = zip(self.named, self.unknown, self.undetected, strict=True)
        return tuple(sum(row) + unknown + undetected for row, unknown, undetected in rest)


def matrix(figures: Figures, most: int = MOST) -> Matrix:
    """Count the shipped decisions."""
    searches = [*figures.probes, *figures.impostors]
    everyone = {name for search in searches for name in (search.truth, _answer(search)) if name}
    shown = everyone
    if len(everyone) > most:
        mixed = [(search.truth, _answer(search)) for search in searches if search.named and search.missed]
        shown = {name for pair in mixed for name in pair if name}
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
        from sklearn.metrics import confusion_matrix

        counts = confusion_matrix(*zip(*cells, strict=True), labels=range(undetected + 1))
    rows = counts[:undetected].tolist()
    return Matrix(
        people,
        tuple(tuple(row[: len(people)]) for row in rows),
        tuple(row[len(people)] for row in rows),
        tuple(row[undetected] for row in rows),
        len(everyone) - len(people),
    )


def _answer(search: SearchResult) -> str | None:
    return search.match.name if search.match else None
