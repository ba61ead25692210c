"""Thresholds rise with the gallery size and with lower rates, for any distribution of similarities."""

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.thresholds import (
    TARGET_FPIR,
    GalleryTraits,
    Strangers,
    deviations,
    fpir_at,
    shipped_figures,
    shipped_strangers,
)

rates = st.floats(1e-6, 0.5)
sizes = st.integers(1, 10_000)


@given(sizes, sizes, rates, rates)
def test_thresholds_rise_with_people_and_strictness(few, many, strict, relaxed):
    few, many = sorted((few, many))
    strict, relaxed = sorted((strict, relaxed))
    assert deviations(few, strict) >= deviations(few, relaxed) - 1e-9
    assert deviations(many, strict) >= deviations(few, strict)


@given(sizes, rates)
def test_the_rate_at_a_threshold_is_the_rate_it_was_made_for(people, fpir):
    assert fpir_at(people, deviations(people, fpir)) == pytest.approx(fpir, rel=1e-6)


@given(st.floats(-1, 1), st.floats(0.01, 0.2), st.floats(-0.5, 0.5), st.floats(0.5, 2))
def test_another_domain_moves_thresholds_but_not_scores(mean, deviation, offset, stretch):
    here, there = Strangers(mean, deviation), Strangers(mean + offset, deviation * stretch)
    line_here, line_there = here.threshold(20, 0.01), there.threshold(20, 0.01)
    assert line_there == pytest.approx(mean + offset + (line_here - mean) * stretch)
    score_here, score_there = (s.calibration.log_odds(line) for s, line in ((here, line_here), (there, line_there)))
    assert score_there == pytest.approx(float(score_here), abs=1e-6)


@given(st.floats(1, 100), st.floats(1, 100), st.floats(0, 1), st.floats(0, 1))
def test_strangers_are_more_similar_to_templates_of_more_or_worse_samples(few, many, poor, good):
    (few, many), (poor, good) = sorted((few, many)), sorted((poor, good))
    assert shipped_strangers(GalleryTraits.sharp(few)).mean <= shipped_strangers(GalleryTraits.sharp(many)).mean
    better, worse = (shipped_strangers(GalleryTraits(quality=quality)) for quality in (good, poor))
    assert better.threshold(20, 0.01) <= worse.threshold(20, 0.01)


@given(st.floats(-0.5, 0.5), st.integers(2, 1000))
def test_people_move_the_mean_toward_theirs_only_as_far_as_they_clearly_contradict_it(mean, people):
    shipped = shipped_strangers(GalleryTraits.sharp(3))
    agreed = shipped_figures().agreed_strangers(shipped, mean, people)
    assert min(shipped.mean, mean) - 1e-9 <= agreed.mean <= max(shipped.mean, mean) + 1e-9
    more = shipped_figures().agreed_strangers(shipped, mean, 2 * people)
    assert abs(more.mean - mean) <= abs(agreed.mean - mean) + 1e-9
    assert (agreed.deviation > shipped.deviation) == (agreed.mean < shipped.mean)


def test_people_who_are_less_alike_lower_the_threshold_by_less_than_the_mean():
    shipped = shipped_strangers(GalleryTraits.sharp(3))
    for people in (2, 20, 200):
        agreed = shipped_figures().agreed_strangers(shipped, -0.2, people)
        fall = shipped.threshold(people, 0.01) - agreed.threshold(people, 0.01)
        assert 0 < fall < shipped.mean - agreed.mean


def test_few_people_who_are_a_little_more_alike_move_nothing():
    shipped = shipped_strangers(GalleryTraits.sharp(3))
    assert shipped_figures().agreed_strangers(shipped, shipped.mean + 0.03, 4) == shipped
    assert shipped_figures().agreed_strangers(shipped, shipped.mean + 0.03, 40) != shipped


def test_strictness_levels_are_ordered():
    lines = [deviations(10, TARGET_FPIR[name]) for name in ("relaxed", "balanced", "strict")]
    assert lines == sorted(lines)


@pytest.mark.parametrize(("people", "fpir"), [(0, 0.01), (5, 0), (5, 1)])
def test_an_empty_gallery_or_invalid_rate_is_an_error(people, fpir):
    with pytest.raises(ValueError, match="no threshold"):
        deviations(people, fpir)


@given(st.integers(1, 200), st.sampled_from(list(TARGET_FPIR.values())))
def test_what_is_asked_is_what_happens_where_cosines_are_normal(people, fpir):
    """Exactly: the best of n independent cosines is below the threshold with probability Phi(z)^n."""
    below = NormalDist().cdf(deviations(people, fpir))
    assert 1 - below**people == pytest.approx(fpir, rel=1e-6)


@pytest.mark.parametrize("people", [1, 2, 5, 20])
@pytest.mark.parametrize("fpir", [0.05, 0.01, 0.001])
def test_and_in_a_simulation(people, fpir):
    cosines = np.random.default_rng(people).normal(0.1, 0.09, (100_000, people))
    named = (cosines.max(axis=1) >= Strangers(0.1, 0.09).threshold(people, fpir)).mean()
    assert fpir / 1.3 < named < fpir * 1.3


traits = st.builds(GalleryTraits, st.floats(0.7, 1), st.floats(0.1, 1), st.floats(0, 5), st.floats(0, 1))


@given(traits, st.floats(0, 5), st.floats(0, 1))
def test_shake_raises_the_threshold_and_a_crop_lowers_the_mean(some, shake, outside):
    threshold = shipped_strangers(some).threshold(5, 0.01)
    shaken = replace(some, shake=some.shake + shake)
    assert shipped_strangers(shaken).threshold(5, 0.01) >= threshold - 1e-12
    cropped = replace(some, outside=min(some.outside + outside, 1))
    assert shipped_strangers(cropped).mean <= shipped_strangers(some).mean + 1e-12


@given(traits, st.floats(0.1, 1))
def test_a_blurred_gallery_has_no_lower_threshold_than_a_sharp_one(some, quality):
    worse = replace(some, quality=min(some.quality, quality))
    assert shipped_strangers(worse).threshold(3, 0.001) >= shipped_strangers(some).threshold(3, 0.001)


def test_a_template_of_several_samples_has_the_cosines_of_its_samples_over_the_length_of_their_mean():
    one, several = GalleryTraits(), GalleryTraits(length=0.8)
    assert shipped_strangers(several).mean == pytest.approx(shipped_strangers(one).mean / 0.8)
    assert GalleryTraits.sharp(1) == one
    assert GalleryTraits.sharp(1000).length == pytest.approx(shipped_figures().genuine_cosine ** 0.5, abs=0.01)
