"""Confidence intervals of shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.confidence import Proportion, rate_interval, round_share


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_contains_the_share(rate):
    low, high = Proportion(*rate).interval
    assert 0 <= low <= Proportion(*rate).share <= high <= 1


def test_wilson_s_interval_of_10_in_100():
    assert Proportion(10, 100).interval == pytest.approx((0.0552, 0.1744), abs=1e-4)


@pytest.mark.parametrize(
    ("rate", "interval"),
    [(Proportion(0, 300), (0, 0.01)), (Proportion(40, 40), (0.925, 1)), (Proportion(0, 2), (0, 1))],
)
def test_zero_errors_in_n_is_at_most_3_in_n(rate, interval):
    assert rate.interval == pytest.approx(interval)


def test_without_searches_there_is_no_share():
    assert (Proportion(0, 0).share, Proportion(0, 0).interval, str(Proportion(0, 0))) == (None, None, "not measured")


def test_shares_as_text():
    assert str(Proportion(5, 40)) == "12.5% of 40 (5.5% to 26.1%)"
    assert str(Proportion(0, 40)) == "0 of 40 (at most 7.5%)"


def test_rounding_keeps_none():
    assert (round_share(0.123456), round_share(None)) == (0.1235, None)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0, 2.996), (1, 0.0513, 4.744), (2, 0.355, 6.296), (5, 1.970, 10.513), (20, 13.255, 29.06)],
)
def test_limits_of_rare_events_are_near_the_exact_poisson_ones(count, low, high):
    assert rate_interval(count, 1000) == pytest.approx((low / 1000, high / 1000), rel=0.02, abs=2e-5)


@given(st.floats(0, 50), st.floats(0, 50))
def test_limits_of_rare_events_rise_with_the_count(one, other):
    few, many = sorted((one, other))
    assert all(low <= high for low, high in zip(rate_interval(few, 100), rate_interval(many, 100), strict=True))
