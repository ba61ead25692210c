"""Which faces are asked about: clear ones that are uncertain or unknown, never many alike."""

from dataclasses import replace
from datetime import date

import cv2
import numpy as np
import pytest

from support.fakes import recognizing
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.review import queue as review
from visavis.review.queue import QuestionKind, ReviewQueue
from visavis.sightings.guests import FaceVector

BOX = Box(100, 60, 120, 120)
LEFT, RIGHT = Box(20, 60, 120, 120), Box(180, 60, 120, 120)
SURE = Match("Ada", 0.99, "Ada", ("Bob", 0.2))
EITHER = Match(None, 0.9, "Ada", ("Bob", 0.88), Doubt.AMBIGUOUS)
UNKNOWN = Match(None, 0.1, "Ada", ("Bob", 0.05), Doubt.FAR)
UNSURE = Match("Ada", 0.7, "Ada", ("Bob", 0.1))
RECOGNIZER = recognizing(None, ["Ada", "Bob"], outlier_threshold=0.9)
ONE, SAME, OTHER = (1.0, 0.0), (0.98, 0.1), (0.0, 1.0)


def scene(seed, blur=0):
    """A picture that differs wherever another seed's does; blurred on demand."""
    coarse = np.random.default_rng(seed).integers(0, 256, (12, 16, 3), np.uint8)
    image = cv2.resize(coarse, (320, 240), interpolation=cv2.INTER_CUBIC)
    fine = np.random.default_rng(1).integers(-40, 40, image.shape)
    image = np.clip(image.astype(int) + fine, 0, 255).astype(np.uint8)
    return cv2.GaussianBlur(image, (0, 0), blur) if blur else image


class Time:
    def __init__(self):
        self.now = 0.0

    def analysis(self, match, track=1, seed=0, box=BOX, blur=0, vector=None):
        self.now += 1.0
        frame = Frame(scene(seed, blur), self.now)
        vectors = () if vector is None else (np.array(vector, np.float32),)
        return Analysis(frame, (Answer(Face(box), match, track, vectors=vectors),))

    def together(self, *analyses):
        """One frame with the faces of several."""
        return replace(analyses[-1], answers=tuple(answer for each in analyses for answer in each.answers))


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def queue():
    """Compares embeddings by their cosine: from 0.9 they show one person."""
    made = ReviewQueue()
    made.use(RECOGNIZER)
    return made


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (SURE, None),
        (EITHER, QuestionKind.EITHER),
        (UNKNOWN, QuestionKind.UNKNOWN),
        (UNSURE, QuestionKind.UNSURE),
        (Match("Ada", 0.97, "Ada", ("Bob", 0.9)), QuestionKind.UNSURE),
        (Match(None, doubt=Doubt.NOBODY), None),
        (Match(None, 0.9, "Ada", None, Doubt.TAKEN), None),
    ],
)
def test_kinds_of_questions(match, expected):
    assert review.kind(match) is expected


def test_a_track_is_asked_about_once_by_its_clearest_look(queue, time):
    assert queue.update(time.analysis(UNKNOWN, seed=0))
    assert not queue.update(time.analysis(UNKNOWN, seed=0))
    queue.update(time.analysis(UNKNOWN, seed=3))
    assert len(queue.questions) == 1


def test_the_same_view_in_another_track_is_not_asked_again(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1))
    queue.update(time.analysis(UNKNOWN, track=2))
    queue.update(time.analysis(UNKNOWN, track=3, seed=5))
    assert [question.tracks for question in queue.questions] == [{1, 2}, {3}]


def test_two_candidates_come_before_strangers(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1, seed=1))
    queue.update(time.analysis(EITHER, track=2, seed=2))
    assert [question.kind for question in queue.questions] == [QuestionKind.EITHER, QuestionKind.UNKNOWN]
    assert queue.questions[0].candidates == (("Ada", 0.9), ("Bob", 0.88))


@pytest.mark.parametrize(
    ("best", "second", "offered"),
    [(0.1, 0.05, ["Ada", "Bob"]), (0.1, 0.009, ["Ada"]), (0.009, 0.001, [])],
)
def test_a_candidate_with_a_score_of_0_percent_is_not_offered(queue, time, best, second, offered):
    queue.update(time.analysis(Match(None, best, "Ada", ("Bob", second), Doubt.FAR)))
    assert [name for name, _ in queue.questions[0].candidates] == offered


# One question a person


@pytest.mark.parametrize("match", [UNKNOWN, EITHER, UNSURE])
def test_a_person_who_comes_back_is_not_asked_about_again(queue, time, match):
    for track in range(4):
        queue.update(time.analysis(UNKNOWN, track=track, seed=track, vector=(ONE, SAME)[track % 2]))
    queue.update(time.analysis(match, track=9, seed=9, vector=SAME))
    [question] = queue.questions
    assert question.kind is review.kind(match)  # the most informative one
    assert question.tracks == {0, 1, 2, 3, 9}


def test_two_people_are_asked_about_once_each(queue, time):
    for track in range(8):
        queue.update(time.analysis(UNKNOWN, track=track, seed=track, vector=(ONE, OTHER)[track % 2]))
    assert [question.tracks & {0, 1} for question in queue.questions] in ([{0}, {1}], [{1}, {0}])


BETWEEN = (0.92, 0.38)  # the cosine with ONE is 0.92; with FAR_ONE it is 0.92, too
FAR_ONE = (0.7, 0.71)  # the cosine with ONE is 0.7


def test_two_questions_that_turn_out_to_be_about_one_person_become_one(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1, seed=1, vector=ONE))
    queue.update(time.analysis(UNKNOWN, track=2, seed=2, vector=FAR_ONE))
    before = {question.number for question in queue.questions}
    assert len(before) == 2
    assert queue.update(time.analysis(UNKNOWN, track=3, seed=3, vector=BETWEEN), shown=max(before))
    [question] = queue.questions
    assert question.number == max(before)  # the one that the user sees
    assert question.tracks == {1, 2, 3}


def test_a_question_about_a_person_who_was_asked_about_before_goes(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1, seed=1, vector=ONE))
    queue.close(queue.questions[0])
    queue.update(time.analysis(UNKNOWN, track=2, seed=2, vector=FAR_ONE))
    assert len(queue.questions) == 1
    queue.update(time.analysis(UNKNOWN, track=2, seed=3, vector=BETWEEN))
    assert queue.questions == ()


def test_look_alikes_in_one_frame_are_two_people(queue, time):
    faces = [time.analysis(UNKNOWN, track=track, box=box, vector=SAME) for track, box in ((1, LEFT), (2, RIGHT))]
    queue.update(time.together(*faces))
    assert len(queue.questions) == 2


def test_a_person_is_not_asked_about_again_after_the_answer(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1, seed=1, vector=ONE))
    queue.close(queue.questions[0])
    assert not queue.update(time.analysis(UNKNOWN, track=2, seed=2, vector=SAME))
    assert queue.update(time.analysis(UNKNOWN, track=3, seed=3, vector=OTHER))


def test_embeddings_of_another_network_are_not_compared(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1, seed=1, vector=ONE))
    queue.use(recognizing(None, ["Ada", "Bob"], outlier_threshold=0.9))
    queue.update(time.analysis(UNKNOWN, track=2, seed=2, vector=ONE))
    assert len(queue.questions) == 2


def test_a_better_picture_of_the_person_keeps_the_number_of_the_question(queue, time):
    queue.update(time.analysis(EITHER, blur=12, vector=ONE))
    [before] = queue.questions
    assert queue.update(time.analysis(EITHER, vector=ONE))
    [after] = queue.questions
    assert after.number == before.number
    assert after.weight > before.weight


# How long a question stays


def test_questions_stay_until_the_day_ends(time):
    day = [date(2026, 3, 1)]
    queue = ReviewQueue(today=lambda: day[0])
    queue.update(time.analysis(UNKNOWN, track=1, seed=1))
    queue.update(time.analysis(UNKNOWN, track=2, seed=2))
    queue.close(queue.questions[0])
    assert not queue.expire()
    assert len(queue.questions) == 1
    day[0] = date(2026, 3, 2)
    assert queue.expire()
    assert queue.questions == ()
    for track in (1, 2):  # the answers are of yesterday, too
        queue.update(time.analysis(UNKNOWN, track=track, seed=track))
    assert len(queue.questions) == 2


def test_the_question_in_view_stays_though_its_answer_became_certain(queue, time):
    queue.update(time.analysis(UNSURE))
    [question] = queue.questions
    assert not queue.update(time.analysis(SURE), shown=question.number)
    assert queue.questions == (question,)


def test_questions_about_people_who_are_gone_are_dropped(queue, time):
    queue.update(time.analysis(EITHER, track=1, seed=1))
    assert not queue.drop_candidates(["Cem"])
    assert queue.drop_candidates(["Bob"])
    assert queue.questions == ()


def test_a_face_like_two_people_is_asked_about_whatever_its_quality(queue, time):
    """The picture says "Ada or Bob?", so the review asks."""
    queue.update(time.analysis(EITHER, track=1, seed=1, blur=12))
    queue.update(time.analysis(EITHER, track=2, seed=2, box=Box(-20, 60, 120, 120)))
    assert [question.kind for question in queue.questions] == [QuestionKind.EITHER] * 2


def test_there_is_no_question_about_a_face_of_low_quality(queue, time):
    assert not queue.update(time.analysis(UNKNOWN, blur=12))
    assert not queue.update(time.analysis(UNKNOWN, box=Box(-20, 60, 120, 120)))


def test_a_track_that_became_sure_needs_no_asking(queue, time):
    queue.update(time.analysis(UNSURE))
    assert queue.update(time.analysis(SURE))
    assert queue.questions == ()


def test_an_answered_question_is_asked_again_only_after_undo(queue, time):
    queue.update(time.analysis(UNKNOWN))
    [question] = queue.questions
    queue.close(question)
    assert not queue.update(time.analysis(UNKNOWN, seed=4))
    assert not queue.update(time.analysis(UNKNOWN, track=9))
    queue.reopen(question)
    assert queue.questions == (question,)


def test_there_are_never_many(time):
    queue = ReviewQueue(limit=3)
    for track in range(8):
        queue.update(time.analysis(UNKNOWN, track=track, seed=track + 10))
    assert len(queue.questions) == 3


def test_frames_in_quick_succession_are_looked_at_once(queue, time):
    queue.update(time.analysis(SURE))
    time.now -= 0.9
    assert not queue.update(time.analysis(UNKNOWN))


def test_a_frame_of_one_picture_does_not_keep_another_picture_from_being_asked_about(queue, time):
    queue.update(time.analysis(SURE))
    seen = time.analysis(UNKNOWN, track=2)
    other = replace(seen, frame=replace(seen.frame, taken_at=1.01, channel=1))  # a moment after the first
    assert queue.update(other)
    assert len(queue.questions) == 1


def test_the_last_frame_is_examined_however_recent_the_one_before(queue, time):
    queue.update(time.analysis(SURE))
    time.now -= 0.9
    assert queue.update(time.analysis(UNKNOWN), is_last=True)


def test_nobody_is_asked_about_who_is_ignored_whenever_they_come(time):
    recognizer = replace(recognizing(None, ["Ada", "Bob"], outlier_threshold=0.9), embedding_space="s")
    queue = ReviewQueue()
    queue.use(recognizer)
    queue.update(time.analysis(UNKNOWN, track=1, seed=1, vector=ONE))
    queue.update(time.analysis(UNKNOWN, track=2, seed=2, box=LEFT, vector=OTHER))
    assert len(queue.questions) == 2
    assert queue.leave_out([FaceVector("s", np.array(ONE, np.float32))])
    [left] = queue.questions
    assert left.tracks == {2}
    queue.update(time.analysis(UNKNOWN, track=7, seed=3, vector=SAME))
    assert queue.questions == (left,)
    assert not queue.leave_out([FaceVector("another network", np.array(OTHER, np.float32))])
    assert queue.questions == (left,)
    queue.leave_out(())
    queue.update(time.analysis(UNKNOWN, track=8, seed=4, vector=SAME))
    assert len(queue.questions) == 2
