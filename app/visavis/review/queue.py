"""Questions to the user about uncertain faces (active learning): sharp ones that are unknown or only just named.

There is at most one question per track, none about a view that was asked before, and only a few at a time. They are
kept in memory only, and lost when the program ends.
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

#: Maximum number of pending questions. Beyond it, the least informative one is dropped.
MAX_QUESTIONS = 24
#: Minimum weight of a face (`FaceObservation.weight`) in a question: the user cannot recognize a blurred one either.
_MIN_WEIGHT = 0.5
#: Minimum lead over the runner-up of a certain name, in log-odds: ten to one. Measured with `_SURE_SCORE` on 20 people
#: and 200 strangers of Labeled Faces in the Wild: it asks about 94 % of the strangers who were given a name, and about
#: 0.7 % of the people who were given theirs, with one sample each; 0.1 % with five.
_SURE_LEAD = 2.3
#: Minimum score of a certain name.
_SURE_SCORE = 0.75
#: Minimum seconds between two frames that are examined; faces change slowly.
_INTERVAL_S = 0.3
#: Maximum distance of the fingerprints (64 bits) of near-duplicates.
_DUPLICATE_DISTANCE = 8


class QuestionKind(Enum):
    """The reason for a question."""

    EITHER = "either"  #: similar to two people
    UNSURE = "unsure"  #: named, but only just
    UNKNOWN = "unknown"  #: similar to nobody


#: The most informative kind first: an answer to it separates two people.
_RANK = {QuestionKind.EITHER: 0, QuestionKind.UNSURE: 1, QuestionKind.UNKNOWN: 2}


@dataclass(frozen=True, slots=True, eq=False)
class ReviewQuestion:
    """A face, and the question about it."""

    kind: QuestionKind
    seen: FaceCrop
    match: Match
    track: int | None
    weight: float  #: quality of the face, 0..1
    fingerprint: int

    @property
    def candidates(self) -> tuple[str, ...]:
        """The candidates, best first."""
        second = self.match.runner_up[0] if self.match.runner_up else None
        return tuple(name for name in (self.match.best, second) if name)


def kind(match: Match) -> QuestionKind | None:
    """The kind of question about an answer; None if it is certain, or its quality is too low."""
    if match.doubt is Doubt.AMBIGUOUS:
        return QuestionKind.EITHER
    if match.doubt is Doubt.FAR:
        return QuestionKind.UNKNOWN
    if match.name is None:
        return None
    has_rival = match.runner_up is not None and lead(match.score, match.runner_up[1]) < _SURE_LEAD
    return QuestionKind.UNSURE if has_rival or match.score < _SURE_SCORE else None


class ReviewQueue:
    """The pending questions, most informative first."""

    def __init__(self, limit: int = MAX_QUESTIONS) -> None:
        self._limit = limit
        self._pending: list[ReviewQuestion] = []
        self._answered: list[int] = []  # fingerprints
        self._closed: set[int] = set()  # IDs of tracks
        self._examined_at = float("-inf")

    @property
    def questions(self) -> Sequence[ReviewQuestion]:
        return tuple(self._pending)

    def update(self, analysis: Analysis) -> bool:
        """Look for questions in a frame; return whether the pending questions changed."""
        if abs(analysis.frame.taken_at - self._examined_at) < _INTERVAL_S:
            return False
        self._examined_at = analysis.frame.taken_at
        before = self.questions
        for answer in analysis.answers:
            if answer.is_detected:
                self._offer(analysis, answer)
        return self.questions != before

    def close(self, question: ReviewQuestion) -> None:
        """Remove an answered question, and ask no more about its track and similar views."""
        self._pending = [other for other in self._pending if other is not question]
        self._answered = [*self._answered, question.fingerprint][-10 * self._limit :]
        if question.track is not None:
            self._closed.add(question.track)

    def reopen(self, question: ReviewQuestion) -> None:
        """Ask a question again, as the first, after its answer was undone."""
        if question.fingerprint in self._answered:
            self._answered.remove(question.fingerprint)
        self._closed.discard(-1 if question.track is None else question.track)
        self._pending = [question, *self._pending]

    def clear(self) -> None:
        """Drop all questions, because the source or the gallery changed."""
        self._pending = []
        self._closed = set()

    def _offer(self, analysis: Analysis, answer: Answer) -> None:
        reason, image = kind(answer.match), analysis.frame.image
        earlier = next((q for q in self._pending if q.track == answer.track and q.track is not None), None)
        rest = [question for question in self._pending if question is not earlier]
        if reason is None and answer.match.name:  # later frames made it certain
            self._pending = rest
        is_cut_off = answer.face.box.clip(image.shape[1], image.shape[0]) != answer.face.box
        if reason is None or is_cut_off or answer.track in self._closed:
            return
        weight = observation.measure(image, answer.face).weight
        if weight < _MIN_WEIGHT or (earlier and earlier.weight >= weight and earlier.kind is reason):
            return
        view = quality.fingerprint(image, answer.face.box)
        if self._is_known_view(view, rest):
            return
        question = ReviewQuestion(
            reason, FaceCrop.from_image(image, answer.face), answer.match, answer.track, weight, view
        )
        ranked = sorted([*rest, question], key=lambda each: (_RANK[each.kind], -each.weight))
        self._pending = ranked[: self._limit]

    def _is_known_view(self, view: int, questions: Sequence[ReviewQuestion]) -> bool:
        earlier = np.array([*self._answered, *(question.fingerprint for question in questions)], np.uint64)
        return bool((_hamming_distances(earlier, view) <= _DUPLICATE_DISTANCE).any())


def _hamming_distances(fingerprints: NDArray[np.uint64], view: int) -> NDArray[np.uint8]:
    """The Hamming distances of fingerprints to `view`."""
    return np.asarray(np.bitwise_count(fingerprints ^ np.uint64(view)), np.uint8)
