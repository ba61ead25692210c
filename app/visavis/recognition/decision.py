"""Where the threshold is applied: from scores to a name, or *unknown*."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.faces.observation import QualityIssue
from visavis.recognition.match import NOBODY, Doubt, Match
from visavis.scoring.log_odds import log_odd, raised

Similarities = NDArray[np.floating[Any]]


#: How much stricter the line is for a face's first look in a video, in log-odds.
_ALLOWANCE = 1.0


@dataclass(frozen=True, slots=True)
class Decision:
    """When a score is enough for a name."""

    threshold: float  #: least score
    margin: float = 0.0
    """Least lead over the runner-up, in log-odds: near 1, the difference of two scores says nothing."""

    def __call__(
        self,
        scores: Similarities,
        names: Sequence[str],
        *,
        looks: Sequence[int] | None = None,
        flaws: Sequence[QualityIssue | None] | None = None,
        vetoes: NDArray[np.bool_] | None = None,
    ) -> list[Match]:
        """Name the faces of one frame.

        Parameters
        ----------
        scores : ndarray of float, shape (faces, people)
            0..1, higher is surer.
        names : sequence of str
            The people, in the order of the columns.
        looks : sequence of int, optional
            In video, how many looks each row sums up: the line is then stricter (`allowance`). None: stills.
        flaws : sequence of Flaw or None, optional
            What makes a face too poor to tell, which is then unknown.
        vetoes : ndarray of bool, shape (faces, people), optional
            True where the user said that a face like this is not that person.

        Returns
        -------
        list of Match
            One for each face. A name is given at most once in a frame, to the face that has the best score for it:
            nobody is in two places. The other is judged as if that person were not enrolled: it is a look-alike, or a
            picture of them.
        """
        poor = flaws or [None] * len(scores)
        lines = [self.line(looks[row] if looks else None) for row in range(len(scores))]
        ruled_out = np.zeros(scores.shape, np.bool_) if vetoes is None else vetoes.copy()
        while True:
            rows = zip(scores, ruled_out, lines, poor, strict=True)
            matches = [self._match(row, out, line, flaw, names) for row, out, line, flaw in rows]
            taken = _taken(matches, scores, names) & ~ruled_out
            if not taken.any():
                break
            ruled_out |= taken
        if vetoes is None:
            return matches
        return [
            replace(match, doubt=Doubt.VETOED) if match.doubt is Doubt.TAKEN and vetoed[row.argmax()] else match
            for match, vetoed, row in zip(matches, vetoes, scores, strict=True)
        ]

    def in_hindsight(self, match: Match) -> Match:
        """The answer for a face of a video that is judged once, when all of it was seen: by the line for stills.

        That for videos is stricter because a face is judged again with every look (`allowance`).
        """
        if match.doubt is not Doubt.FAR or match.best is None or match.score < self.threshold:
            return match
        if match.runner_up is not None and lead(match.score, match.runner_up[1]) < self.margin:
            return replace(match, doubt=Doubt.AMBIGUOUS)
        return replace(match, name=match.best, doubt=None)

    def stricter(self, by: float) -> "Decision":
        """The same with a line that lies higher by so much, in log-odds; lower, where that is negative."""
        return replace(self, threshold=raised(self.threshold, by)) if by else self

    def line(self, looks: int | None = None) -> float:
        """The least score that gets a name: in a still, or in a video after so many looks."""
        return self.threshold if looks is None else raised(self.threshold, allowance(looks))

    def _match(
        self,
        row: Similarities,
        ruled_out: NDArray[np.bool_],
        line: float,
        flaw: QualityIssue | None,
        names: Sequence[str],
    ) -> Match:
        if not len(row):
            return NOBODY
        everybody = _two_best(row, np.ones(len(row), np.bool_))
        if flaw:
            return _answer(row, everybody, names, flaw)
        left = _two_best(row, ~ruled_out)
        if not len(left) or row[left[0]] < line:
            best = everybody[0]
            would_do = ruled_out[best] and row[best] >= self.threshold
            return _answer(row, everybody, names, Doubt.TAKEN if would_do else Doubt.FAR)
        if len(left) > 1 and lead(row[left[0]], row[left[1]]) < self.margin:
            return _answer(row, left, names, Doubt.AMBIGUOUS)
        return _answer(row, left, names, None)


def _two_best(row: Similarities, eligible: NDArray[np.bool_]) -> list[int]:
    """The columns of the best two, or of as many as are eligible; of equal ones the first.

    Sorting ten thousand people takes a hundred times as long.
    """
    left = np.where(eligible, row, -np.inf)
    best: list[int] = []
    for _ in range(min(2, int(np.count_nonzero(eligible)))):
        best.append(int(left.argmax()))
        left[best[-1]] = -np.inf
    return best


def _answer(row: Similarities, order: Sequence[int], names: Sequence[str], doubt: Doubt | QualityIssue | None) -> Match:
    """The match for candidates in that order, the best first; named where there is no doubt."""
    best, *others = order[:2]
    runner_up = (names[others[0]], float(row[others[0]])) if others else None
    return Match(None if doubt else names[best], float(row[best]), names[best], runner_up, doubt)


def _taken(matches: Sequence[Match], scores: Similarities, names: Sequence[str]) -> NDArray[np.bool_]:
    """(faces, people) where another face was given the name with a better score; of equal ones, the first has it."""
    taken = np.zeros(scores.shape, np.bool_)
    for name in {match.name for match in matches if match.name is not None}:
        column = names.index(name)
        holders = [row for row, match in enumerate(matches) if match.name == name]
        holder = holders[int(scores[holders, column].argmax())]
        taken[:, column] = scores[:, column] <= scores[holder, column]
        taken[holder, column] = False
    return taken


def allowance(looks: int) -> float:
    """By how much the line for a face in a video is stricter than for a still, in log-odds.

    A face in a video is judged again with every look, and a stranger would be named if one of these times went wrong:
    a track is to go wrong no more often than a still. It eases with the square root of the looks, as the spread of
    their mean does. Measured with means of unscaled vectors on Labeled Faces in the Wild, galleries of 5 and 20 people
    with five pictures each, the 20-30 other pictures of someone as one track: of 600 strangers' tracks 2 ever had
    a name (without the allowance up to 3 %; with scaled means 12 %; with 2.8, none), and 99 % of enrolled people were
    named at the first look, all at the second (with 2.8: 92-95 and 99 %).
    """
    return _ALLOWANCE / math.sqrt(max(looks, 1))


def lead(score: float, runner_up: float) -> float:
    """By how much a score is ahead of another, in log-odds."""
    return log_odd(score) - log_odd(runner_up)
