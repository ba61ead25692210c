"""When the picture is painted."""

import pytest

from visavis.ui.live.repaint_timer import GRACE_S, PATIENCE_S, RepaintTimer


def settled(latency_s, refresh_hz=60.0):
    """A pacing that has seen answers come that long after their frames."""
    pacing = RepaintTimer(refresh_hz)
    for number in range(60):
        now = number / 30
        pacing.frame(now)
        pacing.answers(now + latency_s, newest=True)
        pacing.mark_painted(now + latency_s)
    return pacing


def test_a_frame_waits_a_moment_for_answers_that_come_at_once():
    pacing = settled(0.003)
    assert pacing.frame(10.0) == pytest.approx(PATIENCE_S)
    assert pacing.answers(10.003, newest=True) == 0


def test_a_frame_does_not_wait_for_answers_that_are_slow():
    pacing = settled(0.03)
    assert pacing.frame(10.0) == 0


def test_answers_that_are_late_go_with_the_next_frame_or_soon_without_one():
    pacing = settled(0.03)
    pacing.frame(10.0)
    pacing.mark_painted(10.001)
    assert pacing.answers(10.03, newest=True) == pytest.approx(GRACE_S)


@pytest.mark.parametrize("refresh", [30.0, 60.0, 144.0])
def test_never_more_often_than_the_screen_shows(refresh):
    pacing = settled(0.03, refresh)
    painted, due, count = 0.0, None, 0
    for step in range(1000):  # a source of 1,000 frames a second
        now = 10 + step / 1000
        wait = pacing.frame(now)
        due = now + wait if due is None else due
        if due <= now:
            assert now - painted >= 1 / refresh - 1e-9
            pacing.mark_painted(now)
            painted, due, count = now, None, count + 1
    assert count <= refresh + 1


def test_a_screen_that_says_nothing_holds_nothing_back():
    pacing = settled(0.03, 0.0)
    pacing.mark_painted(10.0)
    assert pacing.frame(10.0001) == 0
