"""Whatever faces come to capture, in whatever order, the accepted pictures are of one person."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.enrolling import FACE, OTHER, SELF, clear_frame, looking_like
from visavis.enrollment.session import Candidate, Enrollment
from visavis.enrollment.subject import Subject
from visavis.faces.quality import Refusal
from visavis.imaging.frames import Frame

PEOPLE = {"self": SELF, "other": OTHER}


@st.composite
def scenes(draw):
    """Who is in view, frame by frame, with the seconds between frames: a person stays, leaves, crosses, comes back."""
    steps = st.tuples(
        st.sampled_from(["self", "other", "both", "nobody"]), st.integers(1, 8), st.sampled_from([0.3, 4])
    )
    runs = draw(st.lists(steps, min_size=1, max_size=8))
    return [(who, pause) for who, times, pause in runs for _ in range(times)]


def play(scene, enrollment):
    """The verdict and who was in view, for each frame that was judged."""
    now, result = 0.0, []
    for number, (who, pause) in enumerate(scene):
        now += pause
        frame = Frame(clear_frame(number), now, number, now)
        faces = {"nobody": [], "both": [FACE, FACE]}.get(who, [FACE])
        verdict = enrollment.offer(frame, faces)
        if verdict is not None:
            result.append((who, verdict))
    return result


def embedder(scene):
    """An embedder that sees who is in view, each time a little different."""
    shown = {id(clear_frame(number)): who for number, (who, _) in enumerate(scene)}
    rng = np.random.default_rng(0)
    return lambda image, face: looking_like(PEOPLE[shown[id(image)]], rng)


@settings(max_examples=60)
@given(scenes())
def test_all_accepted_pictures_are_of_one_person_and_the_others_are_counted(scene):
    enrollment = Enrollment(20, embedder(scene))
    judged = play(scene, enrollment)
    accepted = [who for who, verdict in judged if verdict.refusal is None]
    first = next((who for who, _ in judged if who in PEOPLE), None)
    assert set(accepted) == ({first} if first else set())
    left_out = [who for who, verdict in judged if verdict.refusal is Refusal.OTHER_PERSON]
    assert set(left_out) <= set(PEOPLE) - {first}
    assert enrollment.refusals[Refusal.OTHER_PERSON] == len(left_out)
    assert sum(enrollment.refusals.values()) + len(accepted) == len(judged)
    assert enrollment.outliers == ()


@settings(max_examples=60)
@given(scenes(), st.lists(st.booleans(), max_size=5))
def test_no_answer_to_the_question_loses_a_picture(scene, answers):
    enrollment, see = Enrollment(20), embedder(scene)
    now, kept, expected = 0.0, 0, 0
    for number, (who, pause) in enumerate(scene):
        now += pause
        faces = {"nobody": [], "both": [FACE, FACE]}.get(who, [FACE])
        judged = enrollment.judge(Frame(clear_frame(number), now, number, now), faces)
        if isinstance(judged, Candidate) and enrollment.admit(judged, see(judged.image, judged.face)) is None:
            kept += 1
        if enrollment.is_face_changed:
            before = enrollment.refusals[Refusal.OTHER_PERSON]
            same = bool(answers) and answers.pop()
            expected = len(enrollment.accept_different()) if same else enrollment.continue_with_subject() or 0
            kept += expected
            assert enrollment.refusals[Refusal.OTHER_PERSON] == before - expected
            assert not enrollment.is_face_changed
        assert enrollment.accepted == kept


def offered(enrollment, number, vector):
    """The refusal of a clear frame in which a face has this embedding."""
    judged = enrollment.judge(Frame(clear_frame(number), float(number), number, float(number)), [FACE])
    assert isinstance(judged, Candidate)
    return enrollment.admit(judged, vector)


def test_one_bad_moment_asks_nothing_and_two_do():
    enrollment = Enrollment()
    assert offered(enrollment, 0, SELF) is None
    assert offered(enrollment, 1, OTHER) is Refusal.OTHER_PERSON
    assert not enrollment.is_face_changed
    assert offered(enrollment, 2, SELF) is None
    assert offered(enrollment, 3, OTHER) is Refusal.OTHER_PERSON
    assert offered(enrollment, 4, OTHER) is Refusal.OTHER_PERSON
    assert enrollment.is_face_changed


def test_somebody_who_was_turned_away_is_not_asked_about_again():
    enrollment = Enrollment()
    for number, vector in enumerate([SELF, OTHER, OTHER]):
        offered(enrollment, number, vector)
    enrollment.continue_with_subject()
    assert [offered(enrollment, number, OTHER) for number in range(3, 6)] == [Refusal.OTHER_PERSON] * 3
    assert not enrollment.is_face_changed
    assert offered(enrollment, 6, SELF) is None


def test_a_look_that_the_user_confirms_is_learned_and_is_no_outlier():
    enrollment = Enrollment()
    for number, vector in enumerate([SELF] * 5 + [OTHER, OTHER]):
        offered(enrollment, number, vector)
    enrollment.accept_different()
    assert [offered(enrollment, number, vector) for number, vector in ((7, OTHER), (8, SELF))] == [None, None]
    assert enrollment.accepted == 9
    assert enrollment.outliers == ()


def test_without_embeddings_nothing_is_compared():
    enrollment = Enrollment()
    assert [offered(enrollment, number, None) for number in range(6)] == [None] * 6
    assert enrollment.outliers == ()


@pytest.mark.parametrize("place", [0, 3, 7])
def test_a_picture_unlike_the_rest_is_an_outlier_wherever_it_is(place):
    rng = np.random.default_rng(1)
    vectors = [looking_like(SELF, rng) for _ in range(8)]
    vectors[place] = OTHER
    subject = Subject()
    for vector in vectors:
        subject = subject.plus(vector)
    assert subject.outliers == (place,)
    assert subject.without([place]).outliers == ()


def test_three_pictures_are_too_few_to_call_one_of_them_an_outlier():
    subject = Subject()
    for vector in (SELF, SELF, OTHER):
        subject = subject.plus(vector)
    assert subject.outliers == ()
