"""Who can be named by embeddings: a template for each person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from visavis.models.card import ModelCard
from visavis.people.rejections import Rejection
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import Vectors, unit
from visavis.recognition.embedding_cache import EmbeddingCache, SampleEmbeddings

#: A sample this many robust standard deviations below its person's others is suspected of showing someone else.
_SUSPECT = 4.0
#: ... but never one that is at least this similar: same person, odd picture. Measured: 99 % of genuine pairs of an
#: LFW picture and a template of five lie above 0.94, half of a percent of impostor pairs above 0.93.
_SURELY_SAME = 0.93


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """People and their templates; row i of `templates` is the person `slugs[i]`."""

    slugs: tuple[str, ...]
    names: tuple[str, ...]
    templates: Vectors  #: (people, 128), unit length
    rejected: Vectors = field(default_factory=lambda: np.zeros((0, 128), np.float32))
    """(rejections, 128) of faces that the user said are not some of the people."""
    barred: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), np.bool_))
    """(rejections, people) whom each is not."""

    def __len__(self) -> int:
        return len(self.slugs)

    def similarities(self, vectors: Vectors) -> NDArray[np.float32]:
        """Cosines, shape (faces, people)."""
        return vectors @ self.templates.T

    def vetoes(self, vectors: Vectors) -> NDArray[np.bool_]:
        """Who faces are not: those whom they resemble less than a face that was said not to be them.

        Measured on LFW, 20 people: one rejected picture vetoes 93 % of the same person's other pictures among the
        2 % most similar to a template of five; of pictures that would have got their own right name, 100 rejected
        strangers veto none with templates of three or five, and 0.07 % with templates of one.

        Returns
        -------
        ndarray of bool, shape (faces, people)
        """
        vetoed = np.zeros((len(vectors), len(self)), np.bool_)
        if len(self.rejected):
            similar = self.similarities(vectors)
            for resembled, barred in zip((vectors @ self.rejected.T).T, self.barred, strict=True):
                vetoed |= (resembled[:, np.newaxis] > similar) & barred
        return vetoed

    def rejecting(self, rejections: Sequence[Rejection], embedded: SampleEmbeddings) -> "Gallery":
        """The gallery that heeds rejections, of which these are the embeddings."""
        concerned = {each.sample.hash: [each.concerns(slug) for slug in self.slugs] for each in rejections}
        barred = np.array([concerned[key] for key in embedded.hashes], np.bool_)
        return replace(self, rejected=embedded.vectors, barred=barred.reshape(len(embedded), len(self)))


def template(embedded: SampleEmbeddings) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    """A person's template, and which of their samples are suspected of showing someone else.

    The mean of their embeddings weighted by quality, without the suspects: samples far less similar to the mean of the
    others than those are among themselves. With fewer than four samples nobody can tell, and all count.

    Returns
    -------
    template : ndarray of float32, shape (128,)
        Unit length.
    suspects : tuple of str
        Hashes of samples.
    """
    weights = weight(embedded.quality)[:, np.newaxis]
    weighted = embedded.vectors * weights
    total = weighted.sum(axis=0)
    if len(embedded) < 4:
        return unit(total), ()
    others = unit(total - weighted)
    agreement = np.einsum("ij,ij->i", embedded.vectors, others)
    middle = float(np.median(agreement))
    spread = 1.4826 * float(np.median(np.abs(agreement - middle)))  # the normal distribution's standard deviation
    doubtful = (agreement < middle - _SUSPECT * max(spread, 0.005)) & (agreement < _SURELY_SAME)
    suspects = tuple(key for key, doubt in zip(embedded.hashes, doubtful, strict=True) if doubt)
    return unit(weighted[~doubtful].sum(axis=0)), suspects


def weight(quality: NDArray[np.float32]) -> NDArray[np.float64]:
    """How much samples of a quality 0..1 count in a template, 0.5..1.

    Never less than half: where two of three samples are poor, few good ones say less than all. Measured on LFW, two of
    five pictures blurred, shaken, shrunk or overexposed, share of people missed at 1 % of strangers with templates of
    3 / 5 / 10: these weights 3.1 / 1.2 / 0.8 %, the quality itself 4.2 / 1.3 / 0.9 %, none 3.1 / 1.2 / 0.8 %.
    """
    return 0.5 + 0.5 * quality.astype(np.float64)


def living(
    card: ModelCard, stored: Mapping[str, NDArray[np.float32]], people: PeopleStore, cache: EmbeddingCache
) -> Gallery:
    """The live gallery: the model's templates, and what changed since it was trained.

    Someone whose samples are those of the model keeps the model's template; whoever came later, or gained or lost
    samples, gets a new one; whoever is no longer enrolled has none.
    """
    rows: list[tuple[str, str, NDArray[np.float32]]] = []
    for person in people.people():
        samples = people.samples(person)
        hashes = {sample.hash for sample in samples}
        if person.slug in stored and hashes == set(card.data.get(person.slug, ())):
            rows.append((person.slug, person.name, stored[person.slug]))
        elif len(embedded := cache.embedded(person.slug, samples)):
            rows.append((person.slug, person.name, template(embedded)[0]))
    templates = np.stack([row[2] for row in rows]) if rows else np.zeros((0, 128), np.float32)
    return Gallery(tuple(row[0] for row in rows), tuple(row[1] for row in rows), templates)
