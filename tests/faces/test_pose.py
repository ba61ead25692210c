"""Yaw and pitch do not depend on position, size and roll of the face."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.pose import Pose

FRONTAL = np.array([(-30, 0), (30, 0), (0, 35), (-25, 65), (25, 65)], np.float32)


@given(st.floats(-60, 60), st.floats(0.3, 5), st.floats(-500, 500), st.floats(-0.6, 0.6), st.floats(-20, 20))
def test_yaw_and_pitch_are_independent_of_position_size_and_roll(degrees, scale, shift, yaw, up):
    turned = FRONTAL.copy()
    turned[2] += (yaw * 60, up)
    angle = np.radians(degrees)
    rotation = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    result = Pose.from_landmarks(((turned @ rotation) * scale + shift).astype(np.float32))
    assert result.yaw == pytest.approx(yaw, abs=0.01)
    assert result.pitch == pytest.approx((35 + up) / 65, abs=0.01)
    assert result.roll == pytest.approx(degrees, abs=0.5)
    assert result.eye_distance == pytest.approx(60 * scale, rel=0.01)


def test_only_a_face_seen_from_the_front_is_frontal():
    assert Pose.from_landmarks(FRONTAL).is_frontal
    turned = FRONTAL.copy()
    turned[2] += (40, 0)
    assert not Pose.from_landmarks(turned).is_frontal


def test_coinciding_landmarks_are_no_error():
    assert Pose.from_landmarks(np.zeros((5, 2), np.float32)).eye_distance == 0
