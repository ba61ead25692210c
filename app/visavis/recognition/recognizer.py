"""From what a network says of a face to a name, or *unknown*."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visavis.faces import observation
from visavis.faces.observation import FaceObservation, QualityIssue
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.recognition.decision import Decision, Similarities
from visavis.recognition.match import NOBODY, Match
from visavis.scoring.calibration import Calibration


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Faces of a frame to matches: chips, vectors, similarities, scores, decision. Holds no state.

    For a picture, call it. Whoever follows faces through a video goes step by step: `embed(chips(image, faces))` are
    vectors, `measure` says what each is worth (`weight`) and whether it is too poor (`flaw`), and `decide` answers
    for the means of each face's vectors.
    """

    chips: Callable[[Image, Sequence[Face]], NDArray[np.float32]]  #: what the network takes, shape (faces, ...)
    embed: Callable[[NDArray[np.float32]], NDArray[np.float32]]  #: shape (faces, vector)
    compare: Callable[[NDArray[np.float32]], Similarities]  #: shape (faces, people)
    names: Sequence[str]
    calibration: Calibration
    decision: Decision
    vetoes: Callable[[NDArray[np.float32]], NDArray[np.bool_]] | None = None
    """Who faces are not, as the user said; shape (faces, people)."""
    someone_else: float | None = None
    """The cosine with the mean of a face's vectors below which another vector is of someone else; None where vectors do
    not tell."""
    measure: Callable[[Image, Face], FaceObservation] = (
        observation.measure
    )  #: what a look is worth, and what is wrong with it
    sketch: Callable[[NDArray[np.float32]], NDArray[np.float32]] | None = None
    """As `embed`, less exact in half the time: for many variants of one chip, or one more look at a face.
    None: there is no faster way."""
    network: str | None = None
    """What gives the vectors: those of recognizers that say the same compare with each other. None: only its own."""
    white: float = 255.0  #: of the values 0..white in chips, which are RGB

    def __call__(self, image: Image, faces: Sequence[Face]) -> list[Match]:
        """Name the faces of a picture, each by this one look."""
        if not faces:
            return []
        flaws = [self.measure(image, face).flaw for face in faces]
        return self.decide(self.embed(self.chips(image, faces)), flaws=flaws)

    def decide(
        self,
        vectors: NDArray[np.float32],
        *,
        looks: Sequence[int] | None = None,
        flaws: Sequence[QualityIssue | None] | None = None,
    ) -> list[Match]:
        """Name the faces of a frame that have these vectors.

        Parameters
        ----------
        vectors : ndarray of float32, shape (faces, vector)
            One face's vector, or the weighted mean of several looks at it. A mean is not to be scaled to unit length:
            the less looks agree, the shorter it is, and the less it says.
        looks : sequence of int, optional
            In video, the number of looks behind each; a stricter line then holds. None: stills.
        flaws : sequence of Flaw or None, optional
            For a face that was only ever seen too poorly, why.
        """
        vetoes = self.vetoes(vectors) if self.vetoes else None
        return self.decision(self.scores(vectors), self.names, looks=looks, flaws=flaws, vetoes=vetoes)

    def named(self, vector: NDArray[np.float32]) -> str | None:
        """Whose name the vector of one look without a flaw, shape (vector,), would be given in a still."""
        return self.decide(vector[np.newaxis])[0].name

    def odds(self, vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """The scores in log-odds, not clipped at either end: shape (faces, people)."""
        return self.calibration.odds(self.compare(vectors))

    def compares_with(self, other: "Recognizer") -> bool:
        """Whether vectors of both mean the same."""
        return self.embed is other.embed or (self.network is not None and self.network == other.network)

    def scores(self, vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """Calibrated scores, shape (faces, people)."""
        return self.calibration(self.compare(vectors))


def nobody(image: Image, faces: Sequence[Face]) -> list[Match]:
    """The recognizer where there is no model: every face is unknown."""
    return [NOBODY] * len(faces)
