"""From the output of a network for a face to a name, or *unknown*."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from visavis.faces import observation
from visavis.faces.observation import FaceObservation, QualityIssue
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.recognition.decision import Decision, ScoredProbe, Scores
from visavis.recognition.match import NOBODY, Match
from visavis.scoring.calibration import Calibration


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """One face to be named."""

    vector: NDArray[np.float32]
    """Shape (vector,): of one observation, or the weighted mean of several. A mean must not be scaled to unit length:
    the less the observations agree, the shorter it is, and the less it says."""
    observations: int | None = None  #: behind the vector, in a video; a higher threshold then applies. None: a still
    issue: QualityIssue | None = None  #: why the face cannot be told, if no observation of it was good enough


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Faces of a frame to matches: chips, vectors, similarities, scores, decision. Holds no state.

    For a picture, call it. A tracker goes step by step: `embed(chips(image, faces))` gives the vectors, `measure` says
    how much each counts (`weight`) and whether its quality is insufficient (`issue`), and `decide` names the means of
    the vectors of each face.
    """

    chips: Callable[[Image, Sequence[Face]], NDArray[np.float32]]  #: the input of the network, shape (faces, ...)
    embed: Callable[[NDArray[np.float32]], NDArray[np.float32]]  #: chips to vectors, shape (faces, vector)
    compare: Callable[[NDArray[np.float32]], Scores]  #: vectors to similarities, shape (faces, people)
    names: Sequence[str]
    calibration: Calibration
    decision: Decision
    vetoes: Callable[[NDArray[np.float32]], NDArray[np.bool_]] | None = None
    """Vectors to the people that the user said these faces are not, shape (faces, people)."""
    outlier_threshold: float | None = None
    """Cosine with the mean of a track's vectors below which a vector shows another person. None: the vectors of this
    network do not tell."""
    measure: Callable[[Image, Face], FaceObservation] = observation.measure
    embedding_space: str | None = None
    """What the vectors mean: recognizers with the same value can compare theirs. None: only its own compare."""
    max_value: float = 255.0  #: chips are RGB in [0, max_value]

    @property
    def has_network(self) -> bool:
        """Whether a network answers. If not, there is nothing to embed or explain (`NoRecognizer`)."""
        return True

    def __call__(self, image: Image, faces: Sequence[Face]) -> list[Match]:
        """Name the faces of a picture, each by this one observation."""
        if not faces:
            return []
        issues = [self.measure(image, face).issue for face in faces]
        vectors = self.embed(self.chips(image, faces))
        return self.decide([Probe(vector, issue=issue) for vector, issue in zip(vectors, issues, strict=True)])

    def decide(self, probes: Sequence[Probe]) -> list[Match]:
        """Name the faces of one frame."""
        if not probes:
            return []
        vectors = np.stack([probe.vector for probe in probes])
        scores = self.scores(vectors)
        vetoes = self.vetoes(vectors) if self.vetoes else [None] * len(probes)
        rows = zip(scores, vetoes, probes, strict=True)
        return self.decision(
            [ScoredProbe(row, vetoed, probe.observations, probe.issue) for row, vetoed, probe in rows], self.names
        )

    def name_of(self, vector: NDArray[np.float32]) -> str | None:
        """Return the name that one observation without a quality issue would get in a still.

        Parameters
        ----------
        vector : ndarray of float32, shape (vector,)
        """
        return self.decide([Probe(vector)])[0].name

    def log_odds(self, vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the scores in log-odds, not clipped at either end, shape (faces, people)."""
        return self.calibration.log_odds(self.compare(vectors))

    def scores(self, vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the calibrated scores, shape (faces, people)."""
        return self.calibration(self.compare(vectors))

    def can_compare_with(self, other: "Recognizer") -> bool:
        """Whether the vectors of both mean the same."""
        same_space = self.embedding_space is not None and self.embedding_space == other.embedding_space
        return self.embed is other.embed or same_space


def _no_vectors(chips: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.zeros((len(chips), 0), np.float32)


def _no_chips(image: Image, faces: Sequence[Face]) -> NDArray[np.float32]:
    return np.zeros((len(faces), 0), np.float32)


@dataclass(frozen=True, slots=True)
class NoRecognizer(Recognizer):
    """Names nobody: the recognizer while there is no model (a null object)."""

    chips: Callable[[Image, Sequence[Face]], NDArray[np.float32]] = _no_chips
    embed: Callable[[NDArray[np.float32]], NDArray[np.float32]] = _no_vectors
    compare: Callable[[NDArray[np.float32]], Scores] = _no_vectors
    names: Sequence[str] = ()
    calibration: Calibration = field(default_factory=Calibration)
    decision: Decision = field(default_factory=lambda: Decision(1.0))

    @property
    def has_network(self) -> bool:
        return False

    def __call__(self, image: Image, faces: Sequence[Face]) -> list[Match]:
        return [NOBODY] * len(faces)
