"""From scores to names: the threshold, the margin, and one name at most once in a frame."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from visavis.calibration import Calibration
from visavis.geometry import Box, Face
from visavis.recognition import NOBODY, Decision, Recognizer, lead, log_odds

NAMES = ["Ada", "Bob", "Cleo"]
score_tables = st.tuples(st.integers(0, 6), st.integers(1, 3)).flatmap(
    lambda shape: arrays.arrays(np.float64, shape, elements=st.floats(0, 1))
)


@given(score_tables, st.floats(0, 1), st.floats(0, 3))
def test_what_a_match_promises(scores, threshold, margin):
    names = NAMES[: scores.shape[1]]
    matches = Decision(threshold, margin)(scores, names)
    assert len(matches) == len(scores)
    for row, match in zip(scores, matches, strict=True):
        assert match.score == row.max()
        assert (match.runner_up is None) == (len(names) == 1)
        if match.name is not None:
            assert match.name == match.best
            assert match.score >= threshold
            if match.runner_up:
                assert lead(match.score, match.runner_up[1]) >= margin
    given_names = [match.name for match in matches if match.name is not None]
    assert len(given_names) == len(set(given_names))


def test_of_two_faces_with_one_name_the_surer_keeps_it():
    scores = np.array([[0.8, 0.1], [0.9, 0.2]])
    first, second = Decision(0.5)(scores, NAMES[:2])
    assert (first.name, first.best, first.score) == (None, "Ada", 0.8)
    assert (second.name, second.runner_up) == ("Ada", ("Bob", 0.2))


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
    faces = [Face(Box(left, 0, 5, 5)) for left in (3, -4)]
    picture = np.zeros((9, 9, 3), np.uint8)
    assert [match.name for match in recognizer(picture, faces)] == ["Ada", "Bob"]
    assert recognizer(picture, []) == []
