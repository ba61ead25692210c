"""Groups of pictures taken together, in one session or as one shot. A split keeps each group on one side."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from visavis.people.person import Person
from visavis.people.samples import Sample
from visavis_training.data.duplicates import merge_groups

#: Smallest number of groups that puts a person into all three parts of a split.
MIN_GROUPS = 3
#: Number of time blocks into which a session is cut if a person has too few groups. One block is close to 15 %, the
#: share of the validation and test parts.
_BLOCKS = 7

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of all pictures."""

    groups: tuple[int, ...]
    """(pictures,) group numbers, equal for pictures that belong together, also across people."""
    one_session: frozenset[str]
    """Slugs of people with fewer than three groups, whose sessions were cut into blocks of time. Their figures are
    optimistic, if there are any: training and test pictures come from one sitting."""
    cross_person_duplicates: tuple[tuple[Path, Path], ...]
    """Near-duplicates under two names. One of the two is probably mislabeled."""


def group_samples(people: Sequence[Person], samples: Sequence[Sample], links: Sequence[tuple[int, int]]) -> Grouping:
    """Group the pictures of all people.

    A capture session is one group, and so is each picture outside of all sessions. For people with fewer than three
    such groups, each session is cut into time blocks instead. Near-duplicates merge their groups, so the blocks of one
    sitting may all become one group (`cut_sittings`).

    Parameters
    ----------
    links : sequence of pairs of int
        The indices of near-duplicates, from `visavis_training.data.duplicates.find_duplicates`.
    """
    groups = list(range(len(samples)))
    one_session = set()
    people_by_slug = {person.slug: person for person in people}
    rows: dict[str, list[int]] = {slug: [] for slug in people_by_slug}
    for row, sample in enumerate(samples):
        rows[sample.person].append(row)
    for slug, own in rows.items():
        sessions = _sessions(people_by_slug[slug], [samples[row] for row in own])
        outside = len(own) - sum(map(len, sessions))
        cut = bool(sessions) and len(sessions) + outside < MIN_GROUPS
        if cut:
            one_session.add(slug)
        for session in sessions:
            for block in _time_blocks(session) if cut else [session]:
                for index in block:
                    groups[own[index]] = own[block[0]]
    duplicates = [(one, other) for one, other in links if samples[one].person != samples[other].person]
    return Grouping(
        tuple(merge_groups(groups, links)),
        frozenset(one_session),
        tuple((samples[one].path, samples[other].path) for one, other in duplicates),
    )


def cut_sittings(
    grouping: Grouping, people: Sequence[Person], samples: Sequence[Sample], links: Sequence[tuple[int, int]]
) -> Grouping:
    """Cut the pictures of people with fewer than three groups into blocks of time, which near-duplicates do not join.

    Neighboring frames of one sitting are near-duplicates, and through them the first frame is linked with the last. So
    a network that needs a training, a validation and a test part cannot be trained on one sitting, unless its links
    are ignored. A test on such blocks must leave out pictures that are near-duplicates of learned ones
    (`visavis_training.data.split.Split.without_copies`).

    Parameters
    ----------
    links : sequence of pairs of int
        As for `group_samples`. Those between pictures of different people still merge groups.
    """
    rows: dict[str, list[int]] = {person.slug: [] for person in people}
    for row, sample in enumerate(samples):
        rows[sample.person].append(row)
    groups = list(grouping.groups)
    cut = set()
    for slug, own in rows.items():
        if len({groups[row] for row in own}) < MIN_GROUPS <= len(own):
            cut.add(slug)
            ordered = sorted(own, key=lambda row: (samples[row].taken or _NEVER, samples[row].path.name))
            for block in _time_blocks(ordered):
                for row in block:
                    groups[row] = len(samples) + block[0]  # no other group has this number
    between = [(one, other) for one, other in links if samples[one].person != samples[other].person]
    return replace(
        grouping, groups=tuple(merge_groups(groups, between)), one_session=grouping.one_session | frozenset(cut)
    )


def _sessions(person: Person, samples: Sequence[Sample]) -> list[list[int]]:
    """The indices of the samples of each session, by time. Sessions without samples are left out."""
    order = sorted(range(len(samples)), key=lambda index: samples[index].taken or _NEVER)
    found: dict[int, list[int]] = {}
    for index in order:
        for number, session in enumerate(person.sessions):
            if session.covers(samples[index]):
                found.setdefault(number, []).append(index)
                break
    return list(found.values())


def _time_blocks(session: Sequence[int]) -> list[Sequence[int]]:
    """A session in order of time, in up to seven parts of nearly equal size, each contiguous."""
    count = min(_BLOCKS, len(session))
    bounds = [round(block * len(session) / count) for block in range(count + 1)]
    return [session[start:end] for start, end in itertools.pairwise(bounds)]
