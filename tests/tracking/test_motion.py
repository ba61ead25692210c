"""A box goes on as it went, and not for long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box
from visavis.tracking.motion import Motion, shift

speeds = st.floats(-400, 400)


@given(dx=speeds, dy=speeds, rate=st.sampled_from([10, 25, 30, 60]))
def test_a_steady_walk_is_foreseen(dx, dy, rate):
    start = Box(500, 500, 80, 80)
    motion = Motion.of(start, 0.0)
    for n in range(1, 2 * rate):
        motion = motion.seen(start.moved(round(dx * n / rate), round(dy * n / rate)), n / rate)
    expected = start.moved(round(dx * 2), round(dy * 2))
    assert motion.at(2.0).left == pytest.approx(expected.left, abs=3)
    assert motion.at(2.0).top == pytest.approx(expected.top, abs=3)


@given(st.floats(0, 100), speeds)
def test_nobody_is_believed_to_go_on_for_more_than_a_quarter_of_a_second(passed, dx):
    x, _ = shift((dx, 0.0), passed)
    assert abs(x) <= abs(dx) * 0.25 + 1e-9
    assert shift((dx, 0.0), -passed) == (0, 0)


def test_a_box_seen_twice_at_one_time_does_not_divide_by_zero():
    motion = Motion.of(Box(0, 0, 10, 10), 1.0).seen(Box(5, 0, 10, 10), 1.0)
    assert (motion.dx, motion.at(2.0)) == (0, Box(5, 0, 10, 10))
