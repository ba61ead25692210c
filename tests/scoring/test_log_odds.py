"""Log-odds of scores and of softmax outputs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds, shift, sigmoid


def test_log_odds_are_finite_at_both_ends():
    result = log_odds(np.array([[0.0, 1.0, 0.5]], np.float32), SOFTMAX_CLIP)
    assert result.dtype == np.float64
    assert np.isfinite(result).all()
    assert result[0, 2] == pytest.approx(0)
    assert np.isfinite([log_odds(0.0), log_odds(1.0)]).all()


@given(st.floats(-15, 15))
def test_the_sigmoid_inverts_log_odds(value):
    assert log_odds(sigmoid(value)) == pytest.approx(value, abs=1e-6)


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_a_shift_adds_to_the_log_odds(value, amount):
    assert shift(sigmoid(value), amount) == pytest.approx(sigmoid(value + amount))


@given(st.floats(allow_nan=False))
def test_the_sigmoid_is_a_score_for_any_log_odds(value):
    assert 0 <= sigmoid(value) <= 1
    assert sigmoid(value) + sigmoid(-value) == pytest.approx(1)
