"""Other ways to tell people by their embeddings, to be compared with what ships: each learns from labeled vectors."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from visavis.recognition import gallery
from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import SampleEmbeddings

Rank = Callable[[Vectors], NDArray[np.float64]]
"""Embeddings (n, 128) to similarities (n, people): higher is surer, on a scale of the head's own."""
Head = Callable[[Sequence[SampleEmbeddings]], Rank]
"""Learns people from their samples."""

#: Of the most similar samples of a person, how many count.
_NEAREST = 3
#: Weight of the squared coefficients in a fit, beside the mean loss of a sample.
_RIDGE = 1e-3
_STEPS = 1000


def template(people: Sequence[SampleEmbeddings]) -> Rank:
    """The cosine to each person's template: what ships."""
    templates = np.stack([gallery.template(person)[0] for person in people])
    return lambda vectors: (vectors @ templates.T).astype(np.float64)


def nearest(people: Sequence[SampleEmbeddings], count: int = 1) -> Rank:
    """The mean cosine to the most similar samples of each person: `count` of them, or all there are."""

    def rank(vectors: Vectors) -> NDArray[np.float64]:
        cosines = [np.sort(vectors @ person.vectors.T, axis=1)[:, -count:] for person in people]
        return np.stack([each.mean(axis=1, dtype=np.float64) for each in cosines], axis=1)

    return rank


def softmax(people: Sequence[SampleEmbeddings]) -> Rank:
    """A dense layer with a softmax over the people, as classifiers have; the similarity is the log-odds."""

    def gradient(scores: NDArray[np.float64], own: NDArray[np.float64]) -> NDArray[np.float64]:
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(likely / likely.sum(axis=1, keepdims=True) - own)

    linear = _fitted(people, gradient, curvature=0.5)
    return lambda vectors: _log_odds(linear(vectors))


def logistic(people: Sequence[SampleEmbeddings]) -> Rank:
    """A logistic regression for each person against all others; the similarity is the log-odds."""

    def gradient(scores: NDArray[np.float64], own: NDArray[np.float64]) -> NDArray[np.float64]:
        return 1 / (1 + np.exp(-np.clip(scores, -60, 60))) - own

    return _fitted(people, gradient, curvature=0.25)


HEADS: dict[str, Head] = {
    "template": template,
    "nearest": nearest,
    f"{_NEAREST} nearest": partial(nearest, count=_NEAREST),
    "softmax": softmax,
    "logistic": logistic,
}
"""By the names under which they are compared; the first is what ships."""


def _fitted(
    people: Sequence[SampleEmbeddings],
    gradient: Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.float64]],
    curvature: float,
) -> Rank:
    """A linear layer with biases on standardized embeddings, fitted by accelerated gradient descent [1]_.

    Parameters
    ----------
    gradient : callable
        Of the loss with respect to the scores (n, people), given these and who it is, one-hot.
    curvature : float
        Most of the loss's second derivative: the step is as long as it can safely be.

    References
    ----------
    .. [1] Nesterov, Y. (1983). A method of solving a convex programming problem with convergence rate O(1/k^2).
    """
    vectors = np.concatenate([person.vectors for person in people]).astype(np.float64)
    own = np.eye(len(people))[np.repeat(np.arange(len(people)), [len(person) for person in people])]
    mean, spread = vectors.mean(axis=0), np.maximum(vectors.std(axis=0), 1e-6)

    def inputs(raw: NDArray[np.floating]) -> NDArray[np.float64]:
        return np.hstack([(raw - mean) / spread, np.ones((len(raw), 1))])

    x = inputs(vectors)
    step = 1 / (curvature * float(np.linalg.eigvalsh(x.T @ x / len(x))[-1]) + _RIDGE)
    weights = ahead = np.zeros((x.shape[1], len(people)))
    for number in range(_STEPS):
        slope = x.T @ gradient(x @ ahead, own) / len(x)
        slope[:-1] += _RIDGE * ahead[:-1]  # not the biases
        before, weights = weights, ahead - step * slope
        ahead = weights + number / (number + 3) * (weights - before)
    return lambda raw: inputs(raw) @ weights


def _log_odds(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """log(p / (1 - p)) of a softmax's probabilities, without rounding them to 0 or 1 first."""
    found = np.empty_like(scores)
    for column in range(scores.shape[1]):
        others = np.delete(scores, column, axis=1)
        most = others.max(axis=1)
        found[:, column] = scores[:, column] - most - np.log(np.exp(others - most[:, np.newaxis]).sum(axis=1))
    return found
