"""What is asked is what happens, within a factor of two, to people and strangers that nothing was fitted to."""

import numpy as np
import pytest

from support.training.calibration_world import KINDS, world
from visavis_training.evaluation.asked_rate import ASKED, Design, Happened, measure_asked

RANDOM = np.random.default_rng(0)


@pytest.fixture(scope="module")
def happened():
    designs = [Design(kind, kind, people, samples) for kind in KINDS for people in (1, 3, 10) for samples in (1, 5)]
    designs += [Design("sharp", "sharp", 24, 3)]  # more people than a half has
    return measure_asked(world(), designs, list(KINDS), splits=2, galleries=6)


def test_what_is_asked_is_what_happens_to_people_never_seen(happened):
    for design, counts in happened.items():
        for asked, (low, high) in zip(ASKED[:2], counts.intervals(RANDOM), strict=False):
            assert asked / 2 <= high, design
            assert low <= asked * 2, design
        assert 0.025 <= counts.shares[0] <= 0.10, design


def test_the_rarest_names_are_no_more_frequent_than_asked_over_all(happened):
    """One in a thousand is decided by all searches together only."""
    named = sum(counts.named[2].sum() for counts in happened.values())
    assert named / sum(counts.searches for counts in happened.values()) <= 0.002


def test_people_get_their_own_names_meanwhile(happened):
    for design, counts in happened.items():
        assert counts.probes > 0
        assert (counts.missed[0] + counts.mistaken[0]) / counts.probes < 0.05, design


def test_a_gallery_that_is_shaken_without_saying_so_names_more():
    """The fault that the traits mend."""
    kinds = world()
    hidden = {name: kinds[name] for name in ("sharp", "shaken")}
    for own in (*hidden["shaken"].people.values(), hidden["shaken"].strangers):
        own.shake[:] = 0
    design = Design("shaken", "shaken", 1, 1)
    counts = measure_asked(hidden, [design], ["sharp"], splits=2, galleries=20)[design]
    assert counts.shares[1] > 0.02


def test_the_interval_of_what_never_happened_begins_at_zero():
    counts = Happened.empty(2, 100)
    counts.searched += 1.0
    assert counts.searches == 200
    assert counts.intervals(RANDOM)[0].tolist() == pytest.approx([0, 0.015])


def test_the_interval_is_wide_if_one_stranger_has_all_the_names():
    counts = Happened.empty(10, 100)
    counts.searched += 1.0
    counts.named[1, 3, 5] = 40
    low, high = counts.intervals(RANDOM)[1]
    assert low == 0
    assert high > 0.08 > counts.shares[1] == 0.04
