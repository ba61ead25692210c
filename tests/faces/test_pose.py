"""The pose does not depend on where the face is, how large, or how it is tilted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.pose import pose

FRONTAL = np.array([(-30, 0), (30, 0), (0, 35), (-25, 65), (25, 65)], np.float32)


@given(st.floats(-60, 60), st.floats(0.3, 5), st.floats(-500, 500), st.floats(-0.6, 0.6), st.floats(-20, 20))
def test_yaw_and_pitch_are_the_heads_own(degrees, scale, shift, yaw, up):
    turned = FRONTAL.copy()
    turned[2] += (yaw * 60, up)
    angle = np.radians(degrees)
    rotation = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    result = pose(((turned @ rotation) * scale + shift).astype(np.float32))
    assert result.yaw == pytest.approx(yaw, abs=0.01)
    assert result.pitch == pytest.approx((35 + up) / 65, abs=0.01)
    assert result.roll == pytest.approx(degrees, abs=0.5)
    assert result.eye_distance == pytest.approx(60 * scale, rel=0.01)


def test_a_face_seen_from_the_front_is_frontal_and_one_from_the_side_is_not():
    assert pose(FRONTAL).frontal
    turned = FRONTAL.copy()
    turned[2] += (40, 0)
    assert not pose(turned).frontal


def test_points_in_one_place_are_no_pose_but_no_error():
    assert pose(np.zeros((5, 2), np.float32)).eye_distance == 0
