"""Two people under one name: the pictures of a person fall into two groups that are unlike each other."""

import numpy as np
from numpy.typing import NDArray

#: Cosine of the means of two groups of embeddings, below which they show two people. Of pictures of another person,
#: 0.02 % are above it with the mean of a few, and of the same person 0.06 % are below (LFW, 20 people, sharp pictures).
_SAME_COSINE = 0.40
#: Minimum number of pictures in a group. A single picture is doubtful by itself (`gallery.template`).
_MIN_GROUP = 2
#: Number of times that the groups are formed anew around their means; two groups settle in a few.
_ROUNDS = 8


def find_second_person(vectors: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which pictures show another person than most: spherical 2-means, begun with the two that are least alike.

    Parameters
    ----------
    vectors : ndarray of float32, shape (n, d)
        Embeddings of length 1.

    Returns
    -------
    ndarray of bool, shape (n,)
        True for the smaller group; all False if the pictures show one person.
    """
    count = len(vectors)
    nobody = np.zeros(count, bool)
    if count < 2 * _MIN_GROUP:
        return nobody
    first, second = np.unravel_index(np.argmin(vectors @ vectors.T), (count, count))
    means = np.stack([vectors[first], vectors[second]])
    for _ in range(_ROUNDS):
        is_second = np.argmax(vectors @ means.T, axis=1) == 1
        if min(is_second.sum(), (~is_second).sum()) < _MIN_GROUP:
            return nobody
        means = np.stack([_mean(vectors[~is_second]), _mean(vectors[is_second])])
    if float(means[0] @ means[1]) >= _SAME_COSINE:
        return nobody
    return np.asarray(is_second if 2 * is_second.sum() <= count else ~is_second, np.bool_)


def _mean(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean direction."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), np.float32)
