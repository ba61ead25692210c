"""The confusion matrix: who was searched for, and what the answer was."""

from collections import Counter
from dataclasses import dataclass

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
    counts = Counter((search.truth, _answer(search), search.match is None) for search in searches)
    rows = (*people, None)
    return Matrix(
        people,
        tuple(tuple(counts[row, column, False] for column in people) for row in rows),
        tuple(counts[row, None, False] for row in rows),
        tuple(counts[row, None, True] for row in rows),
        len(everyone) - len(people),
    )


def _answer(search: SearchResult) -> str | None:
    return search.match.name if search.match else None
