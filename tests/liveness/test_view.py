"""What no affine motion changes, and what a picture of a face is measured by."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.moving_faces import frame, tilted
from visavis.faces.alignment import REFERENCE
from visavis.liveness.view import LivenessView, anisotropy, measure_shape

STRETCHES = st.floats(0.3, 3.0)
ANGLES = st.floats(-180, 180)
SHIFTS = st.floats(-500, 500)


def rotation(degrees):
    angle = np.radians(degrees)
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ANGLES, STRETCHES, STRETCHES, ANGLES, SHIFTS, SHIFTS, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_no_affine_motion_of_five_points_shows_depth(before, long, short, after, x, y, right, down):
    """Whatever the points are: a plane that is turned, tilted and moved far from the camera has the same parallax."""
    points = REFERENCE.astype(np.float64)
    points[2] += np.array([right, down]) * 35
    moved = points @ (rotation(before) @ np.diag([long, short]) @ rotation(after)).T + (x, y)
    _, there = measure_shape(points)
    _, here = measure_shape(moved)
    assert here == pytest.approx(there, abs=1e-6)


@given(st.floats(-0.4, 0.4))
def test_depth_shows_as_parallax(nose):
    points = REFERENCE.copy()
    points[2, 0] += nose * (REFERENCE[1, 0] - REFERENCE[0, 0])
    assert measure_shape(points)[1][0] == pytest.approx(nose, abs=1e-4)


@given(ANGLES, STRETCHES)
def test_a_turn_in_the_plane_and_a_size_are_no_tilt(degrees, size):
    shape = np.array([[1.2, 0.1], [0.0, 0.9]])
    assert anisotropy(shape, shape @ (size * rotation(degrees))) == pytest.approx(1.0, abs=1e-6)


def test_a_tilt_is_measured():
    straight, tilt = (
        measure_shape(face.landmarks)[0] for _, face in (frame(affine=tilted(angle)) for angle in (0, 40))
    )
    assert anisotropy(straight, tilt) == pytest.approx(1 / np.cos(np.radians(40)), rel=1e-3)


def test_a_collapsed_shape_is_no_error():
    assert anisotropy(np.zeros((2, 2)), np.eye(2)) == float("inf")
    assert anisotropy(np.eye(2), np.zeros((2, 2))) == float("inf")


def test_a_plain_frame_gives_patches_without_a_direction():
    _, face = frame()
    view = LivenessView.of(np.full((240, 240, 3), 90, np.uint8), face.landmarks, 0.0)
    assert not view.nose.any()
