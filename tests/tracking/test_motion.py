"""Motion is extrapolated, for a moment only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.geometry import Box
from visavis.tracking.motion import Motion, displacement

speeds = st.floats(-400, 400)


@given(dx=speeds, dy=speeds, rate=st.sampled_from([10, 25, 30, 60]))
def test_constant_velocity_is_predicted(dx, dy, rate):
    start = Box(500, 500, 80, 80)
    motion = Motion.at_rest(start, 0.0)
    for n in range(1, 2 * rate):
        motion = motion.with_box(start.shift(round(dx * n / rate), round(dy * n / rate)), n / rate)
    expected = start.shift(round(dx * 2), round(dy * 2))
    assert motion.box_at(2.0).left == pytest.approx(expected.left, abs=3)
    assert motion.box_at(2.0).top == pytest.approx(expected.top, abs=3)


@given(st.floats(0, 100), speeds)
def test_motion_is_extrapolated_for_a_quarter_of_a_second_at_most(elapsed, dx):
    x, _ = displacement((dx, 0.0), elapsed)
    assert abs(x) <= abs(dx) * 0.25 + 1e-9
    assert displacement((dx, 0.0), -elapsed) == (0, 0)


def test_a_box_seen_twice_at_one_time_does_not_divide_by_zero():
    motion = Motion.at_rest(Box(0, 0, 10, 10), 1.0).with_box(Box(5, 0, 10, 10), 1.0)
    assert (motion.dx, motion.box_at(2.0)) == (0, Box(5, 0, 10, 10))
