"""It is said after some seconds, and no longer some seconds after it stopped: never on and off."""

from visavis.tracking.channels.reduced_rate import ReducedRate


def test_it_is_said_once_it_has_held_for_seconds():
    rate = ReducedRate()
    assert [rate.update(0.25, now) for now in range(5)] == [0, 0, 0, 4.0, 4.0]


def test_a_moment_is_not_said():
    rate = ReducedRate()
    assert not any(rate.update(0.25 * (now % 3 > 0), now) for now in range(60))


def test_it_is_no_longer_said_once_it_has_not_held_for_seconds():
    rate = ReducedRate()
    for now in range(5):
        rate.update(0.5, now)
    assert rate.update(0.0, 5) == 0
    assert rate.update(0.5, 6) == 2.0  # it was said all the while
    for now in range(7, 14):
        rate.update(0.0, now)
    assert rate.update(0.5, 14) == 0
