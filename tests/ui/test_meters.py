"""Rates and texts that can be read while they change."""

import pytest

from visavis.ui.meters import Rate, Steady


def test_a_rate_is_that_of_the_last_seconds():
    rate = Rate(window_s=2.0)
    for tick in range(100):
        rate.tick(tick / 10)
    assert rate.per_second(9.9) == pytest.approx(10)


def test_what_stopped_has_no_rate():
    rate = Rate(window_s=2.0)
    rate.tick(0.0)
    assert rate.per_second(0.0) == 0
    rate.tick(0.1)
    assert rate.per_second(0.1) > 0
    assert rate.per_second(5.0) == 0


def test_a_text_stays_long_enough_to_be_read():
    steady = Steady[str](0.8)
    assert steady.offer("come closer", 0.0) == "come closer"
    assert steady.offer("hold still", 0.5) == "come closer"
    assert steady.offer("come closer", 0.7) == "come closer"
    assert steady.offer("hold still", 0.8) == "hold still"
