"""Own searches: what they are worth, and what they contradict."""

import json
from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.scoring.own_searches import OwnSearches
from visavis.storage import reader

scores = st.lists(st.floats(-20, 20), min_size=1, max_size=50)


def test_without_searches_or_people_to_search_among_there_are_none():
    assert OwnSearches.from_scores(3, np.array([]), []) is None
    assert OwnSearches.from_scores(0, np.array([1.0]), [0]) is None


def test_many_pictures_of_one_person_are_worth_a_few_searches():
    one = OwnSearches.from_scores(3, np.zeros(1000), [0] * 1000)
    many = OwnSearches.from_scores(3, np.zeros(1000), range(1000))
    assert (one.searches, many.searches) == (1000, 1000)
    assert (one.independent, many.independent) == (pytest.approx(2.5, abs=0.01), pytest.approx(1000))


@given(scores, st.floats(-20, 20), st.floats(-20, 20))
def test_a_higher_threshold_names_fewer(values, one, other):
    low, high = sorted((one, other))
    own = OwnSearches.from_scores(5, np.array(values), [index % 3 for index in range(len(values))])
    assert own.count_named(high) <= own.count_named(low)
    assert own.count_named(high) == sum(round(value, 9) >= high for value in values)
    assert all(strict <= loose for strict, loose in zip(own.interval(high), own.interval(low), strict=True))


def test_searches_with_two_equal_candidates_count_and_are_named_at_no_threshold():
    own = OwnSearches.from_scores(2, np.array([1.0, -np.inf]), [0, 1])
    assert (own.searches, own.independent, own.count_named(-100)) == (2, 2, 1)


def test_a_card_keeps_them():
    own = OwnSearches.from_scores(2, np.array([1.0, 3.0, -2.0]), [0, 0, 1])
    assert reader.check(json.loads(json.dumps(asdict(own))), OwnSearches) == own
