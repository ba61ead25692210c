"""What a network learns from, what decides when to stop, and what it is judged by: 70, 15 and 15 %."""

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis_training.data.grouping import LEAST_GROUPS

#: Shares of each person's pictures: train, validation, test.
SHARES = (0.70, 0.15, 0.15)
_TRAIN, _VALIDATION, _TEST = range(3)

Rows = NDArray[np.intp]
"""Indices of pictures, ascending."""


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Every picture is in exactly one part."""

    train: Rows
    validation: Rows
    test: Rows
    unmeasured: tuple[int, ...]
    """Labels of people who have too few groups for three parts: trained on, and in no figure."""


def split(labels: Sequence[int], groups: Sequence[int], keys: Sequence[str], seed: int) -> Split:
    """Split each person's pictures; what is in one group stays on one side.

    Someone with at least three groups has pictures in all parts, and no part is larger than its share by as much as
    their largest group. A group that several people share is trained on: which of its names is right is not known.
    One person's pictures are split as if there were nobody else, and most of them as before when some are added: what
    one training held back, the next does, so that their models can be compared.

    Scikit-learn's splitters promise neither. Measured on 20 people with 3 to 11 groups each, then with one more picture
    of each and one more person: of the old pictures in the second test part, the first training had not learned 88 %;
    with `StratifiedGroupKFold` (7 folds) 14 %, with `GroupShuffleSplit` 19 %. Of the 20 people, `StratifiedGroupKFold`
    left 5 without a validation or test part, `GroupShuffleSplit` 11.

    Parameters
    ----------
    labels : sequence of int
        The person that each picture shows.
    groups : sequence of int
        The group of each picture; all different for a random split.
    keys : sequence of str
        What each picture is known by from one training to the next: its hash.
    seed : int
        The same one splits the same pictures in the same way.
    """
    owners: dict[int, set[int]] = {}
    sizes: dict[int, dict[int, int]] = {}
    names: dict[int, str] = {}
    for label, group, key in zip(labels, groups, keys, strict=True):
        owners.setdefault(group, set()).add(label)
        names[group] = min(key, names.get(group, key))
        own = sizes.setdefault(label, {})
        own[group] = own.get(group, 0) + 1
    parts: dict[int, int] = {}
    unmeasured = []
    places = {group: hashlib.sha256(f"{seed} {name}".encode()).digest() for group, name in names.items()}
    for label in sorted(sizes):
        shared = {group for group in sizes[label] if len(owners[group]) > 1}
        own = {group: size for group, size in sizes[label].items() if group not in shared}
        fixed = sum(sizes[label][group] for group in shared)
        parts.update(dict.fromkeys(shared, _TRAIN))
        parts.update(_dealt(own, fixed, places))
        if len(own) + bool(shared) < LEAST_GROUPS:
            unmeasured.append(label)
    part = np.array([parts[group] for group in groups], np.intp)
    train, validation, test = (np.flatnonzero(part == number) for number in range(3))
    return Split(train, validation, test, tuple(unmeasured))


def _dealt(sizes: Mapping[int, int], fixed: int, places: Mapping[int, bytes]) -> dict[int, int]:
    """The part of each group of one person, of whom `fixed` pictures are trained on already.

    How many groups of a size go to a part follows from the sizes; which ones, from `places`: by chance, but always in
    the same order, so that one more group moves few others.
    """
    groups = sorted(sizes, key=lambda group: (-sizes[group], places[group]))
    if len(groups) + bool(fixed) < LEAST_GROUPS:
        return dict.fromkeys(groups, _TRAIN)
    total = sum(sizes.values()) + fixed
    missing = [share * total for share in SHARES]
    missing[_TRAIN] -= fixed
    last = [_VALIDATION, _TEST]  # they get the smallest groups, so that nobody lacks a part
    for part, group in zip(last, groups[-2:], strict=True):
        missing[part] -= sizes[group]
    parts = []
    for group in groups[:-2]:
        part = max(range(3), key=missing.__getitem__)
        parts.append(part)
        missing[part] -= sizes[group]
    dealt: dict[int, int] = {}
    for _, same in itertools.groupby(zip(groups, [*parts, *last], strict=True), key=lambda each: sizes[each[0]]):
        alike, theirs = zip(*same, strict=True)
        dealt.update(zip(alike, sorted(theirs, reverse=True), strict=True))
    return dealt
