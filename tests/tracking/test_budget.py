"""What a computer cannot afford gives way in order: resolution, frequency, faces at once; following never."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis.imaging.frames import Frame
from visavis.tracking.budget import Costs, FixedBudget, MeasuredBudget, paced
from visavis.tracking.schedule import STEADY
from visavis.tracking.timing import StageTimer

seconds = st.floats(0, 0.5)


def spent(follow=0.001, search=None, recognize=None, looks=1):
    spending = StageTimer()
    spending.seconds["follow"] = follow
    if search is not None:
        spending.seconds["search"], spending.counts["whole"] = search, 1
    if recognize is not None:
        spending.seconds["recognize"], spending.counts["looks"] = recognize, looks
    return spending


def frame(index, rate=30):
    return Frame(np.zeros((1, 1, 3), np.uint8), index / rate, index, index / rate)


def test_a_fast_computer_has_the_steady_pace():
    assert paced(Costs(0.001, 0.010, 0.005), 0.026) == STEADY


@given(seconds, seconds, seconds)
def test_a_pace_is_never_better_than_the_steady_one_nor_hopeless(follow, search, look):
    pace = paced(Costs(follow, search, look), 0.026)
    assert 1 <= pace.looks <= STEADY.looks
    assert STEADY.search_s <= pace.search_s <= 2.0
    assert 20 <= pace.finest <= STEADY.finest


@given(seconds, seconds, st.floats(1, 4))
def test_what_costs_more_is_done_no_more_often(search, look, times):
    cheap, dear = (paced(Costs(0.002, search * n, look * n), 0.026) for n in (1, times))
    assert dear.looks <= cheap.looks
    assert dear.finest <= cheap.finest


def test_a_slow_computer_learns_to_spend_less_and_recovers():
    governor = MeasuredBudget()
    for index in range(60):
        governor.told(frame(index), spent(search=0.120, recognize=0.040))
    slow = governor.pace
    assert (slow.looks, slow.finest) == (1, 20)
    assert slow.search_s > STEADY.search_s
    for index in range(60, 160):
        governor.told(frame(index), spent(search=0.004, recognize=0.004))
    assert governor.pace == STEADY


def test_a_slower_source_leaves_more_time():
    paces = []
    for rate in (60, 20):
        governor = MeasuredBudget()
        for index in range(60):
            governor.told(frame(index, rate), spent(recognize=0.012))
        paces.append(governor.pace.looks)
    assert paces[0] < paces[1]


def test_a_file_is_spent_the_same_on_whatever_it_costs():
    governor = FixedBudget()
    governor.told(frame(0), spent(search=9.0))
    assert governor.pace == STEADY
