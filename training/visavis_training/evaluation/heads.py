"""Classifiers on embeddings, compared with the template that ships. All but the template are scikit-learn's.

`NearestCentroid` is not among them: its centroid is the template without quality weights, and its scores are undefined
when each person has one sample.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.recognition import gallery
from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import SampleEmbeddings

Scorer = Callable[[Vectors], NDArray[np.float64]]
"""From embeddings (n, 128) to similarities (n, people). Each head has its own scale."""
HeadFactory = Callable[[Sequence[SampleEmbeddings]], Scorer]
"""Fits a head to the samples of each person."""

#: Number of nearest neighbors in the second nearest-neighbor head.
_NEAREST = 3
#: Strength of the L2 penalty of the regressions, beside the mean loss of a sample.
_RIDGE = 1e-3
#: Upper limit of the solver's iterations. On 20 people with 5 samples each it takes fewer than 100.
_MAX_ITERATIONS = 1000
#: Penalty of the support vector machine for pictures on the wrong side of the margin: scikit-learn's default C. Less of
#: it rejects strangers better (docs/evaluation.md).
_SVM_C = 1.0
#: Upper limit of its solver's iterations.
_SVM_ITERATIONS = 10_000


def template(people: Sequence[SampleEmbeddings]) -> Scorer:
    """The cosine to each person's template. This is the head that ships."""
    templates = np.stack([gallery.template(person)[0] for person in people])
    return lambda vectors: (vectors @ templates.T).astype(np.float64)


def nearest(people: Sequence[SampleEmbeddings], count: int = 1) -> Scorer:
    """The mean cosine to the `count` most similar samples of each person, or to all if there are fewer.

    It has one `NearestNeighbors` index per person. The votes of a single `KNeighborsClassifier` cannot reject
    strangers: with one neighbor, each face has a vote of 1.
    """
    from sklearn.neighbors import NearestNeighbors

    indexes = [
        NearestNeighbors(n_neighbors=min(count, len(person)), metric="cosine").fit(person.vectors) for person in people
    ]

    def score(vectors: Vectors) -> NDArray[np.float64]:
        distances = [index.kneighbors(vectors)[0] for index in indexes]
        return 1 - np.stack([each.mean(axis=1, dtype=np.float64) for each in distances], axis=1)

    return score


def svm(people: Sequence[SampleEmbeddings]) -> Scorer:
    """A linear support vector machine for each person against all others. The similarity is the signed margin."""
    from sklearn.svm import LinearSVC

    return _linear(people, LinearSVC(C=_SVM_C, max_iter=_SVM_ITERATIONS, random_state=0))


def softmax(people: Sequence[SampleEmbeddings]) -> Scorer:
    """Multinomial logistic regression, the usual last layer of a classifier. The similarity is the log-odds."""
    return _regression(people, one_vs_rest=False)


def logistic(people: Sequence[SampleEmbeddings]) -> Scorer:
    """A logistic regression for each person against all others. The similarity is the log-odds."""
    return _regression(people, one_vs_rest=True)


HEADS: dict[str, HeadFactory] = {
    "template": template,
    "nearest": nearest,
    f"{_NEAREST} nearest": partial(nearest, count=_NEAREST),
    "svm": svm,
    "softmax": softmax,
    "logistic": logistic,
}
"""The compared heads by name. The first one ships."""


def _regression(people: Sequence[SampleEmbeddings], *, one_vs_rest: bool) -> Scorer:
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    samples = sum(map(len, people))
    regression = LogisticRegression(C=1 / (_RIDGE * samples), max_iter=_MAX_ITERATIONS)
    score = _linear(people, OneVsRestClassifier(regression) if one_vs_rest else regression)
    return score if one_vs_rest or len(people) == 2 else lambda searched: _log_odds(score(searched))


def _linear(people: Sequence[SampleEmbeddings], classifier: Any) -> Scorer:
    """Fit one of scikit-learn's linear classifiers to standardized embeddings."""
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    vectors = np.concatenate([person.vectors for person in people]).astype(np.float64)
    labels = np.repeat(np.arange(len(people)), [len(person) for person in people])
    model = make_pipeline(StandardScaler(), classifier)
    model.fit(vectors, labels)

    def score(searched: Vectors) -> NDArray[np.float64]:
        scores = np.asarray(model.decision_function(searched.astype(np.float64)))
        # of two people, scikit-learn returns the similarity to the second
        return np.stack([-scores, scores], axis=1) if scores.ndim == 1 else scores

    return score


def _log_odds(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """log(p / (1 - p)) of softmax probabilities, computed from logits without rounding p to 0 or 1."""
    found = np.empty_like(scores)
    for column in range(scores.shape[1]):
        others = np.delete(scores, column, axis=1)
        most = others.max(axis=1)
        found[:, column] = scores[:, column] - most - np.log(np.exp(others - most[:, np.newaxis]).sum(axis=1))
    return found
