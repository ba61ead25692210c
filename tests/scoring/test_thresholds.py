"""Thresholds rise with the gallery size and with lower rates, for any distribution of similarities."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.thresholds import TARGET_FPIR, Strangers, deviations, estimate_strangers

rates = st.floats(1e-4, 0.2)
sizes = st.integers(1, 10_000)


@given(sizes, sizes, rates, rates)
def test_thresholds_rise_with_people_and_strictness(few, many, strict, relaxed):
    few, many = sorted((few, many))
    strict, relaxed = sorted((strict, relaxed))
    assert deviations(few, strict) >= deviations(few, relaxed) - 1e-9
    assert deviations(many, strict) >= deviations(few, strict)


@given(st.floats(-1, 1), st.floats(0.01, 0.2), st.floats(-0.5, 0.5), st.floats(0.5, 2))
def test_another_domain_moves_thresholds_but_not_scores(mean, deviation, shift, stretch):
    here, there = Strangers(mean, deviation), Strangers(mean + shift, deviation * stretch)
    line_here, line_there = here.threshold(20, 0.01), there.threshold(20, 0.01)
    assert line_there == pytest.approx(mean + shift + (line_here - mean) * stretch)
    score_here, score_there = (s.calibration(np.array(line)) for s, line in ((here, line_here), (there, line_there)))
    assert score_there == pytest.approx(float(score_here), abs=1e-6)


def test_one_person_gets_the_shipped_distribution():
    assert estimate_strangers(np.array([]), 1, 5) == estimate_strangers(np.array([0.1, 0.2]), 1, 5)


def test_many_people_outweigh_the_shipped_distribution():
    own = np.random.default_rng(1).normal(0.7, 0.05, 5000)
    few, many = estimate_strangers(own, 3, 5), estimate_strangers(own, 300, 5)
    assert abs(many.mean - 0.7) < 0.02
    assert abs(few.mean - 0.7) > abs(many.mean - 0.7)


def test_strictness_levels_are_ordered():
    lines = [deviations(10, TARGET_FPIR[name]) for name in ("relaxed", "balanced", "strict")]
    assert lines == sorted(lines)


@pytest.mark.parametrize(("people", "fpir"), [(0, 0.01), (5, 0), (5, 1)])
def test_an_empty_gallery_or_invalid_rate_is_an_error(people, fpir):
    with pytest.raises(ValueError, match="no threshold"):
        deviations(people, fpir)
