"""What a whole picture shows: a class, or unknown."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from visavis.classification.picture_input import Squaring, square_picture, squaring_of
from visavis.errors import ModelError
from visavis.imaging.image import Image
from visavis.messages import Message
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, ModelStore
from visavis.networks import engine
from visavis.networks.cnn64_input import normalize
from visavis.networks.engine import Device, Engine, Shape
from visavis.recognition.decision import Decision, ScoredProbe
from visavis.recognition.match import Match
from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis.scoring.thresholds import Strictness

Similarities = NDArray[np.float64]

#: What to do without a model of whole pictures.
_TRAINING_HINT = Message("Train one: visavis train --whole DIR, where DIR has a folder of pictures for each class.")


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A model of whole pictures, loaded. Its answers have the form of those for faces: the name is that of a class."""

    model: str  #: ID
    classes: tuple[str, ...]  #: in the order of the network's outputs
    network: Engine
    squaring: Squaring
    side: int  #: of the network's input, in pixels
    calibration: Calibration
    decision: Decision

    @classmethod
    def load(
        cls,
        store: ModelStore,
        model_id: str | None = None,
        device: Device = "auto",
        strictness: Strictness = "balanced",
    ) -> Self:
        """Load a model of whole pictures.

        Parameters
        ----------
        model_id : str, optional
            None: the newest one that can be used.
        strictness : str
            How sure a class must be: which share of pictures of other things may get one.

        Raises
        ------
        ModelError
            If there is none, it is a model of faces, or its files do not fit its card.
        DeviceError
            If `device` is "gpu" and there is none.
        """
        card = store.verified_card(model_id or _newest_model(store))
        if not card.is_of_pictures:
            raise ModelError(
                "Model {model} knows faces; it does not classify whole pictures.",
                hint="To name the faces in pictures: visavis recognize PATH.",
                model=card.id,
            )
        side, folder = card.input.size, store.folder / card.id
        squaring = squaring_of(card)
        build = partial(engine.load_keras, folder / NETWORK_FILE)
        shape = Shape((side, side, 3), len(card.classes))
        network = engine.load(build, folder / COMPILED_FILE, device, shape=shape)
        decision = Decision(card.threshold_for(len(card.classes), strictness), card.margin)
        return cls(card.id, card.classes, network, squaring, side, card.calibration, decision)

    def __call__(self, image: Image) -> Match:
        """Classify a picture, (height, width, 3) uint8, BGR. The answer has no name if it is like no class enough."""
        return self.decide(self.similarities(image))

    def similarities(self, image: Image) -> Similarities:
        """How much a picture, (height, width, 3) uint8, BGR, is like each class: log-odds, shape (classes,)."""
        chip = square_picture(image, self.squaring, self.side)
        [probabilities] = self.network(normalize(chip[np.newaxis]))
        return np.asarray(log_odds(probabilities, SOFTMAX_CLIP), np.float64)

    def decide(self, similarities: Similarities, observations: int | None = None) -> Match:
        """The answer for the similarities of one picture, or for their mean over frames of a video.

        Parameters
        ----------
        similarities : ndarray of float, shape (classes,)
            Log-odds, as `similarities` returns them.
        observations : int, optional
            Number of frames behind the mean; it raises the threshold (`decision.allowance`). None: a still.
        """
        probe = ScoredProbe(self.calibration(similarities), observations=observations)
        [match] = self.decision([probe], self.classes)
        return match


def answer_record(match: Match) -> dict[str, Any]:
    """Return an answer as `classify --json` prints it (docs/formats.md)."""
    return {
        "label": match.name,
        "score": match.score,
        "best": match.best,
        "runner_up": list(match.runner_up) if match.runner_up else None,
    }


def _newest_model(store: ModelStore) -> str:
    """The ID of the newest model of whole pictures that is not retired.

    Raises
    ------
    ModelError
        If there is none.
    """
    for model_id in reversed(store.ids()):
        try:
            card = store.card(model_id)
        except ModelError:  # a broken card is reported where models are listed
            continue
        if card.is_of_pictures and not card.retired:
            return model_id
    raise ModelError("There is no model of whole pictures yet.", hint=_TRAINING_HINT)
