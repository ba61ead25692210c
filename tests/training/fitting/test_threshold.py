"""Calibrated scores are comparable, and thresholds respect the limit of accepted impostors."""

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from visavis.messages import Message
from visavis_training.fitting.threshold import fit_calibration, fit_to_impostors, fit_to_validation
from visavis_training.metrics.impostor_limit import admission_limit, highest_rejected, lowest_threshold

RANDOM = np.random.default_rng(0)
GENUINE, IMPOSTOR = RANDOM.normal(3, 1, 400), RANDOM.normal(-1, 1, 300)

similarities = st.lists(st.floats(-14, 14), min_size=1, max_size=30).map(np.array)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_the_admission_limit_is_exact_despite_binary_fractions(thousandths, searches):
    assert admission_limit(thousandths / 1000, searches) == thousandths * searches // 1000


def test_the_fit_recovers_a_known_logistic():
    """Drawn from score = 1 / (1 + exp(-(2 x - 1))), both kinds equally often."""
    values = RANDOM.normal(0.5, 1, 20_000)
    genuine = RANDOM.random(values.size) < 1 / (1 + np.exp(-(2 * values - 1)))
    found = fit_calibration(values[genuine], values[~genuine])
    assert (found.slope, found.offset) == pytest.approx((2, -1), abs=0.1)


def test_the_score_halfway_between_equal_distributions_is_a_half():
    found = fit_calibration(GENUINE, IMPOSTOR)
    assert found(np.array([1.0]))[0] == pytest.approx(0.5, abs=0.05)


@given(similarities, similarities)
@example(np.array([0.0] * 6 + [0.5, 0, 1, 0, 0, 1]), np.array([0.0] * 9 + [1, 0.5, 1]))  # Newton's method gives up
def test_a_higher_similarity_never_has_a_lower_score(genuine, impostor):
    found = fit_calibration(genuine, impostor)
    assert found.slope > 0
    assert math.isfinite(found.offset)
    assert np.all(np.diff(found(np.linspace(-14, 14, 50))) >= 0)


def test_a_fit_needs_genuine_and_impostor_similarities():
    with pytest.raises(ValueError, match="both"):
        fit_calibration(GENUINE, np.zeros(0))


@given(st.lists(st.floats(0, 0.999), max_size=30).map(np.array), st.integers(0, 40))
def test_the_threshold_is_the_lowest_that_respects_the_limit(scores, most):
    threshold = lowest_threshold(scores, most)
    assert (scores >= threshold).sum() <= most
    refused = highest_rejected(scores, most)
    if refused > -math.inf:
        assert (scores >= refused).sum() > most


def test_impostors_set_the_threshold_and_the_note_has_its_fnir():
    line = fit_to_impostors(GENUINE, IMPOSTOR, Message("20 people"), 19)
    assert (line.fpir.count, line.fpir.searches) == (3, 300)
    assert (line.calibration(IMPOSTOR) >= line.threshold).sum() == 3
    missed = (line.calibration(GENUINE) < line.threshold).sum()
    assert "20 people, 1.0% of 300 (0.3% to 2.9%) got a name" in str(line.measured_on)
    assert f"{missed / 400:.1%} of 400" in str(line.measured_on)


def test_without_impostors_right_answers_set_the_threshold():
    own = np.linspace(0, 5, 100)
    line = fit_to_validation(np.stack([own, -own], axis=1), np.zeros(100, np.intp))
    assert line.fpir is None
    assert (line.calibration(own) >= line.threshold).mean() == pytest.approx(0.95, abs=0.01)
    assert "No strangers were tried" in str(line.measured_on)


def test_the_threshold_is_above_every_wrong_answer():
    similarities = np.array([[1.0, -1.0], [2.0, -2.0], [3.0, -3.0], [2.5, -2.5]])
    line = fit_to_validation(similarities, np.array([0, 0, 0, 1]))
    assert line.calibration(np.array([2.5]))[0] < line.threshold <= line.calibration(np.array([3.0]))[0]


def test_without_a_right_answer_no_face_gets_a_name():
    line = fit_to_validation(np.array([[1.0, -1.0]]), np.array([1]))
    assert line.calibration(np.array([1.0]))[0] < line.threshold
