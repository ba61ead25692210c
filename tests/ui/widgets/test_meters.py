"""Rates and texts that can be read while they change."""

import pytest

from visavis.ui.widgets.meters import RateMeter, RemainingTime, SteadyText


def test_a_rate_is_that_of_the_last_seconds():
    rate = RateMeter(window_s=2.0)
    for tick in range(100):
        rate.tick(tick / 10)
    assert rate.per_second(9.9) == pytest.approx(10)


def test_what_stopped_has_no_rate():
    rate = RateMeter(window_s=2.0)
    rate.tick(0.0)
    assert rate.per_second(0.0) == 0
    rate.tick(0.1)
    assert rate.per_second(0.1) > 0
    assert rate.per_second(5.0) == 0


def test_a_text_stays_long_enough_to_be_read():
    steady = SteadyText[str](0.8)
    assert steady.offer("come closer", 0.0) == "come closer"
    assert steady.offer("hold still", 0.5) == "come closer"
    assert steady.offer("come closer", 0.7) == "come closer"
    assert steady.offer("hold still", 0.8) == "hold still"


def test_what_is_left_follows_from_what_was_done():
    remaining = RemainingTime()
    assert remaining.seconds(0.0, 100.0) is None
    assert remaining.seconds(0.02, 101.0) is None  # too early to tell
    assert remaining.seconds(0.25, 110.0) == pytest.approx(30.0)
    assert remaining.seconds(1.0, 140.0) == pytest.approx(0.0)


def test_another_stage_begins_anew():
    remaining = RemainingTime()
    remaining.seconds(0.0, 0.0)
    remaining.seconds(0.9, 90.0)
    assert remaining.seconds(0.1, 91.0) is None
    assert remaining.seconds(0.55, 100.0) == pytest.approx(9.0)
    assert remaining.seconds(None, 101.0) is None
