"""Which faces are asked about: clear ones that are uncertain or unknown, never many alike."""

import cv2
import numpy as np
import pytest

from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Box, Face
from visavis.pipeline import Analysis, Answer
from visavis.recognition.match import Doubt, Match
from visavis.review import queue as review
from visavis.review.queue import QuestionKind, ReviewQueue

BOX = Box(100, 60, 120, 120)
SURE = Match("Ada", 0.99, "Ada", ("Bob", 0.2))
EITHER = Match(None, 0.9, "Ada", ("Bob", 0.88), Doubt.AMBIGUOUS)
UNKNOWN = Match(None, 0.1, "Ada", ("Bob", 0.05), Doubt.FAR)
UNSURE = Match("Ada", 0.7, "Ada", ("Bob", 0.1))


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

    def analysis(self, match, track=1, seed=0, box=BOX, blur=0):
        self.now += 1.0
        frame = Frame(scene(seed, blur), self.now)
        return Analysis(frame, (Answer(Face(box), match, track),))


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def queue():
    return ReviewQueue()


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
    assert not queue.update(time.analysis(UNKNOWN, track=2))
    assert queue.update(time.analysis(UNKNOWN, track=3, seed=5))
    assert [question.track for question in queue.questions] == [1, 3]


def test_two_candidates_come_before_strangers(queue, time):
    queue.update(time.analysis(UNKNOWN, track=1, seed=1))
    queue.update(time.analysis(EITHER, track=2, seed=2))
    assert [question.kind for question in queue.questions] == [QuestionKind.EITHER, QuestionKind.UNKNOWN]
    assert queue.questions[0].candidates == ("Ada", "Bob")


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
