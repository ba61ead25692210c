"""What a network learned from: samples of one person that differ as much as possible.

References
----------
.. [1] Gonzalez, T. F. (1985). Clustering to minimize the maximum intercluster distance. Theoretical Computer Science
   38. doi:10.1016/0304-3975(85)90224-5
"""

from collections.abc import Callable, Collection

import numpy as np
from numpy.typing import NDArray

from visavis.errors import PictureError
from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.people.person import Person
from visavis.people.store import PeopleStore

#: Number of samples shown.
SHOWN = 20


def varied_chips(
    loader: NetworkLoader,
    person: Person,
    learned: Collection[str],
    cut_chip: Callable[[Image, Face], Image],
    side: int,
    count: int = SHOWN,
) -> NDArray[np.uint8]:
    """Return chips of one person as a network sees them, the most typical one first.

    Parameters
    ----------
    learned : collection of str
        Hashes of the samples that the network learned from.
    cut_chip : callable
        Cuts the chip of a face out of a sample, BGR.
    side : int
        Of a chip, in pixels.

    Returns
    -------
    ndarray of uint8, shape (n, side, side, 3)
        At most `count`. Samples that were deleted or cannot be read any more are left out.
    """
    samples = {}
    for sample in PeopleStore(loader.folders.people).samples(person):
        try:
            samples[sample.hash] = sample
        except PictureError:  # deleted in the meantime, or unreadable
            continue
    samples = {key: sample for key, sample in samples.items() if key in learned}
    embedded = create_embedding_cache(loader, loader.load_embedder()).load(person.slug, list(samples.values()))
    find_face = SampleFaceFinder(loader)
    chips = []
    for row in farthest_points(embedded.vectors, count):
        try:
            image = codec.read(samples[embedded.hashes[row]].path)
        except PictureError:
            continue
        chips.append(cut_chip(image, find_face(image)[0]))
    return np.array(chips, np.uint8).reshape(len(chips), side, side, 3)


def farthest_points(vectors: NDArray[np.float32], count: int) -> list[int]:
    """Choose rows that differ: the one nearest the mean, then always the one farthest from all chosen ones [1]_.

    Parameters
    ----------
    vectors : ndarray of float, shape (n, m)

    Returns
    -------
    list of int
        At most `count` different rows, in the order in which they were chosen.
    """
    if not len(vectors):
        return []
    chosen = [int(np.linalg.norm(vectors - vectors.mean(axis=0), axis=1).argmin())]
    nearest = np.full(len(vectors), np.inf)
    while len(chosen) < min(count, len(vectors)):
        nearest = np.minimum(nearest, np.linalg.norm(vectors - vectors[chosen[-1]], axis=1))
        nearest[chosen] = -1.0
        chosen.append(int(nearest.argmax()))
    return chosen
