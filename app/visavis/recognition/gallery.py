"""The gallery: a template for each person who can be named by embeddings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.models.card import ModelCard
from visavis.people.person import Person
from visavis.people.rejections import Rejection
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache
from visavis.recognition.embedder import Vectors, unit
from visavis.recognition.embedding_cache import EmbeddingCache, SampleEmbeddings
from visavis.scoring.thresholds import GalleryTraits

#: Median cosine with a person's other samples below which a sample is suspected of showing another person. Measured
#: with SFace by `tools/people_figures.py` on 20 people and 200 others of LFW, 5,000 random folders of each kind: one,
#: two or three of ten pictures that show another person are found in 99.9 % of the folders, one of four in 99.5 %. In
#: clean folders of 4-10 pictures, 0.05-0.08 % of the pictures are suspected; of the whole folders and of two webcam
#: clips, none. In gray, dark, blurred or 92x112 pictures (600 folders each): 99.7 % found, 0.2-0.6 % suspected.
_SUSPECT_COSINE = 0.35
#: Number of samples from which suspects can be found.
_MIN_SAMPLES = 4
#: Rows of the similarity matrix computed at once.
_BLOCK = 1024
#: Least weight of a sample in a template (`weight`).
_MIN_WEIGHT = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """People and their templates. Row i of `templates` belongs to the person `slugs[i]`."""

    slugs: tuple[str, ...]
    names: tuple[str, ...]
    templates: Vectors  #: (people, 128), unit length
    rejected: Vectors = field(default_factory=lambda: np.zeros((0, 128), np.float32))
    """(rejections, 128), the embeddings of faces that the user said are not certain people."""
    is_not: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), np.bool_))
    """(rejections, people), true where that face is not that person."""

    def __len__(self) -> int:
        return len(self.slugs)

    def similarities(self, vectors: Vectors) -> NDArray[np.float32]:
        """Return the cosines with the templates, shape (faces, people)."""
        return vectors @ self.templates.T

    def vetoes(self, vectors: Vectors, least: float = -1.0) -> NDArray[np.bool_]:
        """Return who the faces are not: a rejection of that person is more similar to the face than the template is.

        Measured on LFW, 20 people: one rejected picture vetoes all 28 of the same person's other pictures that were
        among the 2 % most similar to a template of five. Of pictures that would have got their right name, 100 rejected
        strangers veto none of 17,000 with templates of three or five, and 1 of 9,896 with templates of one.

        Parameters
        ----------
        vectors : ndarray of float32, shape (faces, n)
            The embeddings of single observations, or means of several.
        least : float
            Smallest cosine with a rejection at which it counts.

        Returns
        -------
        ndarray of bool, shape (faces, people)
        """
        vetoed = np.zeros((len(vectors), len(self)), np.bool_)
        if len(self.rejected):
            similar = self.similarities(vectors)
            for rejected, is_not in zip((vectors @ self.rejected.T).T, self.is_not, strict=True):
                counts = (rejected >= least)[:, np.newaxis] & is_not
                vetoed |= (rejected[:, np.newaxis] > similar) & counts
        return vetoed

    def with_rejections(self, rejections: Sequence[Rejection], embedded: SampleEmbeddings) -> "Gallery":
        """Return a copy that vetoes by these rejections and their embeddings."""
        concerned = {each.sample.hash: [each.concerns(slug) for slug in self.slugs] for each in rejections}
        is_not = np.array([concerned[key] for key in embedded.hashes], np.bool_)
        return replace(self, rejected=embedded.vectors, is_not=is_not.reshape(len(embedded), len(self)))


def template(embedded: SampleEmbeddings) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    """Return the template of a person, and which samples are suspected of showing another person.

    The template is the mean of the embeddings, weighted by quality, without the suspects (`find_suspects`).

    Returns
    -------
    template : ndarray of float32, shape (128,)
        Unit length.
    suspects : tuple of str
        Hashes of the suspected samples.
    """
    suspects = find_suspects(embedded)
    trusted = _without(embedded, suspects)
    return unit((trusted.vectors * weight(trusted.quality)[:, np.newaxis]).sum(axis=0)), suspects


def _without(embedded: SampleEmbeddings, hashes: Collection[str]) -> SampleEmbeddings:
    return embedded.select([key not in hashes for key in embedded.hashes])


def find_suspects(embedded: SampleEmbeddings) -> tuple[str, ...]:
    """Return the hashes of the samples that may show another person: those unlike most of the person's others.

    The median of a sample's cosines with the others does not change with a few wrong ones among them; their mean does.
    With fewer than four samples there are no suspects, nor if half of them would be: then nothing says which half is
    wrong.
    """
    count = len(embedded)
    if count < _MIN_SAMPLES:
        return ()
    is_suspect = np.concatenate(
        [_typical_cosines(embedded.vectors, start) < _SUSPECT_COSINE for start in range(0, count, _BLOCK)]
    )
    if 2 * is_suspect.sum() >= count:
        return ()
    return tuple(key for key, suspected in zip(embedded.hashes, is_suspect, strict=True) if suspected)


def cached_suspects(folder: Path, people: PeopleStore, person: Person) -> set[str]:
    """Return the hashes of a person's samples that may show another person, as far as embeddings are in the cache."""
    here = {sample.hash for sample in people.samples(person)}
    cached = embedding_cache.read_cached(folder, person.slug).drop_faceless(people.whole_pictures(person))
    return set(find_suspects(cached.select([key in here for key in cached.hashes])))


def _typical_cosines(vectors: Vectors, start: int) -> NDArray[np.float32]:
    """Return the median cosine with all others, for a block of the vectors."""
    cosines = vectors[start : start + _BLOCK] @ vectors.T
    cosines[np.arange(len(cosines)), start + np.arange(len(cosines))] = np.inf  # last when sorted, and left out
    return np.asarray(np.median(np.sort(cosines, axis=1)[:, :-1], axis=1), np.float32)


def weight(quality: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return how much samples of a quality 0..1 count in a template, 0.5..1.

    Low-quality samples are weighted no lower than 0.5: lower weights cost accuracy when a person has few samples.
    Measured on LFW, two of five pictures blurred, shaken, shrunk or overexposed, FNIR at an FPIR of 1 % with templates
    of 3 / 5 / 10: these weights 3.1 / 1.2 / 0.8 %, the quality itself 4.2 / 1.3 / 0.9 %, none 3.1 / 1.2 / 0.8 %.
    """
    return _MIN_WEIGHT + (1 - _MIN_WEIGHT) * quality.astype(np.float64)


def gallery_traits(people: Sequence[SampleEmbeddings]) -> GalleryTraits:
    """Return what strangers' cosines with these people's templates depend on.

    Parameters
    ----------
    people : sequence of SampleEmbeddings
        At least one, with at least one sample each.
    """
    trusted = [_without(own, find_suspects(own)) for own in people]
    means = [np.average(own.vectors, axis=0, weights=weight(own.quality)) for own in trusted]
    shake = np.median(np.concatenate([own.shake for own in trusted]), axis=0)
    return GalleryTraits(
        length=float(np.median(np.linalg.norm(means, axis=1))),
        quality=float(np.median(np.concatenate([own.quality for own in trusted]))),
        shake=float((shake**2).sum()),
        outside=float(np.median(np.concatenate([own.outside for own in trusted]))),
    )


def live_gallery(
    card: ModelCard, stored: Mapping[str, NDArray[np.float32]], people: PeopleStore, cache: EmbeddingCache
) -> Gallery:
    """Return the live gallery: the templates of the model, updated with what changed since it was trained.

    A person with the same samples as in training keeps the template of the model. A person who was enrolled later, or
    whose samples changed, gets a new one. A person who is no longer enrolled has none. Samples without a face are left
    out, unless the user wants them to count.
    """
    rows: list[tuple[str, str, NDArray[np.float32]]] = []
    for person in people.people():
        samples = people.samples(person)
        learned = set(card.data.get(person.slug, ())) if person.slug in stored else None
        if learned == {sample.hash for sample in samples}:
            rows.append((person.slug, person.name, stored[person.slug]))
            continue
        embedded = cache.load(person.slug, samples).drop_faceless(people.whole_pictures(person))
        if learned == set(embedded.hashes):
            rows.append((person.slug, person.name, stored[person.slug]))
        elif len(embedded):
            rows.append((person.slug, person.name, template(embedded)[0]))
    templates = np.stack([row[2] for row in rows]) if rows else np.zeros((0, 128), np.float32)
    return Gallery(tuple(row[0] for row in rows), tuple(row[1] for row in rows), templates)
