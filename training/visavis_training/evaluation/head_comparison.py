"""Compares heads on the embedding, and `cnn64`, on the same samples, probes and strangers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visavis.detection import detector
from visavis.errors import EvaluationError, PictureError
from visavis.imaging import codec
from visavis.imaging.geometry import Face, FaceFinder, labeled_face
from visavis.imaging.image import Image
from visavis.networks import cnn64_input
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.match import Match
from visavis.recognition.report import SearchResult
from visavis.scoring.confidence import round_share
from visavis_training.evaluation.heads import HEADS, Scorer
from visavis_training.metrics.search_metrics import TARGETS, SearchMetrics

EmbedFaces = Callable[[Image, Sequence[Face]], NDArray[np.float32]]
"""From a BGR picture and its faces to embeddings (faces, 128)."""


@dataclass(frozen=True, slots=True, eq=False)
class LabeledFaces:
    """Probes and strangers as both networks see them. Row i of every array belongs to `truths[i]`."""

    truths: tuple[str | None, ...]  #: name of the person; None for a stranger
    found: NDArray[np.bool_]  #: (n,) whether a face was detected; otherwise the whole picture is used
    vectors: NDArray[np.float32]  #: (n, 128)
    chips: NDArray[np.uint8]  #: (n, 64, 64, 3), BGR
    unreadable: tuple[str, ...]  #: a sentence for each skipped picture


@dataclass(frozen=True, slots=True)
class HeadComparison:
    """The metrics of each head."""

    gallery: int
    samples: int
    results: Mapping[str, SearchMetrics]

    def as_json(self) -> dict[str, Any]:
        """The output of `evaluate --heads --json`."""
        first = next(iter(self.results.values()))
        return {
            "gallery": self.gallery,
            "samples": self.samples,
            "probes": len(first.probes),
            "impostors": len(first.impostors),
            "detected": round_share(first.detected.share),
            "heads": {name: _to_json(metrics) for name, metrics in self.results.items()},
        }


def observe_pictures(
    pictures: Iterable[tuple[str | None, Path]],
    detect: FaceFinder,
    embed: EmbedFaces,
    on_picture: Callable[[int], None],
) -> LabeledFaces:
    """Embed and crop the intended face of each picture."""
    truths, found, vectors, chips, unreadable = [], [], [], [], []
    for done, (truth, path) in enumerate(pictures, start=1):
        on_picture(done)
        try:
            image = codec.read(path)
        except PictureError as error:
            unreadable.append(str(error))
            continue
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        observed = face or detector.whole_picture(image)
        truths.append(truth)
        found.append(face is not None)
        vectors.append(embed(image, [observed])[0])
        chips.append(cnn64_input.chip(image, observed.box) if face else cnn64_input.whole_chip(image))
    return LabeledFaces(
        tuple(truths),
        np.array(found, np.bool_),
        np.array(vectors, np.float32).reshape(len(found), -1),
        np.array(chips, np.uint8).reshape(len(found), cnn64_input.CNN64_SIDE, cnn64_input.CNN64_SIDE, 3),
        tuple(unreadable),
    )


def compare(
    people: Sequence[str],
    embedded: Sequence[SampleEmbeddings],
    probes: LabeledFaces,
    cnn64: Callable[[NDArray[np.uint8]], NDArray[np.float64]] | None,
) -> HeadComparison:
    """Fit all heads to the same samples, and let them answer the same searches.

    Parameters
    ----------
    people : sequence of str
        The names of the people in `embedded`.
    probes : LabeledFaces
        Pictures of people and of strangers.
    cnn64 : callable, optional
        The network trained on the same people in the same order, from chips to similarities.

    Raises
    ------
    EvaluationError
        If there are fewer than two people.
    """
    if len(people) < 2:
        raise EvaluationError("Heads tell people apart, so it takes two.", hint="Enroll more people, or import them.")
    scorers: dict[str, Scorer] = {name: fit_head(embedded) for name, fit_head in HEADS.items()}
    similarities = {name: score(probes.vectors) for name, score in scorers.items()}
    if cnn64 is not None:
        similarities["cnn64"] = cnn64(probes.chips)
    results = {name: search_metrics(people, probes, rows) for name, rows in similarities.items()}
    return HeadComparison(len(people), sum(map(len, embedded)), results)


def search_metrics(people: Sequence[str], probes: LabeledFaces, similarities: NDArray[np.float64]) -> SearchMetrics:
    """The metrics of searches answered by similarities (n, people). Without a threshold, no face gets a name."""
    searches = []
    for truth, found, row in zip(probes.truths, probes.found, similarities, strict=True):
        best = int(row.argmax())
        searches.append(SearchResult(truth, Match(None, float(row[best]), people[best]) if found else None))
    strangers = [search for search in searches if search.truth is None]
    return SearchMetrics([search for search in searches if search.truth is not None], strangers)


def _to_json(metrics: SearchMetrics) -> dict[str, Any]:
    has_strangers = bool(metrics.impostors)
    return {
        "closed_set_accuracy": round_share(metrics.closed_set.share),
        "fnir_at_fpir": {str(each): round_share(metrics.fnir_at(each).share) for each in TARGETS}
        if has_strangers
        else None,
        "confidence_95": {
            "closed_set_accuracy": metrics.closed_set.ends,
            "fnir_at_fpir": {str(each): metrics.fnir_at(each).ends for each in TARGETS} if has_strangers else None,
        },
    }
