"""Faces worth asking about: clear ones that the program is not sure of, or that it keeps meeting and does not know.

Never hundreds alike: one question a track, none twice about the same view, and few at a time. They are kept in memory
only: what nobody answers is gone when the program ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from visavis.faces import observation, quality
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis, Answer
from visavis.recognition.decision import lead
from visavis.recognition.match import Doubt, Match

#: Questions that wait at most; beyond, the least interesting is let go.
MOST = 24
#: Least weight of a look (`look.Look`) that is shown: nobody can tell a smear either.
_CLEAR = 0.5
#: A name is uncertain if the runner-up is nearer than this, in log-odds; ten to one.
_NEAR = 2.3
#: ... or if the score is below this.
_UNSURE = 0.75
#: Seconds between two frames that are looked at: faces change slowly.
_PAUSE_S = 0.3
#: Two fingerprints (64 bits) that differ in no more than this show the same view.
_SAME_VIEW = 8


class QuestionKind(Enum):
    """Why it is asked."""

    EITHER = "either"  #: like two people
    UNSURE = "unsure"  #: named, though only just
    UNKNOWN = "unknown"  #: clear, and like nobody


#: The most informative first: an answer there moves the line between two people.
_RANK = {QuestionKind.EITHER: 0, QuestionKind.UNSURE: 1, QuestionKind.UNKNOWN: 2}


@dataclass(frozen=True, slots=True, eq=False)
class ReviewQuestion:
    """A face, and what is asked about it."""

    kind: QuestionKind
    seen: FaceCrop
    match: Match
    track: int | None
    weight: float  #: how clear the look is, 0..1
    fingerprint: int

    @property
    def candidates(self) -> tuple[str, ...]:
        """Who it may be, the likeliest first."""
        second = self.match.runner_up[0] if self.match.runner_up else None
        return tuple(name for name in (self.match.best, second) if name)


def kind(match: Match) -> QuestionKind | None:
    """What there is to ask about an answer, or None: it is sure, or nobody can tell."""
    if match.doubt is Doubt.AMBIGUOUS:
        return QuestionKind.EITHER
    if match.doubt is Doubt.FAR:
        return QuestionKind.UNKNOWN
    if match.name is None:
        return None
    close = match.runner_up is not None and lead(match.score, match.runner_up[1]) < _NEAR
    return QuestionKind.UNSURE if close or match.score < _UNSURE else None


class ReviewQueue:
    """The questions that wait, the most informative first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._waiting: list[ReviewQuestion] = []
        self._answered: list[int] = []  # fingerprints
        self._closed: set[int] = set()  # tracks
        self._looked = float("-inf")

    @property
    def questions(self) -> Sequence[ReviewQuestion]:
        return tuple(self._waiting)

    def take(self, analysis: Analysis) -> bool:
        """See whether a frame has faces worth asking about; true if the questions have changed."""
        if abs(analysis.frame.taken_at - self._looked) < _PAUSE_S:
            return False
        self._looked = analysis.frame.taken_at
        before = self.questions
        for answer in analysis.answers:
            if answer.seen:
                self._offer(analysis, answer)
        return self.questions != before

    def answered(self, question: ReviewQuestion) -> None:
        """It needs no asking any more, nor does anything that looks like it."""
        self._waiting = [other for other in self._waiting if other is not question]
        self._answered = [*self._answered, question.fingerprint][-10 * self._most :]
        if question.track is not None:
            self._closed.add(question.track)

    def reopen(self, question: ReviewQuestion) -> None:
        """The answer was taken back: ask again, first."""
        if question.fingerprint in self._answered:
            self._answered.remove(question.fingerprint)
        self._closed.discard(-1 if question.track is None else question.track)
        self._waiting = [question, *self._waiting]

    def clear(self) -> None:
        """Let all questions go: another source is shown, or another gallery holds."""
        self._waiting = []
        self._closed = set()

    def _offer(self, analysis: Analysis, answer: Answer) -> None:
        why, image = kind(answer.match), analysis.frame.image
        earlier = next((q for q in self._waiting if q.track == answer.track and q.track is not None), None)
        rest = [question for question in self._waiting if question is not earlier]
        if why is None and answer.match.name:  # more looks made it sure
            self._waiting = rest
        cut_off = answer.face.box.clip(image.shape[1], image.shape[0]) != answer.face.box
        if why is None or cut_off or answer.track in self._closed:
            return
        weight = observation.measure(image, answer.face).weight
        if weight < _CLEAR or (earlier and earlier.weight >= weight and earlier.kind is why):
            return
        view = quality.fingerprint(image, answer.face.box)
        if self._is_known_view(view, rest):
            return
        question = ReviewQuestion(why, FaceCrop.of(image, answer.face), answer.match, answer.track, weight, view)
        ranked = sorted([*rest, question], key=lambda each: (_RANK[each.kind], -each.weight))
        self._waiting = ranked[: self._most]

    def _is_known_view(self, view: int, questions: Sequence[ReviewQuestion]) -> bool:
        earlier = np.array([*self._answered, *(question.fingerprint for question in questions)], np.uint64)
        return bool((_differing(earlier, view) <= _SAME_VIEW).any())


def _differing(fingerprints: NDArray[np.uint64], view: int) -> NDArray[np.uint8]:
    """In how many bits each differs from `view`."""
    return np.asarray(np.bitwise_count(fingerprints ^ np.uint64(view)), np.uint8)
