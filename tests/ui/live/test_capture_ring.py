"""The ring: a quarter for each direction, which fills from its middle, and follows the face calmly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.enrollment.coverage import Cell
from visavis.imaging.geometry import Box
from visavis.ui.live.capture_ring import TICKS, CaptureRing, RingFollower, arrow_angle, is_covered, tick_angle
from visavis.ui.live.overlay import PictureFit

NOTHING = dict.fromkeys(Cell, 0.0)


def middle(ticks):
    """The mean direction of ticks that lie within half a turn, degrees."""
    angles = [tick_angle(tick) for tick in ticks]
    return sum(angles) / len(angles)


@pytest.mark.parametrize("cell", [Cell.LEFT, Cell.RIGHT, Cell.UP, Cell.DOWN])
@given(share=st.floats(0, 1))
def test_a_quarter_fills_from_its_middle(cell, share):
    ticks = [tick for tick in range(TICKS) if is_covered({**NOTHING, cell: share}, tick)]
    assert len(ticks) == pytest.approx(share * TICKS / 4, abs=1.5)
    if ticks:
        assert middle(ticks) == pytest.approx(arrow_angle(cell))


def test_what_is_full_is_lit_all_around():
    assert all(is_covered(dict.fromkeys(Cell, 1.0), tick) for tick in range(TICKS))
    assert not any(is_covered(NOTHING, tick) for tick in range(TICKS))


def test_the_persons_left_is_on_the_right_of_a_picture_and_on_the_left_of_a_mirror():
    guide = CaptureRing(RingFollower().to(None, (640, 480), 0.0), NOTHING, Cell.LEFT, "", "")
    wanted = [tick for tick in range(TICKS) if guide.is_requested(tick)]
    assert middle(wanted) == pytest.approx(0.0)  # toward the picture's right
    plain, mirror = (PictureFit.of((640, 480), (640, 480), mirrored=mirrored) for mirrored in (False, True))
    assert plain.point(600, 240)[0] > plain.point(320, 240)[0]
    assert mirror.point(600, 240)[0] < mirror.point(320, 240)[0]


def test_directions_have_an_arrow_and_distances_have_none():
    assert arrow_angle(Cell.UP) == 270.0
    assert arrow_angle(Cell.NEAR) is None
    assert arrow_angle(None) is None


def test_the_ring_waits_in_the_middle_goes_to_the_face_at_once_and_then_follows_it_smoothly():
    follower = RingFollower()
    assert follower.to(None, (640, 480), 0.0).x == 320
    first = RingFollower().to(Box(100, 100, 80, 80), (640, 480), 5.0)
    assert (first.x, first.y) == (140, 140)
    moved = [follower.to(Box(400, 100, 80, 80), (640, 480), 1.0 + n / 30).x for n in range(30)]
    assert moved == sorted(moved)
    assert moved[-1] == pytest.approx(440, abs=1)
    assert follower.to(None, (640, 480), 3.0).x == moved[-1]  # without a face it stays


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(20, 200), st.floats(0, 1)), min_size=1, max_size=20))
def test_the_ring_never_overshoots(places):
    follower, now, lowest, highest = RingFollower(), 0.0, 640.0, 0.0
    for left, width, pause in places:
        box, now = Box(left, 50, width, width), now + pause
        lowest, highest = min(lowest, box.center[0]), max(highest, box.center[0])
        assert lowest - 1e-6 <= follower.to(box, (640, 480), now).x <= highest + 1e-6
