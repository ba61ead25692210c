"""What a network learns from, what decides when to stop, and what it is judged by: 70, 15 and 15 %."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis_training.grouping import LEAST_GROUPS

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


def split(labels: Sequence[int], groups: Sequence[int], seed: int) -> Split:
    """Split each person's pictures; what is in one group stays on one side.

    Someone with at least three groups has pictures in all parts, and no part is larger than its share by as much as
    their largest group. A group that several people share is trained on: which of its names is right is not known.

    Parameters
    ----------
    labels : sequence of int
        The person that each picture shows.
    groups : sequence of int
        The group of each picture; all different for a random split.
    seed : int
        The same one splits the same pictures in the same way.
    """
    owners: dict[int, set[int]] = {}
    sizes: dict[int, dict[int, int]] = {}
    for label, group in zip(labels, groups, strict=True):
        owners.setdefault(group, set()).add(label)
        own = sizes.setdefault(label, {})
        own[group] = own.get(group, 0) + 1
    parts: dict[int, int] = {}
    unmeasured = []
    for label in sorted(sizes):
        shared = {group for group in sizes[label] if len(owners[group]) > 1}
        own = {group: size for group, size in sizes[label].items() if group not in shared}
        fixed = sum(sizes[label][group] for group in shared)
        parts.update(dict.fromkeys(shared, _TRAIN))
        parts.update(_dealt(own, fixed, np.random.default_rng((seed, label))))
        if len(own) + bool(shared) < LEAST_GROUPS:
            unmeasured.append(label)
    part = np.array([parts[group] for group in groups], np.intp)
    train, validation, test = (np.flatnonzero(part == number) for number in range(3))
    return Split(train, validation, test, tuple(unmeasured))


def _dealt(sizes: dict[int, int], fixed: int, random: np.random.Generator) -> dict[int, int]:
    """The part of each group of one person, of whom `fixed` pictures are trained on already."""
    groups = list(sizes)
    if len(groups) + bool(fixed) < LEAST_GROUPS:
        return dict.fromkeys(groups, _TRAIN)
    random.shuffle(groups)
    groups.sort(key=lambda group: -sizes[group])
    total = sum(sizes.values()) + fixed
    missing = [share * total for share in SHARES]
    missing[_TRAIN] -= fixed
    parts = {}
    for part in (_TEST, _VALIDATION):  # the smallest groups, so that nobody lacks a part
        group = groups.pop()
        parts[group] = part
        missing[part] -= sizes[group]
    for group in groups:
        part = max(range(3), key=missing.__getitem__)
        parts[group] = part
        missing[part] -= sizes[group]
    return parts
