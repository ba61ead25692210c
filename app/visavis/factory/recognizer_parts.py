"""What a recognizer is put together from: plain values that can be sent to another process, and loaded networks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from visavis.factory.cnn64_vetoes import FeatureVetoes
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.networks import cnn64_input
from visavis.networks.engine import Engine
from visavis.recognition.decision import Decision, Scores
from visavis.recognition.embedder import Embedder
from visavis.recognition.gallery import Gallery
from visavis.recognition.recognizer import Recognizer
from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds


@dataclass(frozen=True, slots=True, eq=False)
class RecognizerParts:
    """The values of a recognizer: who can be named, and when a similarity is enough for a name."""

    network: Literal["embedding", "cnn64"]
    gallery: Gallery
    """Who can be named. Of `cnn64`, templates and rejections are features, and there are none if nothing was rejected.
    """
    calibration: Calibration
    decision: Decision
    outlier_threshold: float | None = None  #: see `Recognizer`
    space: str | None = None  #: see `Recognizer.embedding_space`
    outputs: int = 0  #: of `cnn64`: how many the network has
    columns: tuple[int, ...] = ()  #: of `cnn64`: the output of each person of the gallery


@dataclass(frozen=True, slots=True, eq=False)
class LoadedNetworks:
    """The networks of a recognizer."""

    embedder: Embedder | None = None  #: of `embedding`
    classifier: Engine | None = None  #: of `cnn64`: chips to probabilities
    features: Engine | None = None  #: of `cnn64`, if something was rejected: chips to features

    @property
    def device(self) -> str:
        """Where the main one runs, for display."""
        main = self.embedder.network if self.embedder else self.classifier
        return main.device if main else "CPU"


def assemble_recognizer(parts: RecognizerParts, networks: LoadedNetworks) -> Recognizer:
    """Put a recognizer together."""
    if networks.embedder is not None:
        return _embedding_recognizer(parts, networks.embedder)
    assert networks.classifier is not None
    return _cnn64_recognizer(parts, networks.classifier, networks.features)


def _embedding_recognizer(parts: RecognizerParts, embedder: Embedder) -> Recognizer:
    return Recognizer(
        chips=embedder.chips,
        embed=embedder.embed,
        embedding_space=parts.space,
        compare=parts.gallery.similarities,
        vetoes=parts.gallery.vetoes,
        names=parts.gallery.names,
        calibration=parts.calibration,
        outlier_threshold=parts.outlier_threshold,
        decision=parts.decision,
    )


def _cnn64_recognizer(parts: RecognizerParts, network: Engine, features: Engine | None) -> Recognizer:
    rejected = FeatureVetoes(features, parts.gallery) if features is not None else None
    outputs, columns = parts.outputs, list(parts.columns)

    def embed(chips: NDArray[np.float32]) -> NDArray[np.float32]:
        """Probabilities, then features if something was rejected."""
        return np.concatenate([network(chips), rejected.features(chips)], axis=1) if rejected else network(chips)

    def compare(vectors: NDArray[np.float32]) -> Scores:
        return log_odds(vectors[:, :outputs], SOFTMAX_CLIP)[:, columns]

    def vetoes(vectors: NDArray[np.float32]) -> NDArray[np.bool_]:
        assert rejected is not None
        return rejected.vetoes(vectors[:, outputs:])

    return Recognizer(
        chips=_cnn64_chips,
        max_value=1.0,
        embed=embed,
        compare=compare,
        vetoes=vetoes if rejected else None,
        names=parts.gallery.names,
        calibration=parts.calibration,
        decision=parts.decision,
    )


def _cnn64_chips(image: Image, faces: Sequence[Face]) -> NDArray[np.float32]:
    return cnn64_input.normalize(np.stack([cnn64_input.chip(image, face.box) for face in faces]))
