"""Where the threshold is applied: from scores to a name, or *unknown*."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.faces.observation import QualityIssue
from visavis.recognition.match import NOBODY, Doubt, Match
from visavis.scoring.log_odds import log_odds, shift

Scores = NDArray[np.floating[Any]]

#: How much higher the threshold is for the first observation of a face in a video, in log-odds (`allowance`).
_FIRST_ALLOWANCE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class ScoredProbe:
    """One face of a frame, and how well each person of the gallery fits."""

    scores: Scores  #: shape (people,), 0..1, higher is surer
    vetoed: NDArray[np.bool_] | None = None
    """Shape (people,): true where the user said that a face like this is not that person. None: nothing was said."""
    observations: int | None = None
    """In a video, the number of observations behind the scores; it raises the threshold (`allowance`). None: still."""
    issue: QualityIssue | None = None  #: why the face cannot be told; it is then unknown


@dataclass(frozen=True, slots=True)
class Decision:
    """When a score is enough for a name."""

    threshold: float  #: least score that gets a name in a still
    margin: float = 0.0
    """Least lead over the runner-up, in log-odds: close to 1, the plain difference of two scores means little."""
    listed: int = field(default=0, repr=False)  #: how many candidates each match lists; it changes no answer

    def __call__(self, probes: Sequence[ScoredProbe], names: Sequence[str]) -> list[Match]:
        """Name the faces of one frame.

        Parameters
        ----------
        probes : sequence of ScoredProbe
            One for each face.
        names : sequence of str
            The people, in the order of the scores.

        Returns
        -------
        list of Match
            One for each face. A name is given at most once in a frame, to the face with the best score for it. The
            other face is judged again as if that person were not enrolled: it is a look-alike, or a picture of them.
        """
        excluded = [
            np.zeros(probe.scores.shape, np.bool_) if probe.vetoed is None else probe.vetoed.copy() for probe in probes
        ]
        while True:
            matches = [self._match(probe, out, names) for probe, out in zip(probes, excluded, strict=True)]
            if not _exclude_taken(matches, probes, names, excluded):
                break
        if not self.listed:
            return matches
        return [
            replace(match, candidates=_best(probe.scores, names, self.listed))
            for match, probe in zip(matches, probes, strict=True)
        ]

    def final(self, match: Match) -> Match:
        """Return the answer for a face whose video was analyzed to its end: the threshold for stills applies.

        The higher threshold for videos exists because a face is judged again with each observation (`allowance`). Here
        it is judged once.
        """
        if match.doubt is not Doubt.FAR or match.best is None or match.score < self.threshold:
            return match
        if match.runner_up is not None and lead(match.score, match.runner_up[1]) < self.margin:
            return replace(match, doubt=Doubt.AMBIGUOUS)
        return replace(match, name=match.best, doubt=None)

    def with_offset(self, offset: float) -> "Decision":
        """Return a copy whose threshold is higher by `offset` log-odds, or lower if that is negative."""
        return replace(self, threshold=shift(self.threshold, offset)) if offset else self

    def threshold_after(self, observations: int | None) -> float:
        """Return the least score that gets a name after so many observations in a video; None means in a still."""
        return self.threshold if observations is None else shift(self.threshold, allowance(observations))

    def _match(self, probe: ScoredProbe, excluded: NDArray[np.bool_], names: Sequence[str]) -> Match:
        scores = probe.scores
        if not len(scores):
            return NOBODY
        ranking = _best_two(scores)
        if probe.issue:
            return _answer(scores, ranking, names, probe.issue)
        eligible = _best_two(np.where(excluded, -np.inf, scores)) if excluded.any() else ranking
        if not eligible or scores[eligible[0]] < self.threshold_after(probe.observations):
            return _answer(scores, ranking, names, self._doubt(probe, excluded, ranking[0]))
        if len(eligible) > 1 and lead(scores[eligible[0]], scores[eligible[1]]) < self.margin:
            return _answer(scores, eligible, names, Doubt.AMBIGUOUS)
        return _answer(scores, eligible, names, None)

    def _doubt(self, probe: ScoredProbe, excluded: NDArray[np.bool_], best: int) -> Doubt:
        """Why a face does not get the name of its best candidate."""
        if not excluded[best] or probe.scores[best] < self.threshold:
            return Doubt.FAR
        return Doubt.VETOED if probe.vetoed is not None and probe.vetoed[best] else Doubt.TAKEN


def allowance(observations: int) -> float:
    """Return by how much the threshold is higher for a face in a video than for one in a still, in log-odds.

    A face in a video is judged again with each observation, and a stranger would be named if one of these decisions
    went wrong. A track is to go wrong no more often than a still. The allowance decreases with the square root of the
    number of observations, as the standard deviation of their mean does.

    Measured on Labeled Faces in the Wild: galleries of 1 to 19 people with templates of one and five pictures, at the
    threshold for an FPIR of 1 %. Tracks of strangers were 20 observations of one picture that moved, with changes of
    light, blur and noise (21,260 tracks): 0.7 % ever had a name, as often as in a still (0.7 %). It was 1.3 % without
    the allowance, and 0.5 % with twice as much. Of 1,740 tracks of enrolled people, 20-30 pictures each in galleries of
    10 and 19, 99.6 % were named at the first observation and 99.9 % at the second (with four times the allowance 99.1 %
    and 99.9 %).
    """
    return _FIRST_ALLOWANCE / math.sqrt(max(observations, 1))


def lead(score: float, runner_up: float) -> float:
    """Return by how much a score is ahead of another, in log-odds."""
    return log_odds(float(score)) - log_odds(float(runner_up))


def _best_two(scores: Scores) -> list[int]:
    """Return the columns of the two best scores, the first of equal ones; fewer if the others are -inf.

    Sorting ten thousand people takes a hundred times as long.
    """
    others = scores.copy()
    columns: list[int] = []
    for _ in range(2):
        best = int(others.argmax())
        if others[best] == -np.inf:
            break
        columns.append(best)
        others[best] = -np.inf
    return columns


def _best(scores: Scores, names: Sequence[str], count: int) -> tuple[tuple[str, float], ...]:
    """Return the best candidates with their scores, the first of equal ones first."""
    order = np.argsort(-scores, kind="stable")[:count]
    return tuple((names[column], float(scores[column])) for column in order)


def _answer(scores: Scores, order: Sequence[int], names: Sequence[str], doubt: Doubt | QualityIssue | None) -> Match:
    """Return the match for candidates in that order, the best first; it has a name if there is no doubt."""
    best, *others = order
    runner_up = (names[others[0]], float(scores[others[0]])) if others else None
    return Match(None if doubt else names[best], float(scores[best]), names[best], runner_up, doubt)


def _exclude_taken(
    matches: Sequence[Match], probes: Sequence[ScoredProbe], names: Sequence[str], excluded: list[NDArray[np.bool_]]
) -> bool:
    """Exclude each name that was given from all faces that fit it less well; return whether that changes anything.

    Of faces with equal scores, the first one keeps the name.
    """
    changed = False
    for name in {match.name for match in matches if match.name is not None}:
        column = names.index(name)
        holders = [row for row, match in enumerate(matches) if match.name == name]
        holder = holders[int(np.argmax([probes[row].scores[column] for row in holders]))]
        for row, probe in enumerate(probes):
            if row != holder and not excluded[row][column] and probe.scores[column] <= probes[holder].scores[column]:
                excluded[row][column] = changed = True
    return changed
