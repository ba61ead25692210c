"""From scores to names: the threshold, the margin, and one name at most once in a frame."""

import math
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box, Face
from visavis.recognition.decision import Decision, allowance, lead
from visavis.recognition.match import NOBODY, Doubt, Match
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import log_odds

NAMES = ["Ada", "Bob", "Cleo"]
score_tables = st.tuples(st.integers(0, 6), st.integers(1, 3)).flatmap(
    lambda shape: arrays.arrays(np.float64, shape, elements=st.floats(0, 1))
)


@given(score_tables, st.floats(0, 1), st.floats(0, 3), st.data())
def test_what_a_match_promises(scores, threshold, margin, data):
    names = NAMES[: scores.shape[1]]
    vetoes = data.draw(arrays.arrays(np.bool_, scores.shape))
    matches = Decision(threshold, margin)(scores, names, vetoes=vetoes)
    assert len(matches) == len(scores)
    for row, vetoed, match in zip(scores, vetoes, matches, strict=True):
        assert match.score == row[names.index(match.best)]
        assert (match.name is None) == (match.doubt is not None)
        if match.name is None:
            assert match.doubt is Doubt.AMBIGUOUS or match.score == row.max()
            continue
        assert match.name == match.best
        assert match.score >= threshold
        assert not vetoed[names.index(match.name)]
        if match.runner_up:
            assert lead(match.score, match.runner_up[1]) >= margin
    given_names = [match.name for match in matches if match.name is not None]
    assert len(given_names) == len(set(given_names))


def test_of_two_faces_with_one_name_the_surer_keeps_it():
    scores = np.array([[0.8, 0.1], [0.9, 0.2]])
    first, second = Decision(0.5)(scores, NAMES[:2])
    assert (first.name, first.best, first.score, first.doubt) == (None, "Ada", 0.8, Doubt.TAKEN)
    assert (second.name, second.runner_up, second.doubt) == ("Ada", ("Bob", 0.2), None)


def test_whoever_loses_a_name_may_be_the_next_candidate():
    scores = np.array([[0.92, 0.9, 0.1], [0.99, 0.2, 0.1]])
    first, second = Decision(0.5, margin=1.0)(scores, NAMES)
    assert (first.name, first.score, first.runner_up) == ("Bob", 0.9, ("Cleo", 0.1))
    assert second.name == "Ada"


def test_why_a_face_is_unknown():
    decide = Decision(0.5, margin=1.0)
    scores = np.array([[0.4, 0.1], [0.9, 0.85]])
    far, alike = decide(scores, NAMES[:2])
    assert (far.doubt, alike.doubt) == (Doubt.FAR, Doubt.AMBIGUOUS)
    assert alike.runner_up == ("Bob", 0.85)
    [poor] = decide(np.array([[0.99, 0.1]]), NAMES[:2], flaws=[QualityIssue.BLURRED])
    assert (poor.name, poor.best, poor.doubt) == (None, "Ada", QualityIssue.BLURRED)
    [vetoed] = decide(np.array([[0.99, 0.1]]), NAMES[:2], vetoes=np.array([[True, False]]))
    assert (vetoed.name, vetoed.best, vetoed.doubt) == (None, "Ada", Doubt.VETOED)


def test_who_is_not_one_of_two_look_alikes_is_the_other():
    [match] = Decision(0.5, margin=1.0)(np.array([[0.9, 0.88]]), NAMES[:2], vetoes=np.array([[True, False]]))
    assert (match.name, match.runner_up) == ("Bob", None)


def test_the_line_is_stricter_in_video_and_the_less_so_the_more_looks_agree():
    assert allowance(1) > allowance(2) > allowance(20) > 0
    decide, score = Decision(0.5), np.array([[0.7]])
    still = decide(score, NAMES[:1])
    once = decide(score, NAMES[:1], looks=[1])
    often = decide(score, NAMES[:1], looks=[50])
    assert [match.name for [match] in (still, once, often)] == ["Ada", None, "Ada"]


def test_a_thin_lead_is_no_name():
    [match] = Decision(0.5, margin=1.0)(np.array([[0.9, 0.85]]), NAMES[:2])
    assert match.name is None
    assert match.runner_up == ("Bob", 0.85)


def test_a_clear_lead_counts_also_where_both_scores_are_high():
    [match] = Decision(0.5, margin=1.0)(np.array([[0.9998, 0.99]]), NAMES[:2])
    assert match.name == "Ada"


def test_with_nobody_enrolled_everyone_is_unknown():
    assert Decision(0.5)(np.zeros((2, 0)), []) == [NOBODY, NOBODY]


@given(st.floats(0.1, 50), st.floats(-50, 50), st.floats(0.001, 0.999))
def test_calibration_rises_and_has_an_inverse(slope, offset, score):
    calibration = Calibration(slope, offset)
    similarity = calibration.inverse(score)
    assert float(calibration(np.array(similarity))) == pytest.approx(score, abs=1e-6)
    assert calibration(np.array(similarity + 0.1)) >= calibration(np.array(similarity))


def test_log_odds_are_finite_at_both_ends():
    result = log_odds(np.array([[0.0, 1.0, 0.5]], np.float32))
    assert np.isfinite(result).all()
    assert result[0, 2] == pytest.approx(0)


def test_the_recognizer_calls_its_steps_in_order():
    def chips(image, faces):
        return np.array([[face.box.left] for face in faces], np.float32)

    recognizer = Recognizer(
        chips=chips,
        embed=lambda batch: np.hstack([batch, -batch]),
        compare=lambda vectors: vectors,
        names=NAMES[:2],
        calibration=Calibration(),
        decision=Decision(0.6),
    )
    faces = [Face(Box(left, 0, 90, 90)) for left in (3, -4)]
    picture = np.random.default_rng(0).integers(0, 255, (99, 99, 3), np.uint8)
    assert [match.name for match in recognizer(picture, faces)] == ["Ada", "Bob"]
    assert recognizer(picture, []) == []


def test_ten_thousand_people_cost_little_more_than_ten():
    names = [str(number) for number in range(10_000)]
    scores = np.random.default_rng(0).uniform(0, 0.4, (5, len(names)))
    scores[range(5), range(5)] = 0.9
    decide = Decision(threshold=0.5)

    before = time.thread_time()
    for _ in range(5):
        matches = decide(scores, names)
    spent_ms = (time.thread_time() - before) / 5 * 1e3

    assert [match.name for match in matches] == names[:5]
    assert spent_ms < 5 * 2 * 3  # at most 2 ms a face were promised; three times as long on a busy computer


@given(arrays.arrays(np.float64, (4, 6), elements=st.sampled_from([0.1, 0.3, 0.6, 0.6, 0.8, 0.9])))
def test_best_and_runner_up_are_those_that_sorting_finds(scores):
    matches = Decision(threshold=1.0)(scores, "abcdef")
    for row, match in zip(scores, matches, strict=True):
        first, second = np.argsort(-row, kind="stable")[:2]
        assert (match.best, match.runner_up) == ("abcdef"[first], ("abcdef"[second], row[second]))


def test_a_stricter_line_lies_higher_by_its_log_odds():
    decision = Decision(0.5)
    assert decision.stricter(0.0) is decision
    assert decision.stricter(math.log(9)).threshold == pytest.approx(0.9)
    assert decision.stricter(-math.log(9)).threshold == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("score", "second", "doubt", "name", "left"),
    [
        (0.8, 0.1, Doubt.FAR, "Ada", None),  # only the line for videos held the name back
        (0.4, 0.1, Doubt.FAR, None, Doubt.FAR),
        (0.8, 0.79, Doubt.FAR, None, Doubt.AMBIGUOUS),
        (0.8, 0.1, Doubt.VETOED, None, Doubt.VETOED),
        (0.8, 0.1, QualityIssue.BLURRED, None, QualityIssue.BLURRED),
    ],
)
def test_in_hindsight_the_line_is_that_for_stills(score, second, doubt, name, left):
    match = Decision(0.5, 0.3).in_hindsight(Match(None, score, "Ada", ("Bob", second), doubt))
    assert (match.name, match.doubt) == (name, left)


def test_whoever_is_vetoed_is_not_named_in_hindsight_either():
    decision = Decision(0.5)
    [match] = decision(np.array([[0.6, 0.1, 0.1]]), NAMES, looks=[1], vetoes=np.array([[True, False, False]]))
    assert decision.in_hindsight(match).name is None
