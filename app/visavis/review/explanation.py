"""What an answer rests on: the look, parts of the chip, the votes of the track, and the samples that are nearest."""

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

#: Samples that are shown.
SHOWN = 5
#: Features of a face in a chip, as shares of its side: eyes, nose, mouth, brow, chin. In that of `embedding` they are
#: where alignment puts them.
FEATURES = ("eyes", "eyes", "nose", "mouth", "mouth", "brow", "chin", "cheek", "cheek")
_ALIGNED = (
    *((float(x), float(y)) for x, y in (alignment.REFERENCE + 0.5) / alignment.CHIP_SIDE),
    *((0.5, 0.08), (0.5, 0.95), (0.1, 0.6), (0.9, 0.6)),
)
#: In that of `cnn64`, whose box is a cascade's: the same seen in `alignment.box_around`, of 200 pixels and grown by 10.
_BOXED = (
    *((0.34, 0.40), (0.68, 0.40), (0.51, 0.61), (0.36, 0.77), (0.66, 0.77)),
    *((0.5, 0.19), (0.5, 0.95), (0.12, 0.65), (0.88, 0.65)),
)

Embeddings = Callable[[str, Sequence[Sample]], SampleEmbeddings]
"""Someone's slug and samples to their embeddings (`embeddings.EmbeddingCache.embedded`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """What one answer rests on."""

    match: Match  #: the answer
    look: FaceObservation  #: how well the face is seen
    line: float | None = None  #: the least score that gets a name; None where there is nobody to compare with
    kept: float | None = None  #: the least with which a track keeps its name
    chip: Image | None = None  #: what the network saw, BGR, uint8, square
    heat: occlusion.Heat | None = None  #: what hangs on each part of it; None where nobody is a candidate
    feature: str | None = None  #: on which of `FEATURES` most hangs; None where no part matters much
    looks: int = 0  #: how often the face was looked at, in a video; 0: this once
    seconds: float = 0.0  #: for how long it was followed
    votes: tuple[tuple[str | None, int], ...] = ()
    """How many of the newest looks say which name, each by itself; most first, None: unknown."""
    vector: NDArray[np.float32] | None = None  #: the embedding, shape (128,); None where the network has none
    scores: Callable[[NDArray[np.float32]], NDArray[np.float64]] | None = None  #: cosines to scores


@dataclass(frozen=True, slots=True)
class NearestSample:
    """A sample like the face."""

    name: str
    path: Path
    score: float  #: 0..1, of the cosine with the face, by the calibration for templates


def examine(pipeline: Pipeline, seen: FaceCrop, answer: Answer, now: float) -> Explanation:
    """What an answer rests on, as far as the networks are needed for that; on their thread.

    Parameters
    ----------
    seen : Seen
        The face as it was when it was asked for.
    answer : Answer
        What was said of it then.
    now : float
        The time of that frame, in seconds of the source.
    """
    recognizer = pipeline.recognize
    if not recognizer.has_network:
        return Explanation(answer.match, measure(seen.image, seen.face))
    look = recognizer.measure(seen.image, seen.face)
    chips = recognizer.chips(seen.image, [seen.face])
    chip = np.asarray(np.clip(chips[0, ..., ::-1] * (255 / recognizer.max_value), 0, 255), np.uint8)
    decision = recognizer.decision
    found = Explanation(answer.match, look, decision.threshold_after(answer.looks or None), decision.threshold, chip)
    if answer.since is not None:
        votes = _votes(recognizer, answer.vectors)
        found = replace(found, looks=answer.tries, seconds=max(now - answer.since, 0.0), votes=votes)
    if recognizer.outlier_threshold is not None:
        found = replace(found, vector=recognizer.embed(chips)[0], scores=recognizer.calibration)
    if answer.match.best not in recognizer.names:
        return found
    column, sketch = recognizer.names.index(answer.match.best), recognizer.embed_fast or recognizer.embed
    losses = occlusion.heat(chips[0], lambda covered: recognizer.log_odds(sketch(covered))[:, column])
    place = occlusion.peak(losses)
    points = _BOXED if recognizer.outlier_threshold is None else _ALIGNED
    feature = None if place is None else FEATURES[occlusion.nearest(place, points)]
    return replace(found, heat=losses, feature=feature)


def nearest(
    grounds: Explanation, people: PeopleStore, embeddings: Embeddings, shown: int = SHOWN
) -> tuple[NearestSample, ...]:
    """The samples most like the face, of the best candidate and the runner-up; best first.

    Empty where the network compares with no samples, or there is no candidate.

    Raises
    ------
    VisavisError
        If the people, or what embeds their samples, cannot be read.
    """
    match = grounds.match
    if grounds.vector is None or grounds.scores is None or match.best is None:
        return ()
    candidates = {match.best, match.runner_up[0] if match.runner_up else match.best}
    found: list[NearestSample] = []
    for person in people.people():
        if person.name not in candidates:
            continue
        samples = people.samples(person)
        embedded = embeddings(person.slug, samples)
        scores = dict(zip(embedded.hashes, grounds.scores(embedded.vectors @ grounds.vector), strict=True))
        best = sorted(scores, key=lambda key: -scores[key])[:shown]
        paths = _paths(samples, set(best))
        found += [NearestSample(person.name, paths[key], float(scores[key])) for key in best if key in paths]
    return tuple(sorted(found, key=lambda near: -near.score)[:shown])


def _votes(recognizer: Recognizer, vectors: Sequence[NDArray[np.float32]]) -> tuple[tuple[str | None, int], ...]:
    """What each look says by itself, as a still would."""
    counted = Counter(recognizer.name_of(vector) for vector in vectors)
    return tuple(counted.most_common())


def _paths(samples: Sequence[Sample], hashes: set[str]) -> dict[str, Path]:
    paths = {}
    for sample in samples:
        try:
            if sample.hash in hashes:
                paths[sample.hash] = sample.path
        except VisavisError:  # it went away meanwhile
            continue
    return paths
