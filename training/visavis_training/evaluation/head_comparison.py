"""Heads, and `cnn64`, on the same people, pictures and strangers: which of them knows people, and which strangers."""

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
from visavis_training.evaluation.figures import TARGETS, Figures
from visavis_training.evaluation.heads import HEADS, Rank

Embed = Callable[[Image, Sequence[Face]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class LabeledFaces:
    """Pictures as both networks see them; row i of every array belongs to `truths[i]`."""

    truths: tuple[str | None, ...]  #: whom they show; None for a stranger
    found: NDArray[np.bool_]  #: (n,) whether a face was found; what follows is of the whole picture otherwise
    vectors: NDArray[np.float32]  #: (n, 128)
    chips: NDArray[np.uint8]  #: (n, 64, 64, 3), BGR
    unreadable: tuple[str, ...]  #: a sentence for each picture that was skipped


@dataclass(frozen=True, slots=True)
class HeadComparison:
    """What each way of telling people came to."""

    gallery: int
    samples: int
    results: Mapping[str, Figures]

    def as_json(self) -> dict[str, Any]:
        """What `evaluate --heads --json` prints."""
        any_ = next(iter(self.results.values()))
        return {
            "gallery": self.gallery,
            "samples": self.samples,
            "probes": len(any_.probes),
            "impostors": len(any_.impostors),
            "detected": round_share(any_.detected.share),
            "heads": {name: _figures(figures) for name, figures in self.results.items()},
        }


def see(
    pictures: Iterable[tuple[str | None, Path]], detect: FaceFinder, embed: Embed, told: Callable[[int], None]
) -> LabeledFaces:
    """Look at pictures, each at the face that is meant."""
    truths, found, vectors, chips, unreadable = [], [], [], [], []
    for done, (truth, path) in enumerate(pictures, start=1):
        told(done)
        try:
            image = codec.read(path)
        except PictureError as error:
            unreadable.append(str(error))
            continue
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        shown = face or detector.whole_picture(image)
        truths.append(truth)
        found.append(face is not None)
        vectors.append(embed(image, [shown])[0])
        chips.append(cnn64_input.chip(image, shown.box) if face else cnn64_input.whole_chip(image))
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
    """Let every head learn the same samples and answer the same searches.

    Parameters
    ----------
    people : sequence of str
        Their names; `embedded` are their samples.
    probes : Seen
        Of people and of strangers.
    cnn64 : callable, optional
        The network trained on the same people, in that order: chips to similarities.

    Raises
    ------
    EvaluationError
        If there are not two people: there would be nothing to tell apart.
    """
    if len(people) < 2:
        raise EvaluationError("Heads tell people apart, so it takes two.", hint="Enroll more people, or import them.")
    ranks: dict[str, Rank] = {name: head(embedded) for name, head in HEADS.items()}
    similarities = {name: rank(probes.vectors) for name, rank in ranks.items()}
    if cnn64 is not None:
        similarities["cnn64"] = cnn64(probes.chips)
    results = {name: figures(people, probes, rows) for name, rows in similarities.items()}
    return HeadComparison(len(people), sum(map(len, embedded)), results)


def figures(people: Sequence[str], probes: LabeledFaces, similarities: NDArray[np.float64]) -> Figures:
    """The searches, answered by similarities (n, people) alone: nobody is given a name, for there is no threshold."""
    searches = []
    for truth, found, row in zip(probes.truths, probes.found, similarities, strict=True):
        best = int(row.argmax())
        searches.append(SearchResult(truth, Match(None, float(row[best]), people[best]) if found else None))
    strangers = [search for search in searches if search.truth is None]
    return Figures([search for search in searches if search.truth is not None], strangers)


def _figures(found: Figures) -> dict[str, Any]:
    strange = bool(found.impostors)
    return {
        "closed_set_accuracy": round_share(found.closed_set.share),
        "fnir_at_fpir": {str(each): round_share(found.fnir_at(each).share) for each in TARGETS} if strange else None,
        "confidence_95": {
            "closed_set_accuracy": found.closed_set.ends,
            "fnir_at_fpir": {str(each): found.fnir_at(each).ends for each in TARGETS} if strange else None,
        },
    }
