"""`cnn64` as a baseline for the embedding network: trained from scratch on the same samples, never published."""

from collections.abc import Callable

import keras
import numpy as np
from numpy.typing import NDArray

from visavis.scoring.log_odds import SOFTMAX_CLIP, log_odds
from visavis_training.callbacks import CountCallback
from visavis_training.cnn64 import network
from visavis_training.cnn64.fit import EpochResult, fit, predict
from visavis_training.cnn64.training_set import TrainingSet
from visavis_training.data.faces import Faces
from visavis_training.recipe import TUNED


def train_baseline(
    faces: Faces, seed: int, on_progress: CountCallback
) -> Callable[[NDArray[np.uint8]], NDArray[np.float64]]:
    """Train on all samples with the tuned recipe, for all of its epochs: there is no validation part.

    Parameters
    ----------
    on_progress : callable
        Takes how many epochs are done, and how many there are.

    Returns
    -------
    callable
        From chips (n, 64, 64, 3), BGR uint8, to similarities (n, people).
    """
    keras.utils.set_random_seed(seed)
    people, rows = len(faces.people), np.arange(len(faces))
    recipe = TUNED.with_fixed_epochs(TUNED.epochs)
    model = network.build(recipe, people)

    def on_epoch(result: EpochResult) -> None:
        on_progress(result.epoch, result.epochs)

    fit(model, recipe, TrainingSet(faces.chips, faces.labels, people, rows, rows[:0]), seed, on_epoch)
    published = network.inference_network(model)
    return lambda chips: log_odds(predict(published, chips, np.arange(len(chips))), SOFTMAX_CLIP)
