"""Questions to the user about uncertain faces (active learning): sharp ones that are unknown or only just named.

There is one question per person, however often the face comes back (`Appearance.is_same_person`), and only a few at a
time. A question stays until it is answered, until later frames make the answer certain, or until the day ends. It is
kept in memory only, and lost when the program ends.
"""

import itertools
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from visavis.faces import observation
from visavis.people.samples import FaceCrop
from visavis.pipeline import Analysis, Answer
from visavis.recognition.decision import lead
from visavis.recognition.match import Doubt, Match
from visavis.recognition.recognizer import NoRecognizer, Recognizer
from visavis.review.appearance import Appearance
from visavis.sightings.guests import SAME_GUEST_COSINE, FaceVector

#: Maximum number of pending questions. Beyond it, the least informative one is dropped.
MAX_QUESTIONS = 24
#: Minimum weight of a face (`FaceObservation.weight`) in a question: the user cannot recognize a blurred one either. It
#: does not hold for a face like two people, because the picture shows both names and the review has to ask which.
_MIN_WEIGHT = 0.5
#: Minimum score of a candidate who is offered: a lower one is shown as 0 %.
_MIN_OFFERED_SCORE = 0.01
#: Minimum lead over the runner-up of a certain name, in log-odds: ten to one. Measured with `_SURE_SCORE` on 20 people
#: and 200 strangers of Labeled Faces in the Wild: it asks about 94 % of the strangers who were given a name, and about
#: 0.7 % of the people who were given theirs, with one sample each; 0.1 % with five.
_SURE_LEAD = 2.3
#: Minimum score of a certain name.
_SURE_SCORE = 0.75
#: Minimum seconds between two frames that are examined; faces change slowly.
_INTERVAL_S = 0.3
#: Number of the newest appearances that are kept of each person who was asked about.
_MAX_APPEARANCES = 6
#: Number of the newest answered questions that are remembered, so that they are not asked again.
_MAX_ANSWERED = 120


class QuestionKind(Enum):
    """The reason for a question."""

    EITHER = "either"  #: similar to two people
    UNSURE = "unsure"  #: named, but only just
    UNKNOWN = "unknown"  #: similar to nobody


#: The most informative kind first: an answer to it separates two people.
_RANK = {QuestionKind.EITHER: 0, QuestionKind.UNSURE: 1, QuestionKind.UNKNOWN: 2}


@dataclass(frozen=True, slots=True, eq=False)
class ReviewQuestion:
    """A face, and the question about it. A better picture of the person replaces it under the same number."""

    number: int
    kind: QuestionKind
    seen: FaceCrop
    match: Match
    weight: float  #: quality of the face, 0..1; 0 if the picture cuts it off
    appearances: tuple[Appearance, ...]  #: of the person so far, oldest first
    asked_on: date

    @property
    def candidates(self) -> tuple[tuple[str, float], ...]:
        """The people whom it may be, and their scores, best first; nobody with a score of 0 %."""
        scored = [(self.match.best, self.match.score), self.match.runner_up or (None, 0.0)]
        return tuple((name, score) for name, score in scored if name and score >= _MIN_OFFERED_SCORE)

    @property
    def tracks(self) -> set[int]:
        """The tracks in which the person appeared."""
        return {appearance.track for appearance in self.appearances if appearance.track is not None}

    def concerns(self, appearance: Appearance, threshold: float | None) -> bool:
        """Whether an appearance is of the person who is asked about."""
        return any(appearance.is_same_person(known, threshold) for known in self.appearances)


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
    """The pending questions, most informative first.

    Parameters
    ----------
    limit : int
        Maximum number of pending questions.
    today : callable
        Returns the date, at whose change questions are dropped.
    """

    def __init__(self, limit: int = MAX_QUESTIONS, today: Callable[[], date] = date.today) -> None:
        self._limit = limit
        self._today = today
        self._pending: list[ReviewQuestion] = []
        self._answered: list[ReviewQuestion] = []
        self._left_out: Sequence[FaceVector] = ()
        self._recognizer: Recognizer = NoRecognizer()
        self._examined_at: dict[int, float] = {}  # by channel
        self._numbers = itertools.count(1)

    @property
    def questions(self) -> Sequence[ReviewQuestion]:
        return tuple(self._pending)

    @property
    def has_answered(self) -> bool:
        """Whether a question of today was answered or skipped: its person may still be unclear in the picture."""
        return bool(self._answered)

    def use(self, recognizer: Recognizer) -> None:
        """Compare faces as another recognizer does; embeddings that it does not understand are dropped."""
        if not recognizer.can_compare_with(self._recognizer):
            self._pending = [_without_vectors(question) for question in self._pending]
            self._answered = [_without_vectors(question) for question in self._answered]
        self._recognizer = recognizer

    def update(self, analysis: Analysis, shown: int | None = None, *, is_last: bool = False) -> bool:
        """Look for questions in a frame; return whether the pending questions changed.

        Parameters
        ----------
        shown : int, optional
            Number of the question that the user sees. It stays even if its answer became certain: an answer that is
            about to be given must not reach another question.
        is_last : bool
            Whether the source ends with this frame. It is examined however recent the previous one is.
        """
        before = self.questions
        self.expire()
        channel, taken_at = analysis.frame.channel, analysis.frame.taken_at
        if is_last or abs(taken_at - self._examined_at.get(channel, float("-inf"))) >= _INTERVAL_S:
            self._examined_at[channel] = taken_at
            detected = [answer for answer in analysis.answers if answer.is_detected]
            for answer in detected:
                others = {other.track for other in detected if other.track is not None} - {answer.track}
                self._offer(analysis, answer, others, shown)
        return self.questions != before

    def expire(self) -> bool:
        """Drop the questions and answers of earlier days; return whether a question was dropped."""
        before, today = len(self._pending), self._today()
        self._pending = [question for question in self._pending if question.asked_on == today]
        self._answered = [question for question in self._answered if question.asked_on == today]
        return len(self._pending) < before

    def close(self, question: ReviewQuestion) -> None:
        """Remove an answered question, and ask no more about its person today."""
        newest = next((other for other in self._pending if other.number == question.number), question)
        self._pending = [other for other in self._pending if other is not newest]
        self._answered = [*self._answered, newest][-_MAX_ANSWERED:]

    def reopen(self, question: ReviewQuestion) -> None:
        """Ask a question again, as the first, after its answer was undone."""
        self._answered = [other for other in self._answered if other.number != question.number]
        self._pending = [question, *self._pending]

    def drop_candidates(self, names: Collection[str]) -> bool:
        """Drop the questions with one of these people as a candidate; return whether there were any."""
        kept = [question for question in self._pending if not {name for name, _ in question.candidates} & set(names)]
        dropped = len(kept) < len(self._pending)
        self._pending = kept
        return dropped

    def leave_out(self, faces: Sequence[FaceVector]) -> bool:
        """Never ask about these people: guests whom the user ignores. Return whether a question was dropped."""
        self._left_out = faces
        kept = [question for question in self._pending if not any(map(self._is_left_out, question.appearances))]
        dropped = len(kept) < len(self._pending)
        self._pending = kept
        return dropped

    def clear(self) -> None:
        """Drop everything that is known of faces, because a person was forgotten."""
        self._pending = []
        self._answered = []

    def _offer(self, analysis: Analysis, answer: Answer, others: set[int], shown: int | None) -> None:
        """Ask about a face if that is worthwhile. `others` are the tracks of the other faces in the frame."""
        reason, image = kind(answer.match), analysis.frame.image
        if reason is None:
            if answer.match.name:  # later frames made it certain
                self._pending = [
                    question
                    for question in self._pending
                    if question.number == shown or answer.track is None or answer.track not in question.tracks
                ]
            return
        inside = answer.face.box.clip(image.shape[1], image.shape[0])
        if inside is None:
            return
        is_cut_off = inside != answer.face.box
        weight = 0.0 if is_cut_off else observation.measure(image, answer.face).weight
        if weight < _MIN_WEIGHT and reason is not QuestionKind.EITHER:
            return
        appearance = Appearance.of(image, answer)
        if self._is_left_out(appearance):
            return
        same = self._find(self._pending, appearance, others)
        if self._find(self._answered, appearance, others):  # it turns out that they were asked about before
            self._pending = [other for other in self._pending if other not in same or other.number == shown]
            return
        earlier = _merge(same, shown)
        if earlier is not None and not _is_better(reason, weight, answer.track, earlier):
            question = _with_appearance(earlier, appearance)
        else:
            question = ReviewQuestion(
                earlier.number if earlier else next(self._numbers),
                reason,
                FaceCrop.from_image(image, answer.face),
                answer.match,
                weight,
                _add_appearance(earlier.appearances if earlier else (), appearance),
                self._today(),
            )
        rest = [other for other in self._pending if other not in same]
        ranked = sorted([*rest, question], key=lambda each: (_RANK[each.kind], -each.weight))
        self._pending = ranked[: self._limit]

    def _is_left_out(self, appearance: Appearance) -> bool:
        """Whether an appearance is of an ignored guest, compared as guests are (`sightings.guests`)."""
        vector, space = appearance.vector, self._recognizer.embedding_space
        return vector is not None and any(
            face.space == space
            and face.values.shape == vector.shape
            and float(face.values @ vector) >= SAME_GUEST_COSINE
            for face in self._left_out
        )

    def _find(
        self, questions: Sequence[ReviewQuestion], appearance: Appearance, others: set[int]
    ) -> list[ReviewQuestion]:
        """The questions about the person of an appearance; none whose person is another face of the frame."""
        threshold = self._recognizer.outlier_threshold
        return [each for each in questions if not each.tracks & others and each.concerns(appearance, threshold)]


def _merge(questions: Sequence[ReviewQuestion], shown: int | None) -> ReviewQuestion | None:
    """One question for several about the same person: the one that the user sees, or else the first."""
    if not questions:
        return None
    kept = next((question for question in questions if question.number == shown), questions[0])
    appearances = kept.appearances
    for other in questions:
        if other is not kept:
            for appearance in other.appearances:
                appearances = _add_appearance(appearances, appearance)
    return kept if len(questions) == 1 else replace(kept, appearances=appearances)


def _is_better(reason: QuestionKind, weight: float, track: int | None, earlier: ReviewQuestion) -> bool:
    """Whether a face is asked about instead of an earlier view of the same person.

    A track's newest answer counts, because it rests on more observations. Of several tracks, the most informative
    kind of question counts. Of equal kinds, the better picture counts.
    """
    if reason is earlier.kind:
        return weight > earlier.weight
    if track is not None and track == earlier.appearances[-1].track:
        return True
    return _RANK[reason] < _RANK[earlier.kind]


def _with_appearance(question: ReviewQuestion, appearance: Appearance) -> ReviewQuestion:
    """The question with the first appearance of another track; the question itself if it knows the track."""
    if appearance.track is None or appearance.track in question.tracks:
        return question
    return replace(question, appearances=_add_appearance(question.appearances, appearance))


def _add_appearance(known: tuple[Appearance, ...], newest: Appearance) -> tuple[Appearance, ...]:
    """The newest appearances of a person, one for each track."""
    rest = [earlier for earlier in known if earlier.track is None or earlier.track != newest.track]
    return (*rest, newest)[-_MAX_APPEARANCES:]


def _without_vectors(question: ReviewQuestion) -> ReviewQuestion:
    return replace(question, appearances=tuple(known.without_vector() for known in question.appearances))
