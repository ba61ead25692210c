"""Thresholds rise with the gallery size and with lower rates, for any distribution of similarities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.thresholds import (
    TARGET_FPIR,
    Strangers,
    agreed_strangers,
    deviations,
    fpir_at,
    shipped_strangers,
)

rates = st.floats(1e-6, 0.5)
sizes = st.integers(1, 10_000)


@given(sizes, sizes, rates, rates)
def test_thresholds_rise_with_people_and_strictness(few, many, strict, relaxed):
    few, many = sorted((few, many))
    strict, relaxed = sorted((strict, relaxed))
    assert deviations(few, strict) >= deviations(few, relaxed) - 1e-9
    assert deviations(many, strict) >= deviations(few, strict)


@given(sizes, rates)
def test_the_rate_at_a_threshold_is_the_rate_it_was_made_for(people, fpir):
    assert fpir_at(people, deviations(people, fpir)) == pytest.approx(fpir, rel=1e-6)


@given(st.floats(-1, 1), st.floats(0.01, 0.2), st.floats(-0.5, 0.5), st.floats(0.5, 2))
def test_another_domain_moves_thresholds_but_not_scores(mean, deviation, offset, stretch):
    here, there = Strangers(mean, deviation), Strangers(mean + offset, deviation * stretch)
    line_here, line_there = here.threshold(20, 0.01), there.threshold(20, 0.01)
    assert line_there == pytest.approx(mean + offset + (line_here - mean) * stretch)
    score_here, score_there = (s.calibration.log_odds(line) for s, line in ((here, line_here), (there, line_there)))
    assert score_there == pytest.approx(float(score_here), abs=1e-6)


@given(st.floats(1, 100), st.floats(1, 100), st.floats(0, 1), st.floats(0, 1))
def test_strangers_are_more_similar_to_templates_of_more_or_worse_samples(few, many, poor, good):
    (few, many), (poor, good) = sorted((few, many)), sorted((poor, good))
    assert shipped_strangers(few).mean <= shipped_strangers(many).mean
    assert shipped_strangers(few, good).threshold(20, 0.01) <= shipped_strangers(few, poor).threshold(20, 0.01)


@given(st.floats(-0.5, 0.5), st.integers(2, 1000))
def test_people_move_the_mean_toward_theirs_only_as_far_as_they_clearly_contradict_it(mean, people):
    shipped = shipped_strangers(3)
    agreed = agreed_strangers(shipped, mean, people)
    assert min(shipped.mean, mean) - 1e-9 <= agreed.mean <= max(shipped.mean, mean) + 1e-9
    more = agreed_strangers(shipped, mean, 2 * people)
    assert abs(more.mean - mean) <= abs(agreed.mean - mean) + 1e-9
    assert (agreed.deviation > shipped.deviation) == (agreed.mean < shipped.mean)


def test_people_who_are_less_alike_lower_the_threshold_by_less_than_the_mean():
    shipped = shipped_strangers(3)
    for people in (2, 20, 200):
        agreed = agreed_strangers(shipped, -0.2, people)
        fall = shipped.threshold(people, 0.01) - agreed.threshold(people, 0.01)
        assert 0 < fall < shipped.mean - agreed.mean


def test_few_people_who_are_a_little_more_alike_move_nothing():
    shipped = shipped_strangers(3)
    assert agreed_strangers(shipped, shipped.mean + 0.03, 4) == shipped
    assert agreed_strangers(shipped, shipped.mean + 0.03, 40) != shipped


def test_strictness_levels_are_ordered():
    lines = [deviations(10, TARGET_FPIR[name]) for name in ("relaxed", "balanced", "strict")]
    assert lines == sorted(lines)


@pytest.mark.parametrize(("people", "fpir"), [(0, 0.01), (5, 0), (5, 1)])
def test_an_empty_gallery_or_invalid_rate_is_an_error(people, fpir):
    with pytest.raises(ValueError, match="no threshold"):
        deviations(people, fpir)
