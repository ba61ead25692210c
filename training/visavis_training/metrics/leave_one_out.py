"""Leave-one-group-out scores: each sample is searched for as if its group had not been enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from visavis.models.threshold import replace_doubtful
from visavis.recognition import gallery
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings

Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class HeldOutScores:
    """The similarity of every sample to every template. Row i is a sample, column j a person."""

    truth: NDArray[np.intp]  #: (samples,) the index of each sample's person
    similarities: NDArray[np.float64]
    """(samples, people) cosines. The template of a sample's own person is made without the sample's group; NaN where
    no other sample is left."""
    impostor_similarities: NDArray[np.float64]
    """(samples, people - 1) cosines of each sample as a stranger, searched for in the gallery without its person;
    doubtful ones are the usual one (`visavis.models.threshold.replace_doubtful`)."""
    templates: NDArray[np.float32]  #: (people, 128), made from all samples
    suspects: tuple[tuple[str, ...], ...]  #: for each person, hashes of samples that may show someone else

    @property
    def genuine_similarities(self) -> NDArray[np.float64]:
        """(samples,) similarity of each sample to its own person's template; NaN where there is none."""
        return np.asarray(self.similarities[np.arange(len(self.truth)), self.truth])

    @property
    def is_probe(self) -> NDArray[np.bool_]:
        """(samples,) whether a sample can be searched for as enrolled: its person has samples outside its group."""
        return np.asarray(~np.isnan(self.genuine_similarities))


def leave_one_out(
    people: Sequence[SampleEmbeddings],
    groups: Sequence[Sequence[int]],
    is_duplicate: NDArray[np.bool_] | None = None,
) -> HeldOutScores:
    """Score all samples, leaving out one group at a time.

    Parameters
    ----------
    people : sequence of SampleEmbeddings
        The samples of each person, at least one each.
    groups : sequence of sequences of int
        The group of each sample of each person: samples taken together or of one shot.
    is_duplicate : ndarray of bool, shape (people, people), optional
        Who looks like one person: they are no strangers to each other. Suspects are nobody's strangers, either.
    """
    pairs = [gallery.template(person) for person in people]
    templates = np.stack([template for template, _ in pairs])
    suspects = tuple(suspicious for _, suspicious in pairs)
    truth = np.repeat(np.arange(len(people)), [len(person) for person in people])
    vectors = np.concatenate([person.vectors for person in people])
    similarities = (vectors @ templates.T).astype(np.float64)
    genuine = [
        _genuine_similarities(person, np.asarray(own_groups), set(excluded))
        for person, own_groups, excluded in zip(people, groups, suspects, strict=True)
    ]
    similarities[np.arange(len(truth)), truth] = np.concatenate(genuine)
    is_doubtful = np.zeros(similarities.shape, np.bool_) if is_duplicate is None else is_duplicate[truth]
    suspected = [[key in own for key in person.hashes] for person, own in zip(people, suspects, strict=True)]
    is_doubtful[np.concatenate(suspected)] = True
    impostors = replace_doubtful(without_own_person(similarities, truth), without_own_person(is_doubtful, truth))
    return HeldOutScores(truth, similarities, np.asarray(impostors, np.float64), templates, suspects)


def without_own_person(similarities: NDArray[Scalar], truth: NDArray[np.intp]) -> NDArray[Scalar]:
    """Remove the column of each sample's own person: from (samples, people) to (samples, people - 1)."""
    people = similarities.shape[1]
    others = np.arange(people) != truth[:, np.newaxis]
    return np.asarray(similarities[others].reshape(len(truth), people - 1))


def _genuine_similarities(
    person: SampleEmbeddings, groups: NDArray[np.intp], suspects: set[str]
) -> NDArray[np.float64]:
    """The similarity of each sample to a template of the other groups; NaN if there are none."""
    trusted = np.array([key not in suspects for key in person.hashes])
    weighted = person.vectors * (gallery.weight(person.quality) * trusted)[:, np.newaxis]
    similarities = np.full(len(person), np.nan)
    for group in np.unique(groups):
        inside = groups == group
        template = weighted[~inside].sum(axis=0)
        if template.any():
            similarities[inside] = person.vectors[inside] @ unit(template)
    return similarities
