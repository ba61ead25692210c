"""The one figure on strangers: as shipped, unless the user's own searches clearly contradict it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import log_odds
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.stranger_rates import StrangerRate, StrangerRates
from visavis.scoring.thresholds import GalleryTraits, deviations, shipped_strangers

STRANGERS = shipped_strangers(GalleryTraits.sharp(3))
CALIBRATION = STRANGERS.calibration
SHIPPED = StrangerRates(CALIBRATION, STRANGERS)


def rates_with(*shares, people=20, independent=True):
    """Rates with own searches that return a name from these shipped shares on."""
    cosines = [STRANGERS.mean + STRANGERS.deviation * deviations(people, share) for share in shares]
    scores = CALIBRATION.log_odds(np.array(cosines)) + 1e-4
    own = OwnSearches.from_scores(people, scores, range(len(shares)) if independent else [0] * len(shares))
    return StrangerRates(CALIBRATION, STRANGERS, own)


def expected(searches):
    """Shares of searches that are named exactly as often as the shipped calibration says."""
    return (np.arange(searches) + 0.5) / searches


@given(st.integers(1, 1000), st.sampled_from([0.05, 0.01, 0.001]))
def test_without_own_searches_the_shipped_calibration_holds(people, fpir):
    threshold = SHIPPED.threshold(people, fpir)
    cosine = STRANGERS.threshold(people, fpir)
    assert log_odds(threshold) == pytest.approx(float(CALIBRATION.log_odds(cosine)))


@given(st.integers(1, 1000), st.sampled_from([0.05, 0.01, 0.001]))
def test_the_share_is_the_asked_one_from_one_person_on(people, fpir):
    assert SHIPPED.at(people, SHIPPED.threshold(people, fpir)).share == pytest.approx(fpir)


@given(st.integers(1, 1000), st.sampled_from([0.05, 0.01, 0.001]), st.integers(20, 500))
def test_searches_that_agree_move_nothing(people, fpir, searches):
    assert rates_with(*expected(searches)).threshold(people, fpir) == SHIPPED.threshold(people, fpir)


@pytest.mark.parametrize("fpir", [0.05, 0.01, 0.001])
def test_clearly_more_strangers_named_than_asked_raise_the_threshold_until_both_agree(fpir):
    alike = rates_with(*expected(300) / 10)  # ten times as many are named
    threshold = alike.threshold(20, fpir)
    assert threshold > SHIPPED.threshold(20, fpir)
    assert alike.at(20, threshold).share <= fpir
    low, high = alike.own.interval(log_odds(threshold))
    assert low <= fpir * 1.0001
    assert fpir / 10 < high


def test_clearly_fewer_strangers_named_than_asked_lower_it():
    unlike = rates_with(*np.minimum(expected(2000) * 10, 0.99))
    threshold = unlike.threshold(20, 0.05)
    assert threshold < SHIPPED.threshold(20, 0.05)
    assert unlike.at(20, threshold).share <= 0.05


def test_a_few_people_do_not_move_it_however_many_pictures_they_have():
    shares = [*[0.005] * 8, *[0.9] * 92]
    assert rates_with(*shares, independent=False).threshold(20, 0.01) == SHIPPED.threshold(20, 0.01)
    assert rates_with(*shares).threshold(20, 0.01) > SHIPPED.threshold(20, 0.01)


@given(st.lists(st.floats(1e-6, 0.99), min_size=1, max_size=60), st.integers(1, 500), st.integers(1, 500))
def test_the_threshold_rises_with_strictness_and_with_the_gallery(shares, few, many):
    rates = rates_with(*shares)
    few, many = sorted((few, many))
    lines = [rates.threshold(few, fpir) for fpir in (0.05, 0.01, 0.001)]
    assert lines == pytest.approx(sorted(lines), abs=1e-9)
    assert rates.threshold(few, 0.01) <= rates.threshold(many, 0.01) + 1e-9


def test_the_own_searches_count_at_an_equally_strict_threshold_whatever_the_gallery():
    rates = rates_with(*expected(200))
    small, large = (rates.at(people, SHIPPED.threshold(people, 0.05)) for people in (5, 500))
    assert (small.named, small.searches) == (large.named, large.searches) == (10, 200)


def test_a_network_without_a_shipped_calibration_has_its_own_searches_only():
    own = OwnSearches.from_scores(2, np.array([1.0, -1.0, -2.0, -3.0]), range(4))
    rates = StrangerRates(Calibration(), None, own)
    assert rates.at(3, 0.5) == StrangerRate(0.25, 1, 4)
    assert rates.at(3, 0.99) == StrangerRate(0.0, 0, 4)
    assert StrangerRates(Calibration()).at(3, 0.5) == StrangerRate(None)


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (StrangerRate(None), "not known"),
        (StrangerRate(0.0102), "About 1 in 98 strangers is given a name, as other people's pictures show."),
        (
            StrangerRate(0.000996, 2, 500),
            "About 1 in 1000 strangers is given a name. With your own pictures as strangers, 2 of 500 got one.",
        ),
        (StrangerRate(0.0, 0, 40), "With your own pictures as strangers, none of 40 was given a name."),
    ],
)
def test_the_figure_says_on_what_it_rests(rate, text):
    assert text in str(rate.description)
