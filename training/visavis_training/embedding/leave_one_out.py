"""What a gallery would have answered to its own samples, each judged as if it had not been enrolled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.recognition import gallery
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import SampleEmbeddings


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """Every sample against every template; row i is a sample, column j a person."""

    truth: NDArray[np.intp]  #: (samples,) whose each is
    similarities: NDArray[np.float64]
    """(samples, people) cosines. A sample's own person is represented by a template made without the sample and what
    was taken together with it; NaN where nothing is left of them then."""
    others: NDArray[np.float64]
    """(samples, people - 1) cosines: every sample as a stranger, searched in the gallery without its person."""
    templates: NDArray[np.float32]  #: (people, 128), made from all samples
    suspects: tuple[tuple[str, ...], ...]  #: of each person, hashes of samples that may show someone else

    @property
    def own(self) -> NDArray[np.float64]:
        """(samples,) similarity to one's own template; NaN where it cannot be told."""
        return np.asarray(self.similarities[np.arange(len(self.truth)), self.truth])

    @property
    def probes(self) -> NDArray[np.bool_]:
        """(samples,) which can be judged as enrolled people's: something is left of their person without them."""
        return np.asarray(~np.isnan(self.own))


def trial(people: Sequence[SampleEmbeddings], groups: Sequence[Sequence[int]]) -> Trial:
    """Try all samples, leaving out one group at a time.

    Parameters
    ----------
    people : sequence of Embedded
        The samples of each person; nobody is without any.
    groups : sequence of sequences of int
        For each sample of each person, the group it belongs to: what was taken together, or looks the same.
    """
    made = [gallery.template(person) for person in people]
    templates = np.stack([template for template, _ in made])
    suspects = tuple(suspicious for _, suspicious in made)
    truth = np.repeat(np.arange(len(people)), [len(person) for person in people])
    vectors = np.concatenate([person.vectors for person in people])
    similarities = (vectors @ templates.T).astype(np.float64)
    own = [_own(person, np.asarray(of), set(out)) for person, of, out in zip(people, groups, suspects, strict=True)]
    similarities[np.arange(len(truth)), truth] = np.concatenate(own)
    return Trial(truth, similarities, strange(similarities, truth), templates, suspects)


def strange(similarities: NDArray[np.float64], truth: NDArray[np.intp]) -> NDArray[np.float64]:
    """Similarities (samples, people) without those to each sample's own person: (samples, people - 1)."""
    people = similarities.shape[1]
    keep = np.arange(people) != truth[:, np.newaxis]
    return np.asarray(similarities[keep].reshape(len(truth), people - 1))


def _own(person: SampleEmbeddings, groups: NDArray[np.intp], suspects: set[str]) -> NDArray[np.float64]:
    """Similarity of each sample to a template made of the other groups; NaN if there are none."""
    counts = np.array([key not in suspects for key in person.hashes])
    weighted = person.vectors * (gallery.weight(person.quality) * counts)[:, np.newaxis]
    result = np.full(len(person), np.nan)
    for group in np.unique(groups):
        inside = groups == group
        rest = weighted[~inside].sum(axis=0)
        if rest.any():
            result[inside] = person.vectors[inside] @ unit(rest)
    return result
