"""Coverage guides: what was seen stays seen, left is the person's own, and everything asked for can be done."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.enrollment.coverage import DIRECTIONS, Cell, Coverage, FaceView
from visavis.faces.pose import Pose

AHEAD = Pose(0.0, 0.55, 0.0, 45.0)
VIEW = FaceView(AHEAD, 120, 480, 120.0, 0.0)

POSES = st.builds(Pose, st.floats(-0.35, 0.35), st.floats(0.2, 0.9), st.floats(-30, 30), st.floats(24, 200))
VIEWS = st.builds(FaceView, POSES, st.integers(80, 480), st.just(480), st.floats(45, 220), st.floats(-0.5, 0.5))
WANTED = st.integers(1, 60)


def turned(yaw=0.0, pitch=0.55, **others):
    return replace(VIEW, pose=Pose(yaw, pitch, 0.0, 45.0), **others)


@pytest.mark.parametrize(
    ("view", "cells"),
    [
        (VIEW, {Cell.FRONT}),
        (turned(0.2), {Cell.LEFT}),  # the nose goes to the picture's right
        (turned(-0.2), {Cell.RIGHT}),
        (turned(pitch=0.4), {Cell.UP}),
        (turned(pitch=0.7), {Cell.DOWN}),
        (replace(VIEW, width=160), {Cell.FRONT, Cell.NEAR}),
        (replace(VIEW, width=90), {Cell.FRONT, Cell.FAR}),
        (replace(VIEW, brightness=60.0), {Cell.FRONT, Cell.LIGHT}),
        (replace(VIEW, balance=0.2), {Cell.FRONT, Cell.LIGHT}),
        (turned(0.2, balance=0.2), {Cell.LEFT}),  # shadows that turn with the head are no other light
        (replace(VIEW, pose=None), set()),
    ],
)
def test_a_view_lies_where_people_would_say(view, cells):
    assert Coverage().plus(VIEW).cells(view) == cells


def test_a_person_with_a_high_nose_still_looks_straight_ahead():
    low = Coverage().plus(turned(pitch=0.36))
    assert low.cells(turned(pitch=0.36)) == {Cell.FRONT}
    assert low.cells(turned(pitch=0.25)) == {Cell.UP}


def test_the_front_is_requested_first_and_complete_cells_are_not():
    assert Coverage().missing_cells()[0] is Cell.FRONT
    coverage = Coverage()
    for view in [VIEW] * 4 + [turned(0.2)] * 3:
        coverage = coverage.plus(view)
    assert coverage.missing_cells()[0] is Cell.RIGHT
    assert not coverage.is_needed(turned(0.2))
    assert coverage.is_needed(turned(-0.2))


@given(st.integers(8, 60))
def test_every_view_has_its_slots(wanted):
    """Even if no picture counts for several views."""
    assert Coverage(wanted).reserved <= wanted


@given(st.lists(VIEWS, max_size=12), VIEWS, WANTED)
def test_progress_is_whole_exactly_when_no_view_is_missing(views, view, wanted):
    before = Coverage(wanted, tuple(views))
    after = before.plus(view)
    assert (after.progress == 1) is (not after.missing_cells()) is (after.reserved == 0)
    if views:
        assert after.progress >= before.progress


def test_without_landmarks_directions_are_not_asked_for():
    blind = Coverage().plus(replace(VIEW, pose=None))
    assert not set(blind.missing_cells()) & set(DIRECTIONS)


@given(st.lists(VIEWS, max_size=12), VIEWS, WANTED)
def test_a_view_has_one_direction_and_never_lowers_the_coverage(views, view, wanted):
    before = Coverage(wanted, tuple(views))
    after = before.plus(view)
    assert len(after.cells(view) & set(DIRECTIONS)) == 1
    if views:
        assert all(after.completeness(cell) >= before.completeness(cell) for cell in Cell)
        assert before.is_needed(view) == any(after.completeness(cell) > before.completeness(cell) for cell in Cell)
    assert set(after.missing_cells()) == {cell for cell in Cell if after.completeness(cell) < 1}


@given(st.lists(VIEWS, min_size=1, max_size=8), WANTED)
def test_in_a_mirror_left_is_right_and_nothing_else_changes(views, wanted):
    swapped = {Cell.LEFT: Cell.RIGHT, Cell.RIGHT: Cell.LEFT}
    mirrored = [replace(v, pose=replace(v.pose, yaw=-v.pose.yaw, roll=-v.pose.roll), balance=-v.balance) for v in views]
    plain, other = Coverage(wanted, tuple(views)), Coverage(wanted, tuple(mirrored))
    assert all(plain.count(cell) == other.count(swapped.get(cell, cell)) for cell in Cell)


@given(VIEWS)
def test_from_any_first_view_a_person_can_come_nearer_and_go_farther(first):
    coverage = Coverage().plus(first)
    assert Cell.NEAR in coverage.cells(replace(first, width=first.frame_side))
    assert Cell.FAR in coverage.cells(replace(first, width=80))


@given(st.lists(VIEWS, max_size=8), st.sets(st.integers(0, 9)), WANTED)
def test_removed_views_no_longer_count(views, removed, wanted):
    left = tuple(view for number, view in enumerate(views) if number not in removed)
    assert Coverage(wanted, tuple(views)).without(removed) == Coverage(wanted, left)


def test_each_view_is_looked_at_once_however_often_is_asked(monkeypatch):
    """A window asks several times a frame."""
    looked, usual = [], Coverage.cells
    monkeypatch.setattr(Coverage, "cells", lambda coverage, view: looked.append(view) or usual(coverage, view))
    coverage = Coverage(views=(VIEW, turned(0.2)))
    for _ in range(9):
        assert coverage.progress < 1
        assert coverage.reserved > 0
        assert Cell.FRONT in coverage.missing_cells()
    assert looked == list(coverage.views)
    assert coverage.without(()) is coverage
