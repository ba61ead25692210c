"""Confidence intervals of shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.confidence import Proportion, round_share


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
