"""Looks are summed up by what each is worth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.faces.observation import QualityIssue
from visavis.tracking.running_mean import RunningMean

ONE, OTHER = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)


@given(st.lists(st.tuples(st.booleans(), st.floats(0.05, 1)), min_size=1, max_size=15))
def test_the_mean_is_weighted(looks):
    evidence = RunningMean()
    for first, weight in looks:
        evidence = evidence.learned(ONE if first else OTHER, weight)
    share = sum(weight for first, weight in looks if first) / sum(weight for _, weight in looks)
    assert evidence.mean == pytest.approx([share, 1 - share], abs=1e-4)
    assert evidence.looks == len(looks)


def test_after_hours_it_still_learns():
    evidence = RunningMean()
    for _ in range(5000):
        evidence = evidence.learned(ONE, 1.0)
    for _ in range(60):
        evidence = evidence.learned(OTHER, 1.0)
    assert evidence.likeness(OTHER) > 0.9


def test_a_poor_look_counts_only_where_there_is_no_other():
    poor = RunningMean().learned(OTHER, 0.0, 30, QualityIssue.BLURRED)
    assert (poor.looks, poor.tries, poor.flaw) == (0, 1, QualityIssue.BLURRED)
    assert np.array_equal(poor.mean, OTHER)
    good = poor.learned(ONE, 0.5, 40).learned(OTHER, 0.0, 60, QualityIssue.BLURRED)
    assert (good.looks, good.tries, good.flaw, good.width) == (1, 3, None, 60)
    assert np.array_equal(good.mean, ONE)


def test_nothing_is_like_nothing():
    assert RunningMean().mean is None
    assert RunningMean().likeness(ONE) == 0


def test_the_newest_looks_that_counted_are_kept_each_by_itself():
    evidence = RunningMean().learned(OTHER, 0.0, flaw=QualityIssue.DARK)
    assert evidence.newest == ()
    for number in range(50):
        evidence = evidence.learned(ONE * number, 0.5).learned(OTHER, 0.0, flaw=QualityIssue.DARK)
    assert 5 < len(evidence.newest) < 50
    assert evidence.newest[-1][0] == 49
    assert evidence.looks == 50
