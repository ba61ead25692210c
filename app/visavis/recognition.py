"""From what a network says of a face to a name, or *unknown*."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.calibration import Calibration
from visavis.geometry import Face
from visavis.images import Image

Similarities = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for a face."""

    name: str | None  #: None exactly when the face is unknown
    score: float = 0.0  #: the best candidate's, 0..1, also when unknown
    best: str | None = None  #: the best candidate, named or not
    runner_up: tuple[str, float] | None = None  #: the second candidate and their score


#: The answer where no model is in use.
NOBODY = Match(None)


@dataclass(frozen=True, slots=True)
class Decision:
    """When a score is enough for a name."""

    threshold: float  #: least score
    margin: float = 0.0
    """Least lead over the runner-up, in log-odds: near 1, the difference of two scores says nothing."""

    def __call__(self, scores: Similarities, names: Sequence[str]) -> list[Match]:
        """Name the faces of one frame.

        Parameters
        ----------
        scores : ndarray of float, shape (faces, people)
            0..1, higher is surer.
        names : sequence of str
            The people, in the order of the columns.

        Returns
        -------
        list of Match
            One for each face. A name is given at most once in a frame, to the face that has the best score for it:
            nobody is in two places, so the other is a look-alike or a picture of them.
        """
        matches = [self._match(row, names) for row in scores]
        holders: dict[str, int] = {}
        for index in sorted(range(len(matches)), key=lambda index: -matches[index].score):
            name = matches[index].name
            if name is not None and holders.setdefault(name, index) != index:
                matches[index] = Match(None, matches[index].score, matches[index].best, matches[index].runner_up)
        return matches

    def _match(self, row: Similarities, names: Sequence[str]) -> Match:
        if not len(row):
            return NOBODY
        first, *rest = np.argsort(-row, kind="stable")[:2]
        score = float(row[first])
        runner_up = (names[rest[0]], float(row[rest[0]])) if rest else None
        named = score >= self.threshold and (not runner_up or lead(score, runner_up[1]) >= self.margin)
        return Match(names[first] if named else None, score, names[first], runner_up)


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Faces of a frame to matches: chips, vectors, similarities, scores, decision. Holds no state."""

    chips: Callable[[Image, Sequence[Face]], NDArray[np.float32]]  #: what the network takes, shape (faces, ...)
    embed: Callable[[NDArray[np.float32]], NDArray[np.float32]]  #: shape (faces, vector)
    compare: Callable[[NDArray[np.float32]], Similarities]  #: shape (faces, people)
    names: Sequence[str]
    calibration: Calibration
    decision: Decision

    def __call__(self, image: Image, faces: Sequence[Face]) -> list[Match]:
        if not faces:
            return []
        return self.decision(self.scores(image, faces), self.names)

    def scores(self, image: Image, faces: Sequence[Face]) -> NDArray[np.float64]:
        """Calibrated scores, shape (faces, people)."""
        return self.calibration(self.compare(self.embed(self.chips(image, faces))))


def nobody(image: Image, faces: Sequence[Face]) -> list[Match]:
    """The recognizer where there is no model: every face is unknown."""
    return [NOBODY] * len(faces)


def lead(score: float, runner_up: float) -> float:
    """By how much a score is ahead of another, in log-odds."""
    first, second = _odds(np.array([score, runner_up]), 1e-9)
    return float(first - second)


def log_odds(probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """A softmax's probabilities as similarities: log(p / (1 - p)), finite for 0 and 1.

    The ends are clipped at 1e-6, near float32's resolution next to 1.
    """
    return _odds(probabilities, 1e-6)


def _odds(probabilities: Similarities, end: float) -> NDArray[np.float64]:
    clipped = np.clip(probabilities.astype(np.float64), end, 1 - end)
    return np.asarray(np.log(clipped / (1 - clipped)))
