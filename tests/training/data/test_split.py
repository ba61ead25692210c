"""The guarantees of the split, for any people and any groups."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from visavis_training.data.split import SHARES, split_pictures


@st.composite
def pictures(draw, shared=False):
    """Labels and groups; a group is one person's unless it may be `shared`."""
    labels, groups = [], []
    for label in range(draw(st.integers(1, 4))):
        for number, size in enumerate(draw(st.lists(st.integers(1, 8), min_size=1, max_size=12))):
            labels += [label] * size
            groups += [number if shared and number % 3 == 0 else 100 * (label + 1) + number] * size
    return labels, groups


def split(labels, groups, seed, keys=None):
    """A split of pictures that are known by where they stand."""
    return split_pictures(labels, groups, keys or [f"{index:04}" for index in range(len(labels))], seed)


def test_copies_of_known_pictures_are_left_out_of_the_test():
    whole = split([0] * 10, list(range(10)), 0)
    [first, *_], [checked, *_] = whole.test, whole.validation
    trained, other = whole.train[:2].tolist()
    tested = whole.without_copies([(trained, int(first)), (trained, other)])
    assert tested.left_out.tolist() == [first]
    assert sorted([*tested.test, *tested.left_out]) == sorted(whole.test)
    assert (tested.train.tolist(), tested.validation.tolist()) == (whole.train.tolist(), whole.validation.tolist())
    assert whole.without_copies([(int(first), int(checked))]).left_out.tolist() == [first]
    assert whole.without_copies([(trained, other)]).left_out.size == 0


def parts(split):
    return split.train, split.validation, split.test


@given(pictures(shared=True), st.integers(0, 2**31 - 1))
def test_every_picture_is_in_one_part_and_no_group_on_two_sides(drawn, seed):
    labels, groups = drawn
    result = split(labels, groups, seed)
    assert sorted(np.concatenate(parts(result))) == list(range(len(labels)))
    sides = [{groups[row] for row in part} for part in parts(result)]
    assert sum(map(len, sides)) == len(set(groups))


@given(pictures(), st.integers(0, 2**31 - 1))
def test_three_groups_are_in_all_parts_and_fewer_only_in_training(drawn, seed):
    labels, groups = drawn
    result = split(labels, groups, seed)
    for label in set(labels):
        own = {group for row, group in enumerate(groups) if labels[row] == label}
        sizes = [sum(labels[row] == label for row in part) for part in parts(result)]
        if len(own) >= 3:
            assert all(sizes)
            assert label not in result.unmeasured
        else:
            assert sizes[1:] == [0, 0]
            assert label in result.unmeasured


@given(pictures(), st.integers(0, 2**31 - 1))
def test_no_part_exceeds_its_share_by_a_whole_group(drawn, seed):
    labels, groups = drawn
    result = split(labels, groups, seed)
    for label in set(labels) - set(result.unmeasured):
        count = labels.count(label)
        largest = max(Counter(g for g, of in zip(groups, labels, strict=True) if of == label).values())
        for part, share in zip(parts(result), SHARES, strict=True):
            assert sum(labels[row] == label for row in part) < share * count + largest


@given(pictures(shared=True), st.integers(0, 2**31 - 1))
def test_the_same_seed_splits_the_same_way(drawn, seed):
    first, second = split(*drawn, seed), split(*drawn, seed)
    assert all(np.array_equal(*both) for both in zip(parts(first), parts(second), strict=True))


def test_twenty_pictures_are_split_14_3_3():
    result = split([0] * 20, range(20), seed=0)
    assert [len(part) for part in parts(result)] == [14, 3, 3]


def test_different_seeds_give_different_splits():
    assert len({tuple(split([0] * 20, range(20), seed).test) for seed in range(3)}) > 1


def test_a_picture_under_two_names_is_trained_on():
    result = split([0] * 5 + [1] * 5, [1, 2, 3, 4, 5, 5, 6, 7, 8, 9], seed=0)
    assert {4, 5} <= set(result.train)


def test_other_people_do_not_change_a_split():
    alone = split([0] * 20, range(20), 0, [f"ada {n}" for n in range(20)])
    both = split([0] * 9 + [1] * 20, range(29), 0, [f"aaron {n}" for n in range(9)] + [f"ada {n}" for n in range(20)])
    assert set(both.test) - set(range(9)) == set(alone.test + 9)


def test_most_held_out_pictures_stay_so_when_some_are_added():
    stayed = []
    for seed in range(50):
        before = split([0] * 20, range(20), seed)
        after = split([0] * 24, range(24), seed)
        stayed.append(len(set(before.test) & set(after.test)) / len(before.test))
        learned = set(before.train) | set(before.validation)
        assert len(set(after.test) - learned) > 0
    assert sum(stayed) / len(stayed) > 0.5
