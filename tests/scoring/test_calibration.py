"""Scores increase with similarity."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.calibration import Calibration


@given(st.floats(0.1, 50), st.floats(-50, 50), st.floats(0.001, 0.999))
def test_calibration_increases_and_has_an_inverse(slope, offset, score):
    calibration = Calibration(slope, offset)
    similarity = calibration.inverse(score)
    assert float(calibration(np.array(similarity))) == pytest.approx(score, abs=1e-6)
    assert calibration(np.array(similarity + 0.1)) >= calibration(np.array(similarity))
