"""Observations count by their weight."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.observation import QualityIssue
from visavis.tracking.running_mean import RunningMean

ONE, OTHER = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)


@given(st.lists(st.tuples(st.booleans(), st.floats(0.05, 1)), min_size=1, max_size=15))
def test_the_mean_is_weighted(observations):
    mean = RunningMean()
    for first, weight in observations:
        mean = mean.with_observation(ONE if first else OTHER, weight)
    share = sum(weight for first, weight in observations if first) / sum(weight for _, weight in observations)
    assert mean.mean == pytest.approx([share, 1 - share], abs=1e-4)
    assert mean.observations == len(observations)


def test_after_hours_the_mean_still_adapts():
    mean = RunningMean()
    for _ in range(5000):
        mean = mean.with_observation(ONE, 1.0)
    for _ in range(60):
        mean = mean.with_observation(OTHER, 1.0)
    assert mean.similarity(OTHER) > 0.9


def test_a_poor_observation_counts_only_while_there_is_no_other():
    poor = RunningMean().with_observation(OTHER, 0.0, 30, QualityIssue.BLURRED)
    assert (poor.observations, poor.attempts, poor.issue) == (0, 1, QualityIssue.BLURRED)
    assert np.array_equal(poor.mean, OTHER)
    good = poor.with_observation(ONE, 0.5, 40).with_observation(OTHER, 0.0, 60, QualityIssue.BLURRED)
    assert (good.observations, good.attempts, good.issue, good.max_width) == (1, 3, None, 60)
    assert np.array_equal(good.mean, ONE)


def test_without_observations_there_is_no_mean():
    assert RunningMean().mean is None
    assert RunningMean().similarity(ONE) == 0


def test_the_newest_vectors_that_counted_are_kept_individually():
    mean = RunningMean().with_observation(OTHER, 0.0, issue=QualityIssue.DARK)
    assert mean.newest == ()
    for number in range(50):
        mean = mean.with_observation(ONE * number, 0.5).with_observation(OTHER, 0.0, issue=QualityIssue.DARK)
    assert 5 < len(mean.newest) < 50
    assert mean.newest[-1][0] == 49
    assert mean.observations == 50
