"""What was taken together: pictures of one sitting or one shot, which may not be on two sides of a split."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis_training.data.duplicates import joined

#: Groups that someone needs for all three parts of a split.
LEAST_GROUPS = 3
#: Blocks of time into which a sitting is cut where there is nothing else to split: one is near a part's 15 %.
_BLOCKS = 7

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which pictures belong together."""

    groups: tuple[int, ...]
    """The group of each picture; equal where pictures belong together, also across people."""
    one_session: frozenset[str]
    """Slugs of people whose sittings had to be cut, because there are fewer than three to choose from: figures about
    them say little about another day."""
    doubled: tuple[tuple[Path, Path], ...]
    """Near-duplicates under two names: one of them is a mislabel suspect."""


def grouping(people: Sequence[Person], samples: Sequence[Sample], links: Sequence[tuple[int, int]]) -> Grouping:
    """Group the pictures of all people.

    A capture session is a group, and so is a picture that belongs to none. Where someone has fewer than three groups
    that way, each of their sessions is cut into blocks of time instead. Near-duplicates join the groups they are in.

    Parameters
    ----------
    links : sequence of pairs of int
        The indices of samples that are near-duplicates, `visavis_training.data.duplicates.pairs`.
    """
    groups = list(range(len(samples)))
    one_session = set()
    owners = {person.slug: person for person in people}
    rows: dict[str, list[int]] = {slug: [] for slug in owners}
    for row, sample in enumerate(samples):
        rows[sample.person].append(row)
    for slug, own in rows.items():
        sittings = _sittings(owners[slug], [samples[row] for row in own])
        loose = len(own) - sum(map(len, sittings))
        cut = bool(sittings) and len(sittings) + loose < LEAST_GROUPS
        if cut:
            one_session.add(slug)
        for sitting in sittings:
            for block in _blocks(sitting) if cut else [sitting]:
                for index in block:
                    groups[own[index]] = own[block[0]]
    doubled = [(one, other) for one, other in links if samples[one].person != samples[other].person]
    return Grouping(
        tuple(joined(groups, links)),
        frozenset(one_session),
        tuple((samples[one].path, samples[other].path) for one, other in doubled),
    )


def _sittings(person: Person, samples: Sequence[Sample]) -> list[list[int]]:
    """The indices of the samples of each session that has any, in the order of time."""
    order = sorted(range(len(samples)), key=lambda index: samples[index].taken or _NEVER)
    found: dict[int, list[int]] = {}
    for index in order:
        for number, session in enumerate(person.sessions):
            if session.covers(samples[index]):
                found.setdefault(number, []).append(index)
                break
    return list(found.values())


def _blocks(sitting: Sequence[int]) -> list[Sequence[int]]:
    """The sitting in up to seven parts of nearly equal size, each contiguous in time."""
    count = min(_BLOCKS, len(sitting))
    bounds = [round(block * len(sitting) / count) for block in range(count + 1)]
    return [sitting[start:end] for start, end in itertools.pairwise(bounds)]
