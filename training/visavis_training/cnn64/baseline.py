"""`cnn64` as an opponent of the embedding network: trained from scratch on the same samples, and not published."""

from collections.abc import Callable

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis_training.cnn64 import network
from visavis_training.cnn64.fit import EpochResult, TrainingSet, answers, fit
from visavis_training.cnn64.recipe import TUNED
from visavis_training.data.faces import Faces


def trained(
    faces: Faces, seed: int, told: Callable[[int, int], None]
) -> Callable[[NDArray[np.uint8]], NDArray[np.float64]]:
    """Train on all samples, by the tuned recipe and for all of its epochs: none is kept back to stop earlier by.

    Parameters
    ----------
    told : callable
        Hears how many epochs are done, of how many.

    Returns
    -------
    callable
        From chips (n, 64, 64, 3), BGR uint8, to similarities (n, people).
    """
    keras.utils.set_random_seed(seed)
    people, rows = len(faces.people), np.arange(len(faces))
    recipe = TUNED.shortened(TUNED.epochs)
    model = network.build(recipe, people)

    def heard(epoch: EpochResult) -> None:
        told(epoch.epoch, epoch.epochs)

    fit(model, recipe, TrainingSet(faces.chips, faces.labels, people, rows, rows[:0]), seed, heard)
    return lambda chips: log_odds(answers(model, chips, np.arange(len(chips))), SOFTMAX_CLIP)
