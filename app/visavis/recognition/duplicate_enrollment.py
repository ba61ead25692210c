"""Duplicate enrollments: two people whose templates are so similar that they look like one person."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.people.distinct_pairs import DistinctPairs, Pair
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import EmbeddingCache
from visavis.recognition.gallery import template

#: Cosine of two templates from which they look like one person, by the number of samples in the smaller of them: of
#: one, of two, of three or more. Measured with SFace on people of LFW by `tools/people_figures.py`: of two sets of one
#: person's pictures, 91 % are found with one picture each, 99 % with one and three, and all of 5,000 with five each. Of
#: 90,000 pairs of different people, none is: the highest cosine is 0.52. A brother and a sister have 0.51 with one
#: picture each, and 0.47 with two and three.
_ONE_PERSON_COSINES = (0.55, 0.60, 0.65)
#: Rows of the similarity matrix computed at once.
_BLOCK = 1024


@dataclass(frozen=True, slots=True)
class DuplicateEnrollment:
    """Two people who look like one."""

    person: Person  #: who has at least as many samples
    other: Person
    similarity: float  #: cosine of their templates

    @property
    def names(self) -> tuple[str, str]:
        return self.person.name, self.other.name


def find_duplicates(
    people: Sequence[Person], templates: Vectors, counts: Sequence[int], distinct: Collection[Pair]
) -> list[DuplicateEnrollment]:
    """Find the people who look like one, most similar first, without the pairs whom the user called two people.

    Parameters
    ----------
    templates, counts
        Of these people, as for `similar_pairs`.
    """
    return [
        DuplicateEnrollment(people[one], people[other], cosine)
        for one, other, cosine in similar_pairs(templates, counts)
        if frozenset({people[one].slug, people[other].slug}) not in distinct
    ]


def duplicate_matrix(people: Sequence[Person], found: Sequence[DuplicateEnrollment]) -> NDArray[np.bool_]:
    """Return which of these people look like one, shape (people, people)."""
    rows = {person.slug: row for row, person in enumerate(people)}
    is_duplicate = np.zeros((len(people), len(people)), np.bool_)
    for each in found:
        one, other = rows[each.person.slug], rows[each.other.slug]
        is_duplicate[one, other] = is_duplicate[other, one] = True
    return is_duplicate


def similar_pairs(templates: Vectors, counts: Sequence[int]) -> list[tuple[int, int, float]]:
    """Find the templates that look like those of one person.

    Parameters
    ----------
    templates : ndarray of float32, shape (people, 128)
        Unit length, of the published network.
    counts : sequence of int
        Number of samples in each template.

    Returns
    -------
    list of (int, int, float)
        The rows of the two templates, the one with more samples first, and their cosine; the most similar first.
    """
    lines = np.array(_ONE_PERSON_COSINES)[np.clip(np.asarray(counts, np.intp), 1, len(_ONE_PERSON_COSINES)) - 1]
    found = sorted(_pairs_above(templates, lines), key=lambda pair: -pair[2])
    return [
        (other, one, cosine) if counts[other] > counts[one] else (one, other, cosine) for one, other, cosine in found
    ]


def _pairs_above(templates: Vectors, lines: NDArray[np.float64]) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows whose cosine reaches the lower of their two lines."""
    for start in range(0, len(templates), _BLOCK):
        cosines = templates[start : start + _BLOCK] @ templates[start:].T
        needed = np.minimum(lines[start : start + _BLOCK, np.newaxis], lines[start:])
        for one, other in np.argwhere(np.triu(cosines >= needed, 1)):
            yield start + int(one), start + int(other), float(cosines[one, other])


class DuplicateSearch:
    """Searches for duplicate enrollments among the cached embeddings; none is computed.

    The embeddings are those of the published network, for which the lines were measured. The template of a person whose
    samples did not change since the last search is kept if all of them are in it.
    """

    def __init__(self, people: PeopleStore, cache: EmbeddingCache) -> None:
        self._people = people
        self._cache = cache
        self._known: dict[str, tuple[frozenset[str], int, NDArray[np.float32]]] = {}

    def __call__(self) -> list[DuplicateEnrollment]:
        """Return the pairs of people who look like one, most similar first, without those called two people.

        Raises
        ------
        StoreError
            If the people cannot be read.
        """
        known, people = {}, []
        for person in self._people.people():
            if (found := self._template(person)) is not None:
                known[person.slug] = found
                people.append(person)
        self._known = known
        if len(people) < 2:
            return []
        distinct = DistinctPairs(self._people.folder).pairs()
        templates, counts = np.stack([each[2] for each in known.values()]), [each[1] for each in known.values()]
        return find_duplicates(people, templates, counts, distinct)

    def _template(self, person: Person) -> tuple[frozenset[str], int, NDArray[np.float32]] | None:
        """The hashes of a person's samples, how many are in the template, and the template; None without any."""
        samples = self._people.samples(person)
        hashes = frozenset(sample.hash for sample in samples)
        earlier = self._known.get(person.slug)
        if earlier is not None and earlier[0] == hashes and earlier[1] == len(hashes):
            return earlier  # otherwise some were not embedded yet, or left out, which may have changed
        kept = self._people.whole_pictures(person)
        counted = self._cache.find_cached(person.slug, hashes).drop_faceless(kept)
        return (hashes, len(counted), template(counted)[0]) if len(counted) else None
