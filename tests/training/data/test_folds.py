"""K folds: who is tested in which, and who cannot be."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.errors import TrainingError
from visavis_training.data.folds import require_folds, split_into_folds


@st.composite
def pictures(draw):
    """Labels and groups; some groups have pictures of two people."""
    labels, groups = [], []
    for label in range(draw(st.integers(1, 4))):
        for number, size in enumerate(draw(st.lists(st.integers(1, 5), min_size=1, max_size=9))):
            labels += [label] * size
            groups += [number if number == 8 else 100 * (label + 1) + number] * size
    return labels, groups


@given(pictures(), st.integers(2, 5), st.integers(0, 3))
def test_each_measured_picture_is_tested_once_without_its_group(drawn, count, seed):
    labels, groups = drawn
    splits = split_into_folds(labels, groups, count, seed)
    tested = [row for split in splits for row in split.test.tolist()]
    assert len(tested) == len(set(tested))
    owners = {group: {labels[row] for row in range(len(labels)) if groups[row] == group} for group in set(groups)}
    for label in set(labels):
        own = {group for group, people in owners.items() if people == {label}}
        rows = [row for row in range(len(labels)) if labels[row] == label and groups[row] in own]
        if len(own) < count:
            assert not splits or label in splits[0].unmeasured
            assert not set(rows) & set(tested)
        else:
            assert set(rows) <= set(tested)
    for split in splits:
        assert sorted([*split.train, *split.test]) == list(range(len(labels)))
        assert not {groups[row] for row in split.train} & {groups[row] for row in split.test}


def test_a_person_is_spread_over_the_folds():
    labels = np.repeat([0, 1, 2], 20).tolist()
    for split in split_into_folds(labels, list(range(60)), 5, 0):
        assert np.bincount(np.array(labels)[split.test]).tolist() == [4, 4, 4]


def test_too_many_folds_are_refused_by_name():
    labels = [0] * 5 + [1] * 2
    splits = split_into_folds(labels, list(range(7)), 3, 0)
    require_folds(splits, ["Ada", "Bob"], 3, least_people=1)
    with pytest.raises(TrainingError, match="too few different pictures of Bob for 3 folds"):
        require_folds(splits, ["Ada", "Bob"], 3, least_people=2)
    assert split_into_folds(labels, list(range(7)), 6, 0) == []
    with pytest.raises(TrainingError, match="Ada and Bob for 6 folds"):
        require_folds([], ["Ada", "Bob"], 6, least_people=1)
