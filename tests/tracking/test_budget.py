"""On slow computers searches become coarser, then rarer, and fewer faces are recognized per frame."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.frames import Frame
from visavis.tracking.budget import FixedBudget, MeasuredBudget, StageCosts, limits_for
from visavis.tracking.schedule import DEFAULT
from visavis.tracking.timing import StageTimer

seconds = st.floats(0, 0.5)


def timer_of(follow=0.001, search=None, recognize=None, recognitions=1):
    timer = StageTimer()
    timer.seconds["follow"] = follow
    if search is not None:
        timer.seconds["search"], timer.counts.full_searches = search, 1
    if recognize is not None:
        timer.seconds["recognize"], timer.counts.recognitions = recognize, recognitions
    return timer


def frame(index, rate=30):
    return Frame(np.zeros((1, 1, 3), np.uint8), index / rate, index, index / rate)


def test_a_fast_computer_has_the_default_limits():
    assert limits_for(StageCosts(0.001, 0.010, 0.005), 0.026) == DEFAULT


@given(seconds, seconds, seconds)
def test_limits_are_no_higher_than_the_default_and_never_stop_the_work(follow, search, recognize):
    limits = limits_for(StageCosts(follow, search, recognize), 0.026)
    assert 1 <= limits.max_recognitions <= DEFAULT.max_recognitions
    assert DEFAULT.search_interval_s <= limits.search_interval_s <= 2.0
    assert 20 <= limits.smallest_face_px <= DEFAULT.smallest_face_px


@given(seconds, seconds, st.floats(1, 4))
def test_work_that_costs_more_is_done_no_more_often(search, recognize, times):
    cheap, dear = (limits_for(StageCosts(0.002, search * n, recognize * n), 0.026) for n in (1, times))
    assert dear.max_recognitions <= cheap.max_recognitions
    assert dear.smallest_face_px <= cheap.smallest_face_px


def test_a_slow_computer_gets_lower_limits_and_recovers():
    budget = MeasuredBudget()
    for index in range(60):
        budget.record(frame(index), timer_of(search=0.120, recognize=0.040))
    slow = budget.limits
    assert (slow.max_recognitions, slow.smallest_face_px) == (1, 20)
    assert slow.search_interval_s > DEFAULT.search_interval_s
    for index in range(60, 160):
        budget.record(frame(index), timer_of(search=0.004, recognize=0.004))
    assert budget.limits == DEFAULT


def test_a_slower_source_leaves_more_time():
    recognitions = []
    for rate in (60, 20):
        budget = MeasuredBudget()
        for index in range(60):
            budget.record(frame(index, rate), timer_of(recognize=0.012))
        recognitions.append(budget.limits.max_recognitions)
    assert recognitions[0] < recognitions[1]


def test_the_fixed_budget_does_not_depend_on_durations():
    budget = FixedBudget()
    budget.record(frame(0), timer_of(search=9.0))
    assert budget.limits == DEFAULT
