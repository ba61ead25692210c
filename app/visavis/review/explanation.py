"""Explanations of answers: face quality, occlusion map, votes of the track, and the nearest samples."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.errors import VisavisError
from visavis.faces import alignment
from visavis.faces.observation import FaceObservation, measure
from visavis.imaging.image import Image
from visavis.people.samples import FaceCrop, Sample
from visavis.people.store import PeopleStore
from visavis.pipeline import Answer, Pipeline
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.match import Match
from visavis.recognition.recognizer import Recognizer
from visavis.review import occlusion

#: Number of nearest samples in an explanation.
NEAREST_COUNT = 5
#: Names of the points in `_ALIGNED_POINTS` and `_CNN64_POINTS`.
FEATURES = ("eyes", "eyes", "nose", "mouth", "mouth", "brow", "chin", "cheek", "cheek")
#: Positions of `FEATURES` in an aligned chip of `embedding`, as shares of its side. The chin is mostly below it.
_ALIGNED_POINTS = (
    *((float(x), float(y)) for x, y in (alignment.REFERENCE + 0.5) / alignment.CHIP_SIDE),
    *((0.5, 0.28), (0.5, 1.05), (0.12, 0.68), (0.88, 0.68)),
)
#: The same for a chip of `cnn64`, whose box is a cascade's: the points in `alignment.box_around`, for a box of 200
#: pixels expanded by 10.
_CNN64_POINTS = (
    *((0.34, 0.40), (0.68, 0.40), (0.51, 0.61), (0.36, 0.77), (0.66, 0.77)),
    *((0.5, 0.19), (0.5, 0.95), (0.12, 0.65), (0.88, 0.65)),
)

Embeddings = Callable[[str, Sequence[Sample]], SampleEmbeddings]
"""A person's slug and samples to the embeddings, from the cache (`embedding_cache.EmbeddingCache`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Why a face got its answer."""

    match: Match  #: the answer
    observation: FaceObservation  #: the quality of the face
    threshold: float | None = None  #: minimum score of a match; None without a gallery
    keep_threshold: float | None = None  #: minimum score with which a track keeps its name
    chip: Image | None = None  #: the input of the network, BGR, uint8, square
    heat: occlusion.Heat | None = None  #: the occlusion map of the chip; None without a candidate
    feature: str | None = None  #: the most important of `FEATURES`; None if none matters much
    observations: int = 0  #: number of observations of the track; 0 without a track
    seconds: float = 0.0  #: how long the face has been tracked
    votes: tuple[tuple[str | None, int], ...] = ()
    """The name of each recent observation by itself, with its count, most frequent first; None: unknown."""
    vector: NDArray[np.float32] | None = None  #: the embedding, shape (128,); None if the network has none
    scores: Callable[[NDArray[np.float32]], NDArray[np.float64]] | None = None  #: cosine similarities to scores


@dataclass(frozen=True, slots=True)
class NearestSample:
    """A sample that is similar to the face."""

    name: str
    path: Path
    score: float  #: 0..1: the calibrated cosine similarity


def examine(pipeline: Pipeline, seen: FaceCrop, answer: Answer, now: float) -> Explanation:
    """Explain an answer, as far as this needs the networks. Call it on their thread.

    Parameters
    ----------
    seen : FaceCrop
        The face at the time of the answer.
    answer : Answer
        The answer to explain.
    now : float
        The time of that frame, in seconds of the source.
    """
    recognizer = pipeline.recognize
    if not recognizer.has_network:
        return Explanation(answer.match, measure(seen.image, seen.face))
    observation = recognizer.measure(seen.image, seen.face)
    chips = recognizer.chips(seen.image, [seen.face])
    chip = np.asarray(np.clip(chips[0, ..., ::-1] * (255 / recognizer.max_value), 0, 255), np.uint8)
    decision = recognizer.decision
    found = Explanation(
        answer.match, observation, decision.threshold_after(answer.observations or None), decision.threshold, chip
    )
    if answer.started_at is not None:
        votes = _votes(recognizer, answer.vectors)
        found = replace(found, observations=answer.attempts, seconds=max(now - answer.started_at, 0.0), votes=votes)
    if recognizer.outlier_threshold is not None:
        found = replace(found, vector=recognizer.embed(chips)[0], scores=recognizer.calibration)
    if answer.match.best not in recognizer.names:
        return found
    column = recognizer.names.index(answer.match.best)
    heat = occlusion.heat(chips[0], lambda covered: recognizer.log_odds(recognizer.embed(covered))[:, column])
    peak = occlusion.peak(heat)
    points = _CNN64_POINTS if recognizer.outlier_threshold is None else _ALIGNED_POINTS
    feature = None if peak is None else FEATURES[occlusion.nearest(peak, points)]
    return replace(found, heat=heat, feature=feature)


def nearest(
    explanation: Explanation, people: PeopleStore, embeddings: Embeddings, count: int = NEAREST_COUNT
) -> tuple[NearestSample, ...]:
    """The samples of the best candidate and the runner-up that are most similar to the face, most similar first.

    Empty if the network does not compare with samples, or there is no candidate.

    Raises
    ------
    VisavisError
        If the people, or the network that embeds their samples, cannot be read.
    """
    match = explanation.match
    if explanation.vector is None or explanation.scores is None or match.best is None:
        return ()
    candidates = {match.best, match.runner_up[0] if match.runner_up else match.best}
    found: list[NearestSample] = []
    for person in people.people():
        if person.name not in candidates:
            continue
        samples = people.samples(person)
        embedded = embeddings(person.slug, samples)
        scores = dict(zip(embedded.hashes, explanation.scores(embedded.vectors @ explanation.vector), strict=True))
        best = sorted(scores, key=lambda key: -scores[key])[:count]
        paths = _paths(samples, set(best))
        found += [NearestSample(person.name, paths[key], float(scores[key])) for key in best if key in paths]
    return tuple(sorted(found, key=lambda near: -near.score)[:count])


def _votes(recognizer: Recognizer, vectors: Sequence[NDArray[np.float32]]) -> tuple[tuple[str | None, int], ...]:
    """The name of each observation by itself, as in a still picture, with its count."""
    counted = Counter(recognizer.name_of(vector) for vector in vectors)
    return tuple(counted.most_common())


def _paths(samples: Sequence[Sample], hashes: set[str]) -> dict[str, Path]:
    paths = {}
    for sample in samples:
        try:
            if sample.hash in hashes:
                paths[sample.hash] = sample.path
        except VisavisError:  # it was deleted meanwhile
            continue
    return paths
